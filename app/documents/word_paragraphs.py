"""Paragraphs of Word files: split, join, copy, remove. Knows no files and no text changes."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Self

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from app.documents.cells import CellNames, note_emptied
from app.documents.rich_paragraphs import RichParagraph
from app.documents.rich_text import BlockObject
from app.documents.word_slots import (
    Element,
    WordSlot,
    elements_for,
    read_slots,
    remove_with_empty_containers,
)

_P_PROPERTIES, _R_PROPERTIES = qn("w:pPr"), qn("w:rPr")
_SECTION, _STYLE, _VALUE = qn("w:sectPr"), qn("w:pStyle"), qn("w:val")
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
CELLS = CellNames(
    qn("w:tbl"),
    qn("w:tr"),
    qn("w:tc"),
    frozenset((qn("w:p"),)),
    frozenset((qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"))),
)
_UNIQUE_IDS = (f"{_WORD_2010}paraId", f"{_WORD_2010}textId")


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
        return read_slots(self._element, self._in_field)

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
        run.extend(elements_for(text))
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
        if CELLS.must_stay(self._element):
            for child in [child for child in self._element if child.tag != _P_PROPERTIES]:
                self._element.remove(child)
            note_emptied(self._element)
        else:
            remove_with_empty_containers(self._element)

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
    """A list of contents or another thing between paragraphs."""

    def __init__(self, element: Element, following_styles: Mapping[str, str]) -> None:
        self._element = element
        self._following_styles = following_styles

    def remove(self) -> None:
        """Remove it."""
        remove_with_empty_containers(self._element)

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


def _remove_section(paragraph: Element) -> None:
    section = paragraph.find(f"{_P_PROPERTIES}/{_SECTION}")
    if section is not None:
        section.getparent().remove(section)
