"""Constructions of whole clauses: questions within sentences, their order, what joins clauses."""

from __future__ import annotations

from model.grammar.constructions.making import asked, stated, template, text
from model.grammar.constructions.rows import PERSON, STOP, VERB, Row

_ASKED = (
    r"(?:(?:tell|ask|asks|asked|show|told) (?:me|you|him|her|us|them)"
    r"|(?:don't|do you|didn't|not|to) (?:know|understand|remember)|no idea"
    r"|wonder|wondering|wondered)"
)
_WHICH = r"(?:what time|what|where|how|who|when|why|how (?:old|much|far))"
_NOMINATIVES = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}

CLAUSES = (
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
        "order:did",
        "when where why how",
        rf"^(?:when|where|why|how) «{PERSON} {VERB}»(?=(?: [^\s,.;]+){{0,5}}\?$)",
        asked,
    ),
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
)
