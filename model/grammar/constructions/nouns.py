"""Constructions around nouns and adjectives: articles, how many or much, degrees, feelings."""

from __future__ import annotations

from model.grammar.constructions.making import article, by_word, compared, template, text
from model.grammar.constructions.rows import MY, PERIOD, RELATIVE, STOP, Row, either

_PROFESSIONS = """
    teacher engineer doctor nurse student lawyer dentist driver farmer writer singer waiter waitress
    artist actor actress accountant architect journalist policeman programmer manager secretary
    scientist pilot chef vet housewife
"""
_PROFESSION = f"(?P<noun>{either(_PROFESSIONS)})"
_NO_ARTICLE = "fun weather luck news advice progress health traffic"
_UNCOUNTED = "information advice furniture homework equipment luggage bread rice money"
_COUNTED = """
    people friends things times problems children books questions mistakes students apples hours
    days years countries places cars words
"""
_COLOURS = "long short black blond blonde brown curly straight dark red fair grey"
_SIZE = (
    r"(?P<size>old|warm|good|big|tall|rich|strong|smart|brave|lucky|close|clear|large|long|fast"
    r"|young|safe|mature|clever|kind|high|small)"
)
_SHORT = (
    r"(?P<size>cheap|big|small|tall|old|fast|long|short|high|strong|easy|happy|young|hot|warm|cold"
    r"|large|nice|heavy|busy|rich|hard)"
)
_SHOWN = (
    r"(?:films?|movies?|books?|story|stories|lessons?|trips?|articles?|match|topics?|concerts?)"
)
_FEELS = {"interested": "interesting", "excited": "exciting", "bored": "boring"}

NOUNS = (
    Row(
        "article:job",
        _PROFESSIONS,
        rf"\b(?:(?:i am|i'm|he is|he's|she is|she's) |{MY} {RELATIVE} (?:is|was) )«»{_PROFESSION}"
        rf"(?=(?:{STOP})| (?:in|at|and|who|but|from)\b)",
        article,
    ),
    Row(
        "article:uncounted",
        _NO_ARTICLE,
        r"\b«an? »(?:very )?(?:good|great|nice|bad|big|beautiful|terrible|awful|sunny|warm|cold"
        rf"|hot) {either(_NO_ARTICLE)}"
        rf"(?=(?:{STOP})| (?:and|in|for|at|on|because|when|today|yesterday)\b)",
        text(""),
    ),
    Row(
        "article:uncounted",
        "hair",
        rf"\b(?:have|has|had|with) «a »(?:(?:very )?{either(_COLOURS)},? (?:and )?){{1,2}}hair"
        rf"(?={STOP}| and\b)",
        text(""),
    ),
    Row(
        "article:some",
        _UNCOUNTED,
        rf"\b«an?» {either(_UNCOUNTED)}(?=(?:{STOP})| (?:about|on|from|that|for|to|in)\b)",
        text("some"),
    ),
    Row("many:much", "much", rf"(?:\b(?:so|too)|^how) «much» {either(_COUNTED)}\b", text("many")),
    Row(
        "few:little",
        "few",
        rf"\b«few» (?:{either(_UNCOUNTED)}|luck|sleep|knowledge)"
        rf"(?=(?:{STOP})| (?:and|but|for|in|on|about|of|to|so|because)\b)",
        text("little"),
    ),
    Row(
        "few:little",
        "little",
        rf"(?<!not )\ba «little» (?:friends|things|problems|questions|mistakes|{PERIOD})\b",
        text("few"),
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
        "order:enough",
        "enough",
        r"(?<!there )\b(?:is|are|was|were|be|been|am|'m|'s|not|isn't|wasn't|aren't) «enough"
        rf" {_SIZE}»(?= (?:to|for)\b|{STOP})",
        template(r"\g<size> enough"),
    ),
    Row(
        "feeling:thing",
        " ".join(_FEELS),
        rf"(?:^|, |\b(?:and|but|because|that) )(?:the|this|that|these|those|{MY}) {_SHOWN}"
        rf" (?:is|are|was|were) (?:(?:very|really|so|quite|not|too) )?«{'|'.join(_FEELS)}»"
        rf"(?={STOP})",
        by_word(_FEELS),
    ),
    Row(
        "feeling:person",
        "interesting",
        r"\b(?:i|he|she|we|they|you)(?: am|'m| is|'s| are|'re| was| were)"
        r" (?:(?:very|really|so|also|not|more) )?«interesting» in\b",
        text("interested"),
    ),
    Row(
        "feeling:thing",
        " ".join(_FEELS),
        rf"\ban? (?:very |really )?«{'|'.join(_FEELS)}» {_SHOWN}\b",
        by_word(_FEELS),
    ),
    Row(
        "most:the",
        "most",
        r"(?:^|, )«the most of» (?:the|my|his|her|our|them|us|these|those)\b",
        text("most of"),
    ),
)
