"""Verbs that do not go with their subject, told by a few words."""

from __future__ import annotations

from model.grammar.constructions.making import by_word, plural_verb, singular_verb, third
from model.grammar.constructions.rows import MY, UNCOUNTED_NOUNS, VERB, Row, either

_PLURAL = {"was": "were", "am": "are", "is": "are", "has": "have"}
_SINGULAR = {"are": "is", "were": "was", "have": "has"}
_SINGULAR_NEGATED = _SINGULAR | {"aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't"}
_WORKS = """
    paper article study method model algorithm approach system figure table section book film story
    author teacher graph chart text programme report result
"""

AGREEMENT = (
    Row(
        "agreement:and_i",
        "i",
        rf"^{MY} \w+ and i «was|am|is»(?! (?:the|a)\b)",
        by_word(_PLURAL),
    ),
    Row(
        "agreement:each",
        "each",
        r"^each of (?:(?:the|these|those|my|his|her|our|their) \w+s|us|them|you) «are|were|have»\b",
        by_word(_SINGULAR),
    ),
    Row(
        "agreement:each",
        "one",
        rf"(?:^|, |\b(?:and|but|because|that) )one of (?:the|these|those|{MY}) (?:\w+ )?\w+s"
        r" «are|were|have»\b",
        by_word(_SINGULAR),
    ),
    Row(
        "agreement:apart",
        "is was has",
        rf"^(?:the|these|those|{MY}) (?P<noun>[a-z]+(?<!ic)s) (?:in|of|at|on|from)"
        rf" (?:the|this|that|{MY}) [a-z]+ «is|was|has»\b(?! to\b)",
        lambda match, forms: _PLURAL[match["old"]] if forms.singular(match["noun"]) else None,
    ),
    Row(
        "agreement:apart",
        "are were have",
        r"^the (?:list|price|cost|result|quality|level|name|size|age|purpose|aim|role|colou?r|end"
        r"|temperature|problem|importance|development|history|meaning|situation|capital|weather)"
        r" of (?:(?:the|these|those|my|our|their) )?[a-z]+ «are|were|have»\b",
        by_word(_SINGULAR),
    ),
    Row(
        "agreement:noun",
        _WORKS,
        rf"(?:^|, |\b(?:and|but|because) )(?:the|this|our|my|that) {either(_WORKS)} «{VERB}»"
        r"(?= (?:the|a|an|that|how|what|its|their|our|two|three|several|many|some|new)\b)",
        third,
    ),
    Row(
        "agreement:number",
        "number",
        r"\bthe number of \w+s «are|were|have»\b",
        by_word(_SINGULAR),
    ),
    Row(
        "agreement:news",
        "news mathematics physics economics",
        r"(?:\bthe |^)(?:news|mathematics|physics|economics) «are|were|have»\b",
        by_word(_SINGULAR),
    ),
    Row(
        "agreement:number",
        "number",
        r"(?:^|, |\b(?:and|but|because|that) )a number of (?!years|days|hours|miles)\w+s"
        r" «is|was|has»\b",
        by_word(_PLURAL),
    ),
    Row("agreement:police", "police", r"(?<!of )\bthe police «is|was|has»\b", by_word(_PLURAL)),
    Row(
        "agreement:there",
        "there",
        r"^«is» there (?:any|many|some) (?P<noun>\w+s)\b",
        plural_verb,
    ),
    Row(
        "agreement:is",
        "where here what",
        rf"^(?:where|here|what) «is» (?:the|{MY}) (?:favou?rite )?(?P<noun>[a-z]+s)(?=[.?!]|$)",
        plural_verb,
    ),
    Row(
        "agreement:there",
        "there",
        r"\bthere «is|was» (?:a lot of|lots of|plenty of|a few) (?P<noun>\w+)\b",
        plural_verb,
    ),
    Row(
        "agreement:or",
        "either neither",
        rf"(?:^|, |\b(?:and|but|because|that) )n?either (?:(?:the|{MY}) )?\w+ n?or"
        rf" (?P<noun>he|she|it|(?:the|{MY}) \w+) «are|have»\b",
        singular_verb,
    ),
    Row(
        "agreement:uncounted",
        UNCOUNTED_NOUNS,
        rf"(?:^|, |\b(?:and|but|because|that) )(?:the|this|that|all the|{MY})"
        rf" {either(UNCOUNTED_NOUNS)} «{'|'.join(_SINGULAR_NEGATED)}»(?!'|\w| to\b)",
        by_word(_SINGULAR_NEGATED),
    ),
)
