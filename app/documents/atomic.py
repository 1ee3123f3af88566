"""Replace a file in one step, so that a crash leaves the old or the new one, never half.

The new contents go to a temporary file in the same folder, are flushed to the
disk and take the place of the old file. Symbolic links are followed,
permissions and extended attributes kept. Knows nothing of what it writes.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from pathlib import Path

from app.documents.errors import CannotSaveError, explain_os_error

TEMPORARY_PREFIX = ".copyedge-"
_NEW_FILE_MODE = 0o666  # before the umask, as open() does
_PRIVATE_MODE = 0o600  # until the mode of the old file is known to be right for the new one
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends without it


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; the old contents stay until all of it is on the disk.

    Raises:
        CannotSaveError: if that fails; the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        _refuse_read_only(target)
        _replace(target, content)
    except OSError as error:
        raise CannotSaveError(explain_os_error(error, path, "save")) from error


def _refuse_read_only(target: Path) -> None:
    """Honour a file's write protection, which replacing it would get round.

    Raises:
        PermissionError: if the file may not be written.
        IsADirectoryError: if it is a folder.
    """
    if target.is_dir():
        raise IsADirectoryError
    if target.exists():
        writable = target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
        if not writable or not os.access(target, os.W_OK):
            raise PermissionError


def _replace(target: Path, content: bytes) -> None:
    """Write beside ``target`` and move over it; the temporary file never stays behind."""
    temporary = target.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}")
    mode = _PRIVATE_MODE if target.exists() else _NEW_FILE_MODE
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _copy_attributes(target, temporary)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _copy_attributes(target: Path, temporary: Path) -> None:
    """Give the new file the mode, owner and extended attributes of the old one."""
    if not target.exists():
        return
    modified = temporary.stat()
    status = target.stat()
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (
        modified.st_uid,
        modified.st_gid,
    ):
        with contextlib.suppress(OSError):  # only an administrator may; the mode matters more
            os.chown(temporary, status.st_uid, status.st_gid)
    shutil.copystat(target, temporary)
    os.utime(temporary, ns=(modified.st_atime_ns, modified.st_mtime_ns))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can (Windows opens no folders)."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
