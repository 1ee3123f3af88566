"""A small widget that shows the line of a category."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.editor.lines import draw_category_line, middle_of
from app.theme import Colours
from model.edits import Category


class CategoryMark(QWidget):
    """The line that a category is underlined with, as a small sample."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._category = Category.GRAMMAR
        self.setFixedSize(22, 12)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_category(self, category: Category) -> None:
        """Show the line of another category."""
        self._category = category
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Draw in another theme."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_category_line(painter, middle_of(self.rect()), self._category, self._colours)
        painter.end()
