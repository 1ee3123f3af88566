"""Tell a screen reader what changed where the writer is not looking."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, message: str) -> None:
    """Have a message spoken when the reader pauses; nothing happens without a screen reader.

    Args:
        widget: whose window the message is from.
        message: a sentence.
    """
    if message and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
