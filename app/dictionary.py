"""The writer's own words, one per line in a plain text file.

Windows of the program may share the file: every change reads it again first,
under a lock. A damaged file is set aside and told of, never fatal. Knows
words and files, not what the checker makes of them.
"""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from app.checking.preferences import folded
from app.documents.atomic import write_atomically
from app.documents.encodings import decode, detect_encoding
from app.documents.errors import (
    CannotOpenError,
    CannotSaveError,
    StoreError,
    explain_os_error,
)
from app.messages import QT_TRANSLATE_NOOP, Message

MAX_FILE_BYTES = 16 * 1024 * 1024  # larger than any word list a person keeps
MAX_WORD_LENGTH = 100  # characters; longer lines are no words

_COMMENT = "#"
_LOCK_WAIT_S = 2.0  # another window writes for milliseconds; a stuck one must not stop this one
_OFFICE_HEADER = "OOoUserDict1"  # LibreOffice's personal dictionaries begin with this ...
_OFFICE_HEADER_END = "---"  # ... and their words after this


class PersonalDictionary:
    """Words that are right whatever the checker thinks.

    Args:
        path: the file; it and its folder are made with the first word.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.message = ""
        """A sentence for the writer if the file was damaged and set aside; else empty."""
        self._unsaved: frozenset[str] = frozenset()
        self._words: frozenset[str] = frozenset()
        self._words = self._load()

    @property
    def words(self) -> frozenset[str]:
        """The words as the writer wrote them."""
        return self._words

    @property
    def folded(self) -> frozenset[str]:
        """The words for comparing: without regard to case and to how an apostrophe looks."""
        return frozenset(folded(word) for word in self._words)

    def __contains__(self, word: str) -> bool:
        return folded(_cleaned(word)) in self.folded

    def add(self, *words: str) -> None:
        """Add words; what is no word is left out.

        Raises:
            StoreError: if the file cannot be written; the words count until the program ends.
        """
        self._change(added=_valid(words), removed=frozenset())

    def remove(self, *words: str) -> None:
        """Remove words, in whatever case they were written.

        Raises:
            StoreError: if the file cannot be written.
        """
        self._change(added=frozenset(), removed=frozenset(_cleaned(w).casefold() for w in words))

    def replace(self, words: Iterable[str]) -> None:
        """Make ``words`` the whole dictionary, as an editing dialog does.

        Raises:
            StoreError: if the file cannot be written.
        """
        wanted = _valid(words)
        kept = {word.casefold() for word in wanted}
        gone = frozenset(word.casefold() for word in self._words) - kept
        self._change(added=wanted, removed=gone)

    def import_words(self, path: Path) -> int:
        """Add the words of a text file, one per line, and return how many are new.

        The formats of Hunspell (a count, flags behind a slash) and of LibreOffice's own
        dictionaries are understood too.

        Raises:
            CannotOpenError: if the file cannot be read.
            StoreError: if the dictionary cannot be written.
        """
        before = self.folded
        self.add(*_read_words(path))
        return len(self.folded - before)

    def export_words(self, path: Path) -> int:
        """Write the words to a text file, one per line, and return how many there are.

        Raises:
            CannotSaveError: if that is impossible.
        """
        write_atomically(path, _as_file(self._words))
        return len(self._words)

    def _load(self) -> frozenset[str]:
        """Return the words in the file; if it cannot be understood, set it aside.

        Words that are known already are then what counts.
        """
        try:
            return _read_words(self._path) | self._unsaved
        except CannotOpenError as error:
            if self._path.exists():
                self.message = self._set_aside(error)
            return self._words

    def _set_aside(self, error: CannotOpenError) -> Message:
        aside = self._path.with_name(f"{self._path.stem}.damaged{self._path.suffix}")
        number = 1
        while aside.exists():
            number += 1
            aside = self._path.with_name(f"{self._path.stem}.damaged-{number}{self._path.suffix}")
        try:
            self._path.rename(aside)
        except OSError:
            return Message(
                QT_TRANSLATE_NOOP("Messages", "Your personal dictionary cannot be used. {0}"),
                error.message,
            )
        return Message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "Your personal dictionary was damaged. It was put aside as {0}, "
                "and an empty one took its place.",
            ),
            str(aside),
        )

    def _change(self, added: frozenset[str], removed: frozenset[str]) -> None:
        with self._locked():
            kept = {word for word in self._load() if word.casefold() not in removed}
            # The writer's choice counts even if the file cannot be written below.
            self._words = frozenset(kept | added)
            self._unsaved |= added
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(self._path, _as_file(self._words))
            except (OSError, CannotSaveError) as error:
                reason = error.message if isinstance(error, CannotSaveError) else str(error)
                raise StoreError(
                    Message(
                        QT_TRANSLATE_NOOP(
                            "Messages",
                            "Your dictionary {0} cannot be written. "
                            "The change counts until you close Copyedge. {1}",
                        ),
                        str(self._path),
                        reason,
                    )
                ) from error
            self._unsaved = frozenset()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other windows from writing; without a lock go on all the same."""
        lock = FileLock(self._path.with_name(f"{self._path.name}.lock"))
        with contextlib.suppress(OSError, Timeout, NotImplementedError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=_LOCK_WAIT_S)
        try:
            yield
        finally:
            lock.release()


def _read_words(path: Path) -> frozenset[str]:
    """Read a word list.

    Raises:
        CannotOpenError: if it is missing, too large or no text.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise CannotOpenError(
                Message(
                    QT_TRANSLATE_NOOP("Messages", "{0} is too large for a list of words."),
                    path.name,
                )
            )
        content = path.read_bytes()
    except OSError as error:
        raise CannotOpenError(explain_os_error(error, path, "open")) from error
    text = decode(content, detect_encoding(content, path.name))
    lines = text.splitlines()
    if lines and lines[0].startswith(_OFFICE_HEADER) and _OFFICE_HEADER_END in lines:
        lines = lines[lines.index(_OFFICE_HEADER_END) + 1 :]
    return _valid(line.split("/")[0] for line in lines if not line.startswith(_COMMENT))


def _valid(words: Iterable[str]) -> frozenset[str]:
    """Return what of ``words`` is a word: some letters, no line ends, not too long."""
    cleaned = map(_cleaned, words)
    return frozenset(
        word
        for word in cleaned
        if len(word) <= MAX_WORD_LENGTH
        and any(character.isalpha() for character in word)
        and word.isprintable()
    )


def _cleaned(word: str) -> str:
    """Return a word in composed form (one code point for é) without blanks around it."""
    return unicodedata.normalize("NFC", word).strip()


def _as_file(words: Iterable[str]) -> bytes:
    return "".join(f"{word}\n" for word in sorted(words, key=str.casefold)).encode("utf-8")
