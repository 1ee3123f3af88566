"""What is remembered about one paragraph.

Travels with its ``QTextBlock`` as user data, which is owned by the document:
nobody else keeps a block state, only its ``block_id``.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextBlockUserData

from app.checking.messages import Issue
from app.checking.offsets import utf16_length
from app.checking.statistics import TextCounts, count_paragraph

NEVER = (-1, -1)
"""(epoch, revision) of a paragraph that was not checked yet."""


class BlockState(QTextBlockUserData):
    """Identity, version and issues of one paragraph.

    Attributes:
        block_id: never given twice in one document.
        revision: raised by us with every change; Qt's own goes backwards on undo.
        checked: (epoch, revision) that needs no check any more.
        issues: what the engine proposed, sorted by position, all categories.
        protected: UTF-16 ranges that are markup, code or links: not corrected.
    """

    __slots__ = (
        "_counted",
        "_counts",
        "block_id",
        "checked",
        "issues",
        "protected",
        "revision",
    )

    def __init__(self, block_id: int) -> None:
        super().__init__()
        self.block_id = block_id
        self.revision = 0
        self.checked = NEVER
        self.issues: tuple[Issue, ...] = ()
        self.protected: tuple[tuple[int, int], ...] = ()
        self._counts = TextCounts()
        self._counted = -1

    def counts(self, block: QTextBlock) -> TextCounts:
        """Return the counts of the paragraph; counted again only if it changed."""
        if self._counted != self.revision:
            self._counts = count_paragraph(block.text())
            self._counted = self.revision
        return self._counts

    def is_protected(self, issue: Issue) -> bool:
        """Return True if an issue reaches into text that is not to be corrected."""
        return any(
            issue.start < end and start < max(issue.end, issue.start + 1)
            for start, end in self.protected
        )

    def needs_check(self, epoch: int) -> bool:
        """Return True unless exactly this text was checked in this epoch."""
        return self.checked != (epoch, self.revision)

    def edit(self, position: int, removed: int, added: int) -> None:
        """Follow a change inside the paragraph.

        Issues before it stay, issues behind it move, issues that it touches
        vanish (also when it only touches their edge: a letter typed at the
        end of a word makes another word).

        Args:
            position: UTF-16 units from the start of the paragraph.
            removed: UTF-16 units taken away there.
            added: UTF-16 units put in.
        """
        self.revision += 1
        if not self.issues:
            return
        kept = []
        for issue in self.issues:
            if issue.end < position:
                kept.append(issue)
            elif issue.start - utf16_length(issue.lead) > position + removed:
                kept.append(issue.moved(added - removed, position))
        self.issues = tuple(kept)

    def cut(self, position: int, text: str) -> None:
        """Follow a change that begins here and goes on in other paragraphs.

        Args:
            position: UTF-16 units from the start of the paragraph.
            text: the paragraph as it is now. When paragraphs are joined Qt may
                keep either one's user data, so issues must prove their place.
        """
        self.revision += 1
        kept = tuple(issue for issue in self.issues if issue.end < position)
        if kept:
            units = text.encode("utf-16-le", "surrogatepass")
            kept = tuple(issue for issue in kept if _stands(issue, units))
        self.issues = kept


def _stands(issue: Issue, units: bytes) -> bool:
    """Return True if the text holds the sentence of an issue up to the end of the issue."""
    length = issue.end - issue.sentence_start
    sentence = issue.sentence.encode("utf-16-le", "surrogatepass")[: 2 * length]
    return units[2 * issue.sentence_start : 2 * issue.end] == sentence


def state_of(block: QTextBlock) -> BlockState | None:
    """Return what is remembered about a block, or None if nothing is yet."""
    state = block.userData()
    return state if isinstance(state, BlockState) else None
