"""The inference thread: one worker in it, one way to begin and one to end."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread, Signal

from app.checking.scheduler import CheckScheduler
from app.checking.worker import CheckWorker, EngineOptions, MakeCorrector

STOP_MS = 10_000  # one sentence takes far less; the program does not hang for a lost thread


class InferenceThread(QObject):
    """Owns the thread and the worker that lives in it.

    Attributes:
        worker: connect to its signals with methods of GUI-thread objects only.
        cancel: set it to make the worker stop between two sentences.

    Signals:
        load_wanted: the EngineOptions to load with.
        check_wanted: a CheckRequest.
    """

    load_wanted = Signal(object)
    check_wanted = Signal(object)

    def __init__(self, make_corrector: MakeCorrector) -> None:
        super().__init__()
        self.cancel = threading.Event()
        self.worker = CheckWorker(make_corrector, self.cancel)
        self._thread = QThread()
        self._thread.setObjectName("inference")
        self.worker.moveToThread(self._thread)
        self.load_wanted.connect(self.worker.load)
        self.check_wanted.connect(self.worker.check)

    def connect_scheduler(self, scheduler: CheckScheduler) -> None:
        """Let a scheduler decide what the worker does."""
        scheduler.requested.connect(self.check_wanted)
        self.worker.checked.connect(scheduler.on_checked)
        self.worker.failed.connect(scheduler.on_failed)

    def start(self, options: EngineOptions) -> None:
        """Begin the thread and load the engine in it."""
        self._thread.start(QThread.Priority.LowPriority)
        self.load_wanted.emit(options)

    def load(self, options: EngineOptions) -> None:
        """Load the engine again, with other options."""
        self.cancel.set()
        self.load_wanted.emit(options)

    def stop(self) -> bool:
        """End the thread; True if it ended in time."""
        self.cancel.set()
        self._thread.quit()
        return self._thread.wait(STOP_MS)
