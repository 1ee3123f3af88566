"""Carry out a slow step in a thread of its own while the window goes on painting.

One step at a time, and the caller gets its result or its error as from a plain call.
Meanwhile the writer's keys wait and come afterwards; only if it takes long does a
dialog say what goes on, and offers to give up where that is harmless. Knows no files.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

QUICK_SECONDS = 0.1  # nobody sees it, and most files are done by then
OPENING_MS = 500  # until a dialog offers to give up
SAVING_MS = 5000  # until a dialog says that it is still being tried
LOOK_MS = 200  # a window that waits openly looks by itself, too, whether it still has to
T = TypeVar("T")


class GivenUpError(Exception):
    """The writer does not want to wait any longer; the step goes on and is not heard of."""


class Waiting(QObject):
    """Waits for one step at a time.

    Signals:
        began: what is waited for, if it is not done in a moment.
    """

    began = Signal(str)
    _finished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._busy = False

    @property
    def is_busy(self) -> bool:
        """True while a step is under way."""
        return self._busy

    def open(self, step: Callable[[], T], words: str) -> T:
        """Carry out a step that may be given up.

        Args:
            step: runs in another thread; must touch nothing that others change.
            words: what goes on, for the writer.

        Raises:
            GivenUpError: if the writer gave up.
            Exception: what the step raised.
        """
        return self._run(step, words, OPENING_MS, self.tr("Give up"))

    def save(self, step: Callable[[], T], words: str) -> T:
        """Carry out a step that must come to its end.

        Raises:
            Exception: what the step raised.
        """
        return self._run(step, words, SAVING_MS, "")

    def _run(self, step: Callable[[], T], words: str, patience_ms: int, give_up: str) -> T:
        if self._busy:
            raise RuntimeError("one thing at a time")
        self._busy = True
        work = _Work(step)
        # A daemon: a share that does not answer must not keep the program from ending.
        threading.Thread(target=self._carry_out, args=[work], daemon=True).start()
        try:
            if not work.done.wait(QUICK_SECONDS):
                self.began.emit(words)
                self._wait_quietly(work, patience_ms)
            if not work.done.is_set():
                self._wait_openly(work, words, give_up)
            return work.result()
        finally:
            self._busy = False

    def _carry_out(self, work: _Work[T]) -> None:
        """Runs in the thread."""
        work.carry_out()
        with contextlib.suppress(RuntimeError):  # nobody waits: the window is gone
            self._finished.emit()

    def _wait_quietly(self, work: _Work[T], milliseconds: int) -> None:
        """Paint and count on, but leave keys and clicks waiting."""
        loop, patience = QEventLoop(), QTimer(singleShot=True)
        self._finished.connect(loop.quit)
        patience.timeout.connect(loop.quit)
        patience.start(milliseconds)
        # A step that was given up may end now and wake the loop for nothing.
        while patience.isActive() and not work.done.is_set():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _wait_openly(self, work: _Work[T], words: str, give_up: str) -> None:
        """Say what goes on."""
        dialog = QProgressDialog(words, give_up, 0, 0, self._window)
        dialog.setWindowTitle("Copyedge")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        if not give_up:
            dialog.setCancelButton(None)
            dialog.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        loop = QEventLoop()
        self._finished.connect(loop.quit)
        dialog.canceled.connect(loop.quit)
        look = QTimer(interval=LOOK_MS)
        look.timeout.connect(loop.quit)
        look.start()
        while not work.done.is_set() and not (give_up and dialog.wasCanceled()):
            dialog.show()  # again, if it was closed without a way to give up
            loop.exec()
        dialog.hide()
        dialog.deleteLater()


class _Work(Generic[T]):
    """A step and its result."""

    def __init__(self, step: Callable[[], T]) -> None:
        self.done = threading.Event()
        self._step = step
        self._results: list[T] = []
        self._error: BaseException | None = None

    def carry_out(self) -> None:
        try:
            self._results.append(self._step())
        except BaseException as error:
            self._error = error
        self.done.set()

    def result(self) -> T:
        """Return the result, or raise what the step raised, or GivenUpError."""
        if not self.done.is_set():
            raise GivenUpError
        if self._error is not None:
            raise self._error
        return self._results[0]
