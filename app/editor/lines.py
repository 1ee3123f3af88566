"""The line of each category: a wave, a solid, a dotted and a dashed one, each in its colour."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.theme import Colours
from model.edits import Category

THICKNESS = 2.0  # pixels: a level line of two whole pixels stays sharp
WAVE_THICKNESS = 1.6  # pixels: a wave of two would close its turns
WAVE = 2.5  # pixels from one turn of the wave to the next, across
HEIGHT = 1.4  # pixels from the middle of the wave to its turns
DASHES = {
    Category.GRAMMAR: None,
    Category.PUNCTUATION: (0.01, 2.0),
    Category.STYLE: (3.2, 2.0),
}
"""Lengths of dash and gap in units of the thickness; None for a line without gaps."""


def middle_of(area: QRect) -> QLineF:
    """Return the line through the middle of an area."""
    y = area.center().y() + 0.5
    return QLineF(area.left() + 1, y, area.right(), y)


def draw_category_line(
    painter: QPainter, line: QLineF, category: Category, colours: Colours
) -> None:
    """Draw the line of a category.

    Args:
        painter: with antialiasing on.
        line: level, from left to right.
        category: what the line speaks of.
        colours: the theme.
    """
    pen = QPen(QColor(colours.categories[category]), THICKNESS)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if category is Category.SPELLING:
        pen.setWidthF(WAVE_THICKNESS)
        painter.setPen(pen)
        painter.drawPolyline(_wave(line))
        return
    dashes = DASHES[category]
    if dashes is not None:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    y = round(line.y1())
    painter.drawLine(QLineF(line.x1(), y, line.x2(), y))


def _wave(line: QLineF) -> QPolygonF:
    turns = max(2, round(line.length() / WAVE) + 1)
    step = line.length() / (turns - 1)
    return QPolygonF(
        [
            QPointF(line.x1() + number * step, line.y1() + (HEIGHT if number % 2 else -HEIGHT))
            for number in range(turns)
        ]
    )
