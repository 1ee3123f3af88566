"""The inference thread: one worker in it, one way to begin and one to end."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
from collections.abc import Hashable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.checking.scheduler import CheckScheduler
from app.checking.texts import TextQueue, TextRequest
from app.checking.worker import CheckWorker, EngineOptions, MakeCorrector
from model.edits import Correction

STOP_MS = 10_000  # one sentence takes far less; the program does not hang for a lost thread
LOST = 1  # the exit code of a program whose inference thread did not end


class InferenceThread(QObject):
    """Owns the thread and the worker that lives in it.

    Attributes:
        worker: connect to its signals with methods of GUI-thread objects only.
        cancel: set it to make the worker leave a paragraph between two sentences.

    Signals:
        load_wanted: the EngineOptions to load with.
        check_wanted: a CheckRequest.
        text_corrected: the token of a text and a tuple with a Correction for each sentence.
        text_failed: the token of a text and a sentence for the writer.
    """

    load_wanted = Signal(object)
    check_wanted = Signal(object)
    text_corrected = Signal(object, object)
    text_failed = Signal(object, str)
    _text_waits = Signal()
    _rest_wanted = Signal(object)

    def __init__(self, make_corrector: MakeCorrector) -> None:
        super().__init__()
        self.cancel = threading.Event()
        self._stopping = threading.Event()
        self._queue = TextQueue()
        self._texts: dict[Hashable, TextRequest] = {}
        self.worker = CheckWorker(make_corrector, self.cancel, self._queue, self._stopping)
        self._thread = QThread()
        self._thread.setObjectName("inference")
        self.worker.moveToThread(self._thread)
        # Emitted in the thread itself, as its last act.
        self._thread.finished.connect(self.worker.end)
        self.load_wanted.connect(self.worker.load)
        self.check_wanted.connect(self.worker.check)
        self._text_waits.connect(self.worker.answer_texts)
        self._rest_wanted.connect(self.worker.rest_after)
        self.worker.text_corrected.connect(self._on_text_corrected)
        self.worker.text_failed.connect(self._on_text_failed)

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

    def set_idle_unload(self, seconds: int | None) -> None:
        """Let the engine go after this time without a request, and its memory with it.

        The next request brings it back by itself. None keeps it for good.
        """
        self._rest_wanted.emit(seconds)

    def correct_text(self, text: str, token: Hashable) -> None:
        """Correct a whole text, ahead of the paragraphs that wait.

        The answer is ``text_corrected`` or ``text_failed`` with the same token. A text asked
        for before under this token is no longer wanted.
        """
        self.cancel_text(token)
        request = TextRequest(text, token)
        self._texts[token] = request
        self._queue.put(request)
        self._text_waits.emit()

    def cancel_text(self, token: Hashable) -> None:
        """Want a text no longer: nothing more is heard of it."""
        request = self._texts.pop(token, None)
        if request is not None:
            request.cancel.set()

    def stop(self) -> bool:
        """End the thread for good, whatever it does; True if it ended in time."""
        self._stopping.set()
        self.cancel.set()
        for token in tuple(self._texts):
            self.cancel_text(token)
        self._thread.quit()
        ended = self._thread.wait(STOP_MS)
        if not ended:
            # Qt aborts a program that destroys a running thread: let it be until the end.
            atexit.register(_end_without, self)
        return ended

    @Slot(object, object)
    def _on_text_corrected(self, request: TextRequest, corrections: tuple[Correction, ...]) -> None:
        if self._is_wanted(request):
            self.text_corrected.emit(request.token, corrections)

    @Slot(object, str)
    def _on_text_failed(self, request: TextRequest, reason: str) -> None:
        if self._is_wanted(request):
            self.text_failed.emit(request.token, reason)

    def _is_wanted(self, request: TextRequest) -> bool:
        """Return True, once, if the answer was not cancelled on its way."""
        if self._texts.get(request.token) is not request:
            return False
        del self._texts[request.token]
        return True


def _end_without(lost: InferenceThread) -> None:
    """End the process beside a thread that hangs, in a disk that does not answer, for example.

    By now everything is saved and closed. Python and Qt would take down what the thread still
    uses; the system takes down all at once.
    """
    del lost  # held until now, that was its purpose
    logging.shutdown()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(LOST)
