"""Offer a text as X's clipboard, and tell when a program has read it.

The notice names the program's window, so that a clipboard history that looks at
every new content is not taken for the program that was to paste. A program
has read the text when it has deleted the property in which it was handed
over, as the conventions (ICCCM) demand of it. Knows nothing of pasting.
"""

from __future__ import annotations

import struct

import xcffib.xproto
from PySide6.QtCore import QObject, Signal, Slot

from app.desktop.x11.connection import X11Connection

LARGEST_TEXT = 200_000
"""Bytes; below what every X server takes in one request, so that no transfer in pieces is
needed. Some 30,000 words: more than anybody corrects in a small window."""

UTF8_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT")
CONFIDENTIAL = "x-kde-passwordManagerHint"
"""Clipboard histories leave out what offers this target; ours is there for a moment only."""


class TextOffer(QObject):
    """A text on the clipboard, held by us.

    Signals:
        read: the window of another program that has read the text, as an int in an object.
        lost: another program has taken the clipboard.
    """

    read = Signal(object)
    lost = Signal()

    def __init__(self, connection: X11Connection) -> None:
        super().__init__()
        self._x = connection
        self._selection = connection.atom("CLIPBOARD")
        self._window = connection.new_window(xcffib.xproto.EventMask.PropertyChange)
        self._encoded = b""
        self._holding = False
        self._handed_over: set[tuple[int, int]] = set()
        connection.event_came.connect(self._on_event)

    def hold(self, text: str) -> bool:
        """Take the clipboard; tell whether we have it."""
        self._encoded = text.encode("utf-8", errors="replace")
        core = self._x.core
        core.SetSelectionOwner(
            self._window, self._selection, xcffib.xproto.Time.CurrentTime, is_checked=False
        )
        owner = self._x.ask(core.GetSelectionOwner(self._selection))
        self._holding = owner is not None and owner.owner == self._window
        return self._holding

    def release(self) -> None:
        """Stop offering the text."""
        if not self._window:
            return
        self._x.event_came.disconnect(self._on_event)
        if self._x.is_open:
            self._x.core.DestroyWindow(self._window, is_checked=False)
            self._x.flush()
        self._window = 0
        self._holding = False

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, xcffib.xproto.SelectionRequestEvent):
            if event.owner == self._window and event.selection == self._selection:
                self._answer(event)
        elif isinstance(event, xcffib.xproto.SelectionClearEvent):
            if event.owner == self._window and self._holding:
                self._holding = False
                self.lost.emit()
        elif (
            isinstance(event, xcffib.xproto.PropertyNotifyEvent)
            and event.state == xcffib.xproto.Property.Delete
            and (event.window, event.atom) in self._handed_over
        ):
            self._handed_over.discard((event.window, event.atom))
            self.read.emit(int(event.window))

    def _answer(self, request: xcffib.xproto.SelectionRequestEvent) -> None:
        # Very old programs name no property; then the target's name is that of the property.
        place = request.property or request.target
        done = self._hand_over(request.requestor, place, self._x.atom_name(request.target))
        notice = xcffib.xproto.SelectionNotifyEvent.synthetic(
            request.time,
            request.requestor,
            request.selection,
            request.target,
            place if done else 0,
        )
        self._x.core.SendEvent(False, request.requestor, 0, notice.pack(), is_checked=False)
        self._x.flush()

    def _hand_over(self, window: int, place: int, target: str) -> bool:
        atom = self._x.atom
        if target == "TARGETS":
            names = ("TARGETS", *UTF8_TARGETS, "STRING", CONFIDENTIAL)
            atoms = struct.pack(f"={len(names)}I", *(atom(name) for name in names))
            return self._x.set_property(window, place, "ATOM", 32, atoms)
        if target in UTF8_TARGETS:
            kind = target if target.startswith("text/") else "UTF8_STRING"
            return self._write_text(window, place, kind, self._encoded)
        if target == "STRING":
            try:
                latin = self._encoded.decode("utf-8").encode("latin-1")
            except UnicodeEncodeError:
                return False
            return self._write_text(window, place, "STRING", latin)
        if target == CONFIDENTIAL:
            return self._x.set_property(window, place, CONFIDENTIAL, 8, b"secret")
        return False

    def _write_text(self, window: int, place: int, kind: str, content: bytes) -> bool:
        # Before writing, so that the deletion cannot come first.
        self._x.watch(window, xcffib.xproto.EventMask.PropertyChange)
        if not self._x.set_property(window, place, kind, 8, content):
            return False
        self._handed_over.add((window, place))
        return True
