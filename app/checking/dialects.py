"""Suggest the spelling of the English that the writer prefers; by default none is preferred.

The engine never turns one variant into the other. Only a writer who has chosen
a variant gets these suggestions. Which spellings are whose is the engine's knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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

    Words that the engine changes anyway are left to it, but it is to change them into the
    spelling that is wanted: "colur" into "colour" for a British writer.
    """
    if dialect is Dialect.NONE:
        return correction
    corrected = tuple(_in_dialect(edit, dialect) for edit in correction.edits)
    correction = replace(correction, edits=corrected)
    taken = [edit.span for edit in corrected]
    found = [
        edit
        for edit in _edits(correction.sentence.text, dialect)
        if not any(edit.span.overlaps(span) for span in taken)
    ]
    if not found:
        return correction
    edits = tuple(sorted((*correction.edits, *found), key=lambda edit: edit.span))
    return replace(correction, edits=edits)


def _edits(text: str, dialect: Dialect) -> Iterator[Edit]:
    for match in WORD.finditer(text):
        word = match.group()
        # A capital in mid-sentence is a name: the Labour Party, Pearl Harbor.
        if word[0].isupper() and match.start() > 0:
            continue
        other = _respelled(word, dialect)
        if other != word:
            span = Span(match.start(), match.end())
            yield Edit(span, word, other, 1.0, Category.SPELLING, ERROR_TYPE)


def _in_dialect(edit: Edit, dialect: Dialect) -> Edit:
    """Return an edit whose new words are spelled as wanted; words that stood there stay."""
    present = frozenset(WORD.findall(edit.original))

    def respell(match: re.Match[str]) -> str:
        word = match.group()
        return word if word in present else _respelled(word, dialect)

    replacement = WORD.sub(respell, edit.replacement)
    return (
        edit
        if replacement in (edit.replacement, edit.original)
        else replace(edit, replacement=replacement)
    )


def _respelled(word: str, dialect: Dialect) -> str:
    return in_american(word) if dialect is Dialect.AMERICAN else in_british(word)
