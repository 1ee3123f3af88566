"""The three streams of a command and what they are connected to."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from io import BufferedIOBase
from typing import BinaryIO, TextIO, cast


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command reads and writes."""

    stdin: BufferedIOBase
    stdout: BinaryIO
    stderr: TextIO
    stdin_is_terminal: bool = False
    stdout_is_terminal: bool = False
    stderr_is_terminal: bool = False
    terminal_codec: str = "utf-8"
    """What the terminal behind ``stdout`` understands."""
    colour: bool = False
    """Whether colours are welcome on ``stdout`` (never with NO_COLOR set)."""

    @classmethod
    def of_this_program(cls) -> Console:
        """Return the streams this program was started with."""
        terminal = sys.stdout.isatty()
        return cls(
            stdin=cast(BufferedIOBase, sys.stdin.buffer),
            stdout=sys.stdout.buffer,
            stderr=sys.stderr,
            stdin_is_terminal=sys.stdin.isatty(),
            stdout_is_terminal=terminal,
            stderr_is_terminal=sys.stderr.isatty(),
            terminal_codec=sys.stdout.encoding or "utf-8",
            colour=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        )
