"""Degrees: comparatives, "so" and "such", "too" and "enough"."""

from __future__ import annotations

from model.grammar.constructions.making import by_word, compared, template, text
from model.grammar.constructions.rows import MY, STOP, Row, either

_SHORT = (
    r"(?P<size>cheap|big|small|tall|old|fast|long|short|high|strong|easy|happy|young|hot|warm|cold"
    r"|large|nice|heavy|busy|rich|hard|pretty|funny|lazy|slow|weak|cool|late|early|near|dark)"
)
_WORSE = {"worser": "worse", "gooder": "better", "baddest": "worst", "goodest": "best"}
_HARDER = (
    r"(?:more \w+|harder|better|taller|bigger|older|younger|faster|higher|cheaper|smaller|longer"
    r"|worse|easier|stronger|richer|nicer|shorter|slower)"
)
_LEVEL = """
    tall big old good important beautiful interesting expensive difficult easy fast cheap nice happy
    tired kind hot cold
"""
_OTHER = rf"(?:{MY}|the|in|me|you|him|us|them|mine|yours|other|before|it|this|that)"
_SIZE = (
    r"(?P<size>old|warm|good|big|tall|rich|strong|smart|brave|lucky|close|clear|large|long|fast"
    r"|young|safe|mature|clever|kind|high|small)"
)

DEGREES = (
    Row(
        "degree:so",
        "too",
        r"\b«too» (?P<adjective>[a-z]+) that (?:i|he|she|we|they|it|you|nobody)"
        r" (?:can't|couldn't|cannot|could not|can not|didn't|had to|have to)\b",
        text("so"),
    ),
    Row(
        "degree:such",
        "so",
        r"\b«a so (?P<adjective>(?!called)[a-z]+)» [a-z]",
        template(r"such a \g<adjective>"),
    ),
    Row(
        "degree:so",
        "such",
        rf"\b(?:am|is|are|was|were|'s|'re|looks?|looked) «such» {either(_LEVEL)}(?={STOP})",
        text("so"),
    ),
    Row(
        "degree:too",
        "much",
        r"\btoo «much »(?:tall|big|small|expensive|old|young|late|hot|cold|heavy"
        r"|difficult|easy|tired|long|short|fast|slow|high|loud|far)\b",
        text(""),
    ),
    Row("most:nearly", "almost", r"(?:^|, )«almost» (?:people|students|children)\b", text("most")),
    Row(
        "comparative:good",
        "good bad",
        r"\b(?:is|are|was|were|be|looks?) «good|bad» than\b",
        by_word({"good": "better", "bad": "worse"}),
    ),
    Row(
        "comparative:short",
        "more",
        rf"(?<!no )(?<!any )(?<!some )\b«more {_SHORT}»(?= than\b|[.,!?])",
        compared("er"),
    ),
    Row("comparative:short", "most", rf"\bthe «most {_SHORT}»\b(?!-)", compared("est")),
    Row(
        "most:the",
        "most",
        r"(?:^|, )«the most of» (?:the|my|his|her|our|them|us|these|those)\b",
        text("most of"),
    ),
    Row("comparative:good", " ".join(_WORSE), rf"(?<!-)\b«{'|'.join(_WORSE)}»\b", by_word(_WORSE)),
    Row(
        "comparative:most",
        "more",
        r"\b(?:is|was|are|were|'s) the «more» (?!or\b)\w+ \w+ (?:in|of) the"
        r" (?:world|class|city|school|country|town|family|group|team|year)\b",
        text("most"),
    ),
    Row(
        "comparative:than",
        "as",
        rf"\b{_HARDER} «as» (?:me|him|us|them|mine|yours|before|last year|in the past)\b",
        text("than"),
    ),
    Row("comparative:as", "than", rf"\b(?:as|so) {either(_LEVEL)} «than» (?!ever)", text("as")),
    Row("as", "same", rf"\bthe same (?:\w+ )?«than» {_OTHER}\b", text("as")),
    Row(
        "as",
        "same",
        r"\b(?:is|are|was|were|be|have|has|had|looks?|do|does|did) the same (?:\w+ )?«like»"
        rf" {_OTHER}\b",
        text("as"),
    ),
    Row(
        "order:enough",
        "enough",
        r"(?<!there )\b(?:is|are|was|were|be|been|am|'m|'s|not|isn't|wasn't|aren't) «enough"
        rf" {_SIZE}»(?= (?:to|for)\b|{STOP})",
        template(r"\g<size> enough"),
    ),
    Row(
        "comparative:than",
        "that",
        rf"\b(?:am|is|are|was|were|'m|'s|'re|much|even|far) {_HARDER} «that»"
        rf" (?:(?:me|him|us|them|mine|yours|hers|ours|theirs|{MY} \w+|the others?)(?={STOP})"
        rf"|(?:i|we|he|she|they|you) (?:thought|expected|imagined)(?={STOP}| (?:and|but|so)\b))",
        text("than"),
    ),
)
