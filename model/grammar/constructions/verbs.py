"""Constructions around verbs: their forms, the verb that is missing or is another one."""

from __future__ import annotations

from model.grammar.constructions.making import (
    able,
    aged,
    agreeing,
    bare,
    by_word,
    ing,
    past,
    plural_verb,
    text,
)
from model.grammar.constructions.rows import (
    MY,
    NUMBER,
    PERIOD,
    PERSON,
    RELATIVE,
    STOP,
    TO_VERB,
    VERB,
    Row,
)

_DID = (
    r"(?:yesterday|(?:\w+ ){1,2}ago"
    r"|(?<!the )(?<!this )last (?:night|week|month|year|summer|winter|weekend))"
)
# Of "five days ago" and the like no more than this many words stand behind the verb.
_BETWEEN = r"(?:(?!since|from|for|over|until)[^\s,;.]+ ){0,5}"
_AM = {"have": "am", "'ve": "'m"}
_SINGULAR = {"are": "is", "were": "was", "have": "has"}
_PLURAL = {"was": "were", "am": "are", "is": "are", "has": "have"}
_NOT = {**dict.fromkeys(("i", "you", "we", "they"), "don't"), "he": "doesn't", "she": "doesn't"}
_DEPENDS = {"is": "depends", "are": "depend", "was": "depended", "were": "depended"}
_CONSISTS = {"is": "consists", "are": "consist", "was": "consisted", "were": "consisted"}
_BEEN = {" am": " have been", "'m": "'ve been", " is": " has been", " are": " have been"}
_BEEN |= {"'re": "'ve been", "'s": "'s been"}
_LAST = r"last (?:week|month|year|summer|night)"
_THEN = rf"(?:\d{{4}}|yesterday|{_LAST}|childhood|{NUMBER} {PERIOD})\b(?! ago)"
_CANNOT = {"don't": "can't", "doesn't": "can't", "didn't": "couldn't"}
_DOES = {"do": "does", "don't": "doesn't"}

VERBS = (
    Row("age", "old", rf"\bi(?: |(?='))«have|'ve» (?={NUMBER} years? old\b)", by_word(_AM)),
    Row(
        "age",
        "old",
        rf"\b(?P<subject>he|she|they|we|you|{RELATIVE}) «have|has|had» (?={NUMBER} years? old\b)",
        aged,
    ),
    Row(
        "age",
        "years",
        rf"\b(?:i am|i'm|he is|she is) {NUMBER} years«»(?={STOP}| and\b)",
        text(" old"),
    ),
    Row("agree", "agree", r"^«are» (?:you|they) agree\b", text("do")),
    Row("agree", "agree", r"\b(?:we|they|you)« are» agree\b", text("")),
    Row("agree", "agree", r"\b(?:he|she) «is agree»\b", text("agrees")),
    Row(
        "been",
        "since",
        r"\b(?:i|he|she|we|they|you)« am|'m| is|'s| are|'re» "
        r"(?:(?!being)[a-z]+ing|here|there|married|ill|sick|single|in)"
        rf"(?: [^\s,;.]+){{0,3}} since {_THEN}",
        by_word(_BEEN),
    ),
    Row("be:worth", "worth", r"^it«»(?= (?:not )?worth\b)", text(" is")),
    Row(
        "be:consist",
        "consisted",
        r"\b«(?P<be>is|are|was|were) consisted» of\b",
        by_word(_CONSISTS, "be"),
    ),
    Row(
        "be:depend",
        "depend",
        r"\b«(?P<be>is|are|was|were) depend» o[nf]\b",
        by_word(_DEPENDS, "be"),
    ),
    Row(
        "be:depend",
        "depends depended",
        r"\b(?:it|this|that|which|they) «(?P<be>is|are|was|were) depend(?:s|ed)» o[nf]\b",
        by_word(_DEPENDS, "be"),
    ),
    Row(
        "bare:to",
        "to",
        r"\b(?:want|wants|wanted|need|needs|decide|decided|hope|hoped|able|would like)"
        r" to «\w+ing»\b",
        bare,
    ),
    Row(
        "ing:after",
        "to",
        rf"(?:\b(?:without|instead of)|(?:^|, )(?:before|after))« {TO_VERB}»",
        ing(" "),
    ),
    Row("ing:capable", "capable incapable", rf"\b(?:in)?capable «{TO_VERB}»", ing("of ")),
    Row(
        "ing:difficulty",
        "difficulty difficulties trouble",
        r"\b(?:have|has|had|having)(?: (?:a lot of|some|no|any|great|much))?"
        rf" (?:difficulty|difficulties|trouble) «{TO_VERB}»",
        ing(),
    ),
    Row(
        "ing:finish",
        "finish finished suggest suggested mind",
        rf"(?<!to )\b(?:finish(?:ed)?|suggest(?:ed)?|(?:don't|you) mind) «{TO_VERB}»",
        ing(),
    ),
    Row(
        "ing:spend",
        "spend spends spent spending",
        rf"\bspen(?:d|ds|t|ding) (?:\w+ ){{0,4}}?(?:time|hours?|days?|weekends?) «{TO_VERB}»",
        ing(),
    ),
    Row(
        "ing:used_to",
        "used",
        rf"\b(?:i|he|she|we)(?: am| was| is| are| were|'m|'re)(?: not)? used to «{VERB}»"
        r"(?= (?:up|in|at|on|with|the|a|my|his|her|it|to)\b)",
        ing(),
    ),
    Row("ing:worth", "worth", rf"\bworth «{TO_VERB}»", ing()),
    Row("modal:not", "can", r"\b«(?P<do>don't|doesn't|didn't) can»\b", by_word(_CANNOT, "do")),
    Row(
        "modal:able",
        "can",
        rf"\b(?:to|will|would|must|should|might|may|'ll) «can»(?= {VERB})",
        able,
    ),
    Row("modal:twice", "able", r"\bcan« able to»\b", text("")),
    Row(
        "not",
        "no not",
        rf"(?:^|, |\b(?:and|but|because|that|when|if) ){PERSON} «no|not» (?:have|like|know|want"
        r"|understand|think|need|speak|believe|agree|remember|live|go|work)\b",
        by_word(_NOT, "subject"),
    ),
    Row(
        "past:when",
        "yesterday ago last",
        rf"\b{PERSON}«(?: have| has|'ve) {VERB}»(?! to\b| \w+ing\b)"
        rf"(?= {_BETWEEN}{_DID}(?:{STOP}))",
        past,
    ),
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
    Row("agreement:police", "police", r"(?<!of )\bthe police «is|was|has»\b", by_word(_PLURAL)),
    Row(
        "agreement:does",
        "do don't",
        r"^(?:(?:what|where|when|why|how) )?«do|don't» (?:he|she) \w+",
        by_word(_DOES),
    ),
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
    Row("would:if", "if", rf"^if {PERSON} «would have» \w+(?:ed|en|wn|ne|nt|ut)\b", text("had")),
)
