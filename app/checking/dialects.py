"""Suggest the spelling of the English that the writer prefers; by default none is preferred.

The engine never turns one variant into the other. Only a writer who has chosen
a variant gets these suggestions. Which spellings are whose is the engine's knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from model.dialects import in_american, in_british
from model.edits import Category, Correction, Edit, Span

ERROR_TYPE = "R:DIALECT"

WORD = re.compile(r"[^\W\d_]{4,}")


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
        if word[0].isupper() and match.start() > 0:
            continue
        other = in_american(word) if dialect is Dialect.AMERICAN else in_british(word)
        if other != word:
            span = Span(match.start(), match.end())
            yield Edit(span, word, other, 1.0, Category.SPELLING, ERROR_TYPE)
