"""Constructions of whole clauses: what joins them, and what they are joined to."""

from __future__ import annotations

from model.grammar.constructions.making import text
from model.grammar.constructions.rows import Row, either

_NOMINATIVES = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
_OWNED = either(
    "book film movie car phone laptop computer house flat shirt dress bag letter email present gift"
    " food song photo picture game product camera ticket course machine"
)
# "Tell the man what you know", but "the laptop that I bought".
_TELLING = frozenset(
    """
    tell tells told telling ask asks asked asking show shows showed shown showing teach teaches
    taught give gives gave explain remind reminds reminded inform informed on in at of about see
    """.split()  # noqa: SIM905
)

CLAUSES = (
    Row(
        "clause:suggest",
        "suggest suggests suggested",
        r"\bsuggest(?:s|ed)? «(?P<object>me|him|her|us|them) to»(?= [a-z]+\b)",
        lambda match, _: f"that {_NOMINATIVES[match['object']]}",
    ),
    Row(
        "conjunction:but",
        "but",
        r"^(?:although|though|even though)(?: [^\s,;.]+){2,10}, «but »",
        text(""),
    ),
    Row(
        "conjunction:so",
        "so",
        r"^because (?!of\b)(?:[^\s,;.]+ ){1,10}[^\s,;.]+, «so »(?!that\b|far\b|many\b|much\b)",
        text(""),
    ),
    Row(
        "pronoun:that",
        "what",
        r"\b(?:everything|anything|something|nothing|all) «what»"
        r" (?:i|you|he|she|we|they|it|the|my|is|was)\b",
        text("that"),
    ),
    Row(
        "pronoun:that",
        "what",
        rf"\b(?P<before>\w+) (?:the|an?|this|my) {_OWNED} «what» (?:i|you|he|she|we|they)\b",
        lambda match, _: None if match["before"] in _TELLING else "that",
    ),
    Row(
        "pronoun:myself",
        "proud",
        r"\bi(?: am|'m| was| feel| felt)(?: \w+)? proud of «me»",
        text("myself"),
    ),
    Row(
        "pronoun:both", "both", r"(?:^|, )«the both» of (?:us|you|them|these|those)\b", text("both")
    ),
    Row(
        "conjunction:because",
        "because",
        r"^because« of» (?:the|my|our|his|her|their) \w+ (?:was|were|is|are) [a-z]+(?: [a-z]+)?,",
        text(""),
    ),
)
