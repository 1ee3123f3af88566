"""The issues of a document as a list model, kept up to date paragraph by paragraph.

A full check of a long document changes one paragraph at a time; building the
list anew each time would stop the writer's keyboard.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from app.checking.messages import Issue
from app.editor.explanations import category_title, explain
from app.editor.issue_desk import IssueDesk
from app.editor.suggestions import change_in_words
from model.edits import Category

ISSUE_ROLE = Qt.ItemDataRole.UserRole + 1
CHANGE_MS = 300  # least time between two updates: nobody reads faster, and drawing costs frames
PURGE_MS = 50  # many paragraphs may vanish in one go

Index = QModelIndex | QPersistentModelIndex


class IssueList(QAbstractListModel):
    """One row per shown issue, in the order of the text.

    Signals:
        counted: a Counter of all shown issues by Category, whatever the filter.
    """

    counted = Signal(object)

    def __init__(self, desk: IssueDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Issue] = []
        self._by_block: dict[int, tuple[Issue, ...]] = {}
        self._counts: Counter[Category] = Counter()
        self._wanted = frozenset(Category)
        self._purge_timer = QTimer(self, singleShot=True, interval=PURGE_MS)
        self._purge_timer.timeout.connect(self._purge)
        self._count_timer = QTimer(self, singleShot=True, interval=0)
        self._count_timer.timeout.connect(self._tell_counts)
        self._changed: dict[int, None] = {}
        self._updated = 0.0
        self._change_timer = QTimer(self, singleShot=True)
        self._change_timer.timeout.connect(self.update_now)
        desk.block_changed.connect(self._on_block_changed)
        desk.all_changed.connect(self._on_all_changed)
        desk.blocks_removed.connect(self._purge_timer.start)

    def set_wanted(self, categories: frozenset[Category]) -> None:
        """List only issues of some categories."""
        if categories != self._wanted:
            self._wanted = categories
            self._on_all_changed()

    def issue(self, row: int) -> Issue:
        """Return the issue of a row."""
        return self._rows[row]

    def row_of(self, issue: Issue) -> int | None:
        """Return the row of an issue, or None if it is not listed."""
        first, last = self._range_of(issue.block_id)
        for row in range(first, last):
            if self._rows[row] == issue:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many issues are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows or says."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        issue = self._rows[index.row()]
        if role == ISSUE_ROLE:
            return issue
        if role == Qt.ItemDataRole.DisplayRole:
            return change_in_words(issue)
        if role == Qt.ItemDataRole.ToolTipRole:
            return explain(issue.edit, issue.sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = category_title(issue.category)
            explanation = explain(issue.edit, issue.sentence)
            return f"{title}: {change_in_words(issue)}. {explanation}"
        return None

    @Slot(object)
    def _on_block_changed(self, block_id: int) -> None:
        self._changed[block_id] = None
        if not self._change_timer.isActive():
            since = (time.monotonic() - self._updated) * 1000
            self._change_timer.start(max(0, round(CHANGE_MS - since)))

    @Slot()
    def update_now(self) -> None:
        """Bring the rows of all changed paragraphs up to date."""
        self._change_timer.stop()
        self._updated = time.monotonic()
        changed, self._changed = self._changed, {}
        for block_id in changed:
            self._update(block_id)

    def _update(self, block_id: int) -> None:
        """Exchange the rows of one paragraph."""
        old = self._by_block.get(block_id, ())
        new = self._desk.shown_of(block_id)
        if old == new:
            return
        if self._has_dead_rows():
            self._purge()
        self._remember(block_id, old, new)
        first, last = self._range_of(block_id)
        rows = [issue for issue in new if issue.category in self._wanted]
        self._exchange(first, last, rows)

    def _exchange(self, first: int, last: int, rows: Sequence[Issue]) -> None:
        """Put other rows in a range; equal rows at its ends are left in peace."""
        while first < last and rows and self._rows[first] == rows[0]:
            first, rows = first + 1, rows[1:]
        while first < last and rows and self._rows[last - 1] == rows[-1]:
            last, rows = last - 1, rows[:-1]
        if first < last:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            del self._rows[first:last]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    def _remember(self, block_id: int, old: tuple[Issue, ...], new: tuple[Issue, ...]) -> None:
        self._counts.subtract(issue.category for issue in old)
        self._counts.update(issue.category for issue in new)
        if new:
            self._by_block[block_id] = new
        else:
            self._by_block.pop(block_id, None)
        self._count_timer.start()

    def _range_of(self, block_id: int) -> tuple[int, int]:
        """Return the rows of a paragraph, or where they would go, as a half-open range."""
        block = self._desk.block(block_id)
        if block is None:
            return 0, 0
        position = block.position()
        first = bisect_left(self._rows, position, key=self._position)
        last = first
        while last < len(self._rows) and self._rows[last].block_id == block_id:
            last += 1
        return first, last

    def _position(self, issue: Issue) -> int:
        block = self._desk.block(issue.block_id)
        return -1 if block is None else block.position()

    def _has_dead_rows(self) -> bool:
        return self._purge_timer.isActive()

    @Slot()
    def _purge(self) -> None:
        """Drop the rows of paragraphs that are gone."""
        self._purge_timer.stop()
        dead = [block_id for block_id in self._by_block if self._desk.block(block_id) is None]
        if not dead:
            return
        for block_id in dead:
            self._remember(block_id, self._by_block[block_id], ())
        gone = set(dead)
        self.beginResetModel()
        self._rows = [issue for issue in self._rows if issue.block_id not in gone]
        self.endResetModel()

    @Slot()
    def _on_all_changed(self) -> None:
        """Build the list anew."""
        self._purge_timer.stop()
        self._change_timer.stop()
        self._changed.clear()
        self.beginResetModel()
        self._rows, self._by_block, self._counts = [], {}, Counter()
        for _, issue in self._desk.all_shown():
            self._by_block[issue.block_id] = (*self._by_block.get(issue.block_id, ()), issue)
            self._counts[issue.category] += 1
            if issue.category in self._wanted:
                self._rows.append(issue)
        self.endResetModel()
        self._count_timer.start()

    @Slot()
    def _tell_counts(self) -> None:
        self.counted.emit(Counter(self._counts))
