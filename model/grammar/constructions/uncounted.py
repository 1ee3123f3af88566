"""Nouns that are not counted, and nouns whose number is easily mistaken."""

from __future__ import annotations

from model.grammar.constructions.making import by_word, template, text, uncounted
from model.grammar.constructions.rows import MY, STOP, UNCOUNTED_NOUNS, Row

_PLURALS = {
    **{"knowledges": "knowledge", "evidences": "evidence", "feedbacks": "feedback"},
    **{"traffics": "traffic", "hardwares": "hardware"},
    **{"machineries": "machinery", "sceneries": "scenery"},
}
_GREEK = {"criteria": "criterion", "phenomena": "phenomenon"}

UNCOUNTED = (
    Row(
        "uncounted",
        f"{' '.join(_PLURALS)} researches",
        r"\b(?<!there are )«(?:(?P<many>many|several|these|those|few|the|any|some|new|more|good|of"
        rf"|all|{MY}) (?P<noun>{'|'.join(_PLURALS)})|(?P<few>many|several|few|some) researches)»\b",
        uncounted(_PLURALS),
    ),
    Row(
        "uncounted:many",
        " ".join(_PLURALS),
        rf"\bthere «are many (?P<noun>{'|'.join(_PLURALS)})»\b",
        lambda match, _: f"is a lot of {_PLURALS[match['noun']]}",
    ),
    Row(
        "uncounted:piece",
        UNCOUNTED_NOUNS,
        r"\b(?:two|three|four|five|six|several|a few) «(?P<noun>advice|information|furniture"
        r"|equipment|luggage|evidence|research|news)»"
        rf"(?={STOP}| (?:about|on|for|from|that|to|in|and)\b)",
        template(r"pieces of \g<noun>"),
    ),
    Row(
        "uncounted:every",
        "every",
        r"\b«every» (?:advice|information|help|furniture|equipment|homework|luggage|software)"
        rf"(?={STOP}| (?:is|was|that|about|on|for|from|you|i|we|to|in)\b)",
        text("all"),
    ),
    Row(
        "number:greek",
        " ".join(_GREEK),
        rf"\b(?:this|a|one|another|each|every) «{'|'.join(_GREEK)}»\b",
        by_word(_GREEK),
    ),
    Row(
        "number:another", "another", r"\b«another people»(?![\w'])", lambda match, _: "other people"
    ),
    Row(
        "article:what",
        "what",
        r"^what«» (?P<adjective>beautiful|nice|lovely|great|terrible|wonderful|strange|funny)"
        r" (?:day|idea|place|city|story|house|surprise|man|girl|view|party|film)!",
        lambda match, _: " a",
    ),
)
