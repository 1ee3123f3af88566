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

from app.messages import QT_TRANSLATE_NOOP, Message


class DocumentError(Exception):
    """Base of everything this package raises on purpose; ``str(error)`` can be shown.

    Attributes:
        message: the same sentence, which can be translated.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


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
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "This file is stored as {0}, which has no “{1}” ({2}). "
                    "Save it as UTF-8, or replace the character.",
                ),
                encoding,
                character,
                f"U+{ord(character):04X}",
            )
        )
        self.character = character
        self.encoding = encoding


class ChangedOnDiskError(CannotSaveError):
    """Another program wrote the file since it was opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Another program has changed {0} since you opened it. "
                    "Save under another name, or choose to overwrite it.",
                ),
                path.name,
            )
        )
        self.path = path


class StoreError(DocumentError):
    """Recovery copies, recent files or the dictionary cannot be written; the text is safe."""


def _codes(*names: str) -> frozenset[int]:
    """Return the error numbers that this system has among ``names``."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_NO_SPACE = _codes("ENOSPC", "EDQUOT", "EFBIG")
_READ_ONLY = _codes("EROFS")

_MOVED = QT_TRANSLATE_NOOP(
    "Messages", "{0} is not there any more. It may have been moved or renamed."
)
_NO_FOLDER = QT_TRANSLATE_NOOP(
    "Messages", "The folder {0} is not there any more. Save to another folder."
)
_FOLDER = QT_TRANSLATE_NOOP("Messages", "{0} is a folder. Choose a file inside it.")
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Messages", "You are not allowed to read {0}. Ask its owner, or open a copy."
)
_UNWRITABLE = QT_TRANSLATE_NOOP(
    "Messages", "You are not allowed to write {0}. Save it under another name or elsewhere."
)
_FULL = QT_TRANSLATE_NOOP(
    "Messages", "There is no space left to save {0}. Free some space, or save to another disk."
)
_LOCKED = QT_TRANSLATE_NOOP(
    "Messages", "{0} is on a disk that cannot be written. Save to another disk."
)
_NOT_OPENED = QT_TRANSLATE_NOOP("Messages", "{0} could not be opened: {1}.")
_NOT_SAVED = QT_TRANSLATE_NOOP("Messages", "{0} could not be saved: {1}.")


def explain_os_error(error: OSError, path: Path, action: str) -> Message:
    """Say in a sentence why the system refused, and what to do.

    Args:
        error: what the system answered.
        path: the file concerned.
        action: what was tried: "open" or "save".
    """
    name = path.name or str(path)
    opening = action == "open"
    if isinstance(error, FileNotFoundError):
        return Message(_MOVED, name) if opening else Message(_NO_FOLDER, str(path.parent))
    if isinstance(error, IsADirectoryError):
        return Message(_FOLDER, name)
    if isinstance(error, PermissionError):
        return Message(_UNREADABLE if opening else _UNWRITABLE, name)
    if error.errno in _NO_SPACE:
        return Message(_FULL, name)
    if error.errno in _READ_ONLY:
        return Message(_LOCKED, name)
    reason = error.strerror or type(error).__name__
    return Message(_NOT_OPENED if opening else _NOT_SAVED, name, reason)
