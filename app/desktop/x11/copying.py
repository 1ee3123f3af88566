"""Have the program in front copy what is selected in it, and put the clipboard back.

For programs that do not tell their selection (PRIMARY). The keys are
Ctrl+Insert, which copies wherever Ctrl+C does and stops no program where
Ctrl+C would. Knows no pasting.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import xcffib.xfixes
from PySide6.QtCore import QObject, QTimer, Slot

from app.desktop.clipboard import ClipboardSnapshot
from app.desktop.outcomes import TakeProblem
from app.desktop.x11.formats import snapshot_of
from app.desktop.x11.keys import CONTROL, INSERT
from app.desktop.x11.late import LateCopy
from app.desktop.x11.offer import LARGEST_TEXT
from app.desktop.x11.pasting import TEXT, Desk
from app.desktop.x11.reader import Content, Ending, SelectionReader

COPY_MS = 700
"""How long a program may take to copy; with nothing selected it does nothing for ever."""


class CopyRun(QObject):
    """One copying.

    Attributes:
        late: undoes it if the program copies after the time was over.
    """

    def __init__(
        self, desk: Desk, window: int, on_done: Callable[[Content | TakeProblem], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._window = window
        self._on_done: Callable[[Content | TakeProblem], None] | None = on_done
        self._kept = ClipboardSnapshot()
        self._reader: SelectionReader | None = None
        self._pressed = False
        self._copied = False
        self._ended = False
        self.late: LateCopy | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_limit)
        desk.x.event_came.connect(self._on_event)

    def start(self) -> None:
        """Begin: keep what is on the clipboard."""
        self._reader = SelectionReader(self._desk.x, "CLIPBOARD", self._on_kept)
        self._reader.start()

    def stop(self) -> None:
        """End without an answer; what was on the clipboard is put back."""
        self._on_done = None
        if self._copied:
            self._kept.restore(self._desk.clipboard)
        self._end()

    def _on_kept(self, content: Content) -> None:
        if content.ending in {Ending.SILENT, Ending.TOO_LARGE}:
            self._answer(TakeProblem.CLIPBOARD_IN_USE)
            return
        self._kept = snapshot_of(content)
        x = self._desk.x
        x.xfixes.SelectSelectionInput(
            x.root,
            x.atom("CLIPBOARD"),
            xcffib.xfixes.SelectionEventMask.SetSelectionOwner,
            is_checked=False,
        )
        x.core.GrabServer(is_checked=False)
        in_front = self._desk.focus.active_window() == self._window
        self._pressed = in_front and self._desk.keys.press(CONTROL, INSERT)
        x.core.UngrabServer(is_checked=False)
        x.flush()
        if self._pressed:
            self._limit.start(COPY_MS)
        else:
            self._answer(TakeProblem.NOTHING_SELECTED)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if (
            isinstance(event, xcffib.xfixes.SelectionNotifyEvent)
            and self._pressed
            and event.selection == self._desk.x.atom("CLIPBOARD")
            and self._desk.focus.client_of(event.owner) == self._desk.focus.client_of(self._window)
        ):
            self._pressed = False
            self._copied = True
            self._limit.stop()
            self._reader = SelectionReader(
                self._desk.x, "CLIPBOARD", self._on_copied, TEXT, largest=LARGEST_TEXT
            )
            self._reader.start()

    def _on_copied(self, content: Content) -> None:
        self._copied = False
        self._kept.restore(self._desk.clipboard)
        self._answer(content)

    @Slot()
    def _on_limit(self) -> None:
        self._answer(TakeProblem.NOTHING_SELECTED)
        self.late = LateCopy(self._desk, self._window, self._kept)
        self.late.start()

    def _answer(self, answer: Content | TakeProblem) -> None:
        self._end()
        # Later: whoever gets it lets go of this object, whose timer may just be at work.
        QTimer.singleShot(0, partial(self._report, answer))

    def _report(self, answer: Content | TakeProblem) -> None:
        on_done, self._on_done = self._on_done, None
        if on_done is not None:
            on_done(answer)

    def _end(self) -> None:
        if self._ended:
            return
        self._ended = True
        self._limit.stop()
        self._desk.x.event_came.disconnect(self._on_event)
        if self._reader is not None:
            self._reader.stop()
        if self._desk.x.is_open:
            x = self._desk.x
            x.xfixes.SelectSelectionInput(x.root, x.atom("CLIPBOARD"), 0, is_checked=False)
            x.flush()
