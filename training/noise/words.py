"""Split natural text into words, spaces and marks that join back to it.

Not a tokeniser for models: it only finds the places where errors are made.
"""

from __future__ import annotations

import re

_SEGMENTS = re.compile(
    r"\s+"
    # Addresses, paths, handles, codes and numbers are one segment each and are never touched.
    r"|[^\s]*(?:://|@|www\.|\\)[^\s]*"
    r"|[#/~][\w/.\-]+"
    r"|[^\W\d_]+(?:\.[^\W\d_]+)+\.?"
    r"|[^\W_]*_\w*"
    r"|[^\W_]*\d[\w.,:%/°\-]*[\w%°]|\d"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*"
    r"|."
)

VOWELS = frozenset("aeiou")
CURLY = "\u2019"
"""The apostrophe of typeset text."""


def split_words(text: str) -> list[str]:
    """Return segments whose concatenation is ``text``.

    A segment is white space, a word (with inner apostrophes: ``don't``), one
    mark, or something protected as a whole (a number, an address, a path).
    """
    return _SEGMENTS.findall(text)


def is_word(segment: str) -> bool:
    """Return True for a word, which may hold apostrophes."""
    return segment[0].isalpha() and (segment.isalpha() or "'" in segment or CURLY in segment)


def like(word: str, model: str) -> str:
    """Give ``word`` the capitals of ``model`` (THE, The or the)."""
    if not model or not model[0].isupper():
        return word
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:]


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list separated by white space."""
    return frozenset(words.split())
