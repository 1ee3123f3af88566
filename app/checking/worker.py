"""Correct paragraphs in the inference thread.

Lives in that thread and owns the engine, the segmentation and the sentence
cache; no widget, document or settings in here. Takes one request at a time:
what comes next is decided by the scheduler in the GUI thread.
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
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.checking.cache import SentenceCache
from app.checking.dialects import Dialect, with_dialect
from app.checking.messages import CheckRequest, CheckResult
from model.edits import Correction, Sentence
from model.errors import CancelledError, DecodingError, ModelError

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


class CheckWorker(QObject):
    """Answers check requests, one after the other.

    Signals:
        ready: the fingerprint of the loaded model.
        load_failed: a sentence that says why and what to do.
        checked: a CheckResult; several per request for long paragraphs.
        failed: the CheckRequest and a sentence for the writer.
    """

    ready = Signal(str)
    load_failed = Signal(str)
    checked = Signal(object)
    failed = Signal(object, str)

    def __init__(self, make_corrector: MakeCorrector, cancel: threading.Event) -> None:
        super().__init__()
        self._make_corrector = make_corrector
        self._cancel = cancel
        self._corrector: SentenceCorrector | None = None
        self._dialect = Dialect.NONE
        self._cache = SentenceCache()

    @Slot(object)
    def load(self, options: EngineOptions) -> None:
        """Build the engine, or build it anew with other options."""
        yield_to_window()
        self._corrector = None
        self._dialect = options.dialect
        self._cache.clear()
        try:
            self._corrector = self._make_corrector(options)
        except ModelError as error:
            LOGGER.warning("the model could not be loaded: %s", error)
            self.load_failed.emit(str(error))
        except Exception as error:
            LOGGER.exception("the model could not be loaded")
            self.load_failed.emit(f"The model could not be loaded ({error}).")
        else:
            self.ready.emit(self._corrector.fingerprint)

    @Slot(object)
    def check(self, request: CheckRequest) -> None:
        """Answer one request, in parts if it takes long."""
        corrector = self._corrector
        if corrector is None:
            self.failed.emit(request, "The model is not loaded.")
            return
        try:
            self._check(corrector, request)
        except Exception as error:
            LOGGER.exception("a paragraph could not be checked")
            self.failed.emit(request, f"A paragraph could not be checked ({error}).")

    def _check(self, corrector: SentenceCorrector, request: CheckRequest) -> None:
        """Correct sentence by sentence; stop between two when asked to."""
        part: list[Correction] = []
        failures = 0
        part_began = time.monotonic()
        for sentence in corrector.segment(request.text):
            if self._cancel.is_set():
                self.checked.emit(CheckResult(request, tuple(part), False, True, failures))
                return
            try:
                part.append(self._correct(corrector, sentence))
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

    def _correct(self, corrector: SentenceCorrector, sentence: Sentence) -> Correction:
        """Correct one sentence, from memory if it is known."""
        if not sentence.text.strip():
            return Correction(sentence, ())
        known = self._cache.get(sentence.text)
        if known is not None:
            return Correction(sentence, known)
        correction = corrector.correct_sentence(sentence, self._cancel.is_set)
        correction = with_dialect(correction, self._dialect)
        self._cache.put(sentence.text, correction.edits)
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
