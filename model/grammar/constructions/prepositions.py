"""Prepositions that go with what stands beside them, and those that do not belong there."""

from __future__ import annotations

from model.grammar.constructions.making import ing_at, text
from model.grammar.constructions.rows import MY, NUMBER, PERIOD, PERSON, SOMEBODY, STOP, Row, either

_CHILD = r"(?:\w+ )?(?:child|kid|baby|daughter|son|family|boy|girl)"
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MAIL = "email e-mail letter question questions message messages call phone"
_REACHED = (
    "station airport hotel city school house destination top end conclusion goal village office"
)
_RIDDEN = "train bus car bike bicycle plane taxi metro subway tram"
_MINE = rf"(?:{MY}|the|this)"

PREPOSITIONS = (
    Row(
        "preposition:for",
        "wait waits waited waiting",
        r"\bwait(?:s|ed|ing)?«» (?:me|him|us|them)\b(?! out\b| only\b)",
        text(" for"),
    ),
    Row(
        "preposition:of",
        "accuse accused accuses",
        rf"\baccuse[ds]? {SOMEBODY} «for» \w+ing\b",
        text("of"),
    ),
    Row(
        "preposition:on",
        "congratulate congratulated congratulates",
        rf"\bcongratulate[ds]? {SOMEBODY} «for» (?:{MY}|the|this|passing|winning)\b",
        text("on"),
    ),
    Row(
        "preposition:to",
        "married",
        rf"\bmarried «with» (?!a {_CHILD})(?:a|an|my|his|her|him|someone)\b",
        text("to"),
    ),
    Row(
        "preposition:to",
        "prefer prefers",
        r"\bprefers? (?!more|rather|to\b)\w+(?: (?!more\b|rather\b)\w+)? «than» ",
        text("to"),
    ),
    Row(
        "preposition:for",
        "since",
        rf"\b«since» (?:the (?:last|past) )?{NUMBER} {PERIOD}\b(?! (?:ago|before|earlier|old))",
        text("for"),
    ),
    Row(
        "preposition:for",
        "during",
        rf"\b«during» (?:{NUMBER}|a few|several|many) {PERIOD}\b(?! of\b)",
        text("for"),
    ),
    Row("preposition:time", "o'clock", rf"\b«on|in»(?= (?:about )?{NUMBER} o'clock\b)", text("at")),
    Row(
        "preposition:time",
        _MONTHS,
        rf"\b«at|on» {either(_MONTHS)}(?=[.;!?]|$|,(?! \d{{1,2}}(?:st|nd|rd|th|,|\b(?! ?\d)))"
        r"| (?:and|because|when|with|i|we)\b)",
        text("in"),
    ),
    Row(
        "preposition:time",
        _MONTHS,
        rf"\b«at|in» \d{{1,2}}(?:st|nd|rd|th)?(?: of)? {either(_MONTHS)}\b",
        text("on"),
    ),
    Row(
        "preposition:time",
        _DAYS,
        rf"\b«at|in» {either(_DAYS)}s?(?=(?:{STOP})| (?:and|because|when|with|i|we"
        r"|(?:morning|afternoon|evening|night)(?!'))\b)",
        text("on"),
    ),
    Row("preposition:opinion", "according", r"\b«according to me»(?=[,. ])", text("in my opinion")),
    Row(
        "preposition:opinion",
        "opinion",
        r"(?:^|, )«according to|on|at|for|from|by|to» my opinion\b",
        text("in"),
    ),
    Row(
        "preposition:next",
        "last",
        r"\b«(?:in|at) last» (?:week|month|year|weekend|summer|night)\b(?!')",
        text("last"),
    ),
    Row("preposition:next", "last", r"\b«in the last» (?:weekend|night)\b(?!')", text("last")),
    Row(
        "preposition:time",
        _MONTHS,
        rf"\b«at|in» the (?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|tenth"
        rf"|\w+teenth|twentieth|twenty-\w+|thirtieth) of {either(_MONTHS)}\b",
        text("on"),
    ),
    Row(
        "preposition:time",
        "half quarter noon midnight",
        r"\b«on|in»(?= (?:half past|quarter (?:to|past)|noon|midnight)\b)",
        text("at"),
    ),
    Row(
        "preposition:since",
        "for",
        rf"(?:\bhave|\bhas|'ve) (?:been|lived|worked|studied|known|had|played|stayed)"
        rf" (?:[^\s,;.]+ ){{0,5}}«for» (?:19[5-9]\d|20[0-2]\d)(?={STOP})",
        text("since"),
    ),
    Row(
        "preposition:time",
        "eve day",
        r"\b«(?:in|at)(?: the)?» (?:new year's|christmas) (?:eve|day)\b",
        text("on"),
    ),
    Row(
        "preposition:time",
        "birthday",
        rf"\b«in» {MY} (?:\w+ )?birthday(?={STOP}| (?:i|we|my)\b)",
        text("on"),
    ),
    Row(
        "preposition:to",
        "attach attached attaching",
        r"\battach(?:ed|ing)? (?:[^\s,;.]+ ){1,6}«in» this (?:e-?mail|message|letter)\b",
        text("to"),
    ),
    Row(
        "preposition:on",
        "effect effects influence impact",
        r"\b(?:negative|positive|bad|good|big|great|important|strong|harmful)"
        r" (?:effects?|influences?|impacts?) «to» (?:the|my|your|his|her|our|their|people)\b",
        text("on"),
    ),
    Row("preposition:next", "next", r"\b«in next» (?:month|year)\b(?!')", text("next")),
    Row(
        "preposition:on", "website webpage web", rf"\b«in» {_MINE} web ?(?:site|page)\b", text("on")
    ),
    Row(
        "preposition:none",
        "little",
        r"\ba little« of» (?:english|french|spanish|german|italian|time|money|luck|water|help)\b",
        text(""),
    ),
    Row("preposition:at", "weekend weekends", r"\b«in» the weekends?\b(?!')", text("at")),
    Row("preposition:of", "proud", rf"\bproud «for» (?:{MY}|the|being)\b", text("of")),
    Row("preposition:of", "proud", r"\bproud «for» (?:you|him|her|them|us|me)\b", text("of")),
    Row(
        "preposition:none",
        "answer answers answered",
        rf"\b(?:please|to|will|can|could|must|should|i|you|we|they|not|'ll) answer(?:ed)?« to»"
        rf" (?:{MY}|this|these|the) (?:last )?{either(_MAIL)}",
        text(""),
    ),
    Row(
        "preposition:none",
        "married",
        rf"\b{PERSON} married« with» (?!children|kids|a child)",
        text(""),
    ),
    Row(
        "preposition:none",
        "reach reached reaches reaching",
        rf"\breach(?:ed|es|ing)?« to» (?:home\b|(?:the|a|our|my|their) {either(_REACHED)})",
        text(""),
    ),
    Row(
        "preposition:none",
        "mentioned mentions mention",
        r"\b(?:i|he|she|we|they|you|article|author|book|writer|teacher|text|speaker)"
        r"(?: also)? mention(?:s|ed)?« about»\b",
        text(""),
    ),
    Row(
        "preposition:none",
        "emphasized emphasised emphasizes emphasises emphasize emphasise",
        r"(?<!was )(?<!were )(?<!is )(?<!are )(?<!be )\bemphasi[sz]e[sd]?« on»"
        r" (?:the|that|this|how)\b",
        text(""),
    ),
    Row("preposition:none", "comprises", r"\bcomprises« of»\b", text("")),
    Row(
        "article:night",
        "night",
        rf"\bat «the »night(?={STOP}| (?:and|because|when|to)\b)",
        text(""),
    ),
    Row("preposition:in", "hurry", r"\b«on|at» a hurry\b", text("in")),
    Row(
        "preposition:by",
        _RIDDEN,
        rf"\b(?:go|goes|went|come|comes|came|travel|travels|travell?ed|travell?ing|get|got)"
        rf" (?:(?:there|here|home|to (?:the |{MY} )?\w+) )?«with the|with» {either(_RIDDEN)}"
        rf"(?={STOP}| (?:and|because|to)\b)",
        text("by"),
    ),
    Row(
        "preposition:at",
        "good bad",
        r"\b(?:am|is|are|was|were|'m|'s|'re|not|very|really|so|be) (?:good|bad)"
        r" «in (?P<noun>[a-z]+)»\b",
        ing_at,
    ),
    Row(
        "preposition:with",
        "angry",
        r"\bangry «on|to» (?:me|him|her|them|us|you|my)\b",
        text("with"),
    ),
    Row(
        "preposition:to",
        "prefer prefers",
        r"\bprefers? (?!more\b|to\b|no\b|not\b|nothing\b)\w+(?: \w+)? «more than»"
        r" (?!one|two|three|an?\b|any|half|just|\d)",
        text("to"),
    ),
    Row(
        "preposition:opinion",
        "point",
        rf"(?:^|, |\b(?:and|but|because|that) )«in|on|for|at|by|to» {MY} point of view\b",
        text("from"),
    ),
    Row(
        "preposition:none",
        "near",
        rf"\bnear« from» (?:{MY}|the|here|there|our|where)\b",
        text(""),
    ),
)
