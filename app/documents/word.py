"""Word files to text and back."""

from __future__ import annotations

from app.documents.errors import UnsupportedFileError
from app.documents.values import LoadedDocument


def read_package(content: bytes, name: str) -> LoadedDocument:
    """Read a Word file.

    Raises:
        CannotOpenError: if that is impossible.
    """
    raise UnsupportedFileError(f"{name} is a Word file, which this version cannot open yet.")


def write_package(document: LoadedDocument, text: str) -> tuple[bytes, LoadedDocument]:
    """Return the file for ``text``, and the document that reading it again would give."""
    raise UnsupportedFileError("This version cannot save Word files yet.")


def losses(document: LoadedDocument, text: str) -> tuple[str, ...]:
    """Return sentences about what saving ``text`` cannot keep."""
    return ()
