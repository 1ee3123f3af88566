"""The pieces of a paragraph in an OpenDocument text, as slots.

Text lies between and inside elements (``text`` and ``tail``), and ODF collapses
blanks: two spaces in a row have to be written as an element. Knows nothing of
whole paragraphs, files or changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from app.documents.rich_paragraphs import Slot, SlotKind
from app.documents.values import OBJECT_MARK, SOFT_BREAK

Element = Any
"""An lxml element."""

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
}


def tag(name: str) -> str:
    """Return the qualified name of, for instance, "text:p"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


P, H = tag("text:p"), tag("text:h")
_SPACES, _COUNT = tag("text:s"), tag("text:c")
_TAB, _LINE_BREAK = tag("text:tab"), tag("text:line-break")
_DRAW = f"{{{NAMESPACES['draw']}}}"
_TEXT = f"{{{NAMESPACES['text']}}}"

_TRANSPARENT = frozenset(tag(f"text:{name}") for name in ("span", "a", "meta"))
_HIDDEN = frozenset(
    tag(f"text:{name}")
    for name in (
        "note",
        "soft-page-break",
        "bookmark",
        "bookmark-start",
        "bookmark-end",
        "reference-mark",
        "reference-mark-start",
        "reference-mark-end",
        "change",
        "change-start",
        "change-end",
        "alphabetical-index-mark",
        "alphabetical-index-mark-start",
        "alphabetical-index-mark-end",
        "toc-mark",
        "toc-mark-start",
        "toc-mark-end",
        "user-index-mark",
        "user-index-mark-start",
        "user-index-mark-end",
        "hidden-text",
        "hidden-paragraph",
    )
) | {tag("office:annotation"), tag("office:annotation-end")}
_OBJECTS = frozenset((tag("text:ruby"),))  # and everything in the drawing namespace
_BLANKS = re.compile("[ \t\r\n]+")
_LINE_ENDS = str.maketrans(dict.fromkeys("\u2029\ufdd0\ufdd1", "\xa0"))  # of the editor, not ODF's
# Of all blanks ODF leaves only a single space between two other characters alone.
_PIECES = re.compile(f"([\t{SOFT_BREAK}]|  +|(?<![^\t{SOFT_BREAK} ]) | (?![^\t{SOFT_BREAK} ]))")


class StringSlot(Slot):
    """The string before the first child of an element (``text``) or after it (``tail``)."""

    kind = SlotKind.TEXT

    def __init__(self, element: Element, place: str, text: str, protected: bool) -> None:
        self._element = element
        self._place = place
        self._length = len(getattr(element, place))
        self.text = text
        self.protected = protected

    def rewrite(self, text: str) -> None:
        """Replace the string; blanks that ODF would collapse become elements."""
        # What came here since from a removed neighbour is kept behind.
        moved = (getattr(self._element, self._place) or "")[self._length :]
        _put(self._element, self._place, text, following=moved)

    def remove(self) -> None:
        """Empty the string, and remove a field that showed nothing else."""
        self.rewrite("")
        is_field = self._place == "text" and self._element.tag not in _TRANSPARENT | {P, H}
        if is_field and not self._element.text and not len(self._element):
            _remove_keeping_tail(self._element)

    def insert(self, text: str, *, after: bool) -> None:
        """Put text at the end or the start of the string."""
        self.rewrite(self.text + text if after else text + self.text)


class ElementSlot(Slot):
    """A tab, a run of spaces, a picture, a bookmark ... of a paragraph."""

    def __init__(
        self, element: Element, kind: SlotKind, text: str = "", protected: bool = False
    ) -> None:
        self._element = element
        self.kind = kind
        self.text = text
        self.protected = protected

    def rewrite(self, text: str) -> None:
        """Replace a run of spaces."""
        self.insert(text, after=True)
        self.remove()

    def remove(self) -> None:
        """Remove the element but not the text behind it."""
        _remove_keeping_tail(self._element)

    def insert(self, text: str, *, after: bool) -> None:
        """Put text right behind or before the element."""
        if after:
            _put(self._element, "tail", text, following=self._element.tail or "")
        else:
            element, place = _place_before(self._element)
            _put(element, place, text, leading=getattr(element, place) or "")


def read_slots(paragraph: Element) -> list[Slot]:
    """Return the pieces of a text:p or text:h in document order."""
    return list(_SlotReader().read(paragraph, protected=False))


def append_text(element: Element, text: str) -> None:
    """Add text at the end of an element."""
    target, place = (element[-1], "tail") if len(element) else (element, "text")
    _put(target, place, text, leading=getattr(target, place) or "")


def append_string(element: Element, string: str) -> None:
    """Add a string as it stands at the end of an element."""
    target, place = (element[-1], "tail") if len(element) else (element, "text")
    setattr(target, place, ((getattr(target, place) or "") + string) or None)


class _SlotReader:
    """Walks through one paragraph and collapses blanks as ODF does."""

    def __init__(self) -> None:
        self._after_blank = True  # blanks at the start of a paragraph do not show

    def read(self, element: Element, protected: bool) -> Iterator[Slot]:
        """Yield the slots inside a paragraph or a container in it."""
        yield from self._read_string(element, "text", protected)
        for child in element:
            yield from self._read_child(child, protected)
            yield from self._read_string(child, "tail", protected)

    def _read_child(self, child: Element, protected: bool) -> Iterator[Slot]:
        if not isinstance(child.tag, str) or child.tag in _HIDDEN:
            yield ElementSlot(child, SlotKind.HIDDEN)
        elif child.tag in _TRANSPARENT:
            yield from self.read(child, protected)
        elif child.tag == _SPACES:
            yield self._shown(child, SlotKind.TEXT, " " * int(child.get(_COUNT, "1")), protected)
        elif child.tag == _TAB:
            yield self._shown(child, SlotKind.FIXED, "\t", protected)
        elif child.tag == _LINE_BREAK:
            yield self._shown(child, SlotKind.FIXED, SOFT_BREAK, protected)
        elif child.tag in _OBJECTS or child.tag.startswith(_DRAW):
            yield self._shown(child, SlotKind.FIXED, OBJECT_MARK, protected)
        elif child.tag.startswith(_TEXT):  # a field: a date, a page number, a citation
            yield from self.read(child, protected=True)
        else:
            yield ElementSlot(child, SlotKind.HIDDEN)

    def _shown(self, child: Element, kind: SlotKind, text: str, protected: bool) -> Slot:
        self._after_blank = False
        return ElementSlot(child, kind, text, protected)

    def _read_string(self, element: Element, place: str, protected: bool) -> Iterator[Slot]:
        raw = getattr(element, place)
        if not raw:
            return
        text = _BLANKS.sub(" ", raw).translate(_LINE_ENDS)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._after_blank = text.endswith(" ")
        yield StringSlot(element, place, text, protected)


def _put(
    element: Element, place: str, text: str, *, leading: str = "", following: str = ""
) -> None:
    """Set the string at ``place`` to ``leading``, ``text`` and ``following``.

    Only ``text`` is translated into strings and elements; the others are as they stood.
    """
    parent = element if place == "text" else element.getparent()
    index = 0 if place == "text" else parent.index(element) + 1
    string = leading
    for piece in _PIECES.split(text):
        made = _element_for(piece)
        if made is None:
            string += piece
            continue
        setattr(element, place, string or None)
        parent.insert(index, made)
        element, place, string = made, "tail", ""
        index += 1
    setattr(element, place, (string + following) or None)


def _element_for(piece: str) -> Element | None:
    """Return the element that ODF writes for a blank; None if ``piece`` is a plain string."""
    if piece == "\t":
        return etree.Element(_TAB)
    if piece == SOFT_BREAK:
        return etree.Element(_LINE_BREAK)
    if not piece or piece.strip(" "):
        return None
    spaces = etree.Element(_SPACES)
    if len(piece) > 1:
        spaces.set(_COUNT, str(len(piece)))
    return spaces


def _place_before(element: Element) -> tuple[Element, str]:
    """Return where the string right before an element is kept."""
    previous = element.getprevious()
    return (element.getparent(), "text") if previous is None else (previous, "tail")


def _remove_keeping_tail(element: Element) -> None:
    """Remove an element from its parent; the string behind it joins the one before."""
    target, place = _place_before(element)
    string = (getattr(target, place) or "") + (element.tail or "")
    element.tail = None
    element.getparent().remove(element)
    setattr(target, place, string or None)
