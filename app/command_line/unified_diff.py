"""Show corrections as a unified diff that ``patch`` and ``git apply`` take.

Hunks are written as soon as they are complete, so a diff of any length needs
little memory. It is written in the encoding of the text, so that the patch fits
the file byte for byte; for UTF-16, which no patch program reads, in UTF-8.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import BinaryIO

from app.command_line.changed_lines import LineGroup, LineGrouper, split_lines
from app.command_line.checking import CheckedChunk
from app.command_line.encoding import TextFormat

CONTEXT = 3  # unchanged lines around a change, as diff -u has it
HUNK_LIMIT = 1 << 18  # characters; a longer run of changes is split, to bound memory


@dataclass(slots=True)
class _Hunk:
    """Lines of one hunk, and where they stand in both texts (first line is 1)."""

    old_start: int
    new_start: int
    lines: list[tuple[str, str]] = field(default_factory=list)
    trailing: int = 0
    """Unchanged lines at its end."""
    size: int = 0
    """Characters of its changed lines."""

    def render(self) -> str:
        """Return header and lines; the last context lines beyond CONTEXT are left out."""
        surplus = max(self.trailing - CONTEXT, 0)
        lines = self.lines[: len(self.lines) - surplus]
        old = sum(sign != "+" for sign, _ in lines)
        new = sum(sign != "-" for sign, _ in lines)
        header = f"@@ -{_range(self.old_start, old)} +{_range(self.new_start, new)} @@\n"
        return header + "".join(sign + _terminated(line) for sign, line in lines)


class UnifiedDiff:
    """Write one diff per text that has corrections.

    Args:
        out: where to write.
        codec: write in this encoding instead of the text's (for a terminal).
    """

    def __init__(self, out: BinaryIO, codec: str | None = None) -> None:
        self._out = out
        self._terminal_codec = codec
        self.begin("", TextFormat("utf-8"))

    def begin(self, name: str, text_format: TextFormat) -> None:
        """Start a new diff."""
        readable = not text_format.codec.startswith(("utf-16", "utf-32"))
        self._codec = self._terminal_codec or (text_format.codec if readable else "utf-8")
        self._mark = text_format.mark.decode(text_format.codec) if readable else ""
        self._name = name
        self._grouper = LineGrouper()
        self._before: deque[str] = deque(maxlen=CONTEXT)
        self._hunk: _Hunk | None = None
        self._old_line = self._new_line = 1
        self._has_header = False

    def add(self, checked: CheckedChunk) -> None:
        """Write the hunks that this chunk completes."""
        for group in self._grouper.add(checked):
            self._add_group(group)

    def finish(self, problem: str | None) -> None:
        """Write what is left."""
        for group in self._grouper.finish():
            self._add_group(group)
        self._write_hunk()

    def close(self) -> None:
        """Nothing is left to write."""

    def _add_group(self, group: LineGroup) -> None:
        old, new = split_lines(self._mark + group.text), split_lines(self._mark + group.corrected)
        self._mark = ""  # it stands in front of the first line only
        if old == new:
            for line in old:
                self._add_unchanged(line)
        else:
            self._add_change(old, new)
        self._old_line += len(old)
        self._new_line += len(new)

    def _add_unchanged(self, line: str) -> None:
        if self._hunk is not None:
            self._hunk.lines.append((" ", line))
            self._hunk.trailing += 1
            if self._hunk.trailing > 2 * CONTEXT:
                self._write_hunk()
        else:
            self._before.append(line)

    def _add_change(self, old: list[str], new: list[str]) -> None:
        if self._hunk is not None and self._hunk.size > HUNK_LIMIT:
            self._write_hunk()
        if self._hunk is None:
            context = len(self._before)
            self._hunk = _Hunk(self._old_line - context, self._new_line - context)
            self._hunk.lines += ((" ", line) for line in self._before)
            self._before.clear()
        self._hunk.lines += (("-", line) for line in old)
        self._hunk.lines += (("+", line) for line in new)
        self._hunk.trailing = 0
        self._hunk.size += sum(map(len, old)) + sum(map(len, new))

    def _write_hunk(self) -> None:
        """Write the hunk and keep its surplus lines as context of the next one."""
        if self._hunk is None:
            return
        if not self._has_header:
            self._write(f"--- {self._name}\n+++ {self._name}\n")
            self._has_header = True
        self._write(self._hunk.render())
        surplus = max(self._hunk.trailing - CONTEXT, 0)
        self._before.extend(line for _, line in self._hunk.lines[len(self._hunk.lines) - surplus :])
        self._hunk = None
        self._out.flush()

    def _write(self, text: str) -> None:
        self._out.write(text.encode(self._codec, "backslashreplace"))


def _range(start: int, count: int) -> str:
    """Return a range as unified diffs spell it."""
    if count == 0:
        return f"{start - 1},0"
    return str(start) if count == 1 else f"{start},{count}"


def _terminated(line: str) -> str:
    """Return the line, marked if it is the last of a text without a line end."""
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
