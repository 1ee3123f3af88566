"""Constructions around nouns: articles, how many or much, feelings."""

from __future__ import annotations

from model.grammar.constructions.making import article, by_word, demonstrative, owned, text
from model.grammar.constructions.rows import MY, PERIOD, PERSON, RELATIVE, STOP, Row, either

_PROFESSIONS = """
    teacher engineer doctor nurse student lawyer dentist driver farmer writer singer waiter waitress
    artist actor actress accountant architect journalist policeman programmer manager secretary
    scientist pilot chef vet housewife
"""
_PROFESSION = f"(?P<noun>{either(_PROFESSIONS)})"
_NO_ARTICLE = "fun weather luck news advice progress health traffic"
_COLOURS = "long short black blond blonde brown curly straight dark red fair grey"
_UNCOUNTED = "information advice furniture homework equipment luggage bread rice money"
_COUNTED = """
    people friends things times problems children books questions mistakes students apples hours
    days years countries places cars words
"""
_SURELY_COUNTED = """
    advantage disadvantage problem thing friend student country person child reason mistake job
    idea tourist
"""
_FEELS = {"interested": "interesting", "excited": "exciting", "bored": "boring"}
_SHOWN = (
    r"(?:films?|movies?|books?|story|stories|lessons?|trips?|articles?|match|topics?|concerts?)"
)
_IN = r"(?:in|of|for|with|from|about|at|by|on|all)"
_WITH = rf"(?:{_IN}|like|likes|liked|love|loves|loved|buy|bought|need|needs|wear|wore|use|used)"
# Pairs of them are not counted one by one, and no verb is written alike.
_THINGS = """
    things shoes trousers jeans clothes glasses books problems children words days people countries
    questions years ideas games activities students photos pictures reasons sentences exercises
"""

NOUNS = (
    Row(
        "article:job",
        _PROFESSIONS,
        rf"\b(?:(?:i am|i'm|he is|he's|she is|she's) |{MY} {RELATIVE} (?:is|was)"
        rf" |work(?:s|ed|ing)? as )«»{_PROFESSION}"
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
        _UNCOUNTED,
        rf"\b«an? »(?:useful|important|interesting|new|helpful|valuable|good|great|nice)"
        rf" {either(_UNCOUNTED)}(?=(?:{STOP})| (?:about|on|from|that|for|to|in|and)\b)",
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
        "feeling:person",
        "boring",
        rf"\b{PERSON} (?:feel|feels|felt) (?:(?:very|really|so) )?«boring»"
        rf"(?={STOP}| (?:in|at|when|because|and)\b)",
        text("bored"),
    ),
    Row(
        "feeling:person",
        "boring",
        r"\b(?:i|we)(?: am|'m| was| are|'re| were) (?:(?:very|really|so) )?«boring»"
        r" (?:of|with|at home|at school|in (?:this|my|the) (?:class|lesson|meeting))\b",
        text("bored"),
    ),
    Row(
        "number:this",
        "this that",
        rf"\b(?:{_WITH}(?= this\b)|of|for|with|from|about|by)"
        rf" «this|that» {either(_THINGS)}\b(?![-'])",
        by_word({"this": "these", "that": "those"}),
    ),
    Row(
        "number:this",
        "this",
        rf"\b{_IN} «this» (?P<noun>[a-z]+s)\b",
        demonstrative,
    ),
    Row(
        "number:this",
        "this that",
        rf"^«(?P<this>this|that) (?P<be>are|were)»(?= (?:{MY}|the|some|two|three|not|very|good)\b)",
        lambda match, _: f"{'these' if match['this'] == 'this' else 'those'} {match['be']}",
    ),
    Row(
        "number:this",
        "this",
        r"(?:^|, |\b(?:and|but|because|that) )«this» (?P<noun>[a-z]+s) (?:are|were|have)\b",
        lambda match, forms: "these" if forms.singular(match["noun"]) else None,
    ),
    Row(
        "article:numbered",
        "table figure chapter section page step exercise",
        r"\b(?:in|from|see|on) «the »(?:table|figure|chapter|section|page|step|exercise) \d",
        text(""),
    ),
    Row(
        "number:others",
        "others",
        r"\b«others» (?:people|persons|things|countries|students|words|friends|ways|cities"
        r"|languages|children|men|women|places)\b",
        text("other"),
    ),
    Row(
        "health",
        "healthy",
        rf"\b(?:for|to|of|about|improve|damage) (?:{MY}|the) «healthy»"
        rf"(?={STOP}| (?:and|because)\b)",
        text("health"),
    ),
    Row(
        "whose",
        "who's",
        r"^«who's» (?P<noun>[a-z]+) (?:is|are|was|were) (?:this|that|it|these|those)\b",
        owned,
    ),
    Row(
        "uncounted:hair",
        "hairs",
        rf"\b(?:has|have|had|with) (?:very )?(?:{either(_COLOURS)},? (?:and )?){{1,2}}«hairs»"
        rf"(?={STOP}| and\b)",
        text("hair"),
    ),
    Row(
        "many:much",
        "many",
        r"\bhow «many» time (?:do|does|did|will|would|can|should) (?:i|you|he|she|it|we|they)"
        r" (?:need|take|have|spend)\b(?! to\b)",
        text("much"),
    ),
    Row(
        "few:less",
        "less",
        r"(?<!no )\b«less» (?:people|students|children|friends|mistakes|cars|countries)\b(?!-)",
        text("fewer"),
    ),
    Row(
        "plural:lot",
        _SURELY_COUNTED,
        rf"\b(?:a lot|lots) of «(?P<noun>{'|'.join(_SURELY_COUNTED.split())})»"
        rf"(?=(?:{STOP})| (?:of|in|for|to|that|which|who|because|and|with|from|when|if|about)\b)",
        lambda match, forms: forms.plural(match["noun"]),
    ),
)
