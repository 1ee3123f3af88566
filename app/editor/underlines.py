"""Mark the issues of visible paragraphs: extra selections for the ground, lines drawn over it.

Extra selections are neither text nor format: they leave the document, its
undo stack and its change signals alone, and follow the text by themselves.
The lines are our own, since Qt's are one pale pixel thick. Each category has
a colour and a line of its own, so that colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from app.checking.messages import Issue
from app.editor.issue_desk import IssueDesk
from app.editor.lines import add_category_line, category_pen
from app.editor.marks import marked_range
from app.theme import Colours
from model.edits import Category

if TYPE_CHECKING:
    from app.editor.editor import Editor

DROP = 3.0  # pixels below the base line
MOST_PATHS = 200  # paragraphs whose lines are kept: a few screens

ISSUE_PROPERTY = QTextCharFormat.Property.UserProperty + 1
"""Marks our selections with the category, for screen readers' and tests' eyes."""


Mark = tuple[int, int, Category, bool]
"""Start and end in the document, category, and whether the card speaks of it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines of a paragraph, and what they were worked out from."""

    issues: tuple[Issue, ...]
    count: int
    """Marks: one less than issues while a word is being typed."""
    paths: dict[Category, QPainterPath]
    """In the coordinates of the paragraph."""


class Underlines(QObject):
    """Keeps the marks of the visible paragraphs up to date."""

    def __init__(self, editor: Editor, desk: IssueDesk, colours: Colours) -> None:
        super().__init__(editor)
        self._editor = editor
        self._desk = desk
        self._active: Issue | None = None
        self._formats: dict[tuple[Category, bool], QTextCharFormat] = {}
        self._drawn: list[Mark] = []
        self._from, self._to = 0, 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        self._paths: dict[int, Drawn] = {}
        self._pens: dict[Category, QPen] = {}
        self.set_colours(colours)
        editor.draw_over = self._draw_lines
        desk.block_changed.connect(self._on_block_changed)
        desk.all_changed.connect(self.schedule)
        editor.view_changed.connect(self.schedule)
        editor.laid_out_anew.connect(self._forget_paths)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of another theme."""
        self._pens = {category: category_pen(category, colours) for category in Category}
        self._formats = {
            (category, active): _format(colours, category, active)
            for category in Category
            for active in (False, True)
        }
        self._drawn = []
        self.schedule()

    @property
    def is_pending(self) -> bool:
        """True if marks are to be drawn anew in a moment."""
        return self._timer.isActive()

    def set_active(self, issue: Issue | None) -> None:
        """Set off the issue that the card speaks of."""
        if issue != self._active:
            self._active = issue
            self.schedule()

    @Slot()
    def schedule(self) -> None:
        """Draw once the present events are dealt with, however many ask."""
        self._timer.start()

    @Slot()
    def _forget_paths(self) -> None:
        self._paths.clear()

    @Slot(object)
    def _on_block_changed(self, block_id: int) -> None:
        """Draw if the paragraph was on the screen; if it comes there, the view tells."""
        block = self._desk.block(block_id)
        if block is None or self._from <= block.position() <= self._to:
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Draw the marks of all visible paragraphs; the same ones are not drawn again."""
        caret = self._editor.caret_being_typed_at()
        marks: list[Mark] = []
        self._from = self._editor.firstVisibleBlock().position()
        for block in self._editor.visible_blocks():
            self._to = block.position()
            if issues := self._desk.shown(block):
                marks += self._marks(block, issues, caret)
        if marks != self._drawn or self._has_moved(marks):
            self._drawn = marks
            self._editor.setExtraSelections([self._selection(mark) for mark in marks])

    def _has_moved(self, marks: list[Mark]) -> bool:
        """Return True if the drawn marks, which follow the text by themselves, went astray."""
        drawn = self._editor.extraSelections()
        return len(drawn) != len(marks) or any(
            (selection.cursor.selectionStart(), selection.cursor.selectionEnd()) != mark[:2]
            for selection, mark in zip(drawn, marks, strict=True)
        )

    def _marks(self, block: QTextBlock, issues: tuple[Issue, ...], caret: int | None) -> list[Mark]:
        made: list[Mark] = []
        text, base, length = block.text(), block.position(), block.length() - 1
        for issue in issues:
            start, end = marked_range(issue, text)
            if end > length or start == end:
                continue
            if caret is not None and base + start <= caret <= base + end:
                continue
            made.append((base + start, base + end, issue.category, issue == self._active))
        return made

    def _draw_lines(self, painter: QPainter, part: QRect) -> None:
        """Draw the lines in a part of the viewport, from the issues as they are now."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caret = self._editor.caret_being_typed_at()
        if len(self._paths) > MOST_PATHS:
            self._paths.clear()
        for block in self._editor.visible_blocks(part):
            if issues := self._desk.shown(block):
                marks = tuple(self._marks(block, issues, caret))
                number = issues[0].block_id
                drawn = self._paths.get(number)
                if drawn is None or drawn.issues != issues or drawn.count != len(marks):
                    drawn = self._draw_paths(block, issues, marks)
                    self._paths[number] = drawn
                self._stroke(painter, block, drawn)

    def _stroke(self, painter: QPainter, block: QTextBlock, drawn: Drawn) -> None:
        place = self._editor.place_of(block)
        painter.translate(place)
        for category, path in drawn.paths.items():
            painter.strokePath(path, self._pens[category])
        painter.translate(-place)

    def _draw_paths(
        self, block: QTextBlock, issues: tuple[Issue, ...], marks: tuple[Mark, ...]
    ) -> Drawn:
        """Work out the lines of a paragraph: slow, and so kept until something changes."""
        paths: dict[Category, QPainterPath] = {}
        for start, end, category, _ in marks:
            path = paths.setdefault(category, QPainterPath())
            for line in self._editor.lines_under(block, start, end):
                add_category_line(path, line.translated(0, DROP), category)
        return Drawn(issues, len(marks), paths)

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        start, end, category, active = mark
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = self._formats[category, active]
        return selection


def _format(colours: Colours, category: Category, active: bool) -> QTextCharFormat:
    """Return how issues of a category are marked."""
    made = QTextCharFormat()
    colour = QColor(colours.categories[category])
    made.setProperty(ISSUE_PROPERTY, category.value)
    ground = QColor(colour)
    ground.setAlphaF(0.22 if active else 0.07)
    made.setBackground(ground)
    return made
