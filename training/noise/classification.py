"""Name the kind of error behind one word-level difference.

A light rule classifier with ERRANT-like codes: M (missing), U (unneeded),
R (replaced). It knows words and forms, no syntax; what it cannot name is
``R:OTHER``, ``M:OTHER`` or ``U:OTHER``.
"""

from __future__ import annotations

from model.dialects import is_dialect_swap
from training.noise.alignment import Difference, edit_distance, similarity
from training.noise.confusions import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from training.noise.lexicon import Lexicon
from training.noise.morphology import UNCOUNTABLE, add_ed, add_s
from training.noise.words import CURLY

DIALECT = "DIALECT"
"""British for American or the other way round: not an error."""

_AGREEING = (("is", "are", "am"), ("was", "were"), ("has", "have"), ("does", "do"))
_NEGATED = (("doesn't", "don't"), ("isn't", "aren't"), ("wasn't", "weren't"), ("hasn't", "haven't"))


def classify(difference: Difference, lexicon: Lexicon) -> str:
    """Return the type of a difference."""
    source = tuple(word.replace(CURLY, "'") for word in difference.source)
    target = tuple(word.replace(CURLY, "'") for word in difference.target)
    if not source:
        return "M:" + _part(target, difference.after)
    if not target:
        return "U:" + _part(source, difference.after)
    old, new = " ".join(source).lower(), " ".join(target).lower()
    if len(source) == len(target) == 1:
        return _classify_word(source[0], target[0], lexicon)
    if old.replace(" ", "") == new.replace(" ", ""):
        return "R:ORTH:SPACE"
    if sorted(old.split()) == sorted(new.split()):
        return "R:WO"
    return "R:OTHER"


def _part(words: tuple[str, ...], after: str) -> str:
    if len(words) > 1:
        return "OTHER"
    word = words[0].lower()
    if not word[0].isalnum():
        return "PUNCT"
    if word == "to" and after and after not in DETERMINERS and after not in PRONOUNS:
        return "PREP"
    for name, members in (("DET", DETERMINERS), ("PREP", PREPOSITIONS), ("VERB", AUXILIARIES)):
        if word in members:
            if name == "DET" and word in PRONOUNS and word in ("that", "those", "this", "her"):
                return "PRON" if word == "that" else "DET"
            return name
    if word == "to":
        return "PREP"
    if word in PRONOUNS:
        return "PRON"
    return "CONJ" if word in CONJUNCTIONS else "OTHER"


def _classify_word(source: str, target: str, lexicon: Lexicon) -> str:
    old, new = source.lower(), target.lower()
    if old == new:
        return "R:ORTH:CASE"
    if new == "." and old in ",;":
        return "R:OTHER"  # a comma splice: two sentences, which one clean sentence cannot become
    if not new[0].isalpha() or not old[0].isalpha():
        return "R:OTHER" if new[0].isalnum() or old[0].isalnum() else "R:PUNCT"
    if is_dialect_swap(old, new):
        return DIALECT
    if old.replace("'", "") == new.replace("'", ""):
        return "R:CONTR"
    for name, members in (("DET", DETERMINERS), ("PREP", PREPOSITIONS), ("PRON", PRONOUNS)):
        if old in members and new in members:
            return "R:" + name
    if {old, new} <= {"to", *PREPOSITIONS}:
        return "R:PREP"
    return _classify_form(old, new, lexicon)


def _classify_form(old: str, new: str, lexicon: Lexicon) -> str:
    if any(old in group and new in group for group in (*_AGREEING, *_NEGATED)):
        return "R:VERB:SVA"
    if old in AUXILIARIES and new in AUXILIARIES:
        return "R:VERB:TENSE"
    if lexicon.plurals.get(old) == new or lexicon.plurals.get(new) == old:
        return "R:NOUN:NUM"
    if (new in UNCOUNTABLE and old == add_s(new)) or old in (add_s(new), new + "s"):
        return "R:NOUN:NUM" if new in UNCOUNTABLE or old not in lexicon.counts else "R:VERB:SVA"
    verb = lexicon.forms.get(new)
    if verb is not None:
        if old in verb.all():
            return _verb_type(old, new, verb.base, verb.third, verb.past)
        if old in (add_ed(verb.base), verb.base + "ed"):
            return "R:VERB:INFL"
    if old.removesuffix("'s") == new.removesuffix("'s") or old.rstrip("s'") == new.rstrip("s'"):
        return "R:NOUN:POSS"
    if old not in lexicon.counts:
        close = edit_distance(old, new) <= max(2, len(new) // 3)
        return "R:SPELL" if close else "R:OTHER"
    shared = len(_common_start(old, new))
    if shared >= 4 and shared >= 0.5 * max(len(old), len(new)):
        return "R:MORPH"
    return "R:WORD" if len(old) > 1 or similarity(old, new) > 0.4 else "R:OTHER"


def _verb_type(old: str, new: str, base: str, third: str, past: str) -> str:
    if {old, new} == {base, third}:
        return "R:VERB:SVA"
    if past in (old, new) and ({old, new} & {base, third}):
        return "R:VERB:TENSE"
    return "R:VERB:FORM"


def _common_start(first: str, second: str) -> str:
    length = 0
    while length < min(len(first), len(second)) and first[length] == second[length]:
        length += 1
    return first[:length]
