"""Selections of other programs by way of the clipboard and two key presses.

The run that Windows and macOS share: keep the clipboard, press the keys for
copying or pasting, wait until it has happened, put the clipboard back. The
keys, the window in front and the clipboard's changes are behind three small
interfaces, so that everything here runs with stand-ins on any system.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QObject, QTimer, Slot
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

COPY_MS = 700
"""How long a program may take to copy; with nothing selected it does nothing for ever."""
LATE_MS = 20_000
"""How long after that a copying that comes late, of a program that hung, is still undone."""
READ_MS = 2_000
"""How long it may take to read what is pasted."""
SETTLE_MS = 150
"""The clipboard is put back when no further reading has come for so long."""
FOCUS_LOOKS = 20
FOCUS_MS = 50
"""How often, and how many milliseconds apart, to look whether the focus is back."""


class Keyboard(Protocol):
    """Presses keys in whatever program is in front."""

    def copy(self) -> bool:
        """Press the keys for copying; False if the system does not allow it."""
        ...

    def paste(self) -> bool:
        """Press the keys for pasting; False if the system does not allow it."""
        ...


class FrontWindow(Protocol):
    """Knows which window is in front."""

    def current(self) -> object:
        """Return something equal for the same window only; None if there is none."""
        ...

    def is_ours(self, window: object) -> bool:
        """Tell whether a window belongs to this program."""
        ...

    def exists(self, window: object) -> bool:
        """Tell whether a window is still there."""
        ...

    def bring(self, window: object) -> None:
        """Bring a window to the front."""
        ...


class ClipboardChanges(Protocol):
    """Tells of one change of the clipboard."""

    def watch(self, on_change: Callable[[], None]) -> None:
        """Call a function at the next change made by another program."""
        ...

    def stop(self) -> None:
        """Watch no longer."""
        ...


@dataclass(frozen=True, slots=True)
class NativeDesktop:
    """What a platform brings."""

    keyboard: Keyboard
    front: FrontWindow
    changes: ClipboardChanges
    confidential: tuple[tuple[str, bytes], ...] = ()
    """Formats that keep a content out of the system's clipboard history."""


class OfferedText(QMimeData):
    """A text on the clipboard that tells when it is read."""

    def __init__(
        self, text: str, more: tuple[tuple[str, bytes], ...], on_read: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setText(text)
        for name, content in more:
            self.setData(name, QByteArray(content))
        self._on_read = on_read

    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type) -> object:
        """Hand over the content, as Qt asks for it when another program reads."""
        if mimetype == "text/plain":
            self._on_read()
        return super().retrieveData(mimetype, preferredType)


class NativeSelection(QObject):
    """A SelectionAccess for systems where selections travel by the clipboard."""

    def __init__(self, desktop: NativeDesktop, clipboard: QClipboard) -> None:
        super().__init__()
        self._desktop = desktop
        self._clipboard = clipboard
        self._on_text: OnTaken | None = None
        self._on_done: OnPutBack | None = None
        self._kept = ClipboardSnapshot()
        self._window: object = None
        self._text = ""
        self._looks = 0
        self._pressed = False
        self._was_read = False
        self._copy_limit = self._one_shot(COPY_MS, self._on_copy_limit)
        self._late = self._one_shot(LATE_MS, self._forget_late)
        self._read_limit = self._one_shot(READ_MS, self._on_read_limit)
        self._settled = self._one_shot(SETTLE_MS, self._on_settled)
        self._look_again = self._one_shot(FOCUS_MS, self._look_at_focus)

    def take(self, on_text: OnTaken) -> None:
        """Copy what is selected in the program in front, and put the clipboard back."""
        if self._on_done is not None:
            QTimer.singleShot(0, partial(on_text, TakeFailure(TakeProblem.BUSY)))
            return
        if self._on_text is not None:
            overtaken = self._on_text
            self._on_text = on_text
            QTimer.singleShot(0, partial(overtaken, TakeFailure(TakeProblem.OVERTAKEN)))
            return  # the copying that is under way answers the later call
        self._on_text = on_text
        self._forget_late()
        self._window = self._desktop.front.current()
        if self._window is None or self._desktop.front.is_ours(self._window):
            self._answer_take(TakeFailure(TakeProblem.NOTHING_SELECTED))
            return
        self._kept = ClipboardSnapshot.take(self._clipboard)
        self._desktop.changes.watch(self._on_copied)
        if self._desktop.keyboard.copy():
            self._copy_limit.start()
        else:
            self._desktop.changes.stop()
            self._answer_take(TakeFailure(TakeProblem.NOT_ALLOWED))

    def put_back(self, taken: TakenSelection, text: str, on_done: OnPutBack) -> None:
        """Paste a text in place of the selection that was taken."""
        if self._on_done is not None or self._on_text is not None:
            QTimer.singleShot(0, partial(on_done, PutBackOutcome(PutBackProblem.BUSY)))
            return
        self._on_done = on_done
        self._forget_late()
        self._window = taken.source
        self._text = text
        self._kept = ClipboardSnapshot.take(self._clipboard)
        self._looks = 0
        self._pressed = self._was_read = False
        if taken.cannot_put_back is not None:
            self._give_up(taken.cannot_put_back)
        else:
            self._look_at_focus()

    def close(self) -> None:
        """End what is under way; the clipboard's former content is put back."""
        under_way = self._pressed or self._copy_limit.isActive()
        self._desktop.changes.stop()
        self._stop_timers()
        self._on_text = self._on_done = None
        if under_way:
            self._kept.restore(self._clipboard)
        self._pressed = False

    def _one_shot(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _stop_timers(self) -> None:
        for timer in (
            self._copy_limit,
            self._late,
            self._read_limit,
            self._settled,
            self._look_again,
        ):
            timer.stop()

    def _on_copied(self) -> None:
        self._copy_limit.stop()
        self._desktop.changes.stop()
        text = self._clipboard.text().replace("\r\n", "\n")
        self._kept.restore(self._clipboard)
        if text.strip():
            self._answer_take(TakenSelection(text, self._window))
        else:
            self._answer_take(TakeFailure(TakeProblem.NOTHING_SELECTED))

    @Slot()
    def _on_copy_limit(self) -> None:
        self._desktop.changes.stop()
        self._desktop.changes.watch(self._on_late_copy)
        self._late.start()
        self._answer_take(TakeFailure(TakeProblem.NOTHING_SELECTED))

    def _on_late_copy(self) -> None:
        """Undo a copying that nobody waits for any more."""
        self._forget_late()
        front = self._desktop.front
        current = front.current()
        # With the card in front, it was our keys that made a program copy: one that hung.
        if current is not None and front.is_ours(current):
            self._kept.restore(self._clipboard)

    @Slot()
    def _forget_late(self) -> None:
        self._late.stop()
        self._desktop.changes.stop()

    def _answer_take(self, answer: TakenSelection | TakeFailure) -> None:
        on_text, self._on_text = self._on_text, None
        if on_text is not None:
            QTimer.singleShot(0, partial(on_text, answer))

    @Slot()
    def _look_at_focus(self) -> None:
        """Paste if the window is in front; give it a moment to come there."""
        front = self._desktop.front
        current = front.current()
        if self._window is not None and current == self._window:
            self._paste()
        elif not front.exists(self._window):
            self._give_up(PutBackProblem.WINDOW_GONE)
        elif (current is not None and not front.is_ours(current)) or self._looks == FOCUS_LOOKS:
            self._give_up(PutBackProblem.FOCUS_CHANGED)
        else:
            if self._looks == 0:
                front.bring(self._window)
            self._looks += 1
            self._look_again.start()

    def _paste(self) -> None:
        offered = OfferedText(self._text, self._desktop.confidential, self._on_read)
        self._clipboard.setMimeData(offered)
        # Set before the key, so that no reading by the program is missed.
        self._pressed = True
        if self._desktop.keyboard.paste():
            self._read_limit.start()
        else:
            self._give_up(PutBackProblem.NOT_ALLOWED)

    def _on_read(self) -> None:
        if self._pressed:
            self._was_read = True
            self._read_limit.stop()
            self._settled.start()

    @Slot()
    def _on_settled(self) -> None:
        restored = self._kept.restore(self._clipboard)
        self._answer_put_back(PutBackOutcome(None, False, None, restored, self._kept.missing))

    @Slot()
    def _on_read_limit(self) -> None:
        self._give_up(PutBackProblem.NOT_READ)

    def _give_up(self, problem: PutBackProblem) -> None:
        there = put_text(self._clipboard, self._text)
        self._answer_put_back(PutBackOutcome(problem, there, self._kept))

    def _answer_put_back(self, outcome: PutBackOutcome) -> None:
        self._pressed = False
        self._stop_timers()
        on_done, self._on_done = self._on_done, None
        if on_done is not None:
            QTimer.singleShot(0, partial(on_done, outcome))
