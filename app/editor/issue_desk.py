"""The issues of a document as the writer sees them, and what can be done about each.

Stands between the paragraphs (``DocumentBlocks``) and everything that shows
issues: filters by preferences, finds neighbours, accepts and dismisses. Knows
neither the card nor the panels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

from app.checking.messages import Issue
from app.checking.preferences import Preferences
from app.editor.accepting import replace_issues, stands
from app.editor.block_state import state_of
from app.editor.blocks import DocumentBlocks
from app.editor.marks import marked_range

Placed = tuple[QTextBlock, Issue]


class IssueDesk(QObject):
    """Answers which issues there are and carries out what the writer decides.

    Signals:
        block_changed: the id of a paragraph whose shown issues may be others now.
        all_changed: any issue anywhere may be another now.
        preferences_changed: the new Preferences.
        blocks_removed: paragraphs are gone, and their issues with them.
        dismissed: the Issue that the writer does not want to see again.
        refused: a sentence why something was not done.
    """

    block_changed = Signal(object)
    all_changed = Signal()
    preferences_changed = Signal(object)
    blocks_removed = Signal()
    dismissed = Signal(object)
    refused = Signal(str)

    def __init__(self, document: QTextDocument, blocks: DocumentBlocks) -> None:
        super().__init__(document)
        self._document = document
        self._blocks = blocks
        self._preferences = Preferences()
        blocks.issues_changed.connect(self.block_changed)
        blocks.cleared.connect(self.all_changed)
        blocks.blocks_removed.connect(self.blocks_removed)

    @property
    def preferences(self) -> Preferences:
        """What the writer wants to see."""
        return self._preferences

    def set_preferences(self, preferences: Preferences) -> None:
        """Show other issues from now on."""
        if preferences != self._preferences:
            self._preferences = preferences
            self.all_changed.emit()
            self.preferences_changed.emit(preferences)

    def shown(self, block: QTextBlock) -> tuple[Issue, ...]:
        """Return the issues of a paragraph that the writer wants to see, by position."""
        state = state_of(block)
        if state is None or not state.issues:
            return ()
        return tuple(
            issue
            for issue in state.issues
            if self._preferences.shows(issue) and not state.is_protected(issue)
        )

    def shown_of(self, block_id: int) -> tuple[Issue, ...]:
        """Return the shown issues of a paragraph by its id."""
        block = self._blocks.block(block_id)
        return () if block is None else self.shown(block)

    def block(self, block_id: int) -> QTextBlock | None:
        """Return the paragraph with this id, or None if it is gone."""
        return self._blocks.block(block_id)

    def all_shown(self) -> Iterator[Placed]:
        """Walk all shown issues from the start of the document to its end."""
        for block in self.blocks():
            for issue in self.shown(block):
                yield block, issue

    def blocks(self) -> Iterator[QTextBlock]:
        """Walk all paragraphs."""
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def at(self, position: int) -> Placed | None:
        """Return the issue whose mark is at a position of the document."""
        block = self._document.findBlock(position)
        if not block.isValid():
            return None
        offset = position - block.position()
        text = block.text() if state_of(block) is not None else ""
        for issue in self.shown(block):
            start, end = marked_range(issue, text)
            if start <= offset <= end:
                return block, issue
        return None

    def is_current(self, issue: Issue) -> bool:
        """Return True if the paragraph still has this very issue."""
        return issue in self.shown_of(issue.block_id)

    def next_after(self, position: int) -> Placed | None:
        """Return the first issue behind a position, from the start again at the end."""
        home = self._document.findBlock(position)
        for issue in self.shown(home):
            if home.position() + issue.start > position:
                return home, issue
        block = home.next()
        while block.isValid():
            if shown := self.shown(block):
                return block, shown[0]
            block = block.next()
        block = self._document.begin()
        while block.isValid() and block.position() <= home.position():
            if shown := self.shown(block):
                return block, shown[0]
            block = block.next()
        return None

    def previous_before(self, position: int) -> Placed | None:
        """Return the last issue before a position, from the end again at the start."""
        home = self._document.findBlock(position)
        for issue in reversed(self.shown(home)):
            if home.position() + issue.start < position:
                return home, issue
        block = home.previous()
        while block.isValid():
            if shown := self.shown(block):
                return block, shown[-1]
            block = block.previous()
        block = self._document.lastBlock()
        while block.isValid() and block.position() >= home.position():
            if shown := self.shown(block):
                return block, shown[-1]
            block = block.previous()
        return None

    def accept(self, issue: Issue, caret: int) -> int | None:
        """Replace the text of one issue.

        Returns:
            Where the caret belongs now, or None if the text has changed and
            nothing was done.
        """
        block = self._blocks.block(issue.block_id)
        if block is None or not self.is_current(issue) or not stands(block, issue):
            self.refused.emit(
                self.tr(
                    "The text has changed since this suggestion was made. Nothing was replaced."
                )
            )
            return None
        return replace_issues(self._document, [(block, issue)], caret)[1]

    def accept_sentence(self, issue: Issue, caret: int) -> tuple[int, int]:
        """Replace the text of all shown issues of one sentence, as one undo step.

        Returns:
            How many were replaced, and where the caret belongs now.
        """
        block = self._blocks.block(issue.block_id)
        if block is None:
            return 0, caret
        same = [
            (block, other)
            for other in self.shown(block)
            if other.sentence_start == issue.sentence_start
        ]
        return replace_issues(self._document, same, caret)

    def accept_all(self, caret: int) -> tuple[int, int]:
        """Replace the text of all shown issues, as one undo step.

        Returns:
            How many were replaced, and where the caret belongs now.
        """
        return replace_issues(self._document, list(self.all_shown()), caret)

    def dismiss(self, issue: Issue) -> None:
        """Do not show this one again in this document; others like it stay."""
        dismissed = self._preferences.dismissed | {issue.key}
        self._preferences = replace(self._preferences, dismissed=dismissed)
        self.dismissed.emit(issue)
        self.block_changed.emit(issue.block_id)
        self.preferences_changed.emit(self._preferences)
