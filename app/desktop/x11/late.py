"""Undo a copying that comes after nobody waits for it any more.

A program that hung when it was asked to copy copies once it wakes up, and what
the person had on the clipboard would be gone. While the program has not come to
the front again nobody but us can have asked it to copy: what it copies then is
taken off the clipboard again. Knows no keys.
"""

from __future__ import annotations

import xcffib.xfixes
import xcffib.xproto
from PySide6.QtCore import QObject, QTimer, Slot

from app.desktop.clipboard import ClipboardSnapshot
from app.desktop.x11.pasting import Desk

LATE_MS = 20_000
"""How long a program may hang; window managers offer to end it sooner than that."""


class LateCopy(QObject):
    """Watches one program after it did not copy in time."""

    def __init__(self, desk: Desk, window: int, kept: ClipboardSnapshot) -> None:
        super().__init__()
        self._desk = desk
        self._window = window
        self._kept = kept
        self._was_left = False
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self.stop)
        self._watching = False

    def start(self) -> None:
        """Begin to watch."""
        self._watching = True
        self._desk.x.event_came.connect(self._on_event)
        self._select(xcffib.xfixes.SelectionEventMask.SetSelectionOwner)
        self._limit.start(LATE_MS)

    @Slot()
    def stop(self) -> None:
        """Watch no longer; safe to call twice."""
        if self._watching:
            self._watching = False
            self._limit.stop()
            self._desk.x.event_came.disconnect(self._on_event)
            self._select(0)

    def _select(self, mask: int) -> None:
        x = self._desk.x
        if x.is_open:
            x.xfixes.SelectSelectionInput(x.root, x.atom("CLIPBOARD"), mask, is_checked=False)
            x.flush()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        x, focus = self._desk.x, self._desk.focus
        if isinstance(event, xcffib.xproto.PropertyNotifyEvent):
            if event.atom == focus.active_atom:
                self._look_at_focus()
        elif isinstance(event, xcffib.xfixes.SelectionNotifyEvent) and event.owner:
            if event.selection != x.atom("CLIPBOARD"):
                return
            self.stop()
            # What any other program copies is what the person wants to have there.
            if focus.client_of(event.owner) == focus.client_of(self._window):
                self._kept.restore(self._desk.clipboard)

    def _look_at_focus(self) -> None:
        if self._desk.focus.active_window() != self._window:
            self._was_left = True
        elif self._was_left:
            # From now on the person may copy there.
            self.stop()
