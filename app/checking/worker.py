"""Correct paragraphs and texts in the inference thread.

Lives in that thread and owns the engine, the segmentation and the sentence
cache; no widget, document or settings in here. Takes one request at a time:
which paragraph comes next is decided by the scheduler in the GUI thread; whole
texts (see ``texts``) go ahead of paragraphs, between two sentences. When
nothing was asked for a while the engine is let go, and comes back by itself.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app import memory
from app.checking.cache import SentenceCache
from app.checking.dialects import Dialect, with_dialect
from app.checking.messages import CheckRequest, CheckResult
from app.checking.texts import TextQueue, TextRequest
from model.edits import Correction, Sentence
from model.error_density import ErrorDensity
from model.errors import CancelledError, DecodingError, ModelError
from model.habits import Habits

if TYPE_CHECKING:
    from model.corrector import SentenceCorrector

LOGGER = logging.getLogger(__name__)

PART_SECONDS = 0.15
"""A long paragraph answers in parts this far apart, so that its first lines need not wait."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What the writer may choose about the engine."""

    level: float = 0.5
    """From 0 (few, certain suggestions) to 1 (many)."""
    dialect: Dialect = Dialect.NONE
    """Variant of English to suggest."""


NICENESS = 5
"""Below the window's thread, so that a key press need not wait for the end of a time slice;
far above what other programs call background work."""

MakeCorrector = Callable[[EngineOptions], "SentenceCorrector"]
"""Builds the engine; called in the inference thread, may raise ModelError."""


@runtime_checkable
class ModelKeeper(Protocol):
    """A ``MakeCorrector`` that keeps the model from one corrector to the next."""

    def forget(self) -> None:
        """Let go of the model; the next corrector reads it again."""


class CheckWorker(QObject):
    """Answers requests, one after the other.

    Signals:
        ready: the fingerprint of the loaded model; again after each return from rest.
        load_failed: a sentence that says why and what to do.
        unloaded: the engine rests and its memory is given back.
        checked: a CheckResult; several per request for long paragraphs.
        failed: the CheckRequest and a sentence for the writer.
        text_corrected: the TextRequest and a tuple with the Correction of each sentence.
        text_failed: the TextRequest and a sentence for the writer.
    """

    ready = Signal(str)
    load_failed = Signal(str)
    unloaded = Signal()
    checked = Signal(object)
    failed = Signal(object, str)
    text_corrected = Signal(object, object)
    text_failed = Signal(object, str)

    def __init__(
        self,
        make_corrector: MakeCorrector,
        cancel: threading.Event,
        texts: TextQueue | None = None,
        stopping: threading.Event | None = None,
    ) -> None:
        """Build the worker; it does nothing before it is told to load.

        Args:
            make_corrector: builds the engine.
            cancel: while set, paragraphs are left between two sentences.
            texts: where whole texts wait.
            stopping: once set, everything is left, for good.
        """
        super().__init__()
        self._make_corrector = make_corrector
        self._cancel = cancel
        self._texts = texts or TextQueue()
        self._stopping = stopping or threading.Event()
        self._options: EngineOptions | None = None
        self._corrector: SentenceCorrector | None = None
        self._problem = ""
        self._cache = SentenceCache()
        self._cached_model = ""
        self._epoch = -1
        # Of all documents and texts, because one person writes most of what a computer is given.
        self._habits = Habits()
        self._density = ErrorDensity(self._habits)
        self._rest_timer = QTimer(self, singleShot=True)
        # To the second: the system may wake up for several programs at once.
        self._rest_timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._rest_timer.timeout.connect(self.unload)
        self._rests = False

    @Slot(object)
    def load(self, options: EngineOptions) -> None:
        """Build the engine, or build it anew with other options."""
        if self._stopping.is_set():
            return
        yield_to_window()
        self._options = options
        self._cache.clear()
        self._build(options)
        self.answer_texts()

    @Slot(object)
    def rest_after(self, seconds: int | None) -> None:
        """Let the engine go after this time without a request; None never."""
        self._rests = seconds is not None
        self._rest_timer.stop()
        if seconds is not None:
            self._rest_timer.setInterval(1000 * seconds)
            self._await_rest()

    @Slot()
    def end(self) -> None:
        """Stop the clock: only the thread that a timer runs in may do so."""
        self._rest_timer.stop()

    @Slot()
    def unload(self) -> None:
        """Let the engine go; the next request brings it back."""
        if self._corrector is None or self._stopping.is_set():
            return
        self._corrector = None
        if isinstance(self._make_corrector, ModelKeeper):
            self._make_corrector.forget()
        memory.give_back()
        LOGGER.info("the model rests")
        self.unloaded.emit()

    @Slot(object)
    def check(self, request: CheckRequest) -> None:
        """Answer one paragraph, in parts if it takes long."""
        if self._stopping.is_set():
            return
        corrector = self._awake()
        if corrector is None:
            self.failed.emit(request, self.tr("The model is not loaded."))
            return
        try:
            self._check(corrector, request)
        except Exception as error:
            LOGGER.exception("a paragraph could not be checked")
            self.failed.emit(
                request, self.tr("A paragraph could not be checked ({0}).").format(error)
            )
        self._await_rest()

    @Slot()
    def answer_texts(self) -> None:
        """Correct the texts that wait; before the first load they go on waiting."""
        while self._options is not None and not self._stopping.is_set():
            request = self._texts.take()
            if request is None:
                return
            self._answer_text(request)
            self._await_rest()

    def _build(self, options: EngineOptions) -> None:
        """Make the corrector and tell what came of it."""
        self._corrector = None
        try:
            self._corrector = self._make_corrector(options)
        except ModelError as error:
            LOGGER.warning("the model could not be loaded: %s", error)
            self._problem = str(error)
            self.load_failed.emit(self._problem)
        except Exception as error:
            LOGGER.exception("the model could not be loaded")
            self._problem = self.tr("The model could not be loaded ({0}).").format(error)
            self.load_failed.emit(self._problem)
        else:
            self._problem = ""
            self._note_model(self._corrector.fingerprint)
            self.ready.emit(self._corrector.fingerprint)
        self._await_rest()

    def _note_model(self, fingerprint: str) -> None:
        """Forget what another model proposed: it may be a new one after a rest."""
        if fingerprint != self._cached_model:
            self._cache.clear()
            self._cached_model = fingerprint

    def _awake(self) -> SentenceCorrector | None:
        """Return the corrector, brought back if it rests; None if it did not load."""
        if self._corrector is None and self._options is not None and not self._problem:
            self._build(self._options)
        return self._corrector

    def _await_rest(self) -> None:
        """Count the time without a request from now on."""
        if self._rests and self._corrector is not None:
            self._rest_timer.start()

    def _check(self, corrector: SentenceCorrector, request: CheckRequest) -> None:
        """Correct sentence by sentence; stop between two when asked to."""
        if request.epoch != self._epoch:  # another document, or another dictionary
            self._epoch, self._density = request.epoch, ErrorDensity(self._habits)
        part: list[Correction] = []
        failures = 0
        part_began = time.monotonic()
        for sentence in corrector.segment(request.text):
            self.answer_texts()
            if self._is_cancelled():
                self.checked.emit(CheckResult(request, tuple(part), False, True, failures))
                return
            try:
                part.append(self._correct(corrector, sentence, self._density, self._is_cancelled))
            except DecodingError as error:
                LOGGER.warning("a sentence could not be corrected: %s", error)
                failures += 1
            except CancelledError:
                self.checked.emit(CheckResult(request, tuple(part), False, True, failures))
                return
            if time.monotonic() - part_began > PART_SECONDS:
                self.checked.emit(CheckResult(request, tuple(part), False, False, failures))
                part, failures, part_began = [], 0, time.monotonic()
        self.checked.emit(CheckResult(request, tuple(part), True, False, failures))

    def _is_cancelled(self) -> bool:
        return self._cancel.is_set() or self._stopping.is_set()

    def _answer_text(self, request: TextRequest) -> None:
        """Correct one text, unless nobody wants it any more."""
        corrector = self._awake()
        if corrector is None:
            self.text_failed.emit(request, self._problem)
            return
        try:
            corrections = self._correct_text(corrector, request)
        except CancelledError:
            LOGGER.debug("a text is no longer wanted")
        except DecodingError as error:
            LOGGER.warning("a text could not be corrected: %s", error)
            self._fail_text(request, error)
        except Exception as error:
            LOGGER.exception("a text could not be corrected")
            self._fail_text(request, error)
        else:
            self.text_corrected.emit(request, corrections)

    def _fail_text(self, request: TextRequest, error: Exception) -> None:
        reason = self.tr("The text could not be corrected ({0}).").format(error)
        self.text_failed.emit(request, reason)

    def _correct_text(
        self, corrector: SentenceCorrector, request: TextRequest
    ) -> tuple[Correction, ...]:
        """Return a correction for each sentence; one that fails stays as it is.

        Raises:
            CancelledError: if the text is no longer wanted.
            DecodingError: if no sentence at all could be corrected.
        """

        def unwanted() -> bool:
            return request.cancel.is_set() or self._stopping.is_set()

        density = ErrorDensity(self._habits)
        corrections: list[Correction] = []
        problems: list[DecodingError] = []
        for sentence in corrector.segment(request.text):
            if unwanted():
                raise CancelledError("the text is no longer wanted")
            try:
                corrections.append(self._correct(corrector, sentence, density, unwanted))
            except DecodingError as error:
                LOGGER.warning("a sentence could not be corrected: %s", error)
                corrections.append(Correction(sentence, ()))
                problems.append(error)
        if problems and len(problems) == len(corrections):
            raise problems[0]
        return tuple(corrections)

    def _correct(
        self,
        corrector: SentenceCorrector,
        sentence: Sentence,
        density: ErrorDensity,
        cancelled: Callable[[], bool],
    ) -> Correction:
        """Correct one sentence of a text, from memory if it is known."""
        if not sentence.text.strip():
            return Correction(sentence, ())
        correction = self._cache.get(sentence.text, sentence)
        is_new = correction is None
        if correction is None:
            correction = corrector.correct_sentence(sentence, cancelled, density.odds)
            if self._options is not None:
                correction = with_dialect(correction, self._options.dialect)
            self._cache.put(sentence.text, correction)
        density.follow(correction, is_new=is_new)
        return correction


def yield_to_window() -> None:
    """Lower the priority of this thread where the system knows priorities of threads.

    Qt's own way (``QThread.start`` with a priority) does nothing under Linux's usual
    scheduling. The window's thread is never lowered.
    """
    if sys.platform != "linux" or threading.current_thread() is threading.main_thread():
        return
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
