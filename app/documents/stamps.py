"""Tell whether a file is still the one that was read. Knows nothing of its contents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class DiskState(Enum):
    """What became of a file since it was read or written."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What identifies one version of a file."""

    modified_ns: int
    """Modification time in nanoseconds since 1970."""
    size: int
    """Length in bytes."""
    digest: str
    """BLAKE2b of the contents, hexadecimal."""


def stamp_of(path: Path, content: bytes) -> FileStamp:
    """Return the stamp of a file that was just read or written.

    Raises:
        OSError: if the file is not there.
    """
    return FileStamp(path.stat().st_mtime_ns, len(content), digest_of(content))


def disk_state(path: Path, stamp: FileStamp) -> DiskState:
    """Compare a file with its stamp; the contents are read only if time or size differ.

    A file that was touched but holds the same bytes is unchanged.
    """
    try:
        status = path.stat()
        if status.st_mtime_ns == stamp.modified_ns and status.st_size == stamp.size:
            return DiskState.UNCHANGED
        if status.st_size == stamp.size and digest_of(path.read_bytes()) == stamp.digest:
            return DiskState.UNCHANGED
    except FileNotFoundError:
        return DiskState.REMOVED
    except OSError:
        return DiskState.CHANGED
    return DiskState.CHANGED


def digest_of(content: bytes) -> str:
    """Return the digest that a stamp holds."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
