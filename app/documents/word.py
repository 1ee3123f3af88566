"""Word files (.docx) to text and back, with everything that the text does not show kept.

Only the main part is rewritten, and in it only the paragraphs that changed;
styles, headers, footnotes, comments, pictures and macros go through byte for
byte. python-docx brings the XML layer and the template of new files. Knows no
paths.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from app.documents.errors import DamagedDocumentError
from app.documents.formats import DocumentFormat
from app.documents.losses import list_things, lost_things
from app.documents.packages import read_parts, refuse_declarations, replace_part
from app.documents.rich_text import Block, read_blocks, storable, unstorable_count, write_blocks
from app.documents.values import LoadedDocument
from app.documents.word_paragraphs import CELLS, WordObject, WordParagraph
from app.documents.word_slots import Element, goes_on_in_field, remove_with_empty_containers
from app.messages import QT_TRANSLATE_NOOP, Message

_ROOT_RELATIONS = "_rels/.rels"
_SIGNATURES = "_xmlsignatures/"
_MAIN_RELATION = "/officeDocument"
_BLOCK_OBJECTS = frozenset((qn("w:altChunk"),))
_BLOCK_CONTAINERS = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "tbl", "tr", "tc")
)
_P = qn("w:p")
_CONTENTS_LIST = "Table of Contents"

_DOCUMENT = Message(QT_TRANSLATE_NOOP("Messages", "The document"))
_SAVED = Message(QT_TRANSLATE_NOOP("Messages", "The saved file"))

# XPath of what the text does not show, and how to call one and several of it.
_UNSHOWN = (
    (
        "//w:tbl[not(ancestor::w:tbl)]",
        QT_TRANSLATE_NOOP("Messages", "table"),
        QT_TRANSLATE_NOOP("Messages", "tables"),
    ),
    (
        "//w:drawing | //w:pict | //w:object",
        QT_TRANSLATE_NOOP("Messages", "picture or drawing"),
        QT_TRANSLATE_NOOP("Messages", "pictures or drawings"),
    ),
    (
        "//w:footnoteReference | //w:endnoteReference",
        QT_TRANSLATE_NOOP("Messages", "footnote"),
        QT_TRANSLATE_NOOP("Messages", "footnotes"),
    ),
    (
        "//w:commentReference",
        QT_TRANSLATE_NOOP("Messages", "comment"),
        QT_TRANSLATE_NOOP("Messages", "comments"),
    ),
    (
        "//w:fldChar[@w:fldCharType='begin'] | //w:fldSimple",
        QT_TRANSLATE_NOOP("Messages", "field"),
        QT_TRANSLATE_NOOP("Messages", "fields"),
    ),
    (
        "//w:br[@w:type='page' or @w:type='column']",
        QT_TRANSLATE_NOOP("Messages", "page break"),
        QT_TRANSLATE_NOOP("Messages", "page breaks"),
    ),
    (
        "//w:pPr/w:sectPr",
        QT_TRANSLATE_NOOP("Messages", "section break"),
        QT_TRANSLATE_NOOP("Messages", "section breaks"),
    ),
    (
        "//w:del[ancestor::w:p] | //w:moveFrom",
        QT_TRANSLATE_NOOP("Messages", "tracked deletion"),
        QT_TRANSLATE_NOOP("Messages", "tracked deletions"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Contents:
    """The opened main part of a package."""

    part: str
    """Its name in the package."""
    signed: bool
    root: Element
    blocks: tuple[Block, ...]


def read_package(content: bytes, name: str) -> LoadedDocument:
    """Read a Word file.

    Raises:
        DamagedDocumentError: if it is damaged, encrypted or no Word file.
    """
    contents = _open(content, name)
    text, protected = read_blocks(contents.blocks)
    return LoadedDocument(
        text,
        format=DocumentFormat.WORD,
        package=content,
        protected=protected,
        warnings=_notices(contents),
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
    contents = _changed(package, text)
    xml = etree.tostring(contents.root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = replace_part(package, contents.part, xml)
    return package, replace(read_package(package, _SAVED), path=document.path)


def losses(document: LoadedDocument, text: str) -> tuple[Message, ...]:
    """Return sentences about what saving ``text`` cannot keep."""
    package = _package_of(document)
    before = _open(package, _DOCUMENT)
    changed = _changed(package, text).root
    names = {path: (one, many) for path, one, many in _UNSHOWN}
    shown, _ = read_blocks(tuple(_blocks(changed.find(qn("w:body")), {})))
    return lost_things(
        _count(before.root) - _count(changed),
        names,
        unstorable_count(text),
        DocumentFormat.WORD,
        moved=shown != storable(text),
        signed=before.signed,
    )


def _package_of(document: LoadedDocument) -> bytes:
    """Return the Word file inside a document, or an empty one."""
    if document.format is DocumentFormat.WORD and document.package:
        return document.package
    return _template()


@lru_cache(maxsize=1)
def _template() -> bytes:
    """Return the empty Word file that python-docx ships."""
    return (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()


def _changed(package: bytes, text: str) -> _Contents:
    """Open a package and change its paragraphs to read as ``text``."""
    contents = _open(package, _DOCUMENT)
    blocks = contents.blocks
    if not blocks:
        paragraph = etree.SubElement(contents.root[0], _P)
        contents.root[0].insert(0, paragraph)
        blocks = (WordParagraph(paragraph, {}),)
    write_blocks(blocks, storable(text))
    CELLS.remove_emptied(contents.root, remove_with_empty_containers)
    return replace(contents, blocks=())


def _open(content: bytes, name: str) -> _Contents:
    """Read the main part of a package.

    Raises:
        DamagedDocumentError: if that is impossible.
    """
    parts = read_parts(content, name)
    try:
        part = _main_part(parts)
        root = parse_xml(parts[part])
        refuse_declarations(root)
        body = root.find(qn("w:body"))
        if body is None:
            raise ValueError("no body")
        styles = parts.get(posixpath.join(posixpath.dirname(part), "styles.xml"))
        blocks = tuple(_blocks(body, _following_styles(styles)))
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise DamagedDocumentError(
            Message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{0} is not a Word file that Copyedge can read. "
                    "Open it in Word and save it again as .docx.",
                ),
                name,
            )
        ) from error
    return _Contents(part, any(name.startswith(_SIGNATURES) for name in parts), root, blocks)


def _main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part that holds the text.

    Raises:
        ValueError: if there is none.
    """
    for relation in etree.fromstring(parts[_ROOT_RELATIONS], _safe_parser()):
        if relation.get("Type", "").endswith(_MAIN_RELATION):
            return relation.get("Target", "").lstrip("/")
    raise ValueError("no main part")


def _safe_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _following_styles(styles: bytes | None) -> dict[str, str]:
    """Return which style a paragraph gets after Enter, where it is another one."""
    if styles is None:
        return {}
    found = {}
    for style in etree.fromstring(styles, _safe_parser()).iterchildren(qn("w:style")):
        identifier = style.get(qn("w:styleId"), "")
        following = style.find(qn("w:next"))
        name = identifier if following is None else following.get(qn("w:val"), identifier)
        if name != identifier:
            found[identifier] = name
    return found


def _blocks(body: Element, following_styles: Mapping[str, str]) -> Iterator[Block]:
    """Yield the paragraphs and objects of the body, in document order."""
    in_field = False  # a list of contents, for instance, is one field over many paragraphs
    for element in _block_elements(body):
        if element.tag == _P:
            yield WordParagraph(element, following_styles, in_field)
            in_field = goes_on_in_field(element, in_field)
        else:
            yield WordObject(element, following_styles)


def _block_elements(container: Element) -> Iterator[Element]:
    for child in container.iterchildren("*"):
        if child.tag == _P or child.tag in _BLOCK_OBJECTS or _is_contents_list(child):
            yield child
        elif child.tag in _BLOCK_CONTAINERS:
            yield from _block_elements(child)


def _is_contents_list(element: Element) -> bool:
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == _CONTENTS_LIST


def _count(root: Element) -> Counter[str]:
    """Count what the text does not show."""
    return Counter({path: len(root.xpath(path)) for path, _, _ in _UNSHOWN})


def _notices(contents: _Contents) -> tuple[Message, ...]:
    """Return sentences about what is in the file but not in the text."""
    counts = _count(contents.root)
    return list_things([(counts[path], one, many) for path, one, many in _UNSHOWN])
