"""Translate between offsets in a text and the positions that editors send.

An editor counts lines, and in them units of the encoding that both sides agreed
on. Lines end as the protocol says, with LF, CR LF or CR and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

_LINE_END = re.compile(r"\r\n|\r|\n")
_ASTRAL = 0xFFFF


class LineIndex:
    """Both directions for one text.

    Args:
        text: what the positions refer to.
        encoding: which units the editor counts.
    """

    def __init__(self, text: str, encoding: types.PositionEncodingKind | str) -> None:
        self._text = text
        self._encoding = types.PositionEncodingKind(encoding)
        self._starts = [0]
        self._ends: list[int] = []
        """Where each line ends, its line end not counted."""
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; beyond its line or the text it is their end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        line = self._text[start:end]
        if self._encoding is types.PositionEncodingKind.Utf32 or line.isascii():
            return start + min(position.character, len(line))
        units = 0
        for index, character in enumerate(line):
            units += self._width(character)
            if units > position.character:
                return start + index
        return end

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        if self._encoding is types.PositionEncodingKind.Utf32 or before.isascii():
            return types.Position(line, len(before))
        return types.Position(line, sum(map(self._width, before)))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def _width(self, character: str) -> int:
        """Return how many units a character takes."""
        code = ord(character)
        if self._encoding is types.PositionEncodingKind.Utf16:
            return 2 if code > _ASTRAL else 1
        if code < 0x80:
            return 1
        return 2 if code < 0x800 else 3 if code <= _ASTRAL else 4


def with_changes(
    text: str,
    changes: list[types.TextDocumentContentChangeEvent],
    encoding: types.PositionEncodingKind | str,
) -> str:
    """Return a text after the changes that an editor reports, in their order."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            lines = LineIndex(text, encoding)
            start = lines.offset(change.range.start)
            end = max(start, lines.offset(change.range.end))
            text = text[:start] + change.text + text[end:]
        else:
            text = change.text
    return text
