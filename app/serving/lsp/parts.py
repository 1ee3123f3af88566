"""Cut a document into passages that are checked by themselves.

A format says which stretches are text, markup inside a sentence, or markup
between sentences; this module puts passages together from that. A passage does
not know where it stands, so that it stays the same when text before it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from app.serving.passages import Passage, PassageBuilder

_BLANK_LINES = re.compile(r"(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+")
_LETTER = re.compile(r"[^\W\d_]")


class PartKind(Enum):
    """What a stretch of a document is."""

    TEXT = "text"
    MARKUP = "markup"
    """Inside a sentence; the engine reads the stand-in."""
    BREAK = "break"
    """Ends the passage."""
    OPEN = "open"
    """Markup after which a passage begins that stands inside the one before, as a footnote."""
    CLOSE = "close"
    """Markup that ends such a passage."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document, in code points."""

    kind: PartKind
    start: int
    end: int
    stand_in: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage and where it stands."""

    origin: int
    """In code points of the document; the sources of the passage's pieces count from here."""
    passage: Passage

    @property
    def end(self) -> int:
        """Where the last piece ends in the document."""
        last = self.passage.pieces[-1]
        return self.origin + last.source + last.length


class _Opened:
    """A passage that is being put together."""

    def __init__(self) -> None:
        self._builder = PassageBuilder()
        self._origin: int | None = None
        self._has_letters = False

    def add(self, text: str, position: int) -> None:
        if self._origin is None:
            # Blanks before the first word would make another passage of the same sentence.
            position += len(text) - len(text.lstrip())
            text = text.lstrip()
            if not text:
                return
            self._origin = position
        self._has_letters = self._has_letters or _LETTER.search(text) is not None
        self._builder.add_text(text, position - self._origin)

    def add_stand_in(self, text: str) -> None:
        if self._builder.last or text.strip():
            self._builder.add_stand_in(text)

    def built(self) -> Iterator[PlacedPassage]:
        """Yield the passage, if there are words in it."""
        if self._origin is not None and self._has_letters:
            yield PlacedPassage(self._origin, self._builder.build())


def passages(text: str, parts: Iterable[Part]) -> Iterator[PlacedPassage]:
    """Yield the passages of a document, in the order in which they end.

    Args:
        text: the document.
        parts: in order, disjoint; what they leave out is not checked.
    """
    opened = [_Opened()]
    for part in parts:
        if part.kind is PartKind.TEXT:
            yield from _add_text(text, part, opened)
        elif part.kind is PartKind.MARKUP:
            opened[-1].add_stand_in(part.stand_in)
        elif part.kind is PartKind.OPEN:
            opened.append(_Opened())
        else:
            yield from opened.pop().built()
            if part.kind is PartKind.BREAK or not opened:
                opened.append(_Opened())
    for each in reversed(opened):
        yield from each.built()


def _add_text(text: str, part: Part, opened: list[_Opened]) -> Iterator[PlacedPassage]:
    """Add text; a blank line ends all that is open, also what somebody forgot to close."""
    position = part.start
    for match in _BLANK_LINES.finditer(text, part.start, part.end):
        opened[-1].add(text[position : match.start()], position)
        for each in reversed(opened):
            yield from each.built()
        opened[:] = [_Opened()]
        position = match.end()
    if position < part.end:
        opened[-1].add(text[position : part.end], position)
