"""The kinds of documents that Copyedge opens and saves, told by their suffix."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from app.documents.errors import UnsupportedFileError
from app.messages import QT_TRANSLATE_NOOP, Message


class DocumentFormat(Enum):
    """One kind of document; its value is what messages call it."""

    TEXT = QT_TRANSLATE_NOOP("Messages", "Plain text")
    MARKDOWN = QT_TRANSLATE_NOOP("Messages", "Markdown")
    WORD = QT_TRANSLATE_NOOP("Messages", "Word")
    OPEN_DOCUMENT = QT_TRANSLATE_NOOP("Messages", "OpenDocument")

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
    ".doc": QT_TRANSLATE_NOOP("Messages", "an old Word file"),
    ".rtf": QT_TRANSLATE_NOOP("Messages", "a rich text file"),
    ".pages": QT_TRANSLATE_NOOP("Messages", "a Pages file"),
    ".pdf": QT_TRANSLATE_NOOP("Messages", "a PDF file"),
    ".wpd": QT_TRANSLATE_NOOP("Messages", "a WordPerfect file"),
    ".epub": QT_TRANSLATE_NOOP("Messages", "an e-book"),
    ".xlsx": QT_TRANSLATE_NOOP("Messages", "a spreadsheet"),
    ".ods": QT_TRANSLATE_NOOP("Messages", "a spreadsheet"),
    ".pptx": QT_TRANSLATE_NOOP("Messages", "a presentation"),
    ".odp": QT_TRANSLATE_NOOP("Messages", "a presentation"),
}


def format_of(path: Path) -> DocumentFormat:
    """Tell the format from the name; unknown suffixes are taken for plain text.

    Raises:
        UnsupportedFileError: if the suffix is that of a kind that Copyedge does not read.
    """
    suffix = path.suffix.lower()
    if suffix in _REFUSED:
        raise UnsupportedFileError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is {1}, which Copyedge cannot open. "
                    "Save it as .docx, .odt or .txt in the program that wrote it.",
                ),
                path.name,
                Message(_REFUSED[suffix]),
            )
        )
    return _BY_SUFFIX.get(suffix, DocumentFormat.TEXT)
