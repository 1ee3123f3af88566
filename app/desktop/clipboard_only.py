"""Desktops that let no program reach into another: texts go by the clipboard.

This is what Wayland offers without a portal. Takes nothing and pastes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

from app.desktop.clipboard import ClipboardSnapshot, put_text
from app.desktop.outcomes import (
    PutBackOutcome,
    PutBackProblem,
    TakeFailure,
    TakenSelection,
    TakeProblem,
)
from app.desktop.selection import OnPutBack, OnTaken


class ClipboardOnly(QObject):
    """A SelectionAccess that has only the clipboard."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard

    def take(self, on_text: OnTaken) -> None:
        """Say that the text has to be copied by hand."""
        failure = TakeFailure(TakeProblem.CLIPBOARD_ONLY)
        QTimer.singleShot(0, self, lambda: on_text(failure))

    def put_back(self, taken: TakenSelection, text: str, on_done: OnPutBack) -> None:
        """Put the text on the clipboard."""
        former = ClipboardSnapshot.take(self._clipboard)
        done = put_text(self._clipboard, text)
        outcome = PutBackOutcome(PutBackProblem.CLIPBOARD_ONLY, done, former)
        QTimer.singleShot(0, self, lambda: on_done(outcome))

    def close(self) -> None:
        """Nothing is held."""
