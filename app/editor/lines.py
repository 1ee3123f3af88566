"""The line of each category: a wave, a solid, a dotted and a dashed one, each in its colour."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.theme import Colours
from model.edits import Category

THICKNESS = 2.0  # pixels: a level line of two whole pixels stays sharp
WAVE_THICKNESS = 1.6  # pixels: a wave of two would close its turns
WAVE = 2.5  # pixels from one turn of the wave to the next, across
HEIGHT = 1.4  # pixels from the middle of the wave to its turns
DASHES = {Category.PUNCTUATION: (0.01, 2.0), Category.STYLE: (3.2, 2.0)}
"""Lengths of dash and gap in units of the thickness."""


def middle_of(area: QRect) -> QLineF:
    """Return the line through the middle of an area."""
    y = area.center().y() + 0.5
    return QLineF(area.left() + 1, y, area.right(), y)


def category_pen(category: Category, colours: Colours) -> QPen:
    """Return the pen that lines of a category are drawn with."""
    wave = category is Category.SPELLING
    pen = QPen(QColor(colours.categories[category]), WAVE_THICKNESS if wave else THICKNESS)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if category in DASHES:
        pen.setDashPattern(DASHES[category])
    return pen


def add_category_line(path: QPainterPath, line: QLineF, category: Category) -> None:
    """Add the line of a category to a path.

    Args:
        path: what to add to.
        line: level, from left to right.
        category: what the line speaks of.
    """
    if category is Category.SPELLING:
        path.addPolygon(_wave(line))
        return
    y = round(line.y1())
    path.moveTo(line.x1(), y)
    path.lineTo(line.x2(), y)


def draw_category_line(
    painter: QPainter, line: QLineF, category: Category, colours: Colours
) -> None:
    """Draw one line of a category; the painter's antialiasing should be on."""
    path = QPainterPath()
    add_category_line(path, line, category)
    painter.strokePath(path, category_pen(category, colours))


def _wave(line: QLineF) -> QPolygonF:
    turns = max(2, round(line.length() / WAVE) + 1)
    step = line.length() / (turns - 1)
    return QPolygonF(
        [
            QPointF(line.x1() + number * step, line.y1() + (HEIGHT if number % 2 else -HEIGHT))
            for number in range(turns)
        ]
    )
