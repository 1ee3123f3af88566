"""The writer's dictionary as the servers use it: always as the file is now.

The editor may change the file while a server runs. Meant for one event loop;
what touches the disk for long runs beside it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from app.dictionary import PersonalDictionary
from app.documents.errors import StoreError
from app.serving.errors import RequestError


class LiveDictionary:
    """The words that are right.

    Args:
        path: of the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = asyncio.Lock()
        self._stamp = self._stamp_now()
        self._dictionary = PersonalDictionary(path)
        self._folded = self._dictionary.folded

    def folded(self) -> frozenset[str]:
        """Return the words without regard to case, reading the file again if it has changed."""
        self._refresh()
        return self._folded

    def words(self) -> list[str]:
        """Return the words as they were written, sorted."""
        self._refresh()
        return sorted(self._dictionary.words, key=str.casefold)

    async def add(self, word: str) -> None:
        """Add a word.

        Raises:
            RequestError: if it is none, or the file cannot be written.
        """
        await self._change(self._dictionary.add, word)
        if word not in self._dictionary:
            raise RequestError(f"{word[:40]!r} is not a word that can be added.")

    async def remove(self, word: str) -> bool:
        """Remove a word and return whether it was there.

        Raises:
            RequestError: if the file cannot be written.
        """
        self._refresh()
        known = word in self._dictionary
        if known:
            await self._change(self._dictionary.remove, word)
        return known

    async def _change(self, change: Callable[[str], None], word: str) -> None:
        async with self._lock:
            try:
                # Another program may hold the file's lock for a while.
                await asyncio.to_thread(change, word)
            except StoreError as error:
                raise RequestError(str(error), 503) from error
            finally:
                self._stamp = self._stamp_now()
                self._folded = self._dictionary.folded

    def _refresh(self) -> None:
        stamp = self._stamp_now()
        if stamp != self._stamp and not self._lock.locked():
            self._stamp = stamp
            self._dictionary = PersonalDictionary(self._path)
            self._folded = self._dictionary.folded

    def _stamp_now(self) -> tuple[int, int]:
        """Return what changes with the file; zeros if there is none."""
        try:
            status = self._path.stat()
        except OSError:
            return (0, 0)
        return (status.st_mtime_ns, status.st_size)
