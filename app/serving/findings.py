"""What is wrong in a text, in the positions of the program that sent it.

Programs underline words and offer replacements for them; an insertion between
two words has nothing to underline, and an empty replacement nothing to show.
So each finding reaches over a word at least. Knows neither JSON nor editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.checking.preferences import words_of
from app.serving.passages import Passage, Place
from model.edits import Correction, Edit, Span

_WORD = r"[\w\u0300-\u036f]+"
_JOINED = r"[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d[^\w\s]"  # the rest of an emoji
_TOKEN = rf"(?:{_WORD}(?:['\u2019\-]{_WORD})*|[^\w\s])(?:{_JOINED})*"
_NEXT = re.compile(rf"[^\S\r\n]*{_TOKEN}")
_PREVIOUS = re.compile(rf"{_TOKEN}[^\S\r\n]*\Z")
_LOOK_BACK = 120  # code points; longer than any word, so that the search stays short


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to correct."""

    span: Span
    """In code points of the source; never empty."""
    original: str
    replacement: str
    edit: Edit
    """What the engine proposed; of several that are shown as one, the first."""
    sentence: str
    """Where it stands, as the engine read it."""

    def shifted(self, offset: int) -> Finding:
        """Return the same finding counted from another origin."""
        return Finding(
            self.span.shifted(offset), self.original, self.replacement, self.edit, self.sentence
        )


@dataclass(slots=True)
class _Group:
    """Edits that are shown as one finding."""

    start: int
    end: int
    sentence: str
    edits: list[Edit]
    """As the engine gave them, but with spans in the source."""

    def join(self, before: _Group) -> None:
        """Take in the group before this one, which it overlaps."""
        self.start, self.end = min(self.start, before.start), max(self.end, before.end)
        self.edits = before.edits + self.edits
        self.sentence = before.sentence


def find(
    source: str,
    passage: Passage,
    corrections: Iterable[Correction],
    known_words: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return what is to be corrected, sorted and disjoint.

    Args:
        source: what the program sent.
        passage: how the engine read it.
        corrections: of the reading, in order.
        known_words: words that are right, casefolded.
    """
    groups: list[_Group] = []
    for edit, place, sentence in _placed(passage, corrections, len(source)):
        if known_words and not known_words.isdisjoint(_changed_words(edit)):
            continue
        start, end = _extent(source, edit, place)
        if start == end:
            continue  # nothing in reach to underline
        group = _Group(start, end, sentence, [edit])
        while groups and group.start < groups[-1].end:
            group.join(groups.pop())
        groups.append(group)
    return tuple(_findings(source, groups))


def _placed(
    passage: Passage, corrections: Iterable[Correction], source_length: int
) -> Iterator[tuple[Edit, Place, str]]:
    """Yield the edits that touch no markup, with spans in the source."""
    for correction in corrections:
        for edit in correction.edits:
            shifted = edit.shifted(correction.sentence.start)
            place = passage.place(shifted.span)
            if place is not None and not _is_about_a_gap(edit, place, source_length):
                placed = edit.shifted(place.span.start - edit.span.start)
                yield placed, place, correction.sentence.text


def _is_about_a_gap(edit: Edit, place: Place, source_length: int) -> bool:
    """Return True for a change of blanks beside markup: the engine reads them without it."""
    if edit.original.strip() or edit.replacement.strip():
        return False
    at_start = place.span.start == place.piece.start > 0
    return at_start or place.span.end == place.piece.end < source_length


def _changed_words(edit: Edit) -> frozenset[str]:
    return words_of(edit.original) - words_of(edit.replacement)


def _extent(source: str, edit: Edit, place: Place) -> tuple[int, int]:
    """Return what of the source the finding covers."""
    start, end = edit.span.start, edit.span.end
    if start < end and edit.replacement.strip():
        return start, end
    sides = (_right, _left) if edit.replacement[:1].isalnum() or start < end else (_left, _right)
    for side in sides:
        low, high = side(source, start, end, place.piece)
        if (low, high) != (start, end):
            return low, high
    return start, end


def _right(source: str, start: int, end: int, piece: Span) -> tuple[int, int]:
    match = _NEXT.match(source, end, piece.end)
    return start, match.end() if match else end


def _left(source: str, start: int, end: int, piece: Span) -> tuple[int, int]:
    low = max(piece.start, start - _LOOK_BACK)
    match = _PREVIOUS.search(source[low:start])
    return low + match.start() if match else start, end


def _findings(source: str, groups: Iterable[_Group]) -> Iterator[Finding]:
    for group in groups:
        original = source[group.start : group.end]
        replacement = _replaced(original, group)
        if replacement != original:
            span = Span(group.start, group.end)
            yield Finding(span, original, replacement, group.edits[0], group.sentence)


def _replaced(original: str, group: _Group) -> str:
    pieces: list[str] = []
    position = 0
    for edit in group.edits:
        start, end = edit.span.start - group.start, edit.span.end - group.start
        pieces += (original[position:start], edit.replacement)
        position = max(position, end)
    return "".join(pieces) + original[position:]
