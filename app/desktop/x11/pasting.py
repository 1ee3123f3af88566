"""Paste a text in place of a selection, as one run from the first check to the clean-up.

Keeps the clipboard, looks whether everything is as it was when the selection
was taken, offers the text, presses Ctrl+V, waits until the program has read it,
and puts the clipboard back. Whatever is amiss before the key is pressed ends the
run without touching the other program, with the text on the clipboard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import xcffib.xproto
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

from app.desktop.clipboard import ClipboardSnapshot, put_text
from app.desktop.outcomes import PutBackOutcome, PutBackProblem, TakenSelection
from app.desktop.x11.connection import X11Connection
from app.desktop.x11.focus import X11Focus
from app.desktop.x11.formats import snapshot_of
from app.desktop.x11.keys import CONTROL, INSERT, SHIFT, SMALL_V, X11Keys
from app.desktop.x11.offer import LARGEST_TEXT, TextOffer
from app.desktop.x11.reader import Content, Ending, SelectionReader

YIELD_MS = 300
"""How long the window manager has, after our window has gone, to give the focus to a window of its
choice. Asked at once, it would give it to the selection's even where the person has put another
one in front meanwhile."""
FOCUS_MS = 1_000
"""How long the desktop may take to give the focus to the selection's window when asked."""
READ_MS = 2_000
"""How long the other program may take to read what is pasted."""
SETTLE_MS = 150
"""Programs may read a paste twice, for instance once to look and once to insert; the clipboard
is put back when none has come for so long."""

TEXT = ("UTF8_STRING", "text/plain;charset=utf-8", "STRING")


@dataclass(frozen=True, slots=True)
class X11Source:
    """Where a selection came from."""

    window: int
    """The window that had the focus; 0 if the text cannot go back there."""
    primary_owner: int
    """The window that owned PRIMARY; 0 if the text was copied instead."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a run works with."""

    x: X11Connection
    focus: X11Focus
    keys: X11Keys
    clipboard: QClipboard


class PasteRun(QObject):
    """One pasting."""

    def __init__(
        self,
        desk: Desk,
        taken: TakenSelection,
        text: str,
        on_done: Callable[[PutBackOutcome], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._taken = taken
        self._text = text
        self._on_done: Callable[[PutBackOutcome], None] | None = on_done
        self._source = taken.source if isinstance(taken.source, X11Source) else X11Source(0, 0)
        self._kept = ClipboardSnapshot()
        self._reader: SelectionReader | None = None
        self._offer: TextOffer | None = None
        self._was_read = False
        self._waits_for_focus = False
        self._asked_for_focus = False
        self._ended = False
        self._limit = self._one_shot(self._on_limit)
        self._settled = self._one_shot(self._on_settled)
        desk.x.event_came.connect(self._on_event)

    def start(self) -> None:
        """Begin: keep what is on the clipboard."""
        self._read("CLIPBOARD", self._on_kept, None)

    def stop(self) -> None:
        """End without an answer; what was on the clipboard is put back."""
        self._on_done = None
        if self._offer is not None:
            self._restore()
        self._end()

    def _one_shot(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _read(
        self, selection: str, on_done: Callable[[Content], None], wanted: tuple[str, ...] | None
    ) -> None:
        self._reader = SelectionReader(self._desk.x, selection, on_done, wanted)
        self._reader.start()

    def _on_kept(self, content: Content) -> None:
        if content.ending in {Ending.SILENT, Ending.TOO_LARGE}:
            self._answer(PutBackOutcome(PutBackProblem.CLIPBOARD_IN_USE))
            return
        self._kept = snapshot_of(content)
        if self._taken.cannot_put_back is not None:
            self._give_up(self._taken.cannot_put_back)
        elif not self._source.window:
            self._give_up(PutBackProblem.NOT_IN_FRONT_WINDOW)
        elif len(self._text.encode("utf-8", errors="replace")) > LARGEST_TEXT:
            self._give_up(PutBackProblem.TOO_LARGE)
        else:
            self._look_at_focus()

    def _look_at_focus(self) -> None:
        """Go on if the window has the focus; give it a moment to get it back from us."""
        focus, window = self._desk.focus, self._source.window
        active = focus.active_window()
        if active == window:
            self._waits_for_focus = False
            self._limit.stop()
            self._look_at_selection()
        elif not self._desk.x.window_exists(window):
            self._give_up(PutBackProblem.WINDOW_GONE)
        elif active and not focus.is_ours(active):
            self._give_up(PutBackProblem.FOCUS_CHANGED)
        elif not self._waits_for_focus:
            self._waits_for_focus = True
            self._limit.start(YIELD_MS)

    def _look_at_selection(self) -> None:
        """Go on if the same text is still selected."""
        if not self._source.primary_owner:
            self._paste()
        else:
            self._read("PRIMARY", self._on_primary, TEXT)

    def _on_primary(self, content: Content) -> None:
        text = content.text
        if text is None or text.replace("\r\n", "\n") != self._taken.text:
            gone = not self._desk.x.window_exists(self._source.window)
            self._give_up(PutBackProblem.WINDOW_GONE if gone else PutBackProblem.SELECTION_CHANGED)
        else:
            self._paste()

    def _paste(self) -> None:
        self._offer = TextOffer(self._desk.x)
        self._offer.read.connect(self._on_read)
        self._offer.lost.connect(self._on_lost)
        if not self._offer.hold(self._text):
            self._answer(PutBackOutcome(PutBackProblem.CLIPBOARD_IN_USE))
            return
        core, window = self._desk.x.core, self._source.window
        self._desk.x.watch(window, xcffib.xproto.EventMask.StructureNotify)
        # Nobody can move the focus between the look at it and the key.
        core.GrabServer(is_checked=False)
        in_front = self._desk.focus.active_window() == window
        pressed = in_front and self._press()
        core.UngrabServer(is_checked=False)
        self._desk.x.flush()
        if pressed:
            self._limit.start(READ_MS)
        else:
            problem = PutBackProblem.PASTES_OTHERWISE if in_front else self._why_not_in_front()
            self._give_up(problem)

    def _press(self) -> bool:
        keys = self._desk.keys
        return keys.press(CONTROL, SMALL_V) or keys.press(SHIFT, INSERT)

    def _why_not_in_front(self) -> PutBackProblem:
        if self._desk.x.window_exists(self._source.window):
            return PutBackProblem.FOCUS_CHANGED
        return PutBackProblem.WINDOW_GONE

    @Slot(object)
    def _on_read(self, window: int) -> None:
        """Note that a program has read the text; a clipboard history does not count."""
        client_of = self._desk.focus.client_of
        if client_of(window) == client_of(self._source.window):
            self._was_read = True
            self._limit.stop()
            self._settled.start(SETTLE_MS)

    @Slot()
    def _on_settled(self) -> None:
        restored = self._restore()
        self._answer(PutBackOutcome(None, False, None, restored, self._kept.missing))

    @Slot()
    def _on_lost(self) -> None:
        """Another program has put something on the clipboard, which stays there."""
        if self._was_read:
            self._answer(PutBackOutcome())
        else:
            self._answer(PutBackOutcome(PutBackProblem.NOT_READ))

    @Slot()
    def _on_limit(self) -> None:
        if not self._waits_for_focus:
            self._give_up(PutBackProblem.NOT_READ)
        elif self._asked_for_focus:
            self._give_up(PutBackProblem.FOCUS_CHANGED)
        else:
            self._asked_for_focus = True
            self._limit.start(FOCUS_MS)
            self._desk.focus.ask_for(self._source.window)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        window = self._source.window
        if isinstance(event, xcffib.xproto.PropertyNotifyEvent):
            if self._waits_for_focus and event.atom == self._desk.focus.active_atom:
                self._look_at_focus()
        elif (
            isinstance(event, xcffib.xproto.DestroyNotifyEvent)
            and event.window == window
            and self._offer is not None
            and not self._was_read
        ):
            self._give_up(PutBackProblem.WINDOW_GONE)

    def _give_up(self, problem: PutBackProblem) -> None:
        """Leave the text on the clipboard."""
        if self._ended:
            return
        there = put_text(self._desk.clipboard, self._text)
        self._answer(PutBackOutcome(problem, there, self._kept))

    def _restore(self) -> bool:
        return self._kept.restore(self._desk.clipboard)

    def _answer(self, outcome: PutBackOutcome) -> None:
        self._end()
        # Later: whoever gets it lets go of this object, whose timer may just be at work.
        QTimer.singleShot(0, partial(self._report, outcome))

    def _report(self, outcome: PutBackOutcome) -> None:
        on_done, self._on_done = self._on_done, None
        if on_done is not None:
            on_done(outcome)

    def _end(self) -> None:
        if self._ended:
            return
        self._ended = True
        self._limit.stop()
        self._settled.stop()
        self._desk.x.event_came.disconnect(self._on_event)
        if self._reader is not None:
            self._reader.stop()
        if self._offer is not None:
            self._offer.read.disconnect(self._on_read)
            self._offer.lost.disconnect(self._on_lost)
            self._offer.release()
