"""Open documents and save them: the one door between the editor and the disk.

Reads and writes whole files; may take a second for a book, so long documents
are better opened from a worker thread (nothing in here touches Qt or any
shared state). Knows no window and no engine.
"""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.documents.atomic import write_atomically
from app.documents.errors import CannotOpenError, ChangedOnDiskError, explain_os_error
from app.documents.formats import DocumentFormat, format_of
from app.documents.plain_text import read_plain_text, write_plain_text
from app.documents.stamps import DiskState, disk_state, stamp_of
from app.documents.text_changes import carry_spans
from app.documents.values import LoadedDocument, SaveOptions
from app.messages import QT_TRANSLATE_NOOP, Message
from model.edits import Span

MAX_TEXT_BYTES = 32 * 1024 * 1024  # about five million words; Qt's layout gives up long before
MAX_PACKAGE_BYTES = 256 * 1024 * 1024  # pictures make packages large, their text does not

_WORDS_ONLY = QT_TRANSLATE_NOOP(
    "Messages",
    "In another format ({0}) this document keeps its words only: "
    "formatting and pictures are left out.",
)
"""What is said of a formatted document that is saved in another format."""

_DEFAULT_OPTIONS = SaveOptions()


class _PackageFormat(Protocol):
    """What the modules for Word and OpenDocument files have in common."""

    def read_package(self, content: bytes, name: str) -> LoadedDocument: ...

    def write_package(
        self, document: LoadedDocument, text: str
    ) -> tuple[bytes, LoadedDocument]: ...

    def losses(self, document: LoadedDocument, text: str) -> tuple[Message, ...]: ...


def new_document(kind: DocumentFormat = DocumentFormat.TEXT) -> LoadedDocument:
    """Return an empty document that has no file yet."""
    return LoadedDocument("", format=kind)


def open_document(path: Path) -> LoadedDocument:
    """Read a document.

    Raises:
        CannotOpenError: if that is impossible; the message is a sentence for the writer.
    """
    kind = format_of(path)
    content = _read(path, MAX_TEXT_BYTES if kind.is_plain else MAX_PACKAGE_BYTES)
    document = replace(_parse(content, path.name, kind), path=path, stamp=stamp_of(path, content))
    return replace(document, protected=protected_spans(document))


def save_document(
    document: LoadedDocument,
    text: str,
    path: Path | None = None,
    options: SaveOptions = _DEFAULT_OPTIONS,
) -> LoadedDocument:
    """Write ``text`` into the document's file, or into another one.

    What the text does not show (formatting, pictures, encoding, line ends) is kept as far
    as the format of the file goes; :func:`warnings_before_saving` tells how far. If
    ``text`` is what was opened, the file comes out byte for byte the same.

    Args:
        document: what :func:`open_document` or the last :func:`save_document` returned.
        text: what the writer made of it.
        path: where to save; the document's own path if None. Its suffix decides the format.
        options: see :class:`SaveOptions`.

    Returns:
        The document as it is now on the disk. Its text differs from ``text`` only where a
        warning said so before.

    Raises:
        CannotSaveError: if it could not be written; the old file is untouched. Its kinds
            UnencodableError and ChangedOnDiskError have a way out in :class:`SaveOptions`.
        ValueError: if the document has no path and none is given.
    """
    target = path or document.path
    if target is None:
        raise ValueError("a new document needs a path")
    if not options.overwrite and target == document.path and _is_stale(document):
        raise ChangedOnDiskError(target)
    content, saved = _compose(document, text, format_of(target), options)
    if options.backups is not None:
        options.backups.keep(target)
    write_atomically(target, content)
    saved = replace(saved, path=target, stamp=stamp_of(target, content), warnings=())
    return replace(saved, protected=protected_spans(saved))


def file_state(document: LoadedDocument) -> DiskState:
    """Tell whether another program has changed or removed the document's file."""
    if document.path is None or document.stamp is None:
        return DiskState.UNCHANGED
    return disk_state(document.path, document.stamp)


def warnings_before_saving(
    document: LoadedDocument, text: str, path: Path | None = None
) -> tuple[Message, ...]:
    """Return sentences about what saving ``text`` to ``path`` cannot keep; mostly none.

    Raises:
        CannotOpenError: if the suffix of ``path`` is of no format that can be saved.
    """
    target = path or document.path
    kind = document.format if target is None else format_of(target)
    if text == document.text and kind is document.format:
        return ()
    warnings: tuple[Message, ...] = ()
    if document.package and kind is not document.format:
        warnings = (Message(_WORDS_ONLY, Message(kind.value)),)
    if not kind.is_plain:
        warnings += _package_format(kind).losses(document, text)
    return warnings


def protected_spans(document: LoadedDocument, text: str | None = None) -> tuple[Span, ...]:
    """Return the ranges of a text of this document that must not be corrected.

    May take a second for a book; meant for a worker thread.

    Args:
        document: gives the format and, for packages, the spans it was loaded with, which
            are found again where the text around them did not change.
        text: the present text; that of the document if None.

    Returns:
        Sorted, disjoint, half-open ranges in code points.
    """
    current = document.text if text is None else text
    if document.format is DocumentFormat.MARKDOWN:
        from app.documents.markdown import markup_spans

        return markup_spans(current)
    if current == document.text:
        return document.protected
    return carry_spans(document.protected, document.text, current)


def _is_stale(document: LoadedDocument) -> bool:
    return file_state(document) is DiskState.CHANGED


def _read(path: Path, limit: int) -> bytes:
    """Return the contents of a file that is not too large.

    Raises:
        CannotOpenError: if it cannot be read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise CannotOpenError(
                Message(
                    QT_TRANSLATE_NOOP("Messages", "{0} is a device, not a file. Choose a file."),
                    path.name,
                )
            )
        size = status.st_size
        if size > limit:
            raise CannotOpenError(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "{0} is too large: {1:,.0f} MB, and Copyedge opens at most "
                        "{2} MB. Split it into parts.",
                    ),
                    path.name,
                    size / 2**20,
                    limit // 2**20,
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotOpenError(explain_os_error(error, path, "open")) from error


def _parse(content: bytes, name: str, kind: DocumentFormat) -> LoadedDocument:
    if kind.is_plain:
        return read_plain_text(content, name, kind)
    return _package_format(kind).read_package(content, name)


def _package_format(kind: DocumentFormat) -> _PackageFormat:
    """Return the module for a format; it is loaded with the first such file.

    Their libraries take a sixth of a second that a window with a text file need not wait.
    """
    if kind is DocumentFormat.WORD:
        from app.documents import word

        return word
    from app.documents import odt

    return odt


def _compose(
    document: LoadedDocument, text: str, kind: DocumentFormat, options: SaveOptions
) -> tuple[bytes, LoadedDocument]:
    """Return the new file, and the document that reading it again would give."""
    if not kind.is_plain:
        return _package_format(kind).write_package(document, text)
    content, saved = write_plain_text(document, text, options.encoding)
    return content, replace(saved, format=kind, protected=())
