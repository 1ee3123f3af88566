"""Keep and show what a proof did: each command, what it printed, and what was checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assets.packaging.errors import BuildError

SHOWN_LINES = 12
"""Of a command's output; the beginning and the end of more."""


class Transcript:
    """The story of a proof, line by line.

    Args:
        say: also shows each line at once.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self.lines: list[str] = []

    def heading(self, text: str) -> None:
        """Begin a part."""
        self._add(f"== {text}")

    def command(self, words: str, output: str) -> None:
        """Note a command and what it printed."""
        self._add(f"$ {words}")
        lines = output.rstrip().splitlines()
        if len(lines) > SHOWN_LINES:
            half = SHOWN_LINES // 2
            lines = [*lines[:half], f"[{len(lines) - 2 * half} lines more]", *lines[-half:]]
        for line in lines:
            self._add(f"  {line}")

    def check(self, holds: bool, claim: str, otherwise: str = "") -> None:
        """Note that something was checked.

        Raises:
            BuildError: if it does not hold, with ``otherwise``.
        """
        self._add(f"{'ok' if holds else 'FAILED'}: {claim}")
        if not holds:
            raise BuildError(f"{claim}: this does not hold. {otherwise}".strip())

    def save(self, path: Path) -> None:
        """Write the story to a file."""
        path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")

    def _add(self, line: str) -> None:
        self.lines.append(line)
        self._say(line)
