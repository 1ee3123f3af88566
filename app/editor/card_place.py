"""Where the suggestion card goes: beside its word, inside the text, or else inside the window.

Pure geometry over rectangles in pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 6  # pixels between the line of the word and the card
EDGE = 8  # pixels between the card and the edge of what it lies on
INDENT = 16  # pixels that the card begins before its word


def place_beside(word: QRect, card: QSize, home: QRect, ground: QRect) -> QPoint:
    """Return the upper left corner of the card.

    Below the word if there is room, else above it; in the home if the card fits there,
    else anywhere on the ground. A ground too small for both word and card loses the word
    last: the card goes to the other end.

    Args:
        word: what the card speaks of.
        card: its size.
        home: where it should stay, for instance the text.
        ground: where it may go, for instance the window.
    """
    for place in (home, ground):
        area = place.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        x = _between(area.left(), word.left() - INDENT, area.right() - card.width())
        below, above = word.bottom() + GAP, word.top() - GAP - card.height()
        if card.width() <= area.width():
            if below + card.height() <= area.bottom():
                return QPoint(x, below)
            if above >= area.top():
                return QPoint(x, above)
    area = ground.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    x = _between(area.left(), word.left() - INDENT, area.right() - card.width())
    low = area.bottom() - card.height()
    in_upper_half = word.center().y() < area.center().y()
    return QPoint(x, max(area.top(), low) if in_upper_half else area.top())


def _between(low: int, wanted: int, high: int) -> int:
    return max(low, min(wanted, high))
