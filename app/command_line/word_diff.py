"""Show corrections word by word, for people.

Only lines with corrections are shown, each with its number. What goes and what
comes differ in shape (struck through, underlined) as well as in colour; without
colours they stand in brackets as ``git diff --word-diff`` has them.
"""

from __future__ import annotations

from typing import BinaryIO

from app.command_line.changed_lines import LineGroup, LineGrouper
from app.command_line.checking import CheckedChunk
from app.command_line.encoding import TextFormat

# ANSI codes: 9 struck through, 4 underlined, 1 bold, 2 faint; 31 red, 32 green, 0 back to normal.
_COLOURED = ("\x1b[9;31m{}\x1b[0m", "\x1b[4;32m{}\x1b[0m", "\x1b[1m{}\x1b[0m", "\x1b[2m{}\x1b[0m")
_PLAIN = ("[-{}-]", "{{+{}+}}", "{}", "{}")


class WordDiff:
    """Write the changed lines of one text after another.

    Args:
        out: where to write.
        codec: the encoding of the terminal.
        colour: mark changes by colours instead of brackets.
    """

    def __init__(self, out: BinaryIO, codec: str, *, colour: bool) -> None:
        self._out = out
        self._codec = codec
        self._removed, self._added, self._title, self._number = _COLOURED if colour else _PLAIN
        self.begin("", TextFormat("utf-8"))

    def begin(self, name: str, text_format: TextFormat) -> None:
        """Start a new text."""
        self._name = name
        self._grouper = LineGrouper()
        self._line = 1
        self._has_title = False

    def add(self, checked: CheckedChunk) -> None:
        """Write the changed lines of one chunk."""
        for group in self._grouper.add(checked):
            self._add_group(group)

    def finish(self, problem: str | None) -> None:
        """Write what is left."""
        for group in self._grouper.finish():
            self._add_group(group)

    def close(self) -> None:
        """Nothing is left to write."""

    def _add_group(self, group: LineGroup) -> None:
        if group.edits:
            if not self._has_title:
                self._write(self._title.format(self._name) + "\n")
                self._has_title = True
            number = self._number.format(f"{self._line}:")
            self._write(f"{number} {self._marked(group).rstrip()}\n")
            self._out.flush()
        self._line += group.text.count("\n")

    def _marked(self, group: LineGroup) -> str:
        """Return the lines with every edit marked."""
        pieces: list[str] = []
        position = 0
        for edit in group.edits:
            pieces.append(group.text[position : edit.span.start])
            if edit.original:
                pieces.append(self._removed.format(edit.original))
            if edit.replacement:
                pieces.append(self._added.format(edit.replacement))
            position = edit.span.end
        return "".join(pieces) + group.text[position:]

    def _write(self, text: str) -> None:
        self._out.write(text.encode(self._codec, "backslashreplace"))
