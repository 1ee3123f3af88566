"""OpenDocument texts (.odt) to text and back, with everything that is not shown kept.

Only ``content.xml`` is rewritten, and in it only the paragraphs that changed;
styles, headers, pictures and settings go through byte for byte. Why no ODF
library does this: docs/decisions/0064. Knows no paths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from app.documents.errors import DamagedDocumentError
from app.documents.formats import DocumentFormat
from app.documents.losses import list_things, lost_things
from app.documents.odt_paragraphs import (
    CELLS,
    OdtObject,
    OdtParagraph,
    remove_with_empty_containers,
)
from app.documents.odt_slots import NAMESPACES, Element, H, P, tag
from app.documents.odt_template import empty_package
from app.documents.packages import read_parts, refuse_declarations, replace_part
from app.documents.rich_text import Block, read_blocks, storable, unstorable_count, write_blocks
from app.documents.values import LoadedDocument
from app.messages import QT_TRANSLATE_NOOP, Message

_PART = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_SIGNATURES = "META-INF/documentsignatures.xml"
_ENCRYPTED = b"encryption-data"
_BODY_STYLE = "Text_20_body"  # what Writer gives the paragraph after a heading
_PLAIN_STYLE = "Standard"

_CONTAINERS = frozenset(
    tag(f"text:{name}")
    for name in ("list", "list-item", "list-header", "section", "numbered-paragraph")
)
_TABLE = tag("table:table")
_TABLE_PARTS = frozenset(
    tag(f"table:{name}")
    for name in ("table-header-rows", "table-rows", "table-row-group", "table-row", "table-cell")
)
_OBJECTS = frozenset(
    tag(name)
    for name in (
        "text:table-of-content",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "text:user-index",
        "text:alphabetical-index",
        "text:bibliography",
    )
)

_DOCUMENT = Message(QT_TRANSLATE_NOOP("Messages", "The document"))
_SAVED = Message(QT_TRANSLATE_NOOP("Messages", "The saved file"))

# XPath of what the text does not show, and how to call one and several of it.
_UNSHOWN = (
    (
        "//table:table[not(ancestor::table:table)]",
        QT_TRANSLATE_NOOP("Messages", "table"),
        QT_TRANSLATE_NOOP("Messages", "tables"),
    ),
    (
        "//draw:*[not(ancestor::draw:*)]",
        QT_TRANSLATE_NOOP("Messages", "picture or drawing"),
        QT_TRANSLATE_NOOP("Messages", "pictures or drawings"),
    ),
    (
        "//text:note",
        QT_TRANSLATE_NOOP("Messages", "footnote"),
        QT_TRANSLATE_NOOP("Messages", "footnotes"),
    ),
    (
        "//office:annotation",
        QT_TRANSLATE_NOOP("Messages", "comment"),
        QT_TRANSLATE_NOOP("Messages", "comments"),
    ),
    (
        "//text:changed-region",
        QT_TRANSLATE_NOOP("Messages", "tracked change"),
        QT_TRANSLATE_NOOP("Messages", "tracked changes"),
    ),
    (
        "//text:table-of-content | //text:bibliography",
        QT_TRANSLATE_NOOP("Messages", "index"),
        QT_TRANSLATE_NOOP("Messages", "indexes"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Contents:
    """The opened ``content.xml`` of a package."""

    root: Element
    blocks: tuple[Block, ...]
    signed: bool


def read_package(content: bytes, name: str) -> LoadedDocument:
    """Read an OpenDocument text.

    Raises:
        DamagedDocumentError: if it is damaged, encrypted or no text document.
    """
    contents = _open(content, name)
    text, protected = read_blocks(contents.blocks)
    counts = _count(contents.root)
    return LoadedDocument(
        text,
        format=DocumentFormat.OPEN_DOCUMENT,
        package=content,
        protected=protected,
        warnings=list_things([(counts[path], one, many) for path, one, many in _UNSHOWN]),
    )


def write_package(document: LoadedDocument, text: str) -> tuple[bytes, LoadedDocument]:
    """Return the file for ``text``, and the document that reading it again gives.

    Args:
        document: as it was opened; of another format or new, a new file is made.
        text: what the writer made of it.

    Raises:
        DamagedDocumentError: if the file inside ``document`` cannot be read.
    """
    package = _package_of(document)
    if document.package == package and text == document.text:
        return package, document
    root = _changed(package, text)
    package = replace_part(
        package, _PART, etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    )
    return package, replace(read_package(package, _SAVED), path=document.path)


def losses(document: LoadedDocument, text: str) -> tuple[Message, ...]:
    """Return sentences about what saving ``text`` cannot keep."""
    package = _package_of(document)
    before = _open(package, _DOCUMENT)
    changed = _changed(package, text)
    names = {path: (one, many) for path, one, many in _UNSHOWN}
    shown, _ = read_blocks(tuple(_blocks(_body(changed), _PLAIN_STYLE)))
    return lost_things(
        _count(before.root) - _count(changed),
        names,
        unstorable_count(text),
        DocumentFormat.OPEN_DOCUMENT,
        moved=shown != storable(text),
        signed=before.signed,
    )


def _package_of(document: LoadedDocument) -> bytes:
    """Return the OpenDocument file inside a document, or an empty one."""
    if document.format is DocumentFormat.OPEN_DOCUMENT and document.package:
        return document.package
    return empty_package()


def _changed(package: bytes, text: str) -> Element:
    """Return the content of a package, changed to read as ``text``."""
    contents = _open(package, _DOCUMENT)
    blocks = contents.blocks
    if not blocks:
        paragraph = etree.SubElement(_body(contents.root), P)
        blocks = (OdtParagraph(paragraph, _PLAIN_STYLE),)
    write_blocks(blocks, storable(text))
    CELLS.remove_emptied(contents.root, remove_with_empty_containers)
    return contents.root


def _open(content: bytes, name: str) -> _Contents:
    """Read the content of a package.

    Raises:
        DamagedDocumentError: if that is impossible.
    """
    parts = read_parts(content, name)
    if _ENCRYPTED in parts.get(_MANIFEST, b""):
        raise DamagedDocumentError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is protected with a password. Save it without one to open it here.",
                ),
                name,
            )
        )
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(parts[_PART], parser)
        refuse_declarations(root)
        body = _body(root)
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise DamagedDocumentError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is not an OpenDocument text that Copyedge can read. "
                    "Open it in LibreOffice and save it again as .odt.",
                ),
                name,
            )
        ) from error
    style = _BODY_STYLE if _BODY_STYLE.encode() in parts.get(_STYLES, b"") else _PLAIN_STYLE
    return _Contents(root, tuple(_blocks(body, style)), _SIGNATURES in parts)


def _body(root: Element) -> Element:
    """Return the element that holds the text.

    Raises:
        ValueError: if there is none, as in a spreadsheet.
    """
    body = root.find(f"{tag('office:body')}/{tag('office:text')}")
    if body is None:
        raise ValueError("no text")
    return body


def _blocks(container: Element, style: str) -> Iterator[Block]:
    """Yield the paragraphs and objects of the body, in document order."""
    for child in container.iterchildren("*"):
        if child.tag in {P, H}:
            yield OdtParagraph(child, style)
        elif child.tag in _OBJECTS or (child.tag == _TABLE and _is_empty(child)):
            yield OdtObject(child, style)
        elif child.tag in _CONTAINERS or child.tag in _TABLE_PARTS or child.tag == _TABLE:
            yield from _blocks(child, style)


def _is_empty(table: Element) -> bool:
    """Return True if no cell has a paragraph, so that nothing else would show the table."""
    return next(table.iter(P, H), None) is None


def _count(root: Element) -> Counter[str]:
    """Count what the text does not show."""
    return Counter({path: len(root.xpath(path, namespaces=NAMESPACES)) for path, _, _ in _UNSHOWN})
