"""Tell a change between British and American spelling from a correction.

Knows regular patterns and a few frequent single words; claims nothing about
grammar or vocabulary.
"""

from __future__ import annotations

import re
from enum import Enum, auto


class Dialect(Enum):
    """Which spellings are wanted; ``NONE`` never turns one into the other."""

    NONE = "none"
    BRITISH = "british"
    AMERICAN = "american"


class Variant(Enum):
    """The direction of a change."""

    TO_BRITISH = auto()
    TO_AMERICAN = auto()


ENDING = r"(?=(?:s|ed|ing|er|ers|ly|ful|less|ite|ites|able|ist|ists|hood|y|d|r|rs)?$)"
"""What may follow the letters that differ."""

TO_AMERICAN = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z]{2})our" + ENDING, "or"),  # colour, neighbour
        (r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)", "iz"),  # organise
        (r"(?<=[a-z]{2})lys(?=(?:e|es|ed|ing|er|ers)$)", "lyz"),  # analyse
        (r"(?<=[a-z]{2}[bdt])re(?=s?$)", "er"),  # centre, fibre
        (r"(?<=[a-z][aeiou])ll(?=(?:ed|ing|er|ers)$)", "l"),  # travelled
        (r"(?<=[a-z]{3})ogue(?=s?$)", "og"),  # catalogue
        (r"(?<=[a-z]{3})ence(?=s?$)", "ense"),  # defence, licence
    )
)

WORDS = {
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "cheque": "check",
    "cheques": "checks",
    "programme": "program",
    "programmes": "programs",
    "aluminium": "aluminum",
    "jewellery": "jewelry",
    "plough": "plow",
    "sceptical": "skeptical",
    "mould": "mold",
    "towards": "toward",
    "whilst": "while",
    "learnt": "learned",
    "dreamt": "dreamed",
    "spelt": "spelled",
    "burnt": "burned",
    "ageing": "aging",
    "fulfil": "fulfill",
    "skilful": "skillful",
    "enrol": "enroll",
    "maths": "math",
}
"""British to American, where no pattern helps."""


def variant_change(original: str, replacement: str) -> Variant | None:
    """Return the direction if two texts differ only in their variant of English."""
    one, other = original.casefold().split(), replacement.casefold().split()
    if one == other or len(one) != len(other):
        return None
    directions = {_direction(a, b) for a, b in zip(one, other, strict=True) if a != b}
    return directions.pop() if len(directions) == 1 else None


def _direction(one: str, other: str) -> Variant | None:
    if _is_pair(one, other):
        return Variant.TO_AMERICAN
    if _is_pair(other, one):
        return Variant.TO_BRITISH
    return None


def _is_pair(british: str, american: str) -> bool:
    """Return True if the second is the American spelling of the first."""
    british, american = british.strip(".,;:!?"), american.strip(".,;:!?")
    if WORDS.get(british) == american:
        return True
    return any(pattern.sub(to, british) == american != british for pattern, to in TO_AMERICAN)
