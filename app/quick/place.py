"""Where a card stands: near the pointer, on the pointer's screen, and not under it.

Pure geometry: knows no window.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

POINTER_GAP = 14  # pixels from the pointer to the card, so that it covers no word pointed at


def place_near(pointer: QPoint, card: QRect, screen: QRect) -> QPoint:
    """Return where a card stands: below the pointer, above it where there is no room below.

    Args:
        pointer: the place of the mouse.
        card: its size counts.
        screen: the free area of the pointer's screen.
    """
    x = min(max(pointer.x() - card.width() // 4, screen.left()), screen.right() + 1 - card.width())
    below = pointer.y() + POINTER_GAP
    if below + card.height() <= screen.bottom() + 1:
        return QPoint(max(x, screen.left()), below)
    above = pointer.y() - POINTER_GAP - card.height()
    return QPoint(max(x, screen.left()), max(above, screen.top()))


def kept_on(screen: QRect, card: QRect) -> QPoint:
    """Return where a card goes that has grown: up as far as it would leave its screen.

    Args:
        screen: the free area of the card's screen.
        card: where it stands, with its new size.
    """
    highest = max(screen.top(), screen.bottom() + 1 - card.height())
    return QPoint(card.x(), min(card.y(), highest))
