"""Constructions of whole clauses: what joins them, and what they are joined to."""

from __future__ import annotations

from model.grammar.constructions.making import text
from model.grammar.constructions.rows import Row

_NOMINATIVES = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}

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
        "pronoun:both", "both", r"(?:^|, )«the both» of (?:us|you|them|these|those)\b", text("both")
    ),
)
