"""What an opened document is: values only, no reading and no writing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from app.documents.backups import BackupFolder
from app.documents.encodings import UTF_8, TextEncoding
from app.documents.formats import DocumentFormat
from app.documents.line_ends import LineEnds
from app.documents.stamps import FileStamp
from app.messages import Message
from model.edits import Span

OBJECT_MARK = "\ufffc"
"""Stands in the text for a picture, table or other object that only the file holds."""

SOFT_BREAK = "\u2028"
"""Stands in the text for a line break inside a paragraph of a Word or OpenDocument file."""


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    r"""A document as it was opened or saved last; keep it, and hand it back to save.

    The text has "\n" between paragraphs. Hand it to Qt with ``setPlainText`` and take it
    back with ``toRawText().replace("\u2029", "\n")``, **not** with ``toPlainText()``,
    which turns no-break spaces into spaces and soft breaks into paragraphs.
    """

    text: str
    format: DocumentFormat = DocumentFormat.TEXT
    path: Path | None = None
    """Where it was read from or written to; None for a new document."""
    encoding: TextEncoding = UTF_8
    """Of plain formats only; packages are UTF-8 inside."""
    line_ends: LineEnds = field(default_factory=LineEnds)
    """Of plain formats only."""
    package: bytes = field(default=b"", repr=False)
    """The whole Word or OpenDocument file: what the text does not show is taken from here."""
    stamp: FileStamp | None = None
    """Version on the disk that this document stands for; None for a new document."""
    protected: tuple[Span, ...] = field(default=(), repr=False)
    """Sorted, disjoint ranges of :attr:`text` that must not be corrected."""
    warnings: tuple[Message, ...] = ()
    """Sentences to show after opening: what the text does not show but the file keeps."""

    @property
    def bom(self) -> bool:
        """True if the file begins with a byte order mark."""
        return self.encoding.bom

    @property
    def line_ending(self) -> str:
        """The usual line end of the file."""
        return self.line_ends.usual

    def detached(self) -> LoadedDocument:
        """Return the document without its file; saving makes another one."""
        return replace(self, path=None, stamp=None)


@dataclass(frozen=True, kw_only=True)
class SaveOptions:
    """How to save."""

    overwrite: bool = False
    """Write even if another program has changed the file since it was opened."""
    encoding: TextEncoding | None = None
    """Another encoding for a plain file, for instance UTF-8 after an UnencodableError."""
    backups: BackupFolder | None = None
    """Where to keep the version that is overwritten; None to keep none."""
