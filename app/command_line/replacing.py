"""Put a corrected text in the place of its file without ever risking the old one.

The new text is written beside the file under another name; a backup of the old
one is made; only then the name changes hands, in one step. Until that step the
file is as it was, whatever happens.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from app.command_line.errors import UnwritableFileError


@dataclass(frozen=True, slots=True)
class Draft:
    """A new text for a file, not yet in its place."""

    target: Path
    path: Path
    """Where the draft lies until then."""
    out: BinaryIO
    stamp: tuple[int, int, int]
    """The target's inode, size and time of change (ns) when the draft was begun."""

    def commit(self) -> Path:
        """Back up the old file, put the draft in its place and return the backup.

        Raises:
            UnwritableFileError: if the file has changed since, or the disk
                does not take it; the file is as it was.
        """
        try:
            self.out.flush()
            os.fsync(self.out.fileno())
            if _stamp(self.target) != self.stamp:
                raise UnwritableFileError(
                    f"{self.target} was changed by another program meanwhile and is left alone. "
                    "Run the command again."
                )
            backup = _back_up(self.target)
            _copy_attributes(self.target, self.path)
            self.out.close()  # Windows does not move open files
            os.replace(self.path, self.target)
        except OSError as error:
            raise _unwritable(self.target, error) from error
        return backup


@contextlib.contextmanager
def draft_for(path: Path) -> Iterator[Draft]:
    """Begin a new text for ``path``; without a commit, nothing of it stays.

    A symbolic link is followed: the file it points to is replaced.

    Raises:
        UnwritableFileError: if the file or its folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    if not os.access(target, os.W_OK):
        raise UnwritableFileError(f"{path} is write-protected.")
    try:
        stamp = _stamp(target)
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    out = os.fdopen(descriptor, "wb")
    try:
        yield Draft(target, Path(name), out, stamp)
    finally:
        out.close()
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


def _stamp(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _back_up(path: Path) -> Path:
    """Copy ``path`` to the first free of ``path.bak``, ``path.bak.1``, … and return that name."""
    for number in count():
        suffix = f".bak.{number}" if number else ".bak"
        backup = path.with_name(path.name + suffix)
        try:
            with path.open("rb") as source, backup.open("xb") as copy:
                shutil.copyfileobj(source, copy)
                copy.flush()
                os.fsync(copy.fileno())
        except FileExistsError:
            continue
        shutil.copystat(path, backup)
        return backup
    raise AssertionError("count() never ends")


def _copy_attributes(source: Path, target: Path) -> None:
    """Give ``target`` the permissions of ``source``, and its owner where that is allowed."""
    status = source.stat()
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(target, status.st_uid, status.st_gid)
    shutil.copymode(source, target)


def _unwritable(path: Path, error: OSError) -> UnwritableFileError:
    return UnwritableFileError(f"{path} cannot be written ({error.strerror}); it is as it was.")
