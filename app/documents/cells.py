"""Paragraphs in the cells of tables: they empty, but a cell keeps its last one.

A row goes when the writer deleted all lines of it, a table when nothing of it is left.
Knows elements with the names that a format gives to its tables; knows no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Element = Any
"""An lxml element; lxml's own stubs know nothing of its classes for Word."""

_EMPTIED = "copyedge-emptied"
"""Marks a paragraph that was deleted but had to stay, until all is written."""


@dataclass(frozen=True, slots=True)
class CellNames:
    """What a format calls the parts of a table."""

    table: str
    row: str
    cell: str
    paragraphs: frozenset[str]
    containers: frozenset[str] = frozenset()
    """What may lie between a cell and a paragraph of it."""

    def must_stay(self, paragraph: Element) -> bool:
        """Return True if this is the only paragraph of a cell, or the one behind a table in it."""
        cell = paragraph.getparent()
        while cell is not None and cell.tag in self.containers:
            cell = cell.getparent()
        if cell is None or cell.tag != self.cell:
            return False
        if all(other is paragraph for other in self._own(cell)):
            return True
        before = paragraph.getprevious()
        ends_cell = paragraph is cell[-1]
        return ends_cell and before is not None and before.tag == self.table

    def _own(self, container: Element) -> Iterable[Element]:
        """Walk the paragraphs of a cell, without those of tables in it."""
        for child in container.iterchildren("*"):
            if child.tag in self.paragraphs:
                yield child
            elif child.tag in self.containers:
                yield from self._own(child)

    def remove_emptied(self, root: Element, remove: Callable[[Element], None]) -> None:
        """Take out tables and rows of which nothing is left, and the marks of the others."""
        for name in (self.table, self.row):
            for element in [found for found in root.iter(name) if self._is_gone(found)]:
                remove(element)
        for paragraph in root.iter(*self.paragraphs):
            paragraph.attrib.pop(_EMPTIED, None)

    def _is_gone(self, element: Element) -> bool:
        paragraphs = list(element.iter(*self.paragraphs))
        return bool(paragraphs) and all(_EMPTIED in found.attrib for found in paragraphs)


def note_emptied(paragraph: Element) -> None:
    """Mark a paragraph that was deleted and only stays because its cell needs one."""
    paragraph.set(_EMPTIED, "")
