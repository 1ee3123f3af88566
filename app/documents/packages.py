"""Read single parts of a ZIP package and replace one, leaving all others as they are.

Word and OpenDocument files are such packages. Everything but the main part
(pictures, styles, comments, headers, macros) goes through byte for byte.
Refuses packages that would unpack to more than a machine holds. Knows
nothing of what the parts mean.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from app.documents.errors import CannotSaveError, DamagedDocumentError
from app.messages import QT_TRANSLATE_NOOP, Message

MAX_UNPACKED_BYTES = 2 * 1024**3  # all parts: beyond this it is a bomb or a film
MAX_PART_BYTES = 256 * 1024**2  # one XML part; a 500-page book has about 5 MB

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    struct.error,
)
_UNREADABLE = (RuntimeError, NotImplementedError)  # zipfile: encrypted, unknown compression
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # old Office files, and new ones with a password


def read_parts(content: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts of a package (names that end with .xml or .rels).

    Args:
        content: the file.
        name: what to call it in messages.

    Raises:
        DamagedDocumentError: if it is no package, is encrypted, or is too large unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_bombs(package, name)
            return {
                member.filename: package.read(member)
                for member in package.infolist()
                if member.filename.endswith((".xml", ".rels"))
            }
    except _BROKEN as error:
        raise _damaged(content, name) from error
    except _UNREADABLE as error:
        raise DamagedDocumentError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is encrypted or packed in an unusual way. "
                    "Save it again without a password.",
                ),
                name,
            )
        ) from error


def refuse_declarations(root: etree._Element) -> None:
    """Refuse XML with a document type: only attacks (entities from elsewhere) need one here.

    Raises:
        ValueError: if there is one.
    """
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type in an Office file")


def replace_part(content: bytes, part: str, replacement: bytes) -> bytes:
    """Return the package with one part replaced; order, dates and other parts stay.

    Raises:
        CannotSaveError: if another part cannot be read; it would be lost.
    """
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as package,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        copy.comment = package.comment
        for member in package.infolist():
            if member.filename == part:
                member_content = replacement
            else:
                member_content = _read_for_copy(package, member)
            copy.writestr(member, member_content)
    return result.getvalue()


def _read_for_copy(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        return package.read(member)
    except (*_BROKEN, *_UNREADABLE) as error:
        raise CannotSaveError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "A part of the document ({0}) is damaged and would be lost. "
                    "Save under another name as .txt to keep your words.",
                ),
                member.filename,
            )
        ) from error


def create_package(parts: dict[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """Return a new package.

    Args:
        parts: names and contents, in the order in which they are to be written.
        stored: names of parts that must not be compressed.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            package.writestr(name, part, method)
    return result.getvalue()


def _refuse_bombs(package: zipfile.ZipFile, name: str) -> None:
    """Refuse what would fill the memory.

    Raises:
        DamagedDocumentError: if the package says that it is too large unpacked.
    """
    members = package.infolist()
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES or any(
        member.file_size > MAX_PART_BYTES and member.filename.endswith(".xml") for member in members
    ):
        raise DamagedDocumentError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is too large once unpacked. Split it in the program that wrote it.",
                ),
                name,
            )
        )


def _damaged(content: bytes, name: str) -> DamagedDocumentError:
    if content.startswith(_OLD_OFFICE):
        return DamagedDocumentError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is protected with a password or is an old Office file. "
                    "Save it without a password as .docx or .odt.",
                ),
                name,
            )
        )
    return DamagedDocumentError(
        Message(
            QT_TRANSLATE_NOOP(
                "Messages",
                "{0} is damaged. Open it in the program that wrote it and save it again, "
                "or take an older copy.",
            ),
            name,
        )
    )
