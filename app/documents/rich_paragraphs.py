"""Edit the text of a formatted paragraph so that each kept character keeps its formatting.

A paragraph is a row of slots in document order: strings, single things that
stand for one character (a tab, a picture) and things that show nothing (a
bookmark, a footnote's anchor). What the slots are made of is the business of
the formats; which slot takes new text is decided here, once for all formats.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import Enum
from typing import Self

from app.documents.values import OBJECT_MARK


class SlotKind(Enum):
    """What can be done with a slot."""

    TEXT = "text"
    """A string that can be rewritten."""
    FIXED = "fixed"
    """One character that can only be kept or removed."""
    HIDDEN = "hidden"
    """No character: stays with its place."""


class Slot(ABC):
    """A piece of a paragraph. After any change of the paragraph ask for its slots again."""

    text: str
    kind: SlotKind
    protected: bool
    """True if the text is not the writer's own: a page number, a citation, code."""

    @property
    def is_object(self) -> bool:
        """True if this stands for a picture or the like, whose formatting is no text's."""
        return self.kind is SlotKind.FIXED and self.text == OBJECT_MARK

    @abstractmethod
    def rewrite(self, text: str) -> None:
        """Replace the string of a TEXT slot; ``text`` is not empty."""

    @abstractmethod
    def remove(self) -> None:
        """Take the slot out of the paragraph."""

    @abstractmethod
    def insert(self, text: str, *, after: bool) -> None:
        """Put text with the same formatting beside the slot, which stays."""


class RichParagraph(ABC):
    """A formatted paragraph in its document."""

    @abstractmethod
    def slots(self) -> Sequence[Slot]:
        """Return the pieces in document order."""

    def settle(self) -> None:
        """Get ready for the first change; most formats need nothing."""
        return

    @abstractmethod
    def append_text(self, text: str) -> None:
        """Add text at the end, formatted as the paragraph itself."""

    @abstractmethod
    def copy_after(self) -> Self:
        """Put an exact copy of the paragraph after it and return the copy."""

    @abstractmethod
    def new_after(self) -> Self:
        """Put an empty paragraph after this one, formatted as Enter would do, and return it."""

    @abstractmethod
    def new_before(self) -> Self:
        """Put an empty paragraph of the same style before this one and return it."""

    @abstractmethod
    def absorb(self, following: Self) -> None:
        """Append the contents of the following paragraph and remove it."""

    @abstractmethod
    def remove(self) -> None:
        """Take the paragraph out of its document."""

    @property
    def text(self) -> str:
        """What the paragraph shows, without a line end."""
        return "".join(slot.text for slot in self.slots())


_Placed = list[tuple[Slot, int, int]]


def replace_text(paragraph: RichParagraph, start: int, end: int, replacement: str) -> None:
    """Replace ``paragraph.text[start:end]``; there is no line end in ``replacement``.

    New text is formatted as the first character that it replaces, or as the one before it.
    """
    paragraph.settle()
    placed = _placed(paragraph)
    home = _home(placed, start, end) if replacement else None
    if replacement and home is None:
        paragraph.append_text(replacement)
    # Backwards, as removing a thing may move the text behind it into the slot before it.
    for slot, low, high in reversed(placed):
        if slot is home and slot.kind is SlotKind.TEXT:
            at = min(max(start - low, 0), len(slot.text))
            slot.rewrite(slot.text[:at] + replacement + slot.text[max(at, end - low) :])
            continue
        if slot is home:
            slot.insert(replacement, after=low < start or start < end)
        _delete(slot, start - low, end - low, high - low)


def split(paragraph: RichParagraph, offset: int) -> RichParagraph:
    """Break a paragraph in two at ``offset`` and return the second half."""
    paragraph.settle()
    second = paragraph.copy_after()
    for half, is_first in ((paragraph, True), (second, False)):
        for slot, low, high in reversed(_placed(half)):
            if low == high:
                # At the very start everything moves on with the text; else it stays behind.
                stays = low <= offset if offset else False
                if stays is not is_first:
                    slot.remove()
            elif is_first:
                _delete(slot, offset - low, high - low, high - low)
            else:
                _delete(slot, 0, offset - low, high - low)
    return second


def _placed(paragraph: RichParagraph) -> _Placed:
    """Return the slots with their start and end in the paragraph's text."""
    placed: _Placed = []
    position = 0
    for slot in paragraph.slots():
        placed.append((slot, position, position + len(slot.text)))
        position += len(slot.text)
    return placed


def _home(placed: _Placed, start: int, end: int) -> Slot | None:
    """Choose the slot whose formatting new text takes; None if the paragraph is empty."""
    if start < end:
        return next(slot for slot, low, high in placed if low <= start < high)
    left = next((slot for slot, low, high in placed if low < start <= high), None)
    right = next((slot for slot, low, high in placed if low <= start < high), None)
    if left is None or (left.is_object and right is not None and not right.is_object):
        return right
    return left


def _delete(slot: Slot, start: int, end: int, length: int) -> None:
    """Delete a range that is relative to the slot and may reach beyond it."""
    start, end = max(start, 0), min(end, length)
    if start >= end:
        return
    rest = slot.text[:start] + slot.text[end:]
    if rest:
        slot.rewrite(rest)
    else:
        slot.remove()
