"""Keep the last versions of files that are about to be overwritten.

Policy: one copy per file and day, taken before the first save of that day, the
newest few per file. Copies lie in a folder of the program, not beside the
file, so that nothing is strewn over the writer's own folders. A backup that
cannot be made never stops a save.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

KEPT = 5  # versions per file: a working week
LARGEST_BYTES = 200 * 1024 * 1024  # beyond this five copies would fill small disks


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """A folder of older versions.

    Args:
        folder: where they lie; made when needed.
        kept: how many per file.
    """

    folder: Path
    kept: int = KEPT

    def keep(self, path: Path, now: datetime | None = None) -> Path | None:
        """Copy the file before it is overwritten.

        Args:
            path: the file.
            now: the time to name the copy after; the present if None.

        Returns:
            The copy; None if there is one of today, nothing to copy, or no way to copy it.
        """
        day = (now or datetime.now(UTC)).strftime("%Y-%m-%d")
        copy = self._folder_of(path) / f"{day} {path.name}"
        try:
            if copy.exists() or not path.is_file() or path.stat().st_size > LARGEST_BYTES:
                return None
            copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copy2(path, copy)
            self._prune(path)
        except OSError:
            return None
        return copy

    def versions(self, path: Path) -> tuple[Path, ...]:
        """Return the copies of a file, newest first."""
        try:
            found = sorted(self._folder_of(path).iterdir(), reverse=True)
        except OSError:
            return ()
        return tuple(found)

    def _folder_of(self, path: Path) -> Path:
        """Return the folder for one file; two files of the same name do not meet."""
        place = hashlib.blake2b(str(path.resolve()).encode("utf-8"), digest_size=8).hexdigest()
        return self.folder / place

    def _prune(self, path: Path) -> None:
        for old in self.versions(path)[self.kept :]:
            old.unlink(missing_ok=True)
