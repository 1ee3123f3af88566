"""A few engines in threads of their own, with one bounded queue in front of them.

Both servers send their texts here. A long text is worked on in slices, and
between two slices others get their turn, so that one program with a novel does
not keep all the others waiting: whatever has had an engine for a while waits
as if it had come later. Knows neither HTTP nor editors.
"""

from __future__ import annotations

import heapq
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.checking.cache import SentenceCache
from app.checking.dialects import Dialect, with_dialect
from app.serving.errors import EngineClosedError, ServerBusyError
from model.edits import Correction, Sentence
from model.error_density import ErrorDensity
from model.errors import CancelledError, DecodingError

if TYPE_CHECKING:  # the engine takes its time to import; help and tests need not wait
    from model.corrector import SentenceCorrector

LOGGER = logging.getLogger(__name__)

SLICE_S = 0.2  # a reader does not notice; far more than the cost of changing over
PARAGRAPH_S = 0.6
"""Work on an order that is done in the order of arrival; whatever takes longer is no paragraph."""
LATER_S = 5.0
"""After that much work an order lets those go first that come within this time."""
REMEMBERED_SENTENCES = 5_000  # some 400 bytes each: what a few open documents have
LONGEST_REMEMBERED = 1_000  # characters; a longer sentence is hardly sent again unchanged
_SURROGATE = re.compile("[\ud800-\udfff]")

LevelEngine: TypeAlias = "Callable[[float], SentenceCorrector]"
"""Returns the corrector for a level (0 fewer .. 1 more); belongs to one thread."""


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """Texts to check in one go."""

    texts: tuple[str, ...]
    level: float = 0.5
    """0 fewer .. 1 more suggestions."""
    dialect: Dialect = Dialect.NONE
    seconds: float = 30.0
    """Time from the order to the answer; what is not checked by then is left out."""


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What was found."""

    corrections: tuple[tuple[Correction, ...], ...]
    """For each text, in order, the sentences that were checked."""
    complete: bool = True
    """False if the time was over before the end of the last text."""
    failures: int = 0
    """Sentences that the engine could not correct."""


class _Job:
    """One order on its way; whoever cancels ``future`` stops it."""

    def __init__(self, order: CheckOrder) -> None:
        self.order = order
        self.future: Future[CheckOutcome] = Future()
        self.turn = time.monotonic()
        """Who has the earliest is next."""
        self.density = ErrorDensity()
        self._work_s = 0.0
        self._deadline = self.turn + order.seconds
        self._found: list[list[Correction]] = []
        self._failures = 0
        self._sentences: Iterator[Sentence] = iter(())
        self._texts = iter(order.texts)
        self._has_begun = False
        self._settling = threading.Lock()

    def __lt__(self, other: _Job) -> bool:
        return self.turn < other.turn

    def is_over(self) -> bool:
        """Return True if nobody waits any longer."""
        return self.future.done() or time.monotonic() > self._deadline

    def worked(self, seconds: float) -> None:
        """Count work that was done; after much of it, others go first."""
        self._work_s += seconds
        if self._work_s > PARAGRAPH_S:
            self.turn = time.monotonic() + LATER_S

    def next_sentence(self, corrector: SentenceCorrector) -> Sentence | None:
        """Return what to check next; None at the end."""
        self._has_begun = True
        while True:
            sentence = next(self._sentences, None)
            if sentence is not None:
                return sentence
            text = next(self._texts, None)
            if text is None:
                return None
            # Half a character, as a program may send, stands for one; the engine needs Unicode.
            self._sentences = iter(corrector.segment(_SURROGATE.sub("\ufffd", text)))
            self._found.append([])

    def add(self, correction: Correction) -> None:
        """Take the result for one sentence."""
        self._found[-1].append(correction)

    def count_failure(self) -> None:
        """Note that a sentence could not be corrected."""
        self._failures += 1

    def finish(self, complete: bool) -> None:
        """Hand the result over, unless nobody wants it."""
        if not complete and not self._has_begun:
            self.fail(ServerBusyError("Too busy to check this text in time. Try again later."))
            return
        self._found += [[] for _ in range(len(self.order.texts) - len(self._found))]
        found = tuple(tuple(corrections) for corrections in self._found)
        with self._settling:
            if self._is_wanted():
                self.future.set_result(CheckOutcome(found, complete, self._failures))

    def fail(self, error: Exception) -> None:
        """Hand an error over, unless nobody wants it."""
        with self._settling:
            if self._is_wanted():
                self.future.set_exception(error)

    def _is_wanted(self) -> bool:
        """Return True if the future can be set; from then on it cannot be cancelled."""
        return not self.future.done() and self.future.set_running_or_notify_cancel()


class EnginePool:
    """Checks texts, one thread per engine.

    Args:
        engines: one for each thread.
        queue_limit: orders that may wait; more are refused at once.
    """

    def __init__(self, engines: Sequence[LevelEngine], queue_limit: int = 64) -> None:
        self._changed = threading.Condition()
        self._queue: list[_Job] = []
        """A heap."""
        self._running: set[_Job] = set()
        self._queue_limit = queue_limit
        self._closed = False
        self._cache = SentenceCache(REMEMBERED_SENTENCES)
        self._cache_lock = threading.Lock()
        self._threads = [
            threading.Thread(
                target=self._work, args=(engine,), name=f"engine-{number}", daemon=True
            )
            for number, engine in enumerate(engines, start=1)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, order: CheckOrder) -> Future[CheckOutcome]:
        """Queue texts; cancel the future to stop the work.

        Raises:
            ServerBusyError: if the queue is full.
            EngineClosedError: if the program is ending.
        """
        job = _Job(order)
        with self._changed:
            if self._closed:
                raise EngineClosedError("The program is ending.")
            if len(self._queue) >= self._queue_limit:
                self._drop_cancelled()
            if len(self._queue) >= self._queue_limit:
                raise ServerBusyError("Too many texts are waiting already. Try again in a moment.")
            heapq.heappush(self._queue, job)
            self._changed.notify()
        return job.future

    def close(self) -> None:
        """Stop all work; whoever waits gets an EngineClosedError."""
        with self._changed:
            self._closed = True
            jobs = [*self._queue, *self._running]
            self._queue.clear()
            self._changed.notify_all()
        for job in jobs:
            job.fail(EngineClosedError("The program is ending."))
        for thread in self._threads:
            thread.join()

    def _drop_cancelled(self) -> None:
        self._queue = [job for job in self._queue if not job.future.cancelled()]
        heapq.heapify(self._queue)

    def _work(self, engine: LevelEngine) -> None:
        while (job := self._next_job()) is not None:
            done, began = True, time.monotonic()
            try:
                done = self._advance(job, engine(job.order.level))
            except Exception as error:  # a thread that dies would leave its clients waiting
                LOGGER.exception("a text could not be checked")
                job.fail(error)
            job.worked(time.monotonic() - began)
            with self._changed:
                self._running.discard(job)
                if not done and not self._closed:
                    heapq.heappush(self._queue, job)
                    self._changed.notify()

    def _next_job(self) -> _Job | None:
        with self._changed:
            while not self._queue and not self._closed:
                self._changed.wait()
            if self._closed:
                return None
            job = heapq.heappop(self._queue)
            self._running.add(job)
            return job

    def _advance(self, job: _Job, corrector: SentenceCorrector) -> bool:
        """Work on a job for one slice and return True if it is done."""
        slice_end = time.monotonic() + SLICE_S
        while not job.is_over():
            sentence = job.next_sentence(corrector)
            if sentence is None:
                job.finish(complete=True)
                return True
            try:
                correction = self._correct(job, corrector, sentence)
            except DecodingError as error:
                LOGGER.warning("a sentence could not be corrected: %s", error)
                job.count_failure()
            except CancelledError:
                break
            else:
                job.add(with_dialect(correction, job.order.dialect))
            if time.monotonic() > slice_end:
                return False
        job.finish(complete=False)
        return True

    def _correct(self, job: _Job, corrector: SentenceCorrector, sentence: Sentence) -> Correction:
        """Correct one sentence, from memory if it is known."""
        if not sentence.text.strip():
            return Correction(sentence, ())
        key = f"{job.order.level} {sentence.text}"
        with self._cache_lock:
            correction = self._cache.get(key, sentence)
        if correction is None:
            correction = corrector.correct_sentence(sentence, job.is_over, job.density.odds)
            if len(sentence.text) <= LONGEST_REMEMBERED:
                with self._cache_lock:
                    self._cache.put(key, correction)
        job.density.follow(correction)
        return correction
