"""The order of words: questions within sentences, adverbs, what stands behind its noun."""

from __future__ import annotations

from model.grammar.constructions.making import adjective_first, moved, stated, template
from model.grammar.constructions.rows import MY, PERSON, STOP, VERB, Row, either

_ASKED = (
    r"(?:(?:tell|ask|asks|asked|show|told) (?:me|you|him|her|us|them)"
    r"|(?:don't|(?:do|does|did) (?:my |your )?\w+|didn't|not|to) (?:know|understand|remember)"
    r"|no idea|wonder|wondering|wondered)"
)
_WHICH = r"(?:what time|what|where|how|who|when|why|how (?:old|much|far))"
_THE = rf"(?:the|this|that|these|those|{MY})"
_ME = r"(?P<object>me|you|him|her|us|them)"
_OFTEN = r"(?P<adverb>always|often|usually|never|sometimes|rarely)"
_PLAYED = "tennis football basketball music games sports english french spanish german coffee tea"
_THING = either(
    "girl boy man woman person city place day house teacher film movie book town country friend"
    " school dog cat job car time thing family student room shirt dress bag phone computer problem"
    " park street garden idea experience story"
)
_QUALITY = (
    r"(?:nice|good|big|small|beautiful|kind|friendly|interesting|important|old|young|tall|funny"
    r"|difficult|easy|expensive|cheap|famous|happy|sad|clever|intelligent|pretty|quiet|bad|long)"
)
_LOOKS = "red blue green black white yellow brown big small new old beautiful"

ORDER = (
    Row(
        "order:question",
        "is are was were",
        rf"\b{_ASKED} {_WHICH} «(?P<verb>is|are|was|were)"
        rf" (?P<subject>it|he|she|this|that|they|you|we)»(?={STOP})",
        template(r"\g<subject> \g<verb>"),
    ),
    Row(
        "order:question",
        "do does did",
        rf"\b{_ASKED} {_WHICH} «(?P<support>do|does|did)"
        rf" (?P<subject>it|he|she|they|you|we|i) {VERB}»\b",
        stated,
    ),
    Row(
        "order:much",
        "much",
        r"\b(?:like|likes|liked|love|loves|enjoy|enjoyed) «very much"
        r" (?P<noun>(?:(?:the|my|his|her|this|to) )?"
        rf"(?!indeed|and|but|for|as|in|it\b)[a-z]+)»(?={STOP})",
        template(r"\g<noun> very much"),
    ),
    Row(
        "order:question",
        "is are was were",
        rf"\b{_ASKED} (?:what|where|how) «(?P<verb>is|are|was|were)"
        rf" (?P<subject>{_THE} (?!matter|point|use)(?:\w+ )?\w+)»(?={STOP})",
        template(r"\g<subject> \g<verb>"),
    ),
    Row(
        "order:question",
        "do does did",
        rf"\b{_ASKED} {_WHICH} «(?P<support>do|does|did) (?P<subject>{_THE} \w+) {VERB}»\b",
        stated,
    ),
    Row(
        "order:explain",
        "explain explains explained describe described",
        rf"\b(?:explain(?:s|ed)?|described?) «{_ME} (?P<noun>{_THE} \w+(?: of {_THE} \w+)?"
        rf"|everything|it)»(?={STOP})",
        template(r"\g<noun> to \g<object>"),
    ),
    Row(
        "order:explain",
        "explain explains explained",
        rf"\bexplain(?:s|ed)? «{_ME}»(?= (?:how|what|why|that|where|when|which)\b)",
        template(r"to \g<object>"),
    ),
    Row(
        "order:adverb",
        "always often usually never sometimes rarely",
        rf"(?:^|, |\b(?:and|but|because|when|that) ){PERSON} «{VERB} {_OFTEN}»"
        rf"(?= (?:{_THE}|a|an|some|{'|'.join(_PLAYED.split())})\b)",
        moved,
    ),
    Row(
        "order:well",
        "well",
        r"\b(?:speak|speaks|spoke|speaking|play|plays|played) «well"
        r" (?P<noun>(?:the )?(?:english|french|spanish|german|italian|tennis|football|guitar"
        r"|piano))»"
        rf"(?={STOP}| (?:and|but)\b)",
        template(r"\g<noun> well"),
    ),
    Row(
        "order:adjective",
        "a an",
        rf"\b«an? (?P<noun>{_THING}) (?P<adjective>very {_QUALITY})»(?={STOP}| and\b)",
        adjective_first,
    ),
    Row(
        "order:adjective",
        _LOOKS,
        rf"\b(?:have|has|had|is|was|bought|want|with|in|'s) «an? (?P<noun>{_THING})"
        rf" (?P<adjective>{either(_LOOKS)})»"
        rf"(?={STOP})",
        adjective_first,
    ),
    Row(
        "order:only",
        "only",
        r"^only (?:in this way|then),? «(?P<subject>i|we|you|they|he|she|it)"
        r" (?P<verb>can|could|will|would)»\b",
        template(r"\g<verb> \g<subject>"),
    ),
    Row(
        "order:polite",
        "i",
        rf"^«i and (?P<other>{MY} (?:wife|husband|brother|sister|friends?|family|mother|father"
        r"|parents|boyfriend|girlfriend|colleagues?))»(?= \w)",
        template(r"\g<other> and i"),
    ),
)
