"""Find out how a text is encoded, and refuse what is no text.

Knows bytes and codecs only: no files, no line ends, no sentences. The encoding
is never guessed from statistics: a byte order mark or valid UTF-8 decides,
everything else has to be named by the writer.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from app.command_line.errors import UnreadableTextError

CHOICES = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "ascii",
    "latin-1",
    "iso-8859-15",
    "cp1250",
    "cp1252",
    "mac-roman",
)
"""What ``--encoding`` takes: every byte decodes alone or in fixed units, so nothing is lost."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16-LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARK_BYTES = 4  # the longest byte order mark

_SIGNATURES = (
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file. Open it in the editor: copyedge {name}"),
    (b"%PDF-", "a PDF file. Save its text as a text file first"),
    (b"\xd0\xcf\x11\xe0", "an old Word file. Save it as .docx and open it in the editor"),
    (b"{\\rtf", "a rich text file. Save it as .docx or as plain text first"),
)


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How text is laid down in bytes, so that it can be written back alike."""

    codec: str
    """Name of a Python codec that neither expects nor writes a byte order mark."""
    mark: bytes = b""
    """The byte order mark in front of the text; empty if there is none."""

    def can_encode(self, text: str) -> bool:
        """Return True if every character of ``text`` exists in this encoding."""
        try:
            text.encode(self.codec)
        except UnicodeEncodeError:
            return False
        return True


def detect_format(head: bytes, name: str, wanted: str | None = None) -> TextFormat:
    """Tell the format of a text from its first bytes.

    Args:
        head: the first bytes, at least :data:`MARK_BYTES` unless the text is shorter.
        name: what to call the text in messages.
        wanted: an encoding named by the writer, one of :data:`CHOICES`.

    Raises:
        UnreadableTextError: if the bytes are no text.
    """
    if wanted is not None:
        return _wanted_format(head, codecs.lookup(wanted).name)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return TextFormat(codec, mark)
    for signature, advice in _SIGNATURES:
        if head.startswith(signature):
            raise UnreadableTextError(f"{name} is {advice.format(name=name)}.")
    if b"\0" in head:
        raise UnreadableTextError(_zero_byte_message(head, name))
    return TextFormat("utf-8")


def _wanted_format(head: bytes, codec: str) -> TextFormat:
    """Return the named format, with the mark if the text begins with the right one."""
    for mark, marked_codec in _MARKS:
        if head.startswith(mark) and marked_codec.startswith(codec):
            return TextFormat(marked_codec, mark)
    # Without a mark the byte order of "UTF-16" is open; little-endian is what Windows writes.
    return TextFormat("utf-16-le" if codec == "utf-16" else codec)


def _zero_byte_message(head: bytes, name: str) -> str:
    """Say whether zero bytes look like UTF-16 without a mark or like no text at all."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for zeros, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > half // 2 and not others:
            return f"{name} looks like UTF-16 without a byte order mark: try --encoding {codec}."
    return f"{name} is not a text file (it holds zero bytes)."


def undecodable_message(name: str, codec: str, byte: int, position: int) -> str:
    """Say where a text stops being valid in its encoding, and what to try."""
    advice = {
        "utf-8": "If an older Windows program wrote it, try --encoding cp1252",
        "cp1252": "Try --encoding latin-1",
    }.get(codec, "Name its encoding with --encoding")
    return (
        f"{name} is not valid {codec.upper()}: byte 0x{byte:02X} at position {position}. {advice}."
    )
