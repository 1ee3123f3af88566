"""Selections of other programs on X11: taken without disturbing them, replaced by pasting.

What is selected is PRIMARY, which can be read while the clipboard stays as it
is. Only where the program in front is not the owner of PRIMARY is it asked to
copy. How either is done is in ``copying`` and ``pasting``.
"""

from __future__ import annotations

import xcffib.xproto
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

from app.desktop.outcomes import (
    PutBackOutcome,
    PutBackProblem,
    TakeFailure,
    TakenSelection,
    TakeProblem,
)
from app.desktop.selection import OnPutBack, OnTaken
from app.desktop.x11.connection import X11Connection
from app.desktop.x11.copying import CopyRun
from app.desktop.x11.focus import X11Focus
from app.desktop.x11.keys import X11Keys
from app.desktop.x11.late import LateCopy
from app.desktop.x11.offer import LARGEST_TEXT
from app.desktop.x11.pasting import Desk, PasteRun, X11Source
from app.desktop.x11.programs import is_terminal, pastes_in_place
from app.desktop.x11.reader import Content, Ending, SelectionReader

TEXT = ("UTF8_STRING", "text/plain;charset=utf-8", "STRING")
"""Targets of a text, the best first."""


class X11Selection(QObject):
    """A SelectionAccess for X11."""

    def __init__(self, connection: X11Connection, clipboard: QClipboard) -> None:
        super().__init__()
        self._x = connection
        self._focus = X11Focus(connection)
        self._desk = Desk(connection, self._focus, X11Keys(connection), clipboard)
        self._on_text: OnTaken | None = None
        self._reader: SelectionReader | None = None
        self._copying: CopyRun | None = None
        self._pasting: PasteRun | None = None
        self._late: LateCopy | None = None

    def take(self, on_text: OnTaken) -> None:
        """Take the text selected in the window that has the focus."""
        if self._pasting is not None:
            QTimer.singleShot(0, self, lambda: on_text(TakeFailure(TakeProblem.BUSY)))
            return
        self._overtake()
        self._on_text = on_text
        window = self._focus.active_window()
        names = self._focus.class_of(window)
        owner = self._primary_owner()
        if owner and self._focus.client_of(owner) == self._focus.client_of(window):
            problem = None if pastes_in_place(names) else PutBackProblem.PASTES_OTHERWISE
            if self._focus.is_ours(window):
                problem = PutBackProblem.NOT_IN_FRONT_WINDOW
            self._read_primary(X11Source(window, owner), problem)
        elif not window or self._focus.is_ours(window) or is_terminal(names):
            self._take_foreign()
        else:
            self._copy(X11Source(window, 0))

    def put_back(self, taken: TakenSelection, text: str, on_done: OnPutBack) -> None:
        """Paste a text in place of the selection that was taken."""
        if self._pasting is not None or self._copying is not None:
            outcome = PutBackOutcome(PutBackProblem.BUSY)
            QTimer.singleShot(0, self, lambda: on_done(outcome))
            return

        def done(outcome: PutBackOutcome) -> None:
            self._pasting = None
            on_done(outcome)

        self._forget_late()
        self._pasting = PasteRun(self._desk, taken, text, done)
        self._pasting.start()

    def close(self) -> None:
        """Let go of the X server."""
        if self._reader is not None:
            self._reader.stop()
        if self._copying is not None:
            self._copying.stop()
        if self._pasting is not None:
            self._pasting.stop()
        self._forget_late()
        self._on_text = None
        self._x.close()

    def _overtake(self) -> None:
        """End a taking that is under way; one that copies ends by itself, silently."""
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
        self._answer(TakeFailure(TakeProblem.OVERTAKEN))

    def _answer(self, answer: TakenSelection | TakeFailure) -> None:
        on_text, self._on_text = self._on_text, None
        if on_text is not None:
            QTimer.singleShot(0, self, lambda: on_text(answer))

    def _primary_owner(self) -> int:
        reply = self._x.ask(self._x.core.GetSelectionOwner(xcffib.xproto.Atom.PRIMARY))
        return 0 if reply is None else int(reply.owner)

    def _take_foreign(self) -> None:
        """Take what is selected in a window that is not in front; it is not pasted there."""
        self._read_primary(X11Source(0, 0), PutBackProblem.NOT_IN_FRONT_WINDOW)

    def _read_primary(self, source: X11Source, problem: PutBackProblem | None) -> None:
        def done(content: Content) -> None:
            self._reader = None
            self._answer(_taken(content, source, problem))

        self._reader = SelectionReader(self._x, "PRIMARY", done, TEXT, largest=LARGEST_TEXT)
        self._reader.start()

    def _copy(self, source: X11Source) -> None:
        if self._copying is not None:
            return  # its answer will be that of this call, too

        self._forget_late()

        def done(answer: Content | TakeProblem) -> None:
            copying, self._copying = self._copying, None
            self._late = copying.late if copying is not None else None
            if answer is TakeProblem.NOTHING_SELECTED and self._on_text is not None:
                self._take_foreign()
            elif isinstance(answer, TakeProblem):
                self._answer(TakeFailure(answer))
            else:
                self._answer(_taken(answer, source, None))

        self._copying = CopyRun(self._desk, source.window, done)
        self._copying.start()

    def _forget_late(self) -> None:
        if self._late is not None:
            self._late.stop()
            self._late = None


def _taken(
    content: Content, source: X11Source, problem: PutBackProblem | None
) -> TakenSelection | TakeFailure:
    if content.ending is Ending.TOO_LARGE:
        return TakeFailure(TakeProblem.TOO_LARGE)
    if content.ending is Ending.SILENT:
        return TakeFailure(TakeProblem.NO_ANSWER)
    text = content.text
    if not text or not text.strip():
        return TakeFailure(TakeProblem.NOTHING_SELECTED)
    return TakenSelection(text.replace("\r\n", "\n"), source, problem)
