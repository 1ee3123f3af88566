"""What the program tells about itself to Windows and macOS: one place for both.

The version comes from ``app.__version__`` through the build's context.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.documents.formats import DocumentFormat
from assets.packaging.errors import BuildError

TITLE = "Copyedge"
PUBLISHER = "Copyedge contributors"
DESCRIPTION = "Corrects English on your own computer"
COPYRIGHT = "Copyright (c) 2026 Copyedge contributors"

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document that the program opens."""

    title: str
    suffixes: tuple[str, ...]
    """With their dots, the usual one first."""
    uti: str
    """Apple's name of the type."""


def document_types() -> tuple[DocumentType, ...]:
    """Return the kinds of documents of the editor, as an installer announces them."""
    names = {
        DocumentFormat.TEXT: "public.plain-text",
        DocumentFormat.MARKDOWN: "net.daringfireball.markdown",
        DocumentFormat.WORD: "org.openxmlformats.wordprocessingml.document",
        DocumentFormat.OPEN_DOCUMENT: "org.oasis-open.opendocument.text",
    }
    return tuple(
        DocumentType(f"{kind.value} document", kind.suffixes, names[kind])
        for kind in DocumentFormat
    )


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers that Windows wants, from the beginning of a version.

    Raises:
        BuildError: if it does not begin with a number.
    """
    match = _NUMBER.match(version)
    if match is None:
        raise BuildError(f"Version {version!r} does not begin with a number; mend app/__init__.py.")
    first, second, third, fourth = (int(number or 0) for number in match.groups())
    return first, second, third, fourth


def dotted(numbers: tuple[int, ...]) -> str:
    """Return numbers with dots between them."""
    return ".".join(map(str, numbers))
