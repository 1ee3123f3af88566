"""Paragraphs of OpenDocument texts: split, join, copy, remove.

Before a paragraph is changed for the first time all its strings are written in
a form that no change beside them can alter (``settle``), as ODF collapses
blanks. Knows no files and no text changes.
"""

from __future__ import annotations

import copy
from typing import Self

from lxml import etree

from app.documents.cells import CellNames, note_emptied
from app.documents.odt_slots import (
    Element,
    H,
    P,
    StringSlot,
    append_string,
    append_text,
    read_slots,
    tag,
)
from app.documents.rich_paragraphs import RichParagraph, Slot
from app.documents.rich_text import BlockObject

_LIST_ITEM, _STYLE = tag("text:list-item"), tag("text:style-name")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ID = tag("text:id")
_REMOVED_WHEN_EMPTY = frozenset(
    tag(f"text:{name}")
    for name in ("list-item", "list-header", "list", "section", "numbered-paragraph")
)
CELLS = CellNames(
    tag("table:table"),
    tag("table:table-row"),
    tag("table:table-cell"),
    frozenset((P, H)),
    frozenset(tag(f"text:{name}") for name in ("list", "list-item", "list-header", "section")),
)


class OdtParagraph(RichParagraph):
    """A text:p or text:h.

    Args:
        element: the paragraph.
        default_style: of the paragraph after a heading.
    """

    def __init__(self, element: Element, default_style: str) -> None:
        self._element = element
        self._default_style = default_style
        self._settled = False

    def slots(self) -> list[Slot]:
        """Return the pieces in document order."""
        return read_slots(self._element)

    def settle(self) -> None:
        """Write all blanks so that no change beside them makes ODF collapse them."""
        if not self._settled:
            for slot in reversed(self.slots()):
                if isinstance(slot, StringSlot):
                    slot.rewrite(slot.text)
            self._settled = True

    def append_text(self, text: str) -> None:
        """Add text at the end, outside of all spans."""
        self.settle()
        append_text(self._element, text)

    def copy_after(self) -> Self:
        """Copy the paragraph; in a list the copy is an item of its own."""
        second = copy.deepcopy(self._element)
        second.tail = None
        for name in (_XML_ID, _ID):
            second.attrib.pop(name, None)
        _insert_beside(self._element, second, after=True)
        return type(self)(second, self._default_style)

    def new_after(self) -> Self:
        """Put an empty paragraph after this one; after a heading it is body text."""
        return self._new(after=True)

    def new_before(self) -> Self:
        """Put an empty paragraph before this one."""
        return self._new(after=False)

    def absorb(self, following: Self) -> None:
        """Take the contents of the following paragraph."""
        self.settle()
        following.settle()
        append_string(self._element, following._element.text or "")
        for child in list(following._element):
            self._element.append(child)
        following.remove()

    def remove(self) -> None:
        """Remove the paragraph, and a list or section that it leaves empty."""
        if CELLS.must_stay(self._element):
            self._element.text = None
            for child in list(self._element):
                self._element.remove(child)
            note_emptied(self._element)
        else:
            remove_with_empty_containers(self._element)

    def _new(self, *, after: bool) -> Self:
        is_heading = self._element.tag == H
        paragraph = _paragraph(self._default_style if is_heading else self._element.get(_STYLE))
        _insert_beside(self._element, paragraph, after=after)
        return type(self)(paragraph, self._default_style)


class OdtObject(BlockObject):
    """A table, an index or another thing between paragraphs."""

    def __init__(self, element: Element, default_style: str) -> None:
        self._element = element
        self._default_style = default_style

    def remove(self) -> None:
        """Remove it."""
        remove_with_empty_containers(self._element)

    def new_after(self) -> OdtParagraph:
        """Put an empty paragraph after it."""
        return self._new(after=True)

    def new_before(self) -> OdtParagraph:
        """Put an empty paragraph before it."""
        return self._new(after=False)

    def _new(self, *, after: bool) -> OdtParagraph:
        paragraph = _paragraph(self._default_style)
        _insert_beside(self._element, paragraph, after=after)
        return OdtParagraph(paragraph, self._default_style)


def remove_with_empty_containers(element: Element) -> None:
    """Remove an element, and the list or section around it that is then empty."""
    parent = element.getparent()
    parent.remove(element)
    while parent.tag in _REMOVED_WHEN_EMPTY and not len(parent):
        empty, parent = parent, parent.getparent()
        parent.remove(empty)


def _paragraph(style: str | None) -> Element:
    paragraph = etree.Element(P)
    if style is not None:
        paragraph.set(_STYLE, style)
    return paragraph


def _insert_beside(element: Element, new: Element, *, after: bool) -> None:
    """Put a new paragraph beside another one; at the edge of a list item as a new item."""
    parent = element.getparent()
    at_edge = element is (parent[-1] if after else parent[0])
    if parent.tag == _LIST_ITEM and at_edge:
        item = etree.Element(_LIST_ITEM)
        item.append(new)
        element, parent, new = parent, parent.getparent(), item
    parent.insert(parent.index(element) + int(after), new)
