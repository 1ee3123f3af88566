"""Paragraphs of Word files as slots. Knows WordprocessingML, not files or text changes."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, Self

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from app.documents.rich_paragraphs import RichParagraph, Slot, SlotKind
from app.documents.rich_text import BlockObject
from app.documents.values import OBJECT_MARK, SOFT_BREAK

Element = Any
"""An lxml element; python-docx gives its own classes, which have no type information."""

_P, _R, _T = qn("w:p"), qn("w:r"), qn("w:t")
_P_PROPERTIES, _R_PROPERTIES = qn("w:pPr"), qn("w:rPr")
_SECTION, _STYLE, _VALUE = qn("w:sectPr"), qn("w:pStyle"), qn("w:val")
_CONTENT_CONTROL, _CONTENT = qn("w:sdt"), qn("w:sdtContent")
_FIELD_MARK, _SIMPLE_FIELD = qn("w:fldChar"), qn("w:fldSimple")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_UNIQUE_IDS = (f"{_WORD_2010}paraId", f"{_WORD_2010}textId")

# Containers whose runs are text like any other; deletions (w:del, w:moveFrom) are not among them.
_TRANSPARENT = frozenset(
    qn(f"w:{name}")
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo")
) | {_CONTENT_CONTROL, _SIMPLE_FIELD}
_NOT_CONTENT = frozenset(
    qn(f"w:{name}") for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")
)
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:cr"): SOFT_BREAK,
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_OBJECTS = frozenset(
    qn(f"w:{name}") for name in ("drawing", "pict", "object", "sym", "ptab", "ruby")
) | {f"{_COMPATIBILITY}AlternateContent", f"{_MATH}oMath", f"{_MATH}oMathPara"}
_BREAK = qn("w:br")
_PIECES = re.compile(f"([\t{SOFT_BREAK}])")
# What Word makes of them inside w:t, and what would be a line end in the editor.
_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\u2029\ufdd0\ufdd1", " "))


class WordSlot(Slot):
    """A w:t, a w:tab, a picture, a bookmark ... of a paragraph."""

    def __init__(
        self, element: Element, kind: SlotKind, text: str = "", protected: bool = False
    ) -> None:
        self._element = element
        self.kind = kind
        self.text = text
        self.protected = protected

    def rewrite(self, text: str) -> None:
        """Replace the string of a w:t; tabs and line breaks become elements beside it."""
        if _PIECES.search(text):
            self.insert(text, after=True)
            self.remove()
        else:
            _set_text(self._element, text)

    def remove(self) -> None:
        """Remove the element, and its run if that held nothing else."""
        run = self._element.getparent()
        run.remove(self._element)
        if run.tag == _R and all(child.tag == _R_PROPERTIES for child in run):
            _remove_with_empty_containers(run)

    def insert(self, text: str, *, after: bool) -> None:
        """Put text into the same run, or into a new one beside what is in no run."""
        elements = _elements_for(text)
        if self._element.getparent().tag != _R:
            run = OxmlElement("w:r")
            run.extend(elements)
            elements = [run]
        for element in reversed(elements) if after else elements:
            if after:
                self._element.addnext(element)
            else:
                self._element.addprevious(element)


class WordParagraph(RichParagraph):
    """A w:p.

    Args:
        element: the paragraph.
        following_styles: style ids, each with the style of the paragraph after Enter.
        in_field: True if the result of a field began in an earlier paragraph.
    """

    def __init__(
        self, element: Element, following_styles: Mapping[str, str], in_field: bool = False
    ) -> None:
        self._element = element
        self._following_styles = following_styles
        self._in_field = in_field

    def slots(self) -> list[WordSlot]:
        """Return the pieces in document order."""
        return list(_SlotReader(self._in_field).read(self._element, protected=False))

    def append_text(self, text: str) -> None:
        """Add a run formatted as the paragraph mark is."""
        run = OxmlElement("w:r")
        mark = self._element.find(f"{_P_PROPERTIES}/{_R_PROPERTIES}")
        if mark is not None:
            properties = copy.deepcopy(mark)
            for tag in ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange"):
                for tracked in properties.findall(qn(tag)):
                    properties.remove(tracked)
            run.append(properties)
        run.extend(_elements_for(text))
        self._element.append(run)

    def copy_after(self) -> Self:
        """Copy the paragraph; a section that ends with it ends with the copy."""
        second = copy.deepcopy(self._element)
        for name in _UNIQUE_IDS:
            second.attrib.pop(name, None)
        self._element.addnext(second)
        _remove_section(self._element)
        return type(self)(second, self._following_styles, self._in_field)

    def new_after(self) -> Self:
        """Put an empty paragraph after this one, in the style that Word would give it."""
        paragraph = self._bare_copy()
        self._element.addnext(paragraph)
        section = self._section()
        if section is not None:
            properties = self._element.find(_P_PROPERTIES)
            properties.remove(section)
            paragraph.get_or_add_pPr().append(section)
        following = self._following_styles.get(self._style())
        if following is not None:
            properties = paragraph.get_or_add_pPr()
            for child in [child for child in properties if child.tag != _SECTION]:
                properties.remove(child)
            style = OxmlElement("w:pStyle")
            style.set(_VALUE, following)
            properties.insert(0, style)
        return type(self)(paragraph, self._following_styles)

    def new_before(self) -> Self:
        """Put an empty paragraph with the same properties before this one."""
        paragraph = self._bare_copy()
        self._element.addprevious(paragraph)
        return type(self)(paragraph, self._following_styles)

    def absorb(self, following: Self) -> None:
        """Take the contents of the following paragraph, and its section end."""
        properties = following._element.find(_P_PROPERTIES)
        section = following._section()
        if section is not None:
            self._element.get_or_add_pPr().append(section)
        for child in [child for child in following._element if child is not properties]:
            self._element.append(child)
        following.remove()

    def remove(self) -> None:
        """Remove the paragraph, and a content control that it leaves empty."""
        _remove_with_empty_containers(self._element)

    def _bare_copy(self) -> Element:
        """Return an empty paragraph with the same properties, without tracked changes."""
        paragraph = OxmlElement("w:p")
        properties = self._element.find(_P_PROPERTIES)
        if properties is not None:
            properties = copy.deepcopy(properties)
            for tag in ("w:sectPr", "w:pPrChange", "w:rPr/w:ins", "w:rPr/w:del"):
                for child in properties.findall("/".join(qn(name) for name in tag.split("/"))):
                    child.getparent().remove(child)
            paragraph.append(properties)
        return paragraph

    def _section(self) -> Element | None:
        return self._element.find(f"{_P_PROPERTIES}/{_SECTION}")

    def _style(self) -> str:
        style = self._element.find(f"{_P_PROPERTIES}/{_STYLE}")
        return "" if style is None else str(style.get(_VALUE))


class WordObject(BlockObject):
    """A table or another thing between paragraphs."""

    def __init__(self, element: Element, following_styles: Mapping[str, str]) -> None:
        self._element = element
        self._following_styles = following_styles

    def remove(self) -> None:
        """Remove it."""
        _remove_with_empty_containers(self._element)

    def new_after(self) -> WordParagraph:
        """Put an empty paragraph after it."""
        paragraph = OxmlElement("w:p")
        self._element.addnext(paragraph)
        return WordParagraph(paragraph, self._following_styles)

    def new_before(self) -> WordParagraph:
        """Put an empty paragraph before it."""
        paragraph = OxmlElement("w:p")
        self._element.addprevious(paragraph)
        return WordParagraph(paragraph, self._following_styles)


def goes_on_in_field(paragraph: Element, in_field: bool) -> bool:
    """Return True if a field is open behind a w:p.

    Args:
        paragraph: the w:p.
        in_field: True if one is open before it.
    """
    depth = int(in_field)
    for mark in paragraph.iter(_FIELD_MARK):
        kind = mark.get(qn("w:fldCharType"))
        depth = max(0, depth + {"begin": 1, "end": -1}.get(kind, 0))
    return depth > 0


class _SlotReader:
    """Walks through one paragraph and keeps count of open fields.

    A field is an instruction (hidden) and, after a separator, its result (shown, not the
    writer's own text).
    """

    def __init__(self, in_field: bool) -> None:
        self.fields = ["result"] if in_field else []

    def read(self, container: Element, protected: bool) -> Iterator[WordSlot]:
        """Yield the slots of a paragraph or of a container in it."""
        for child in container.iterchildren("*"):
            if child.tag == _R:
                yield from self._read_run(child, protected)
            elif child.tag in _TRANSPARENT:
                yield from self.read(child, protected or child.tag == _SIMPLE_FIELD)
            elif child.tag in _OBJECTS:
                yield WordSlot(child, SlotKind.FIXED, OBJECT_MARK)
            elif child.tag not in _NOT_CONTENT:
                yield WordSlot(child, SlotKind.HIDDEN)

    def _read_run(self, run: Element, protected: bool) -> Iterator[WordSlot]:
        properties = run.find(_R_PROPERTIES)
        protected = protected or (
            properties is not None and properties.find(qn("w:noProof")) is not None
        )
        for child in run.iterchildren("*"):
            if child.tag == _FIELD_MARK:
                self._note_field_mark(child.get(qn("w:fldCharType")))
            if child.tag not in _NOT_CONTENT:
                yield self._slot_of(child, protected or bool(self.fields))

    def _slot_of(self, element: Element, protected: bool) -> WordSlot:
        if "instruction" in self.fields:
            return WordSlot(element, SlotKind.HIDDEN)
        if element.tag == _T:
            return WordSlot(element, SlotKind.TEXT, _shown_text(element), protected)
        if element.tag in _CHARACTERS:
            return WordSlot(element, SlotKind.FIXED, _CHARACTERS[element.tag], protected)
        if element.tag == _BREAK and element.get(qn("w:type"), "textWrapping") == "textWrapping":
            return WordSlot(element, SlotKind.FIXED, SOFT_BREAK, protected)
        if element.tag in _OBJECTS:
            return WordSlot(element, SlotKind.FIXED, OBJECT_MARK)
        return WordSlot(element, SlotKind.HIDDEN)

    def _note_field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append("instruction")
        elif kind == "separate" and self.fields:
            self.fields[-1] = "result"
        elif kind == "end" and self.fields:
            self.fields.pop()


def _shown_text(element: Element) -> str:
    """Return what Word shows of a w:t: blanks at its ends only if they are declared kept."""
    text: str = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\n\r")
    return text.translate(_BLANKS)


def _set_text(element: Element, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def _elements_for(text: str) -> list[Element]:
    """Return the children of a run that show ``text``."""
    elements: list[Element] = []
    for piece in filter(None, _PIECES.split(text)):
        if piece in {"\t", SOFT_BREAK}:
            elements.append(OxmlElement("w:tab" if piece == "\t" else "w:br"))
        else:
            element = OxmlElement("w:t")
            _set_text(element, piece)
            elements.append(element)
    return elements


def _remove_section(paragraph: Element) -> None:
    section = paragraph.find(f"{_P_PROPERTIES}/{_SECTION}")
    if section is not None:
        section.getparent().remove(section)


def _remove_with_empty_containers(element: Element) -> None:
    """Remove an element, and the containers around it that are then empty."""
    parent = element.getparent()
    parent.remove(element)
    while parent.tag in _TRANSPARENT and all(child.tag in _NOT_CONTENT for child in parent):
        empty, parent = parent, parent.getparent()
        parent.remove(empty)
        if parent is None:
            return
