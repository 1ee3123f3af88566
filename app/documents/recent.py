"""The files opened or saved last, newest first, kept from one start to the next.

A damaged list is forgotten, as nothing of the writer's is in it. Knows no menu.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from app.documents.atomic import write_atomically
from app.documents.errors import CannotSaveError

KEPT = 12  # what fits into a menu


class RecentFiles:
    """A list of paths in a JSON file.

    A list that cannot be written is still right until the program ends.

    Args:
        path: the file; made with the first entry.
        kept: how many entries.
    """

    def __init__(self, path: Path, kept: int = KEPT) -> None:
        self._path = path
        self._kept = kept
        self._entries = self._load()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Newest first; also files that are not there at the moment (a stick, a share)."""
        return tuple(self._entries)

    def existing(self) -> tuple[Path, ...]:
        """Newest first, without files that are not there."""
        return tuple(path for path in self._entries if _is_file(path))

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        self._entries = [path, *(entry for entry in self._entries if entry != path)]
        self._store()

    def remove(self, path: Path) -> None:
        """Forget a file."""
        self._entries = [entry for entry in self._entries if entry != path.absolute()]
        self._store()

    def clear(self) -> None:
        """Forget all files."""
        self._entries = []
        self._store()

    def _load(self) -> list[Path]:
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        if not isinstance(entries, list):
            return []
        return [Path(entry) for entry in entries if isinstance(entry, str)][: self._kept]

    def _store(self) -> None:
        del self._entries[self._kept :]
        content = json.dumps([str(path) for path in self._entries], indent=1).encode("utf-8")
        with contextlib.suppress(OSError, CannotSaveError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, content)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
