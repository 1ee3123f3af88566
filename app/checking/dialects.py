"""Suggest the spelling of the English that the writer prefers; by default none is preferred.

The engine never turns one variant into the other. Only a writer who has chosen
a variant gets these suggestions, from the engine's own table of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from model.dialects import american
from model.edits import Category, Correction, Edit, Span

ERROR_TYPE = "R:DIALECT"

WORD = re.compile(r"[^\W\d_]{4,}")

_IN_BOTH = """
analogue check checks curb curbs dialog dialogs dialogue dialogues draft drafts gotten judgment
jail liter meter meters practice practiced practices practicing program programs storey story
tire tires license licenses while toward afterward backward forward upward downward among learned
burned spelled spilled smelled leaned leaped spoiled dreamed oriented
"""
OTHER_MEANINGS = frozenset(_IN_BOTH.split())
"""Words that are right in both variants, in some meaning at least: never suggested away."""

TO_BRITISH = (
    ("or", "our"),
    ("er", "re"),
    ("iz", "is"),
    ("yz", "ys"),
    ("led", "lled"),
    ("ling", "lling"),
    ("ler", "ller"),
    ("ense", "ence"),
    ("gray", "grey"),
)
"""Letters that may differ; a candidate counts only if the table turns it back."""


class Dialect(Enum):
    """Which spellings are wanted."""

    NONE = "none"
    BRITISH = "british"
    AMERICAN = "american"


def with_dialect(correction: Correction, dialect: Dialect) -> Correction:
    """Add suggestions for the words of a sentence that are spelled in the other variant.

    Words that the engine changes anyway are left to it.
    """
    if dialect is Dialect.NONE:
        return correction
    taken = [edit.span for edit in correction.edits]
    found = [
        edit
        for edit in _edits(correction.sentence.text, dialect)
        if not any(edit.span.overlaps(span) for span in taken)
    ]
    if not found:
        return correction
    edits = tuple(sorted((*correction.edits, *found), key=lambda edit: edit.span))
    return Correction(correction.sentence, edits)


def _edits(text: str, dialect: Dialect) -> Iterator[Edit]:
    for match in WORD.finditer(text):
        word = match.group()
        # A capital in mid-sentence is a name: the Labour Party, Pearl Harbor.
        if word.casefold() in OTHER_MEANINGS or (word[0].isupper() and match.start() > 0):
            continue
        other = _american(word) if dialect is Dialect.AMERICAN else british(word)
        if other != word:
            span = Span(match.start(), match.end())
            yield Edit(span, word, other, 1.0, Category.SPELLING, ERROR_TYPE)


def _american(word: str) -> str:
    found = american(word)
    return word if found == word.lower() else _cased(found, word)


def british(word: str) -> str:
    """Return the British spelling of a word, or the word if it has no other."""
    small = word.lower()
    for theirs, ours in TO_BRITISH:
        for match in re.finditer(theirs, small):
            candidate = small[: match.start()] + ours + small[match.end() :]
            if american(candidate) == small and american(small) == small:
                return _cased(candidate, word)
    return word


def _cased(found: str, pattern: str) -> str:
    if pattern.isupper():
        return found.upper()
    return found.capitalize() if pattern[0].isupper() else found
