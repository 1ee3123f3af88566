"""Constructions around tenses: what began and goes on, what is over, what may come."""

from __future__ import annotations

from model.grammar.constructions.making import (
    agreeing,
    been_doing,
    by_word,
    kept_up,
    past,
    past_now,
    simple,
    text,
    wished,
)
from model.grammar.constructions.rows import (
    ANYONE,
    MY,
    NUMBER,
    PERIOD,
    PERSON,
    RELATIVE,
    STOP,
    VERB,
    Row,
)

_SINCE = (
    "(?:this |yesterday )?morning|christmas"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_LAST = r"last (?:week|month|year|summer|night)"
_THEN = rf"(?:{_SINCE}|\d{{4}}|{_MONTH}|yesterday|{_LAST}|childhood|{NUMBER} {PERIOD})\b(?! ago)"
_BEEN = {" am": " have been", "'m": "'ve been", " is": " has been", " are": " have been"}
_BEEN |= {"'re": "'ve been", "'s": "'s been"}
# Of "five days ago" and the like no more than this many words stand behind the verb.
_BETWEEN = r"(?:(?!since|from|for|over|until)[^\s,;.]+ ){0,5}"
_DID = (
    r"(?:yesterday|(?:\w+ ){1,2}ago"
    r"|(?<!the )(?<!this )last (?:night|week|month|year|summer|winter|weekend))"
)
_LASTING = r"(?P<verb>living|learning|studying|knowing|waiting)"
_KEPT = "lives?|works?|study|studies|learns?|knows?|plays?|teach|teaches"
_LEARN = "(?:see|ask|know|check|sure|out|tell|decide|wonder|show|depend)"
# "Has gone to the library", but not "has come to see".
_NO_VERB = rf"(?! to (?!(?:the|an?|{MY}|school|work|bed|church)\b)| \w+ing\b)"

TENSES = (
    Row(
        "been",
        "since",
        r"\b(?:i|he|she|we|they|you|it)« am|'m| is|'s| are|'re» "
        r"(?:(?!being)[a-z]+ing|here|there|married|ill|sick|single|in)"
        rf"(?: [^\s,;.]+){{0,3}} since {_THEN}",
        by_word(_BEEN),
    ),
    Row(
        "past:when",
        "in",
        rf"\b{PERSON}«(?: have| has|'ve) {VERB}»"
        rf"(?= {_BETWEEN}in (?:19\d\d|20[01]\d)(?:{STOP}))",
        past,
    ),
    Row(
        "past:when",
        "yesterday ago last",
        rf"\b{PERSON}«(?: have| has|'ve) {VERB}»{_NO_VERB}"
        rf"(?= {_BETWEEN}{_DID}(?:{STOP}))",
        past,
    ),
    Row(
        "past:when",
        "yesterday ago last",
        rf"(?:^|, |\b(?:and|but|because|that) ){_DID},? {PERSON}«(?: have| has|'ve) {VERB}»"
        r"(?! to\b| \w+ing\b)",
        past,
    ),
    Row(
        "will:if",
        "if",
        rf"^if (?!you){PERSON} «will {VERB}»\b",
        agreeing,
    ),
    Row(
        "will:when",
        "when until before after soon",
        rf"^(?:when|until|before|after|as soon as) {PERSON} «will {VERB}»\b(?=[^?]*, )",
        agreeing,
    ),
    Row(
        "would:if",
        "if",
        rf"^if {PERSON} «would {VERB}»(?! \w+(?:ed|en|wn|ne|nt|ut)\b)(?=[^,]*, [^,]*\bwould\b)",
        wished,
    ),
    Row("would:if", "if", rf"^if {PERSON} «would have» \w+(?:ed|en|wn|ne|nt|ut)\b", text("had")),
    Row(
        "past:when",
        "yesterday ago last",
        rf"^{_DID},? (?P<subject>i|you|he|she|we|they|{MY} {RELATIVE}) «{VERB}» (?!not\b)",
        past_now,
    ),
    Row(
        "been:since",
        "knowing",
        r"\b(?:i|you|we|they)«(?: am| are|'m|'re) knowing» (?:him|her|them|each other|it|you)"
        r" (?:for|since)\b",
        text(" have known"),
    ),
    Row(
        "been",
        "since",
        rf"(?:^|, )since (?:that time|that day|then|my childhood|i was \w+|{_THEN}),?"
        r" (?:i|he|she|we|they|you)« am|'m| is|'s| are|'re» (?!being|going)[a-z]+ing\b",
        by_word(_BEEN),
    ),
    Row(
        "stative",
        "knowing belonging preferring containing understanding owning",
        r"\b(?P<subject>i|you|he|she|we|they|it)«(?: am| is| are|'m|'s|'re)(?P<not> not)?"
        r" (?P<verb>knowing|belonging|preferring|containing|owning|understanding)»"
        r"(?= (?:it|you|me|him|her|them|what|how|why|the|this|that|to|many|any|a)\b)",
        simple,
    ),
    Row(
        "will:if",
        "if",
        rf"\b(?:will|'ll)(?: (?!{_LEARN}\b)[^\s,.;?]+){{1,6}} if (?!you){PERSON}"
        rf" «will {VERB}»(?!\?)",
        agreeing,
    ),
    Row(
        "been:since",
        "since",
        rf"\b{ANYONE}« (?P<verb>{_KEPT})»(?: [^\s,;.]+){{0,4}}"
        rf" since (?:{_THEN}|i was|he was|she was)",
        kept_up,
    ),
    Row(
        "been:since",
        "know knows",
        rf"\b(?P<subject>i|you|he|she|we|they)« (?P<verb>knows?)»"
        rf" (?:him|her|them|each other|it|you|{MY} \w+)"
        rf" for (?:{NUMBER} {PERIOD}|many years|a long time)",
        kept_up,
    ),
    Row(
        "been",
        "for",
        r"\b(?:i|he|she|we|they|you)« am|'m| is|'s| are|'re»"
        r" (?:studying|learning|living|working|teaching|playing|driving)(?: [^\s,;.]+){0,3}"
        rf" for (?:{NUMBER}|many|several) years(?={STOP}| (?:and|now)\b)",
        by_word(_BEEN),
    ),
    Row("been:long", "long", rf"^how long «(?P<be>are|is) {ANYONE} {_LASTING}»", been_doing),
    Row(
        "tense:past",
        "yesterday",
        r"(?<!^)\b(?:weather|food|party|film|movie|match|class|lesson|meeting|exam|test|concert"
        r"|traffic) yesterday «is|are»\b",
        by_word({"is": "was", "are": "were"}),
    ),
    Row(
        "tense:known",
        "knowing",
        r"\b(?:have|has|'ve|'s) «been knowing»\b",
        text("known"),
    ),
)
