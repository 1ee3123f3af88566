"""The pieces of a paragraph in a Word file, as slots.

Knows which elements of WordprocessingML show what; nothing of whole
paragraphs, files or changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from app.documents.rich_paragraphs import Slot, SlotKind
from app.documents.values import OBJECT_MARK, SOFT_BREAK

Element = Any
"""An lxml element; python-docx gives its own classes, which have no type information."""

_R, _T, _BREAK = qn("w:r"), qn("w:t"), qn("w:br")
_R_PROPERTIES = qn("w:rPr")
_FIELD_MARK, _SIMPLE_FIELD = qn("w:fldChar"), qn("w:fldSimple")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Containers whose runs are text like any other; deletions (w:del, w:moveFrom) are not among them.
_TRANSPARENT = frozenset(
    qn(f"w:{name}")
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo")
) | {qn("w:sdt"), _SIMPLE_FIELD}
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
            remove_with_empty_containers(run)

    def insert(self, text: str, *, after: bool) -> None:
        """Put text into the same run, or into a new one beside what is in no run."""
        elements = elements_for(text)
        if self._element.getparent().tag != _R:
            run = OxmlElement("w:r")
            run.extend(elements)
            elements = [run]
        for element in reversed(elements) if after else elements:
            if after:
                self._element.addnext(element)
            else:
                self._element.addprevious(element)


def read_slots(paragraph: Element, in_field: bool) -> list[WordSlot]:
    """Return the pieces of a w:p in document order.

    Args:
        paragraph: the w:p.
        in_field: True if the result of a field began in an earlier paragraph.
    """
    return list(_SlotReader(in_field).read(paragraph, protected=False))


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


def elements_for(text: str) -> list[Element]:
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


def remove_with_empty_containers(element: Element) -> None:
    """Remove an element, and the containers around it that are then empty."""
    parent = element.getparent()
    parent.remove(element)
    while parent.tag in _TRANSPARENT and all(child.tag in _NOT_CONTENT for child in parent):
        empty, parent = parent, parent.getparent()
        parent.remove(empty)
        if parent is None:
            return
