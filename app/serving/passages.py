"""A text as the engine reads it, and where each part of it stands in what a program sent.

Markup may be left out of the reading, or be replaced by a word that stands for
it; only what was copied letter by letter can be corrected. Knows no format.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from model.edits import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the reading that stands in the source as it is."""

    start: int
    """In the reading."""
    source: int
    """In the source."""
    length: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source something stands, and how far its surroundings may be used."""

    span: Span
    piece: Span
    """The run of correctable source around it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A reading and its pieces; positions count code points.

    Two passages are equal if the engine would read the same and corrections
    would go to the same places.
    """

    reading: str
    pieces: tuple[Piece, ...]
    """In order, disjoint; what lies between them in the reading stands for markup."""

    @classmethod
    def of_plain(cls, text: str) -> Passage:
        """Return the passage of a text without markup."""
        return cls(text, (Piece(0, 0, len(text)),))

    def place(self, span: Span) -> Place | None:
        """Return where a span of the reading stands in the source; None if it touches markup.

        An insertion between two pieces belongs to the first.
        """
        index = bisect_right(self.pieces, span.start, key=lambda piece: piece.start) - 1
        for piece in self.pieces[max(index - 1, 0) : index + 1]:
            if piece.start <= span.start and span.end <= piece.start + piece.length:
                shift = piece.source - piece.start
                return Place(span.shifted(shift), Span(piece.source, piece.source + piece.length))
        return None


class PassageBuilder:
    """Puts a passage together from left to right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    @property
    def last(self) -> str:
        """The last character of the reading so far; empty at its start."""
        return self._parts[-1][-1:] if self._parts else ""

    def add_text(self, text: str, source: int) -> None:
        """Add text that stands at ``source`` in the source."""
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and (last.start + last.length, last.source + last.length) == (self._length, source):
            self._pieces[-1] = Piece(last.start, last.source, last.length + len(text))
        else:
            self._pieces.append(Piece(self._length, source, len(text)))
        self._add(text)

    def add_stand_in(self, text: str) -> None:
        """Add what the engine shall read in the place of markup."""
        if text:
            self._add(text)

    def build(self) -> Passage:
        """Return the passage."""
        return Passage("".join(self._parts), tuple(self._pieces))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def joined_text(parts: Iterable[tuple[str, str | None]]) -> tuple[str, Passage]:
    """Return the source and the passage of a text in parts.

    Args:
        parts: texts in order; with the second item, a part is markup to be read like that.
    """
    builder = PassageBuilder()
    source: list[str] = []
    position = 0
    for text, stand_in in parts:
        if stand_in is None:
            builder.add_text(text, position)
        else:
            builder.add_stand_in(stand_in)
        source.append(text)
        position += len(text)
    return "".join(source), builder.build()
