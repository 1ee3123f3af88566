"""Give paragraphs an identity and keep their issues in step with the text.

The ``BlockSource`` of the scheduler over a ``QTextDocument``. Knows no widget
(what is visible is asked from a function) and no engine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterator
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from app.checking.messages import CheckRequest, CheckResult, Issue, issues_of
from app.checking.offsets import Utf16Offsets
from app.checking.scheduler import Search, Snapshot
from app.editor.block_state import BlockState, state_of

SWEEP_SECONDS = 0.002
"""Time slice of a search for unchecked text: an eighth of a 60 Hz frame."""

FEW_BLOCKS = 8
"""Edits of more paragraphs than this are left to the sweep, visible ones first."""

VisibleBlocks = Callable[[], Iterator[QTextBlock]]


class DocumentBlocks(QObject):
    """Follows every change of a document and answers for its paragraphs.

    Signals:
        block_edited: the id of a paragraph that was changed.
        much_edited: many paragraphs changed at once.
        issues_changed: the id of a paragraph whose issues are not what they were.
        cleared: all issues are gone: another text, or other rules.
        blocks_removed: paragraphs may be gone, and their issues with them.
    """

    block_edited = Signal(object)
    much_edited = Signal()
    issues_changed = Signal(object)
    cleared = Signal()
    blocks_removed = Signal()

    def __init__(self, document: QTextDocument, visible_blocks: VisibleBlocks) -> None:
        super().__init__(document)
        self._document = document
        self._visible_blocks = visible_blocks
        self._new_ids = count(1)
        self._blocks: dict[int, QTextBlock] = {}
        self._block_count = document.blockCount()
        self._sweep_from = 0
        self._following = True
        document.contentsChange.connect(self._on_contents_change)

    def block(self, block_id: int) -> QTextBlock | None:
        """Return the paragraph with this id, or None if it is gone.

        A stored ``QTextBlock`` may be invalid or stand for another paragraph
        by now, so its user data has the last word.
        """
        block = self._blocks.get(block_id)
        if block is None:
            return None
        state = state_of(block) if block.isValid() else None
        if state is None or state.block_id != block_id:
            del self._blocks[block_id]
            return None
        return block

    def state(self, block: QTextBlock) -> BlockState:
        """Return what is remembered about a block; begin to remember if need be."""
        state = state_of(block)
        if state is None:
            state = BlockState(next(self._new_ids))
            block.setUserData(state)
            self._blocks[state.block_id] = block
        return state

    def snapshot(self, block_id: int) -> Snapshot | None:
        """Return the paragraph as it stands, or None if it no longer exists."""
        block = self.block(block_id)
        return None if block is None else self._snapshot(block)

    def next_visible(self, epoch: int, skip: Container[int]) -> Snapshot | None:
        """Return the first paragraph on the screen that needs a check."""
        for block in self._visible_blocks():
            if self._needs_check(block, epoch, skip):
                return self._snapshot(block)
        return None

    def next_unchecked(self, epoch: int, skip: Container[int]) -> Snapshot | Search:
        """Return the next paragraph that needs a check, walking from where the last walk ended."""
        stop = time.monotonic() + SWEEP_SECONDS
        block = self._document.findBlockByNumber(self._sweep_from)
        while block.isValid():
            if self._needs_check(block, epoch, skip):
                return self._snapshot(block)
            self._sweep_from += 1
            block = block.next()
            if time.monotonic() > stop:
                return Search.UNFINISHED
        return Search.EXHAUSTED

    def mark_checked(self, snapshot: Snapshot | CheckRequest, epoch: int) -> None:
        """Note that this revision of the paragraph needs no check any more."""
        block = self.block(snapshot.block_id)
        if block is not None:
            self.state(block).checked = (epoch, snapshot.revision)

    def accept_result(self, result: CheckResult) -> None:
        """Show what the engine found in the sentences that it looked at.

        Issues of sentences that the result does not cover stay as they are.
        """
        block = self.block(result.request.block_id)
        if block is None:
            return
        state = self.state(block)
        issues = _merge(state.issues, result)
        if issues != state.issues:
            state.issues = issues
            self.issues_changed.emit(state.block_id)

    def forget_issues(self) -> None:
        """Drop all issues and look at the whole document again."""
        for block_id in list(self._blocks):
            block = self.block(block_id)
            if block is not None:
                self.state(block).issues = ()
        self._sweep_from = 0
        self.cleared.emit()

    def set_following(self, following: bool) -> None:
        """Choose whether changes are followed; off while another text is put in."""
        self._following = following
        if following:
            self._blocks.clear()
            self._sweep_from = 0
            self._block_count = self._document.blockCount()
            self.cleared.emit()

    def _snapshot(self, block: QTextBlock) -> Snapshot:
        state = self.state(block)
        return Snapshot(state.block_id, state.revision, block.text())

    def _needs_check(self, block: QTextBlock, epoch: int, skip: Container[int]) -> bool:
        state = self.state(block)
        if not state.needs_check(epoch) or state.block_id in skip:
            return False
        if block.length() <= 1 or not block.text().strip():
            state.checked = (epoch, state.revision)
            return False
        return True

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        """Raise revisions and move issues after a change of the text."""
        if not self._following:
            return
        first = self._document.findBlock(position)
        last = self._document.findBlock(position + added)
        if not last.isValid():
            last = self._document.lastBlock()
        more = self._document.blockCount() - self._block_count
        self._block_count += more
        state = self.state(first)
        offset = position - first.position()
        if first == last and not more:
            state.edit(offset, removed, added)
        else:
            state.cut(offset, first.text())
        # Unchecked paragraphs that moved up must not slip past the walk.
        self._sweep_from = max(0, self._sweep_from + min(0, more))
        if first != last or more:
            self.blocks_removed.emit()
        self._announce(first, last, state.block_id)

    def _announce(self, first: QTextBlock, last: QTextBlock, first_id: int) -> None:
        """Tell which paragraphs changed, the first one last: it is checked first."""
        few = last.blockNumber() - first.blockNumber() < FEW_BLOCKS
        touched = first
        while touched != last:
            touched = touched.next()
            state = self.state(touched)
            state.cut(0, "")
            self.issues_changed.emit(state.block_id)
            if few:
                self.block_edited.emit(state.block_id)
        if not few:
            self._sweep_from = min(self._sweep_from, first.blockNumber())
            self.much_edited.emit()
        self.issues_changed.emit(first_id)
        self.block_edited.emit(first_id)


def _merge(old: tuple[Issue, ...], result: CheckResult) -> tuple[Issue, ...]:
    """Replace the issues of the sentences that a result covers."""
    if not result.corrections:
        return old
    offsets = Utf16Offsets(result.request.text)
    first = offsets.to_qt(result.corrections[0].sentence.span.start)
    last = offsets.to_qt(result.corrections[-1].sentence.span.end)
    before = tuple(issue for issue in old if issue.sentence_start < first)
    after = tuple(issue for issue in old if issue.sentence_start >= last)
    return before + issues_of(result.request, result.corrections) + after
