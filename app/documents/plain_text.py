"""Bytes of a plain text file to text and back. Knows encodings and line ends, no files."""

from __future__ import annotations

from dataclasses import replace

from app.documents.encodings import UTF_8, TextEncoding, decode, detect_encoding, encode
from app.documents.formats import DocumentFormat
from app.documents.line_ends import normalise, put_line_ends, take_line_ends
from app.documents.values import SOFT_BREAK, LoadedDocument
from app.messages import QT_TRANSLATE_NOOP, Message


def read_plain_text(content: bytes, name: str, kind: DocumentFormat) -> LoadedDocument:
    """Read a plain text or Markdown file.

    Raises:
        CannotOpenError: if the bytes are no text.
    """
    encoding = detect_encoding(content, name)
    text, line_ends = take_line_ends(decode(content, encoding))
    warnings = (
        (
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages", "{0} does not say how it is encoded; it was opened as {1}."
                ),
                name,
                encoding.label,
            ),
        )
        if encoding.guessed
        else ()
    )
    return LoadedDocument(
        text, format=kind, encoding=encoding, line_ends=line_ends, warnings=warnings
    )


def write_plain_text(
    document: LoadedDocument, text: str, encoding: TextEncoding | None = None
) -> tuple[bytes, LoadedDocument]:
    """Return the file for ``text``, and the document that reading it again would give.

    Args:
        document: as it was opened; its encoding and line ends are kept.
        text: what the writer made of it.
        encoding: another encoding than that of the document.

    Raises:
        UnencodableError: if the encoding lacks a character.
    """
    if not document.format.is_plain:
        document = LoadedDocument(document.text, encoding=UTF_8)
    text = normalise(text)
    if SOFT_BREAK not in document.text:  # typed with Shift+Enter; a text file has plain line ends
        text = text.replace(SOFT_BREAK, "\n")
    raw = put_line_ends(text, document.line_ends, document.text)
    encoding = encoding or document.encoding
    content = encode(raw, encoding)
    text, line_ends = take_line_ends(raw)
    return content, replace(document, text=text, encoding=encoding, line_ends=line_ends)
