"""Translate positions between Python's code points and Qt's UTF-16 units.

Knows one text at a time and nothing of Qt. Everything the engine says counts
code points, everything a ``QTextCursor`` says counts UTF-16 units; this is
the only place where one becomes the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

LAST_OF_ONE_UNIT = "\uffff"
"""Code points above this one take two UTF-16 units."""


class Utf16Offsets:
    """Both directions for one text.

    Text without astral characters (nearly all text) costs one scan and no memory.

    Args:
        text: what the positions refer to.
    """

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts: list[int] | None = None
        if text and not text.isascii() and max(text) > LAST_OF_ONE_UNIT:
            widths = (2 if character > LAST_OF_ONE_UNIT else 1 for character in text)
            self._starts = [0, *accumulate(widths)]

    def to_qt(self, code_point: int) -> int:
        """Return the UTF-16 position of a code point position.

        Raises:
            ValueError: if the position lies outside the text.
        """
        if not 0 <= code_point <= self._length:
            raise ValueError(f"position {code_point} is outside a text of {self._length}")
        return code_point if self._starts is None else self._starts[code_point]

    def to_code_point(self, unit: int) -> int:
        """Return the code point position of a UTF-16 position.

        A position inside a surrogate pair belongs to the character it is part of.

        Raises:
            ValueError: if the position lies outside the text.
        """
        length = self._length if self._starts is None else self._starts[-1]
        if not 0 <= unit <= length:
            raise ValueError(f"position {unit} is outside a text of {length} UTF-16 units")
        if self._starts is None:
            return unit
        exact = bisect_left(self._starts, unit)
        return exact if self._starts[exact] == unit else bisect_right(self._starts, unit) - 1


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > LAST_OF_ONE_UNIT for character in text)
