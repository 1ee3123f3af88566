"""What a result can be turned into, and the two simplest ways.

A report gets the texts one after the other: ``begin``, ``add`` for every chunk,
``finish``. It writes as it goes and keeps nothing that grows with the text.
"""

from __future__ import annotations

from typing import BinaryIO, Protocol

from app.command_line.checking import CheckedChunk
from app.command_line.encoding import TextFormat


class Report(Protocol):
    """Show the corrections of one text after another."""

    def begin(self, name: str, text_format: TextFormat) -> None:
        """Start a new text."""

    def add(self, checked: CheckedChunk) -> None:
        """Show the next chunk of the text."""

    def finish(self, problem: str | None) -> None:
        """End the text; ``problem`` says why if it could not be read to its end."""

    def close(self) -> None:
        """End the report, once all texts are through."""


class CorrectedText:
    """Write the corrected text in the encoding of the source.

    Args:
        out: where to write.
        codec: write in this encoding instead, without byte order mark (for a
            terminal, which understands only its own).
    """

    def __init__(self, out: BinaryIO, codec: str | None = None) -> None:
        self._out = out
        self._terminal_codec = codec
        self._codec = "utf-8"

    def begin(self, name: str, text_format: TextFormat) -> None:
        """Write the byte order mark."""
        self._codec = self._terminal_codec or text_format.codec
        if self._terminal_codec is None:
            self._out.write(text_format.mark)

    def add(self, checked: CheckedChunk) -> None:
        """Write the corrected chunk."""
        errors = "strict" if self._terminal_codec is None else "replace"
        self._out.write(checked.corrected.encode(self._codec, errors))
        self._out.flush()

    def finish(self, problem: str | None) -> None:
        """Nothing is left to write."""

    def close(self) -> None:
        """Nothing is left to write."""


class Counts:
    """Write one line per text that has corrections: its name and how many."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._name = ""
        self._count = 0

    def begin(self, name: str, text_format: TextFormat) -> None:
        """Start counting."""
        self._name, self._count = name, 0

    def add(self, checked: CheckedChunk) -> None:
        """Count the edits of one chunk."""
        self._count += len(checked.edits)

    def finish(self, problem: str | None) -> None:
        """Write the line of this text."""
        if self._count:
            self._out.write(f"{self._name}: {counted(self._count, 'correction')}\n".encode())

    def close(self) -> None:
        """Nothing is left to write."""


def counted(count: int, noun: str) -> str:
    """Return ``1 correction`` or ``3 corrections``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
