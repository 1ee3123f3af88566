"""A small part-of-speech tagger by rule, in place of spaCy's.

ERRANT aligns and merges by lemma and part of speech. Where no spaCy model is
installed, closed word classes, endings and the word before decide here. Good enough
to pair words; not meant for anything else. Tags are Universal POS tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.lexicon import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_verb,
    stem,
)

OPEN_CLASSES = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
"""Content words, as ERRANT counts them."""

COORDINATING = frozenset({"and", "or", "but", "nor", "&", "yet"})
PARTICLES = frozenset({"not", "n't"})
AUXILIARY_CLITICS = frozenset({"'m", "'re", "'ve", "'ll", "'d", "ca", "wo", "sha"})
_ADVERBS = """
very too also just only even still already always never often sometimes here there then now again
soon maybe perhaps well quite rather almost ever yet away back together however therefore moreover
furthermore besides thus so more most less nowadays today tomorrow yesterday once later early far
long hard fast when why how where
"""
ADVERBS = frozenset(_ADVERBS.split())
_ADJECTIVES = """
good bad new old big small great little own other same different important young large high low
long short many much best better worse happy sad free full easy difficult hard main real nice
beautiful interesting first last next few sure able ready poor rich clean
"""
ADJECTIVES = frozenset(_ADJECTIVES.split())
ADJECTIVE_ENDINGS = (
    "ful",
    "ous",
    "ive",
    "able",
    "ible",
    "less",
    "ical",
    "ish",
    "ary",
    "ant",
    "ent",
)
NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ist")
NAMES_OF_NUMBERS = frozenset(
    {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "hundred",
        "thousand",
        "million",
    }
)
BEFORE_VERBS = frozenset({"PRON", "AUX", "PART"})
BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM", "ADP"})
PRONOUNS_WITH_IS = frozenset(
    {"it", "that", "he", "she", "there", "what", "who", "where", "how", "here", "this"}
)


@dataclass(frozen=True, slots=True)
class TaggedWord:
    """A token and what the aligner asks about it."""

    text: str
    lower: str
    lemma: str
    pos: str
    possessive: bool
    """A possessive ending on its own ("'s", "'")."""


def tag(tokens: Sequence[str]) -> list[TaggedWord]:
    """Return the tokens with lemma and part of speech."""
    tagged: list[TaggedWord] = []
    previous: TaggedWord | None = None
    for index, token in enumerate(tokens):
        following = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
        lower = token.lower()
        possessive = _is_possessive(lower, previous)
        pos = "PART" if possessive else _part_of_speech(token, previous, following)
        previous = TaggedWord(token, lower, _lemma(lower), pos, possessive)
        tagged.append(previous)
    return tagged


def _lemma(lower: str) -> str:
    return lower if lower.endswith("ly") or lower.startswith("'") else stem(lower)


def _is_possessive(lower: str, previous: TaggedWord | None) -> bool:
    if previous is None or previous.pos not in {"NOUN", "PROPN", "PRON", "ADJ", "VERB"}:
        return False
    if lower == "'":
        return previous.lower.endswith("s")
    return lower == "'s" and previous.lower not in PRONOUNS_WITH_IS and previous.pos != "VERB"


def _part_of_speech(token: str, previous: TaggedWord | None, following: str) -> str:
    lower = token.lower()
    if not any(sign.isalnum() for sign in token):
        return "SYM" if token in "$+=%&" else "PUNCT"
    if re.fullmatch(r"[\d.,:/-]+(?:st|nd|rd|th|%)?", token) or lower in NAMES_OF_NUMBERS:
        return "NUM"
    closed = _closed_class(lower, previous, following)
    if closed:
        return closed
    if token[0].isupper() and previous is not None and previous.pos != "PUNCT":
        return "PROPN"
    return _open_class(lower, previous)


def _closed_class(lower: str, previous: TaggedWord | None, following: str) -> str:
    """Return the class of a function word, or nothing."""
    if lower in PARTICLES:
        return "PART"
    if lower == "to":
        return "PART" if is_verb(following) and not following.endswith(("ing", "ed")) else "ADP"
    if lower in COORDINATING:
        return "CCONJ"
    if lower in BE or lower in MODALS or lower in AUXILIARY_CLITICS or lower == "'s":
        return "AUX"
    if lower in HAVE or lower in DO:
        helps = following in PARTICLES or following in BE or _looks_inflected(following)
        return "AUX" if helps or following in PRONOUNS - {"it", "them"} else "VERB"
    if lower == "that":
        after_word = previous is not None and previous.pos in {"VERB", "NOUN", "ADJ"}
        return "SCONJ" if after_word else "DET" if following not in BE else "PRON"
    if lower in {"many", "much", "more", "most", "few", "several", "little", "own"}:
        return "ADJ"
    if lower in DETERMINERS:
        return "PRON" if not following.isalpha() or following in BE else "DET"
    if lower in POSSESSIVES or lower in PRONOUNS:
        return "PRON"
    if lower in PREPOSITIONS:
        return "ADP"
    return "SCONJ" if lower in CONJUNCTIONS else ""


def _looks_inflected(word: str) -> bool:
    if word.endswith("s"):
        return False  # "have cars": neither a participle nor a base form
    return word.endswith(("ed", "en", "ing")) or (is_verb(word) and stem(word) != word)


def _open_class(lower: str, previous: TaggedWord | None) -> str:
    """Guess the class of a content word by its ending and the word before."""
    before = previous.pos if previous is not None else ""
    if lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4):
        return "ADV"
    if lower in ADJECTIVES or (lower.endswith(ADJECTIVE_ENDINGS) and len(lower) > 5):
        return "ADJ"
    if lower.endswith(NOUN_ENDINGS) and len(lower) > 5:
        return "NOUN"
    if before in BEFORE_NOUNS and not (before == "ADP" and lower.endswith("ing")):
        return "ADJ" if lower.endswith(("ed", "ing")) and before == "DET" else "NOUN"
    if before in BEFORE_VERBS and (is_verb(lower) or lower.endswith(("ed", "ing", "ize", "ise"))):
        return "VERB"
    if previous is not None and previous.lower in POSSESSIVES:
        return "NOUN"
    if lower.endswith(("ing", "ed")) or is_verb(lower):
        return "VERB"
    return "NOUN"
