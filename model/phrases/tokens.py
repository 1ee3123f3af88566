"""Words, numbers and marks of a sentence, and how to replace them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from model.edits import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]|\w+")


class Token(NamedTuple):
    """A word, a number or a mark, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1)  # the table and the patterns look at the same sentence, one after the other
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words, numbers and marks of a sentence."""
    return tuple(Token(match[0], *match.span()) for match in _TOKEN.finditer(text))


def applied(
    text: str, tokens: Sequence[Token], place: int, count: int, replacement: str
) -> tuple[Span, str] | None:
    """Return what to replace in a text, spaces and capitals minded; None if that is not clear.

    Args:
        text: of the sentence.
        tokens: its tokens.
        place: index of the first token replaced.
        count: of tokens replaced.
        replacement: as an entry has it; empty to delete.
    """
    if count and replacement:
        start, end = tokens[place].start, tokens[place + count - 1].end
        if place == 0 and tokens[0].text[0].isupper():
            replacement = replacement[0].upper() + replacement[1:]
        return None if text[start:end] == replacement else (Span(start, end), replacement)
    if place == 0 or not (count or replacement):
        return None  # another word would begin the sentence, or nothing is said
    before = tokens[place - 1].end
    if count:
        return Span(before, tokens[place + count - 1].end), ""
    if not replacement[0].isalnum():
        return Span(before, before), replacement
    if place == len(tokens) or before == tokens[place].start:
        return None
    return Span(tokens[place].start, tokens[place].start), replacement + " "


def is_capitalised(word: str) -> bool:
    """Return True for a word that is capitalised as the first of a sentence is."""
    return word[0].isupper() and word[1:] == word[1:].lower() and word not in ("I", "I'm")
