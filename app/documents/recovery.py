"""Copies of unsaved texts that survive a crash, and finding them at the next start.

Every running program has a session: a folder of copies and a lock that the
system releases when the program ends, however it ends (also by ``kill -9``).
A session whose lock can be taken is dead, and its texts are offered; texts of
another running window are not. Damaged copies are set aside, never fatal.
Knows no windows and no documents: an id, a text and a few words about it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import shutil
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from app.documents.atomic import TEMPORARY_PREFIX, write_atomically
from app.documents.errors import DocumentError, StoreError
from app.messages import QT_TRANSLATE_NOOP, Message

AUTOSAVE_INTERVAL_S = 3  # copies are to be at most 5 s old: two seconds to write a slow one

_VERSION = 1
_SUFFIX = ".copy"
_LOCK_SUFFIX = ".lock"
_DOCUMENT_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class RecoveredText:
    """A text of a program that ended without saving it."""

    id: str
    """Hand it to :meth:`RecoveryStore.discard` when the writer has chosen."""
    text: str = field(repr=False)
    metadata: Mapping[str, str]
    """What was given to :meth:`RecoveryStore.write`, for instance the path of the file."""
    saved_at: datetime
    """When the copy was written, in UTC."""


@dataclass(frozen=True, slots=True)
class PendingTexts:
    """What dead sessions left."""

    texts: tuple[RecoveredText, ...]
    """Newest first."""
    messages: tuple[Message, ...]
    """Sentences about copies that could not be read and were set aside."""


class RecoveryStore:
    """Recovery copies of this session, and access to those of dead ones.

    May be used from several threads. Call :meth:`close` at a clean exit.

    Args:
        folder: where all sessions lie; made if missing.

    Raises:
        StoreError: if the folder cannot be used; the editor can go on without a store.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mutex = threading.RLock()
        self._adopted: dict[str, FileLock] = {}
        started = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        self._session = f"{started}-{os.getpid()}-{secrets.token_hex(4)}"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Lock first, folder second: who sees the folder can rely on the lock.
            self._lock = self._lock_of(self._session)
            self._lock.acquire(blocking=False)
            self._session_folder.mkdir(mode=0o700)
        except (OSError, NotImplementedError) as error:  # the latter: no locks on that disk
            raise _unusable(folder, error) from error

    @property
    def _session_folder(self) -> Path:
        return self._folder / self._session

    def write(self, document_id: str, text: str, metadata: Mapping[str, str]) -> None:
        """Keep a copy of a text; it replaces the earlier copy of the same document.

        Args:
            document_id: letters, digits, "-" and "_"; the same for the life of a document.
            text: all of it.
            metadata: what the next start needs to know, for instance the path.

        Raises:
            StoreError: if it cannot be written; the earlier copy is still there.
            ValueError: if ``document_id`` has other characters.
        """
        path = self._path_of(document_id)
        body = text.encode("utf-8", "surrogatepass")
        header = {
            "version": _VERSION,
            "saved_at": datetime.now(UTC).isoformat(),
            "digest": hashlib.blake2b(body, digest_size=16).hexdigest(),
            "metadata": dict(metadata),
        }
        content = json.dumps(header).encode("ascii") + b"\n" + body
        with self._mutex:
            try:
                path.parent.mkdir(exist_ok=True, mode=0o700)
                write_atomically(path, content)
            except OSError as error:
                raise _unusable(self._folder, error) from error
            except DocumentError as error:
                raise StoreError(
                    Message(
                        QT_TRANSLATE_NOOP("Messages", "Your text is not being backed up: {0}"),
                        error.message,
                    )
                ) from error

    def pending(self) -> PendingTexts:
        """Return the texts that dead sessions left; they stay until discarded.

        The dead sessions now belong to this one, so that no other window offers them too.
        """
        texts: list[RecoveredText] = []
        messages: list[Message] = []
        with self._mutex:
            for session in self._other_sessions():
                if not self._adopt(session):
                    continue
                for path in sorted((self._folder / session).glob(f"*{_SUFFIX}")):
                    try:
                        texts.append(_read_copy(path, session))
                    except (OSError, ValueError, KeyError, TypeError):
                        messages.append(self._set_aside(path))
                self._remove_if_empty(session)
        texts.sort(key=lambda copy: copy.saved_at, reverse=True)
        return PendingTexts(tuple(texts), tuple(messages))

    def discard(self, copy_id: str) -> None:
        """Forget a copy: the text was saved, or the writer does not want it.

        Args:
            copy_id: the ``document_id`` of :meth:`write`, or the id of a recovered text.
        """
        session, _, document_id = copy_id.rpartition("/")
        with self._mutex:
            if session and session not in self._adopted:
                return
            with contextlib.suppress(OSError):
                self._path_of(document_id, session or self._session).unlink()
            if session:
                self._remove_if_empty(session)

    def close(self) -> None:
        """End the session; copies that were not discarded are offered at the next start."""
        with self._mutex:
            for session in list(self._adopted):
                self._adopted.pop(session).release()
            with contextlib.suppress(OSError):
                self._session_folder.rmdir()
            self._lock.release()
            if not self._session_folder.exists():
                self._lock_path(self._session).unlink(missing_ok=True)

    def _path_of(self, document_id: str, session: str | None = None) -> Path:
        if not _DOCUMENT_ID.fullmatch(document_id):
            raise ValueError(f"{document_id!r} cannot name a recovery copy")
        return self._folder / (session or self._session) / f"{document_id}{_SUFFIX}"

    def _lock_path(self, session: str) -> Path:
        return self._folder / f"{session}{_LOCK_SUFFIX}"

    def _lock_of(self, session: str) -> FileLock:
        return FileLock(self._lock_path(session), thread_local=False)

    def _other_sessions(self) -> list[str]:
        """Return the names of all sessions that may be dead."""
        try:
            names = [entry.name for entry in self._folder.iterdir() if entry.is_dir()]
        except OSError:
            return []
        return sorted(name for name in names if name not in {self._session, _ASIDE})

    def _adopt(self, session: str) -> bool:
        """Take a session over if its program is gone; return False if it is alive."""
        if session in self._adopted:
            return True
        lock = self._lock_of(session)
        try:
            lock.acquire(blocking=False)
        except (Timeout, OSError, NotImplementedError):
            return False
        self._adopted[session] = lock
        return True

    def _remove_if_empty(self, session: str) -> None:
        """Clear away a dead session once nothing of it is left to offer."""
        folder = self._folder / session
        if any(folder.glob(f"*{_SUFFIX}")):
            return
        for leftover in folder.glob(f"{TEMPORARY_PREFIX}*"):
            leftover.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            folder.rmdir()
        self._adopted.pop(session).release()
        if not folder.exists():
            self._lock_path(session).unlink(missing_ok=True)

    def _set_aside(self, path: Path) -> Message:
        """Move a copy that cannot be read out of the way, and say where it is."""
        aside = self._folder / _ASIDE / f"{path.parent.name}-{path.stem}.txt"
        try:
            aside.parent.mkdir(exist_ok=True, mode=0o700)
            shutil.move(path, aside)
        except OSError:
            return Message(
                QT_TRANSLATE_NOOP(
                    "Messages", "A recovery copy is damaged and cannot be read: {0}."
                ),
                str(path),
            )
        return Message(
            QT_TRANSLATE_NOOP(
                "Messages", "A recovery copy is damaged. What is left of it was put aside as {0}."
            ),
            str(aside),
        )


_ASIDE = "damaged"


def _read_copy(path: Path, session: str) -> RecoveredText:
    """Read a copy.

    Raises:
        ValueError, KeyError, TypeError: if it is damaged.
        OSError: if it cannot be read.
    """
    head, _, body = path.read_bytes().partition(b"\n")
    header = json.loads(head)
    if header["version"] != _VERSION:
        raise ValueError(f"version {header['version']}")
    if hashlib.blake2b(body, digest_size=16).hexdigest() != header["digest"]:
        raise ValueError("the text is not what was written")
    metadata = {str(key): str(value) for key, value in header["metadata"].items()}
    return RecoveredText(
        f"{session}/{path.stem}",
        body.decode("utf-8", "surrogatepass"),
        metadata,
        datetime.fromisoformat(header["saved_at"]).astimezone(UTC),
    )


def _unusable(folder: Path, error: Exception) -> StoreError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return StoreError(
        Message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "Your text is not being backed up, as {0} cannot be written ({1}). "
                "Save often, and check that disk.",
            ),
            str(folder),
            reason,
        )
    )
