"""The kinds of documents that Copyedge opens and saves, told by their suffix."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from app.documents.errors import UnsupportedFileError


class DocumentFormat(Enum):
    """One kind of document."""

    TEXT = "Plain text"
    MARKDOWN = "Markdown"
    WORD = "Word"
    OPEN_DOCUMENT = "OpenDocument"

    @property
    def is_plain(self) -> bool:
        """True if the file is nothing but its characters."""
        return self in {DocumentFormat.TEXT, DocumentFormat.MARKDOWN}

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What names of such files end with; the first is the one to offer."""
        return _SUFFIXES[self]


_SUFFIXES = {
    DocumentFormat.TEXT: (".txt", ".text", ".log"),
    DocumentFormat.MARKDOWN: (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
    DocumentFormat.WORD: (".docx", ".docm", ".dotx"),
    DocumentFormat.OPEN_DOCUMENT: (".odt", ".ott"),
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes}
_REFUSED = {
    ".doc": "an old Word file",
    ".rtf": "a rich text file",
    ".pages": "a Pages file",
    ".pdf": "a PDF file",
    ".wpd": "a WordPerfect file",
    ".epub": "an e-book",
    ".xlsx": "a spreadsheet",
    ".ods": "a spreadsheet",
    ".pptx": "a presentation",
    ".odp": "a presentation",
}


def format_of(path: Path) -> DocumentFormat:
    """Tell the format from the name; unknown suffixes are taken for plain text.

    Raises:
        UnsupportedFileError: if the suffix is that of a kind that Copyedge does not read.
    """
    suffix = path.suffix.lower()
    if suffix in _REFUSED:
        raise UnsupportedFileError(
            f"{path.name} is {_REFUSED[suffix]}, which Copyedge cannot open. "
            "Save it as .docx, .odt or .txt in the program that wrote it."
        )
    return _BY_SUFFIX.get(suffix, DocumentFormat.TEXT)
