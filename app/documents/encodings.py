"""Find out how a text file is encoded, decode it, and encode it again alike.

Knows bytes and codecs only: no files, no line ends. What is accepted comes
back byte for byte: an encoding that does not re-encode the bytes exactly is
never chosen. A byte order mark or valid UTF-8 decides; only what is neither is
guessed from statistics (charset-normalizer), Windows-1252 first, as the
texts are English.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from app.documents.errors import NotTextError, UnencodableError, UnsupportedFileError
from app.messages import QT_TRANSLATE_NOOP, Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16-LE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# In order of preference: on a tie of the statistics the earlier one wins.
_GUESSES = (
    "cp1252",
    "mac_roman",
    "cp1250",
    "cp1251",
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "mac_roman": "Mac Roman",
    "latin-1": "ISO 8859-1",
}
_SIGNATURES = (
    (
        b"%PDF-",
        QT_TRANSLATE_NOOP("Messages", "{0} is a PDF file. Save its text as a text file first."),
    ),
    (b"PK\x03\x04", QT_TRANSLATE_NOOP("Messages", "{0} is a ZIP file. Unpack it first.")),
    (
        b"\xd0\xcf\x11\xe0",
        QT_TRANSLATE_NOOP(
            "Messages", "{0} is an old or password-protected Office file. Save it as .docx first."
        ),
    ),
    (
        b"{\\rtf",
        QT_TRANSLATE_NOOP("Messages", "{0} is a rich text file. Save it as .docx or .odt first."),
    ),
)

_SAMPLE_BYTES = 1 << 15  # statistics need some hundred odd bytes, not the whole novel
_TOO_SHORT = 24  # below this many bytes statistics say nothing; Windows-1252 it is
_CHAOS_TIE = 0.02  # charset-normalizer's mess ratio: closer than this is a tie
_CHAOS_LIMIT = 0.2  # its own default threshold for "this is not text in that encoding"
_CONTROL_LIMIT = 0.02  # share of control bytes above which bytes are no text
_HIGH_LIMIT = 0.3  # share of bytes above 127 that English text in no known encoding may have
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")  # not: \a \b \t \n \v \f \r, escape
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_LINE = re.compile(rb"[^\n\r]*[\x80-\xff][^\n\r]*")


@dataclass(frozen=True, slots=True)
class TextEncoding:
    """How text is laid down in bytes, so that it can be written back alike."""

    name: str = "utf-8"
    """Name of a Python codec that neither expects nor writes a byte order mark."""
    mark: bytes = b""
    """The byte order mark in front of the text; empty if there is none."""
    guessed: bool = field(default=False, compare=False)
    """True if only statistics spoke for this encoding."""

    @property
    def bom(self) -> bool:
        """True if the text begins with a byte order mark."""
        return bool(self.mark)

    @property
    def label(self) -> str:
        """How to call the encoding in front of a person."""
        name = _NAMES.get(self.name, self.name.upper())
        return Message(QT_TRANSLATE_NOOP("Messages", "{0} with BOM"), name) if self.mark else name


UTF_8 = TextEncoding()
_NAMELESS = Message(QT_TRANSLATE_NOOP("Messages", "This file"))


def detect_encoding(content: bytes, name: str = _NAMELESS) -> TextEncoding:
    """Tell how a text file is encoded; the answer decodes and re-encodes ``content`` exactly.

    Args:
        content: the whole file.
        name: what to call the file in messages.

    Raises:
        UnsupportedFileError: if the bytes are a known kind of file that is no text.
        NotTextError: if they are no text in any encoding that Copyedge knows.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark) and _is_exact(content[len(mark) :], codec):
            if "\0" in content.decode(codec):
                raise _not_text(name)
            return TextEncoding(codec, mark)
    for signature, template in _SIGNATURES:
        if content.startswith(signature):
            raise UnsupportedFileError(Message(template, name))
    if b"\0" in content:
        return _detect_utf_16(content, name)
    if len(_CONTROL.findall(content)) > _CONTROL_LIMIT * len(content):
        raise _not_text(name)
    if _is_exact(content, "utf-8"):
        return UTF_8
    return TextEncoding(_guess(content, name), guessed=True)


def decode(content: bytes, encoding: TextEncoding) -> str:
    """Return the text without its byte order mark.

    Raises:
        NotTextError: if the bytes are not valid in this encoding.
    """
    try:
        return content[len(encoding.mark) :].decode(encoding.name)
    except UnicodeDecodeError as error:
        raise NotTextError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "The file is not valid {0} (at byte {1}). Open it with another encoding.",
                ),
                encoding.label,
                error.start,
            )
        ) from error


def encode(text: str, encoding: TextEncoding) -> bytes:
    """Return the bytes of ``text``, with the byte order mark if the encoding has one.

    Raises:
        UnencodableError: if the encoding lacks one of the characters.
    """
    try:
        return encoding.mark + text.encode(encoding.name)
    except UnicodeEncodeError as error:
        raise UnencodableError(text[error.start], encoding.label) from error


def _is_exact(content: bytes, codec: str) -> bool:
    """Return True if ``content`` is valid in ``codec`` and comes back byte for byte."""
    try:
        return content.decode(codec).encode(codec) == content
    except UnicodeError:
        return False


def _detect_utf_16(content: bytes, name: str) -> TextEncoding:
    """Recognise UTF-16 without a mark by its zero bytes: Latin letters have one each."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    half = len(content) // 2
    for zeros, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # A zero on the other side would be U+0000 or a rare letter such as U+0100.
        if zeros > half // 2 and others * 50 < half and _is_exact(content, codec):
            if _CONTROL.search(content.decode(codec).encode("utf-8")):
                break
            return TextEncoding(codec)
    raise _not_text(name)


def _not_text(name: str) -> NotTextError:
    return NotTextError(
        Message(
            QT_TRANSLATE_NOOP(
                "Messages", "{0} is not a text file. Open a text, Word or OpenDocument file."
            ),
            name,
        )
    )


def _guess(content: bytes, name: str) -> str:
    """Return the codec that makes the best sense of the bytes above 127.

    Raises:
        NotTextError: if none does.
    """
    from charset_normalizer import from_bytes  # 50 ms that texts in UTF-8 need not wait for

    exact = [codec for codec in _GUESSES if _is_exact(content, codec)]
    sample = b"\n".join(_HIGH_LINE.findall(content[: 1 << 22]))[:_SAMPLE_BYTES]
    if len(sample) < _TOO_SHORT and "cp1252" in exact:
        return "cp1252"
    chaos: dict[str, float] = {}
    for codec in exact:
        match = from_bytes(sample, cp_isolation=[codec], threshold=_CHAOS_LIMIT).best()
        if match is not None:
            chaos[codec] = match.chaos
    if not chaos and exact and len(_HIGH.findall(content)) <= _HIGH_LIMIT * len(content):
        return exact[0]  # several encodings in one file: most of it can be read
    if not chaos:
        raise NotTextError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "The encoding of {0} is not known. "
                    "Save it as UTF-8 in the program that wrote it.",
                ),
                name,
            )
        )
    least = min(chaos.values())
    return next(codec for codec, value in chaos.items() if value <= least + _CHAOS_TIE)
