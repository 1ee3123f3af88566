"""Decide which paragraph is checked next.

Keeps one request in flight; everything else waits here, in the GUI thread,
where it can still be forgotten. Knows ids, revisions and the order of work;
knows no text document (see ``BlockSource``) and no engine.
"""

from __future__ import annotations

import threading
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.checking.messages import CheckRequest, CheckResult

SETTLE_MS = 300  # shorter feels nervous while typing, longer feels late


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A paragraph at one moment."""

    block_id: int
    revision: int
    text: str


class Search(Enum):
    """Why a search for unchecked text gave no paragraph."""

    EXHAUSTED = auto()
    """Everything is checked."""
    UNFINISHED = auto()
    """The time slice is over; ask again."""


class BlockSource(Protocol):
    """Where the paragraphs live."""

    def snapshot(self, block_id: int) -> Snapshot | None:
        """Return the paragraph, or None if it no longer exists."""

    def next_visible(self, epoch: int, skip: Container[int]) -> Snapshot | None:
        """Return the first paragraph on the screen that needs a check."""

    def next_unchecked(self, epoch: int, skip: Container[int]) -> Snapshot | Search:
        """Return the next paragraph anywhere that needs a check."""

    def mark_checked(self, snapshot: Snapshot | CheckRequest, epoch: int) -> None:
        """Note that this revision of the paragraph needs no check any more."""


class CheckScheduler(QObject):
    """Sends one paragraph at a time to the worker: edited, then visible, then the rest.

    Signals:
        requested: a CheckRequest for the worker.
        accepted: a CheckResult that still fits its paragraph.
        activity_changed: True when work begins, False when all is done.
        failed: a sentence for the writer about a check that did not work.
    """

    requested = Signal(object)
    accepted = Signal(object)
    activity_changed = Signal(bool)
    failed = Signal(str)

    def __init__(
        self,
        source: BlockSource,
        cancel: threading.Event,
        settle_ms: int = SETTLE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._cancel = cancel
        self._edited: dict[int, None] = {}
        self._in_flight: CheckRequest | None = None
        self._in_flight_urgent = False
        self._epoch = 0
        self._engine_ready = False
        self._automatic = True
        self._once = False
        self._active = False
        self._settle_timer = QTimer(self, singleShot=True, interval=settle_ms)
        self._settle_timer.timeout.connect(self._on_settled)
        self._next_timer = QTimer(self, singleShot=True, interval=0)
        self._next_timer.timeout.connect(self._send_next)

    @property
    def epoch(self) -> int:
        """The current "forget everything" period."""
        return self._epoch

    @property
    def is_idle(self) -> bool:
        """True if nothing is in flight, waiting for a pause in typing, or being looked for."""
        return (
            self._in_flight is None
            and not self._settle_timer.isActive()
            and not self._next_timer.isActive()
        )

    def note_edit(self, block_id: int) -> None:
        """Check this paragraph once the writer pauses; the newest goes first."""
        self._edited.pop(block_id, None)
        self._edited[block_id] = None
        if self._in_flight is not None and self._in_flight.block_id == block_id:
            self._cancel.set()
        if self._automatic:
            self._settle_timer.start()

    @Slot()
    def note_view_change(self) -> None:
        """Look again for unchecked text: the view moved or much text came in."""
        if not self._settle_timer.isActive():
            self._wake()

    def set_automatic(self, automatic: bool) -> None:
        """Choose whether text is checked as it is typed or only on demand."""
        self._automatic = automatic
        self._once = False
        if automatic:
            self._wake()
        else:
            self._settle_timer.stop()

    def check_now(self) -> None:
        """Check everything that changed, without waiting for a pause."""
        self._once = True
        self._settle_timer.stop()
        self._wake()

    def forget_everything(self) -> None:
        """Make every answer on its way worthless: the document or the rules changed."""
        self._epoch += 1
        self._edited.clear()
        self._settle_timer.stop()
        if self._in_flight is not None:
            self._cancel.set()
        self._wake()

    def set_engine_ready(self, ready: bool) -> None:
        """Start or stop sending work; a loading engine takes none."""
        self._engine_ready = ready
        if ready:
            self._wake()

    def stop(self) -> None:
        """Send nothing any more and ask the worker to end what it does."""
        self._engine_ready = False
        self._epoch += 1
        self._settle_timer.stop()
        self._next_timer.stop()
        self._cancel.set()

    @Slot(object)
    def on_checked(self, result: CheckResult) -> None:
        """Take an answer from the worker."""
        request = result.request
        over = result.complete or result.stopped
        if self._is_current(request):
            if result.complete:
                self._source.mark_checked(request, self._epoch)
            elif result.stopped:
                self._requeue(request)
            self.accepted.emit(result)
        if over:
            self._land(request)

    @Slot(object, str)
    def on_failed(self, request: CheckRequest, reason: str) -> None:
        """Go on after a paragraph that could not be checked."""
        if self._is_current(request):
            self._source.mark_checked(request, self._epoch)
            self.failed.emit(reason)
        self._land(request)

    @Slot()
    def _on_settled(self) -> None:
        """The writer paused: the newest edit overtakes work nobody waits for."""
        if self._in_flight is not None and not self._in_flight_urgent:
            self._cancel.set()
        self._wake()

    def _is_current(self, request: CheckRequest) -> bool:
        """Return True if the paragraph did not change since the request was made."""
        if request.epoch != self._epoch:
            return False
        snapshot = self._source.snapshot(request.block_id)
        return snapshot is not None and snapshot.revision == request.revision

    def _requeue(self, request: CheckRequest) -> None:
        """Put a stopped request back, behind everything that is newer."""
        if request.block_id not in self._edited:
            self._edited = {request.block_id: None, **self._edited}

    def _land(self, request: CheckRequest) -> None:
        if self._in_flight is request:
            self._in_flight = None
            self._wake()

    def _wake(self) -> None:
        if self._engine_ready and self._in_flight is None:
            self._next_timer.start()

    @Slot()
    def _send_next(self) -> None:
        """Send the most urgent paragraph, or find that all is done."""
        if not self._engine_ready or self._in_flight is not None:
            return
        if not (self._automatic or self._once):
            self._set_active(False)
            return
        found = self._find_next()
        if isinstance(found, Snapshot):
            self._send(found)
        elif found is Search.UNFINISHED:
            self._next_timer.start()
        else:
            self._once = False
            self._set_active(False)

    def _find_next(self) -> Snapshot | Search:
        """Return the newest edit, else what the writer sees, else anything.

        While the writer types, the paragraphs being written are left alone.
        """
        typing = self._settle_timer.isActive()
        self._in_flight_urgent = True
        while self._edited and not typing:
            block_id, _ = self._edited.popitem()
            snapshot = self._source.snapshot(block_id)
            if snapshot is not None and self._needs_check(snapshot):
                return snapshot
        visible = self._source.next_visible(self._epoch, self._edited)
        if visible is not None:
            return visible
        self._in_flight_urgent = False
        return self._source.next_unchecked(self._epoch, self._edited)

    def _needs_check(self, snapshot: Snapshot) -> bool:
        """Blank paragraphs are done without asking the engine."""
        if snapshot.text.strip():
            return True
        self._source.mark_checked(snapshot, self._epoch)
        return False

    def _send(self, snapshot: Snapshot) -> None:
        self._cancel.clear()
        self._in_flight = CheckRequest(
            self._epoch, snapshot.block_id, snapshot.revision, snapshot.text
        )
        self._set_active(True)
        self.requested.emit(self._in_flight)

    def _set_active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self.activity_changed.emit(active)
