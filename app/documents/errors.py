"""Errors of opening and saving; each message is a sentence for the writer.

DocumentError
├─ CannotOpenError          missing, forbidden, a folder, too large
│  ├─ NotTextError          the bytes are no text in a known encoding
│  ├─ UnsupportedFileError  a kind of file that Copyedge does not read
│  └─ DamagedDocumentError  the right kind of file, but broken or encrypted
├─ CannotSaveError          read-only, no space, folder gone; the old file is untouched
│  ├─ UnencodableError      the encoding of the file has no such character
│  └─ ChangedOnDiskError    another program wrote the file since it was opened
└─ StoreError               recovery copies, recent files or the dictionary cannot be written
"""

from __future__ import annotations

import errno
from pathlib import Path


class DocumentError(Exception):
    """Base of everything this package raises on purpose; ``str(error)`` can be shown."""


class CannotOpenError(DocumentError):
    """The file could not be opened."""


class NotTextError(CannotOpenError):
    """The bytes are no text in an encoding that Copyedge knows."""


class UnsupportedFileError(CannotOpenError):
    """The file is of a kind that Copyedge does not read."""


class DamagedDocumentError(CannotOpenError):
    """The file is of a known kind but broken, encrypted or dangerous."""


class CannotSaveError(DocumentError):
    """The file could not be written; what was on the disk before is still there."""


class UnencodableError(CannotSaveError):
    """The encoding of the file has no such character; another encoding has."""

    def __init__(self, character: str, encoding: str) -> None:
        super().__init__(
            f"This file is stored as {encoding}, which has no “{character}” "
            f"(U+{ord(character):04X}). Save it as UTF-8, or replace the character."
        )
        self.character = character
        self.encoding = encoding


class ChangedOnDiskError(CannotSaveError):
    """Another program wrote the file since it was opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program has changed {path.name} since you opened it. "
            "Save under another name, or choose to overwrite it."
        )
        self.path = path


class StoreError(DocumentError):
    """Recovery copies, recent files or the dictionary cannot be written; the text is safe."""


def _codes(*names: str) -> frozenset[int]:
    """Return the error numbers that this system has among ``names``."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_NO_SPACE = _codes("ENOSPC", "EDQUOT", "EFBIG")
_READ_ONLY = _codes("EROFS")


def explain_os_error(error: OSError, path: Path, action: str) -> str:
    """Say in a sentence why the system refused, and what to do.

    Args:
        error: what the system answered.
        path: the file concerned.
        action: what was tried: "open" or "save".
    """
    name = path.name or str(path)
    if isinstance(error, FileNotFoundError):
        return (
            f"{name} is not there any more. It may have been moved or renamed."
            if action == "open"
            else f"The folder {path.parent} is not there any more. Save to another folder."
        )
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder. Choose a file inside it."
    if isinstance(error, PermissionError):
        return (
            f"You are not allowed to read {name}. Ask its owner, or open a copy."
            if action == "open"
            else f"You are not allowed to write {name}. Save it under another name or elsewhere."
        )
    if error.errno in _NO_SPACE:
        return f"There is no space left to save {name}. Free some space, or save to another disk."
    if error.errno in _READ_ONLY:
        return f"{name} is on a disk that cannot be written. Save to another disk."
    reason = error.strerror or type(error).__name__
    return f"{name} could not be {'opened' if action == 'open' else 'saved'}: {reason}."
