"""The forms of verbs and nouns, made by rule and checked against a list of words.

Serves the patterns: which form is this, and what is the other one called? Knows
single words; nothing of sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from model.lexicon import AUXILIARIES, PREPOSITIONS, PRONOUNS, word_class
from model.spelling.words import WordList

_LEAST_BITS = 5.0  # of frequency; rarer forms are more often a stranger's than the word's
_MOST_RARER = 8.0  # bits; a form so much rarer than its base is another word or a slip
_VOWELS = "aeiou"
_TAKE_ES = ("ses", "xes", "zes", "ches", "shes", "oes")
_REMEMBERED = 192  # words each way
# Base, past, participle.
_IRREGULAR = """
    arise arose arisen | bear bore borne | beat beat beaten | become became become |
    begin began begun | bend bent bent | bite bit bitten | bleed bled bled | blow blew blown |
    break broke broken | bring brought brought | build built built | burn burnt burnt |
    buy bought bought | catch caught caught | choose chose chosen | come came come |
    deal dealt dealt | dig dug dug | do did done | draw drew drawn | dream dreamt dreamt |
    drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed fed |
    feel felt felt | fight fought fought | find found found | fly flew flown |
    forbid forbade forbidden | forget forgot forgotten | forgive forgave forgiven |
    freeze froze frozen | get got got | give gave given | go went gone | grow grew grown |
    hang hung hung | have had had | hear heard heard | hide hid hidden | hold held held |
    keep kept kept | know knew known | lay laid laid | lead led led | leave left left |
    lend lent lent | lie lay lain | lose lost lost | make made made | mean meant meant |
    meet met met | pay paid paid | ride rode ridden | ring rang rung | rise rose risen |
    run ran run | say said said | see saw seen | seek sought sought | sell sold sold |
    send sent sent | shake shook shaken | shine shone shone | shoot shot shot |
    show showed shown | sing sang sung | sink sank sunk | sit sat sat | sleep slept slept |
    speak spoke spoken | spend spent spent | spin spun spun | stand stood stood |
    steal stole stolen | stick stuck stuck | strike struck struck | swear swore sworn |
    sweep swept swept | swim swam swum | take took taken | teach taught taught |
    tear tore torn | tell told told | think thought thought | throw threw thrown |
    understand understood understood | wake woke woken | wear wore worn | win won won |
    write wrote written
"""
_VERBS = {family[0]: tuple(family) for family in map(str.split, _IRREGULAR.split("|"))}
_PASTS = {past: base for base, past, _ in _VERBS.values() if past != base}
_PARTICIPLES = {part: base for base, _, part in _VERBS.values() if part != base}
_PLURALS = {
    **{"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet"},
    **{"tooth": "teeth", "mouse": "mice", "life": "lives", "wife": "wives", "knife": "knives"},
}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
# Look like plurals and are none, or have no singular that is meant.
_NO_PLURALS = frozenset(
    """
    news series species means always perhaps mathematics physics economics politics athletics
    headquarters this his is was has does its yes us thus across towards besides sometimes
    afterwards nowadays whereas unless less plus gas bus lens christmas business process access
    success stress address progress glass class yours hers ours theirs overseas indoors outdoors
    """.split()  # noqa: SIM905
)
# Look like base forms beside a pronoun and are adverbs, or the same in the past.
_NO_BASES = frozenset(
    """
    even still just well too then ever never also only soon both all alone either out up back
    down long may might must like own close open last right better best off might near further
    put cut hit let set hurt cost read quit shut spread bet burst split rid beat wed bid second
    """.split()  # noqa: SIM905
)


class Inflection:
    """Forms of words.

    Args:
        words: a form is one only if it is on this list.
    """

    def __init__(self, words: WordList) -> None:
        self._words = words
        self.base_of_past = lru_cache(_REMEMBERED)(self._base_of_past)
        self.base_of_third = lru_cache(_REMEMBERED)(self._base_of_third)
        self.base_of_ing = lru_cache(_REMEMBERED)(self._base_of_ing)
        self.is_base = lru_cache(_REMEMBERED)(self._is_base)
        self.singular = lru_cache(_REMEMBERED)(self._singular)
        self.plural = lru_cache(_REMEMBERED)(self._plural)

    def _is_base(self, word: str) -> bool:
        """Return True for the base form of what is often a verb."""
        if word in _VERBS or word == "like":
            return True
        if word in _NO_BASES or word_class(word) or not self._is_known(word):
            return False
        return bool(self.ing(word) and self.past(word))

    def has_forms(self, word: str) -> bool:
        """Return True for what may be a verb, even if it is more often something else ("open")."""
        return word in _VERBS or (not word_class(word) and self.ing(word) is not None)

    def _base_of_past(self, word: str) -> str | None:
        """Return the base of a past form that is not also a base; None if it is none."""
        if word in _PASTS:
            return _PASTS[word]
        if not word.endswith("ed") or len(word) < 5:
            return None
        bases = [word[:-1], word[:-2]]
        bases += [word[:-3]] if word[-3] == word[-4] else []
        bases += [f"{word[:-3]}y"] if word.endswith("ied") else []
        return self._best(base for base in bases if self.is_base(base))

    def _base_of_third(self, word: str) -> str | None:
        """Return the base of a form such as "goes"; None if it is none."""
        if word in ("has", "does"):
            return "have" if word == "has" else "do"
        if not word.endswith("s") or word.endswith("ss") or len(word) < 4 or word in _NO_PLURALS:
            return None
        bases = [word[:-1]]
        bases += [word[:-2]] if word.endswith(_TAKE_ES) else []
        bases += [f"{word[:-3]}y"] if word.endswith("ies") else []
        return self._best(base for base in bases if self.is_base(base))

    def _base_of_ing(self, word: str) -> str | None:
        """Return the base of a form such as "going"; None if it is none."""
        if not word.endswith("ing") or len(word) < 5:
            return None
        bases = [word[:-3], f"{word[:-3]}e"]
        bases += [word[:-4]] if word[-4] == word[-5] else []
        bases += [f"{word[:-4]}ie"] if word.endswith("ying") else []
        return self._best(base for base in bases if self.is_base(base))

    def base_of_participle(self, word: str) -> str | None:
        """Return "go" of "gone"; None if it is no participle."""
        return _PARTICIPLES.get(word) or self.base_of_past(word)

    def third(self, base: str) -> str | None:
        """Return "goes" of "go"; None if the list has no such form."""
        if base in ("have", "do"):
            return "has" if base == "have" else "does"
        return self._best((*_with_s(base),), base)

    def past(self, base: str) -> str | None:
        """Return "went" of "go"."""
        return _VERBS[base][1] if base in _VERBS else self._best(_with_ed(base), base)

    def participle(self, base: str) -> str | None:
        """Return "gone" of "go"."""
        return _VERBS[base][2] if base in _VERBS else self._best(_with_ed(base), base)

    def ing(self, base: str) -> str | None:
        """Return "going" of "go"."""
        if not base:
            return None  # "ing" by itself is on the list
        stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
        forms = [f"{stem}ing"]
        forms += [f"{base}{base[-1]}ing"] if _doubles(base) else []
        forms += [f"{base[:-2]}ying"] if base.endswith("ie") else []
        return self._best(forms, base)

    def _singular(self, word: str) -> str | None:
        """Return the singular of a plural noun; None if it is none."""
        if word in _SINGULARS:
            return _SINGULARS[word]
        if not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _NO_PLURALS:
            return None
        forms = [word[:-1]]
        forms += [word[:-2]] if word.endswith(_TAKE_ES) else []
        forms += [f"{word[:-3]}y"] if word.endswith("ies") else []
        return self._best(form for form in forms if not word_class(form) and len(form) > 2)

    def _plural(self, word: str) -> str | None:
        """Return the plural of a noun; None if it has none or is one already."""
        if word in _PLURALS:
            return _PLURALS[word]
        if word in _SINGULARS or word_class(word) or word in _NO_PLURALS or len(word) < 3:
            return None
        return self._best(_with_s(word), word)

    def _is_known(self, word: str) -> bool:
        bits = self._words.bits(word)
        return bits is not None and bits >= _LEAST_BITS

    def _best(self, forms: Iterable[str], base: str | None = None) -> str | None:
        """Return the most frequent known form, unless it is far rarer than its base."""
        found = [(self._words.bits(form) or 0.0, form) for form in forms if self._is_known(form)]
        if not found:
            return None
        bits, form = max(found)
        least = (self._words.bits(base) or 0.0) - _MOST_RARER if base else 0.0
        return form if bits >= least else None


def past_participle_of_past(word: str) -> str | None:
    """Return "gone" of "went", where the two differ; None elsewhere."""
    base = _PASTS.get(word)
    if base is None or _VERBS[base][2] == word:
        return None
    return _VERBS[base][2]


def past_of_participle(word: str) -> str | None:
    """Return "went" of "gone", where the two differ; None elsewhere."""
    base = _PARTICIPLES.get(word)
    if base is None or _VERBS[base][1] == word:
        return None
    return _VERBS[base][1]


def is_function_word(word: str) -> bool:
    """Return True for words of closed classes, which no pattern takes for a noun or a verb."""
    return word in AUXILIARIES or word in PREPOSITIONS or word in PRONOUNS or bool(word_class(word))


def _with_s(base: str) -> list[str]:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [f"{base[:-1]}ies"]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return [f"{base}es", f"{base}s"]
    return [f"{base}s"]


def _with_ed(base: str) -> list[str]:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [f"{base[:-1]}ied"]
    forms = [f"{base}d" if base.endswith("e") else f"{base}ed"]
    return forms + ([f"{base}{base[-1]}ed"] if _doubles(base) else [])


def _doubles(base: str) -> bool:
    return len(base) > 2 and base[-1] not in f"{_VOWELS}wxy" and base[-2] in _VOWELS
