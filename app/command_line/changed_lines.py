"""Turn chunks with edits into lines, for reports that show whole lines.

Knows nothing of how lines are shown. What is held is bounded by the longest
line, not by the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.command_line.checking import CheckedChunk
from model.edits import Edit, apply_edits

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Some neighbouring lines: one line without edits, or all lines that share edits."""

    text: str
    """The lines with their line ends; the last line of a text may have none."""
    edits: tuple[Edit, ...]
    """Spans count from the start of the group."""

    @property
    def corrected(self) -> str:
        """The lines with all edits carried out."""
        return apply_edits(self.text, self.edits)


class LineGrouper:
    """Collect chunks and give out line groups as soon as they are whole."""

    def __init__(self) -> None:
        self._text = ""
        self._edits: tuple[Edit, ...] = ()

    def add(self, checked: CheckedChunk) -> Iterator[LineGroup]:
        """Yield the groups that this chunk completes."""
        offset = len(self._text)
        self._text += checked.chunk.text
        self._edits += tuple(edit.shifted(offset) for edit in checked.edits)
        if self._text.endswith("\n"):
            yield from self.finish()

    def finish(self) -> Iterator[LineGroup]:
        """Yield what is left; call it at the end of the text."""
        text, edits = self._text, self._edits
        self._text, self._edits = "", ()
        yield from group_lines(text, edits)


def group_lines(text: str, edits: Sequence[Edit]) -> Iterator[LineGroup]:
    """Yield groups that join to ``text``; every edit lies in exactly one.

    An edit that reaches over a line end, or takes it away, joins two lines.
    """
    start, taken = 0, 0
    for line in _LINE.finditer(text):
        end = line.end()
        upto = taken
        while upto < len(edits) and (
            edits[upto].span.start < end or (end == len(text) and edits[upto].span.start == end)
        ):
            upto += 1
        if upto > taken and end < len(text) and _joins_next(edits[upto - 1], end):
            continue
        yield LineGroup(text[start:end], tuple(e.shifted(-start) for e in edits[taken:upto]))
        start, taken = end, upto


def _joins_next(edit: Edit, line_end: int) -> bool:
    """Return True if ``edit``, the last before ``line_end``, changes where the line ends."""
    takes_line_end = edit.span.end == line_end and not edit.replacement.endswith("\n")
    return edit.span.end > line_end or takes_line_end


def split_lines(text: str) -> list[str]:
    """Return the lines of ``text`` with their line ends; only a line feed ends a line."""
    return _LINE.findall(text)
