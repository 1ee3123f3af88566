"""Forms of English verbs and nouns.

Regular rules and an irregular list written by hand. Knows spelling only: whether
a word is a verb or a noun is decided elsewhere (:mod:`training.noise.lexicon`).
"""

from __future__ import annotations

from dataclasses import dataclass

from training.noise.words import VOWELS, word_set

IRREGULAR_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|build built built|burst burst burst
buy bought bought|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left
lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant
meet met met|mistake mistook mistaken|overcome overcame overcome|pay paid paid|put put put
read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn
shake shook shaken|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
sow sowed sown|speak spoke spoken|spend spent spent|spin spun spun|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
sting stung stung|strike struck struck|string strung strung|strive strove striven|swear swore sworn
sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
understand understood understood|undergo underwent undergone|undertake undertook undertaken
upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won
wind wound wound|withdraw withdrew withdrawn|write wrote written
"""
"""Lemma, past and past participle; verbs whose forms differ by dialect are left out."""

IRREGULAR_PLURALS = """
man men|woman women|child children|foot feet|tooth teeth|mouse mice|goose geese|person people
life lives|wife wives|knife knives|leaf leaves|half halves|shelf shelves|wolf wolves|thief thieves
self selves|loaf loaves|calf calves|hero heroes|potato potatoes|tomato tomatoes|echo echoes
crisis crises|analysis analyses|basis bases|hypothesis hypotheses|thesis theses
phenomenon phenomena|criterion criteria|bacterium bacteria|policeman policemen
businessman businessmen|fireman firemen|grandchild grandchildren
"""

UNCOUNTABLE = word_set(
    """information advice furniture equipment homework housework knowledge luggage baggage news
    progress research software hardware traffic weather work music money evidence feedback
    help accommodation behaviour behavior transport health education happiness pollution food
    water air electricity luck fun clothing jewellery jewelry machinery scenery vocabulary
    literature art garbage rubbish trash staff English leisure employment training harm
    entertainment technology nature love peace violence unemployment poverty bread rice"""
)
"""Nouns that learners put into the plural."""

UNCHANGED_PLURALS = word_set("sheep fish deer series species aircraft means headquarters")
_DOUBLED_LONG = word_set(
    "admit begin commit compel control equip expel forget occur omit permit prefer refer "
    "regret submit transfer upset rebel"
)
"""Longer verbs stressed on the last syllable, which double the last consonant."""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    def all(self) -> tuple[str, str, str, str, str]:
        """Return the forms in the order of the fields."""
        return (self.base, self.third, self.past, self.participle, self.gerund)


def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Return lemma -> (past, past participle)."""
    rows = (row.split() for line in IRREGULAR_VERBS.split("\n") for row in line.split("|") if row)
    return {base: (past, participle) for base, past, participle in rows}


def irregular_plurals() -> dict[str, str]:
    """Return singular -> plural."""
    rows = (row.split() for line in IRREGULAR_PLURALS.split("\n") for row in line.split("|") if row)
    return {singular: plural for singular, plural in rows}


def add_s(word: str) -> str:
    """Return the regular plural of a noun or third person of a verb."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    if word in ("go", "do", "undergo", "veto"):
        return word + "es"
    return word + "s"


def add_ed(verb: str) -> str:
    """Return the regular past (also of irregular verbs, as learners do: ``buyed``)."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ed"


def add_ing(verb: str) -> str:
    """Return the form in -ing."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def _doubles(verb: str) -> bool:
    if len(verb) < 3 or verb[-1] in "aeiouwxyh" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    vowels = sum(letter in VOWELS for letter in verb)
    return vowels == 1 or verb in _DOUBLED_LONG


def verb_forms(base: str, irregular: dict[str, tuple[str, str]]) -> VerbForms:
    """Return the forms of a verb; ``irregular`` is :func:`irregular_verbs`."""
    past, participle = irregular.get(base) or (add_ed(base), add_ed(base))
    third = "has" if base == "have" else add_s(base)
    return VerbForms(base, third, past, participle, add_ing(base))
