"""What verbs and adjectives take after them: "insisted on paying", "had better go"."""

from __future__ import annotations

from model.grammar.constructions.making import acting, bare, ing, template, text, to_base, wanting
from model.grammar.constructions.rows import MY, PERSON, SOMEBODY, TO_VERB, VERB, Row, verb_of

# After "accustomed to" and "they are used to" nothing but what people do or are.
_HABIT = verb_of("live be do have get go eat drink sleep wake speak wear drive walk")
_HABIT_ALSO = verb_of("live be do have get go eat drink sleep wake speak wear drive walk work")
_FELT = verb_of("laugh cry smile think feel notice wonder fall")
_NEGATED = r"(?:don't|didn't|doesn't|do not|did not|really|also|just|never|always)"
_PRACTISED = verb_of("speak sing drive swim write read dance listen")
# Of what one thanks for, what is a verb only, and what is a noun as well.
_THANKED = verb_of("invite send give tell let come be have make take bring inform choose")
_THANKED_ALSO = verb_of("help answer call visit contact support teach show")
# "What they look for to begin with", "a doctor was sent for to help": no "for to".
_ENDS_IN_FOR = (
    r"(?:sorry|thanks|you|apologi[sz]ed?|look\w*|sen[dt]|work\w*|wish\w*|hope\w*|ask\w*|call\w*"
    r"|pa(?:y|id)|wait\w*|plan\w*|search\w*|known|made|used)"
)
_PURPOSES = """
    inform get become give learn know find solve improve see buy make earn bring achieve understand
    avoid keep tell teach obtain protect
"""
_ONLY_VERBS = """
    detect predict classify evaluate reduce increase achieve obtain determine explain choose decide
    teach
"""
_MOVING = verb_of("cross go come leave run walk enter fall cry dance play sing steal drive")
_NO_NOUNS = """
    take make do get go be have see learn write eat become find give buy speak sing think know
    understand say tell sell send bring teach
"""

COMPLEMENTS = (
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
        r"(?<!to )(?<!been )(?<!was )(?<!is )(?<!were )(?<!are )\b(?:finish(?:ed)?|suggest(?:ed)?"
        rf"|(?:don't|you) mind) «{TO_VERB}»",
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
    Row("ing:insist", "insist insists insisted", rf"\binsist(?:s|ed)? «{TO_VERB}»", ing("on ")),
    Row(
        "ing:succeed", "succeed succeeds succeeded", rf"\bsucceed(?:s|ed)? «{TO_VERB}»", ing("in ")
    ),
    Row(
        "ing:dream",
        "dream dreams dreamed dreamt dreaming",
        r"\b(?:(?:i|you|he|she|we|they|who)(?: always| often| also)? dream(?:s|ed|t)?"
        rf"|(?: am| is| are| was| were|'m|'s|'re)(?: always| often| also)? dreaming) «{TO_VERB}»",
        ing("of "),
    ),
    Row(
        "ing:prevent",
        "prevent prevents prevented",
        rf"\bprevent(?:s|ed)? {SOMEBODY} «{TO_VERB}»",
        ing("from "),
    ),
    Row("ing:accustomed", "accustomed", rf"\baccustomed to «{_HABIT}»(?! of\b)", ing()),
    Row(
        "ing:used_to",
        "used",
        rf"\b(?:they|you|people|children|students) (?:are|were)(?: not)? used to «{_HABIT_ALSO}»"
        r"(?! (?:of|by)\b)",
        ing(),
    ),
    Row(
        "ing:help",
        "help",
        rf"\b(?:can't|cannot|can not|couldn't|could not) help «to {_FELT}»",
        ing(),
    ),
    Row("ing:use", "use", rf"\b(?:it is|it's|it was) no use «{TO_VERB}»", ing()),
    Row(
        "ing:use",
        "point",
        rf"\b(?:there is|there's|there was|see) no point «{TO_VERB}»",
        ing("in "),
    ),
    Row(
        "ing:feel_like",
        "feel feels felt",
        rf"\b{PERSON}(?: {_NEGATED})* (?:feel|feels|felt) like «{TO_VERB}»",
        ing(),
    ),
    Row(
        "ing:give_up",
        "give gives gave given",
        r"\bg(?:ive|ives|ave|iven) up «to (?P<verb>smoke|drink|try)»",
        ing(),
    ),
    Row(
        "ing:practise",
        "practise practised practises practice practiced practices",
        rf"\b(?:i|you|he|she|we|they|to|can|should|must|will|'ll|and) practi[sc]e[ds]?"
        rf" «to {_PRACTISED}»",
        ing(),
    ),
    Row(
        "ing:thanks",
        "thanks thank sorry",
        rf"\b(?:thanks|thank you|sorry)(?: (?:so|very) much)? for «{_THANKED}»"
        rf"(?= (?:me|us|you|him|her|them|{MY}|the|this|to|that|a|so|such|late|here)\b)",
        ing(),
    ),
    Row(
        "ing:thanks",
        "thanks thank sorry",
        rf"\b(?:thanks|thank you|sorry)(?: (?:so|very) much)? for «{_THANKED_ALSO}»"
        r"(?= (?:me|us|you|him|them|my|your|his|our)\b)",
        ing(),
    ),
    Row(
        "ing:not",
        "not",
        rf"\b(?:apologi[sz]e[ds]?|sorry|thanks|thank you|fault) for not «{VERB}»",
        ing(),
    ),
    Row(
        "ing:thanks",
        "for",
        rf"\b(?:apologi[sz]e[ds]?|sorry|thank you|thanks) «for to {VERB}»",
        ing("for "),
    ),
    Row(
        "to:purpose",
        "for",
        rf"(?:^|\b(?!{_ENDS_IN_FOR}\b)\w+ )«for to» {VERB}\b",
        acting("to"),
    ),
    Row(
        "to:purpose",
        "for",
        rf"(?<!sorry )(?<!thanks )(?<!you )(?<!much )\b«for {verb_of(_PURPOSES)}»"
        r"(?= (?:you|him|them|us|the|my|your|his|their|our|a|an|more|better)\b)",
        template(r"to \g<verb>"),
    ),
    Row(
        "to:purpose",
        "for",
        rf"(?<!responsible )\b«for {verb_of(_ONLY_VERBS)}» (?=[a-z])",
        template(r"to \g<verb>"),
    ),
    Row(
        "to:purpose",
        "writing",
        r"\b(?:i am|i'm) writing(?: (?:to you|this (?:letter|email|e-mail)))?"
        r" «for (?P<verb>\w+ing)»(?= (?:you|about|for|some|the|my|your)\b)",
        to_base,
    ),
    Row(
        "to:verb",
        "started began decided wanted hoped planned tried wants decides needs hopes",
        r"\b(?:started|began|decided|wanted|hoped|planned|tried"
        r"|(?:he|she|it|who) (?:wants|decides|needs|hopes))«»"
        rf" {verb_of(_NO_NOUNS)}(?! (?:and|or)\b)",
        text(" to"),
    ),
    Row("bare:better", "better", rf"\b(?:had|'d) better« to» {VERB}\b", acting("")),
    Row(
        "bare:saw",
        "saw heard watched",
        rf"\b(?:saw|heard|watched) (?:me|him|her|us|them)« to» {_MOVING}\b",
        acting(""),
    ),
    Row(
        "bare:modal:to",
        "not",
        rf"\b(?:must|should|can|could|would|will|may|might) not« to» {VERB}\b",
        acting(""),
    ),
    Row(
        "not:to",
        "don't",
        rf"\b(?:tell|tells|told|ask|asks|asked|advise|advised|warn|warned) {SOMEBODY}"
        rf" «(?:to )?don't» {VERB}\b",
        acting("not to"),
    ),
    Row(
        "clause:want",
        "want wants wanted",
        rf"(?:^|, |\b(?:and|but|because) )(?:(?:i|you|we|they|he|she|{MY} \w+)"
        rf"(?: (?:don't|doesn't|didn't|also|just|really))? want(?:s|ed)?)"
        rf" «that (?P<subject>i|you|he|she|it|we|they) {VERB}»\b",
        wanting,
    ),
    Row("participle:attached", "attach", r"\bplease find «attach»", text("attached")),
    Row(
        "to:verb",
        "allow allows allowed allowing",
        r"\ballow(?:s|ed|ing)? (?:people|me|us|them|him|her|you|students|children|users)«»"
        r" (?:keep|be|do|go|get|have|see|make|learn|know|communicate|become|choose|buy|live"
        r"|understand|think|find)\b",
        text(" to"),
    ),
)
