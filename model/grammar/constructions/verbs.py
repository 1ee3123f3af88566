"""Constructions around verbs: the verb that is missing, is another one, or is said twice."""

from __future__ import annotations

from model.grammar.constructions.making import (
    able,
    acting,
    aged,
    answered,
    being,
    being_who,
    by_word,
    finished,
    said_once,
    template,
    text,
)
from model.grammar.constructions.rows import MY, NUMBER, PERSON, RELATIVE, STOP, VERB, Row

_AM = {"have": "am", "'ve": "'m"}
_CONSISTS = {"is": "consists", "are": "consist", "was": "consisted", "were": "consisted"}
_DEPENDS = {"is": "depends", "are": "depend", "was": "depended", "were": "depended"}
_BELONGS = {"is": "belongs", "are": "belong", "was": "belonged", "were": "belonged"}
_NEVER = {"haven't": "have never", "hasn't": "has never", "hadn't": "had never"}
_HE = "(?:father|brother|uncle|husband|son|grandfather|boyfriend|dad)"
_SHE = "(?:mother|sister|aunt|wife|daughter|grandmother|girlfriend|mum|mom)"
_CANNOT = {"don't": "can't", "doesn't": "can't", "didn't": "couldn't"}
_NOT = {**dict.fromkeys(("i", "you", "we", "they"), "don't"), "he": "doesn't", "she": "doesn't"}
_TOOK = """
    stole wrote took chose gave ate drove spoke knew grew threw drew flew wore tore shook began
"""
_AND = rf"(?={STOP}| (?:and|because|now|but|so)\b)"

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
        "participle:be",
        _TOOK,
        rf"\b(?:is|are|was|were|be|been|being|got) «{'|'.join(_TOOK.split())}»\b",
        finished,
    ),
    Row(
        "passive:happen",
        "happened occurred died",
        r"\b«(?:was|were) (?P<verb>happened|occurred|died)»\b",
        lambda match, _: match["verb"],
    ),
    Row(
        "passive:born",
        "born",
        r"\b«has|have|had» born (?:in|on|at)\b",
        by_word({"has": "was", "have": "was", "had": "was"}),
    ),
    Row(
        "be:feeling",
        "hungry thirsty sleepy afraid",
        r"\b(?P<subject>i|you|he|she|we|they)«(?: have| has| had|'ve)» (?:very |so )?"
        rf"(?:hungry|thirsty|sleepy|afraid){_AND}",
        being,
    ),
    Row(
        "be:feeling",
        "right",
        r"\b(?P<subject>i|you|he|she|we|they)«(?: have| has)» right(?=[.!,]|$)",
        being,
    ),
    Row(
        "age",
        "have",
        r"(?:^|, |\band )i «have (?P<age>[1-7]\d) years»(?=\.|,? and i\b)",
        template(r"am \g<age> years old"),
    ),
    Row(
        "negation:twice",
        "nothing nobody",
        r"\b(?:don't|doesn't|didn't|can't|couldn't) \w+ «nothing|nobody»"
        rf"(?={STOP}| (?:about|to|for|in|from|else)\b)",
        by_word({"nothing": "anything", "nobody": "anybody"}),
    ),
    Row(
        "negation:twice",
        "nobody",
        rf"\b(?:nobody|no one) «(?P<do>didn't|doesn't) {VERB}»",
        answered,
    ),
    Row(
        "negation:twice",
        "nothing nobody",
        r"\bnever \w+ «nothing|nobody»\b(?! but\b)",
        by_word({"nothing": "anything", "nobody": "anybody"}),
    ),
    Row(
        "negation:twice",
        "no",
        r"\b(?:haven't|hasn't|don't have|doesn't have|didn't have|isn't|aren't) «no»"
        r" (?!one\b|longer\b|more\b|doubt\b|such\b)\w",
        text("any"),
    ),
    Row(
        "negation:twice",
        "nobody nothing",
        r"\bthere (?:isn't|wasn't|aren't) «nobody|nothing»\b",
        by_word({"nothing": "anything", "nobody": "anybody"}),
    ),
    Row(
        "be:who",
        "who",
        r"\b(?:(?P<many>people|children|men|women|students)|girl|boy|man|woman"
        r"|person|someone|child|student) who«» (?P<verb>\w+ing)\b(?! (?:is|was)\b)",
        being_who,
    ),
    Row(
        "there:be",
        "there",
        r"^there «have|has» (?P<noun>an?|one|two|three|four|many|some|several|lots|\d+)\b",
        lambda match, _: "is" if match["noun"] in ("a", "an", "one") else "are",
    ),
    Row(
        "there:be",
        "has have",
        rf"^in {MY} (?:\w+ )?(?:city|town|country|village|school|house"
        r"|room|family|street|class) «has|have» (?P<noun>an?|one|two|three|many|some|lots|\d+)\b",
        lambda match, _: "there is" if match["noun"] in ("a", "an", "one") else "there are",
    ),
    Row(
        "there:be",
        "doubt",
        r"(?:^|, |\b(?:because|but|and) )«it is» no doubt that\b",
        text("there is"),
    ),
    Row(
        "there:be",
        "exist exists",
        r"(?:^|, |\b(?:that|and|because|but) )«it exists?»"
        r" (?=(?:also )?(?:many|several|different|some|a lot of)\b)",
        text("there are"),
    ),
    Row(
        "subject:it",
        "is",
        r"^«is» (?:raining|snowing|important|necessary|difficult|easy"
        r"|very (?:important|difficult|easy|good|hard|nice|cold|hot))\b(?=[^?]*$)",
        text("it is"),
    ),
    Row(
        "be:belong",
        "belong belongs",
        r"\b«(?P<be>is|are|was|were) belongs?» to\b",
        by_word(_BELONGS, "be"),
    ),
    Row(
        "age",
        "years",
        rf"(?:^|, |\b(?:and|but|because) )(?:he|she|{MY} {RELATIVE})"
        r" «has (?P<age>[1-9]\d|(?:thir|four|fif|six|seven|eigh|nine)teen"
        r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?) years»(?=\.)",
        template(r"is \g<age> years old"),
    ),
    Row(
        "negation:twice",
        "never",
        r"\b«(?P<have>haven't|hasn't|hadn't) never»\b",
        by_word(_NEVER, "have"),
    ),
    Row(
        "negation:twice",
        "never",
        rf"\b(?:i|you|we|they)« don't» never (?={VERB})",
        acting(""),
    ),
    Row(
        "subject:twice",
        "he she they",
        rf"(?:^|, |\b(?:because|but|that|when) ){MY} (?:{_HE}(?= he)|{_SHE}(?= she)"
        r"|(?:parents|friends|grandparents)(?= they))« (?:he|she|they)»"
        r" (?:is|are|was|were|has|have|can|will|don't|doesn't|didn't|always|(?P<third>\w+s))\b",
        said_once,
    ),
    Row(
        "verb:say",
        "told tells",
        rf"(?:^|, |\b(?:and|but|because|when) ){PERSON} «told|tells»"
        r" that (?:i|he|she|it|we|they|you|there|my|his|her|their|our)\b",
        by_word({"told": "said", "tells": "says"}),
    ),
    Row(
        "adjective:asleep",
        "sleep slept sleeping",
        rf"\b(?:fall|falls|fell|fallen|falling) «sleep|slept|sleeping»"
        rf"(?={STOP}| (?:in|on|at|when|while|and|during|after|before|because|very|quickly)\b)",
        text("asleep"),
    ),
)
