"""Keep the last versions of files that are about to be overwritten.

Policy: one copy per file and day, taken before the first save of that day, the
newest few per file, and not more than a certain size in all. Copies lie in a
folder of the program, not beside the file, so that nothing is strewn over the
writer's own folders. A backup that cannot be made never stops a save.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

KEPT = 5  # versions per file: a working week
LARGEST_BYTES = 200 * 1024 * 1024  # beyond this five copies would fill small disks
ALL_BYTES = 500 * 1024 * 1024  # of all files together; thousands of letters, or a few large books
LONGEST_STEM = 60  # characters of the name; the day stands before it, and names end at 255 bytes

LOGGER = logging.getLogger(__name__)

_PART = ".part "
"""Begins the name of a copy that is not finished."""


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """A folder of older versions.

    Args:
        folder: where they lie; made when needed.
        kept: how many per file.
        all_bytes: size of all copies together; the oldest ones make room.
    """

    folder: Path
    kept: int = KEPT
    all_bytes: int = ALL_BYTES

    def keep(self, path: Path, now: datetime | None = None) -> Path | None:
        """Copy the file before it is overwritten.

        Args:
            path: the file.
            now: the time to name the copy after; the present if None.

        Returns:
            The copy; None if there is one of today, nothing to copy, or no way to copy it.
        """
        day = (now or datetime.now(UTC)).strftime("%Y-%m-%d")
        copy = self.folder_of(path) / f"{day} {path.stem[:LONGEST_STEM]}{path.suffix}"
        try:
            if copy.exists() or not path.is_file() or path.stat().st_size > LARGEST_BYTES:
                return None
            copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _copy(path, copy)
            self._prune(path)
        except OSError as error:
            LOGGER.warning("no backup of a file that is being overwritten: %s", error)
            return None
        return copy

    def versions(self, path: Path) -> tuple[Path, ...]:
        """Return the copies of a file, newest first."""
        return tuple(sorted(_files(self.folder_of(path)), reverse=True))

    def folder_of(self, path: Path) -> Path:
        """Return the folder for one file; two files of the same name do not meet."""
        place = hashlib.blake2b(str(path.resolve()).encode("utf-8"), digest_size=8).hexdigest()
        return self.folder / place

    def _prune(self, path: Path) -> None:
        for old in self.versions(path)[self.kept :]:
            old.unlink(missing_ok=True)
        everything = [copy for folder in self.folder.iterdir() for copy in _files(folder)]
        room = self.all_bytes
        # Names begin with the day.
        for copy in sorted(everything, key=lambda copy: copy.name, reverse=True):
            room -= copy.stat().st_size
            if room < 0:
                copy.unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # other copies are in it
                    copy.parent.rmdir()


def _copy(path: Path, copy: Path) -> None:
    """Copy a file so that a crash on the way leaves nothing that looks like the whole."""
    part = copy.with_name(f"{_PART}{copy.name}")
    try:
        shutil.copy2(path, part)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[Path]:
    """Walk the finished copies in a folder; none if it is not there."""
    try:
        found = list(folder.iterdir())
    except OSError:
        return
    yield from (copy for copy in found if not copy.name.startswith(_PART))
