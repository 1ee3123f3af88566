"""Decide when the suggestion card is shown and carry out what is chosen on it.

Brings the editor, the issues and the card together; knows no engine and no files.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor

from app.checking.messages import Issue
from app.editor.announcing import announce
from app.editor.editor import Editor
from app.editor.issue_desk import IssueDesk
from app.editor.marks import marked_range
from app.editor.suggestions import SuggestionCard
from app.editor.underlines import Underlines

HOVER_MS = 350  # shorter flashes while the mouse passes, longer feels dead
LEAVE_MS = 350  # time to reach the card from the word


class CardKeeper(QObject):
    """Shows the card on hover, click or key, and acts on the issue at the caret.

    Signals:
        accepted_many: how many suggestions were carried out at once.
        word_added, rule_ignored, replacement_ignored: the Issue concerned.
    """

    accepted_many = Signal(int)
    word_added = Signal(object)
    rule_ignored = Signal(object)
    replacement_ignored = Signal(object)

    def __init__(
        self, editor: Editor, desk: IssueDesk, card: SuggestionCard, underlines: Underlines
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._desk = desk
        self._card = card
        self._underlines = underlines
        self._pointed: int | None = None
        self._hovering = False
        self._hover_timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._hover_timer.timeout.connect(self._on_hovered)
        self._leave_timer = QTimer(self, singleShot=True, interval=LEAVE_MS)
        self._leave_timer.timeout.connect(card.close_card)
        self._follow_timer = QTimer(self, singleShot=True, interval=0)
        self._follow_timer.timeout.connect(self._follow)
        self._connect()

    def _connect(self) -> None:
        self._editor.pointed.connect(self._on_pointed)
        self._editor.position_clicked.connect(self._on_clicked)
        self._editor.escape_pressed.connect(self._card.close_card)
        self._editor.verticalScrollBar().valueChanged.connect(self._follow)
        self._editor.laid_out_anew.connect(self._follow_timer.start)
        self._desk.block_changed.connect(self._on_issues_changed)
        self._desk.all_changed.connect(self._on_issues_changed)
        self._card.accepted.connect(self.accept)
        self._card.dismissed.connect(self.dismiss)
        self._card.word_added.connect(self.word_added)
        self._card.rule_ignored.connect(self.rule_ignored)
        self._card.replacement_ignored.connect(self.replacement_ignored)
        self._card.closed.connect(self._on_closed)
        self._card.mouse_entered.connect(self._leave_timer.stop)
        self._card.mouse_left.connect(self._on_card_left)

    def current_issue(self) -> Issue | None:
        """Return the issue on the card, or else the one at the caret."""
        if self._card.issue is not None:
            return self._card.issue
        placed = self._desk.at(self._editor.textCursor().position())
        return None if placed is None else placed[1]

    @Slot()
    def show_at_caret(self) -> None:
        """Open the card for the issue at the caret, or else for the next one."""
        position = self._editor.textCursor().position()
        placed = self._desk.at(position)
        if placed is None:
            self.go_to_next()
            placed = self._desk.at(self._editor.textCursor().position())
        if placed is not None:
            self._show(*placed, take_keyboard=True)

    @Slot()
    def go_to_next(self) -> None:
        """Move the caret to the next issue and show its card."""
        self._go(self._desk.next_after(self._editor.textCursor().position()))

    @Slot()
    def go_to_previous(self) -> None:
        """Move the caret to the previous issue and show its card."""
        self._go(self._desk.previous_before(self._editor.textCursor().position()))

    def go_to(self, issue: Issue) -> None:
        """Move the caret to an issue and show its card."""
        block = self._desk.block(issue.block_id)
        if block is not None and self._desk.is_current(issue):
            self._go((block, issue))

    @Slot()
    def accept_current(self) -> None:
        """Accept the suggestion on the card or at the caret."""
        issue = self.current_issue()
        if issue is not None:
            self.accept(issue)

    @Slot()
    def dismiss_current(self) -> None:
        """Dismiss the suggestion on the card or at the caret."""
        issue = self.current_issue()
        if issue is not None:
            self.dismiss(issue)

    @Slot()
    def accept_sentence(self) -> None:
        """Accept all suggestions of the sentence at the caret."""
        issue = self.current_issue()
        if issue is not None:
            self._finish(*self._desk.accept_sentence(issue, self._caret()))

    @Slot()
    def accept_all(self) -> None:
        """Accept all suggestions of the document."""
        self._finish(*self._desk.accept_all(self._caret()))

    @Slot(object)
    def accept(self, issue: Issue) -> None:
        """Accept one suggestion."""
        caret = self._desk.accept(issue, self._caret())
        self._card.close_card()
        if caret is not None:
            self._editor.show_position(caret)
            self._editor.setFocus()

    @Slot(object)
    def dismiss(self, issue: Issue) -> None:
        """Do not show this one again."""
        self._desk.dismiss(issue)
        self._card.close_card()

    def _finish(self, count: int, caret: int) -> None:
        self._card.close_card()
        if count:
            self._editor.show_position(caret)
        self.accepted_many.emit(count)

    def _caret(self) -> int:
        return self._editor.textCursor().position()

    def _go(self, placed: tuple[QTextBlock, Issue] | None) -> None:
        if placed is None:
            return
        block, issue = placed
        self._editor.show_position(block.position() + issue.start)
        self._editor.setFocus()
        self._show(block, issue, take_keyboard=False)

    def _show(self, block: QTextBlock, issue: Issue, take_keyboard: bool) -> None:
        self._hover_timer.stop()
        self._leave_timer.stop()
        self._hovering = False
        self._underlines.set_active(issue)
        self._card.show_issue(issue, self._word_rectangle(block, issue), take_keyboard)
        announce(self._editor, self._card.accessibleName())

    def _word_rectangle(self, block: QTextBlock, issue: Issue) -> QRect:
        """Return where the mark of an issue stands, in the editor's coordinates."""
        start, end = marked_range(issue, block.text())
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        first = self._editor.cursorRect(cursor)
        cursor.setPosition(block.position() + end)
        last = self._editor.cursorRect(cursor)
        word = first.united(last) if first.top() == last.top() else first
        origin = self._editor.viewport().mapTo(self._editor, QPoint(0, 0))
        return word.translated(origin)

    @Slot(object)
    def _on_pointed(self, position: int | None) -> None:
        self._pointed = position
        placed = None if position is None else self._desk.at(position)
        if placed is not None and placed[1] != self._card.issue:
            self._leave_timer.stop()
            self._hover_timer.start()
        elif placed is None:
            self._hover_timer.stop()
            if self._hovering:
                self._leave_timer.start()
        else:
            self._leave_timer.stop()

    @Slot()
    def _on_hovered(self) -> None:
        placed = None if self._pointed is None else self._desk.at(self._pointed)
        if placed is not None:
            self._show(*placed, take_keyboard=False)
            self._hovering = True

    @Slot()
    def _on_card_left(self) -> None:
        if self._hovering:
            self._leave_timer.start()

    @Slot(object)
    def _on_clicked(self, position: int | None) -> None:
        placed = None if position is None else self._desk.at(position)
        if placed is None:
            self._card.close_card()
        else:
            self._show(*placed, take_keyboard=False)

    @Slot()
    def _on_issues_changed(self, _block_id: object = None) -> None:
        issue = self._card.issue
        if issue is not None and not self._desk.is_current(issue):
            self._card.close_card()

    @Slot()
    def _follow(self, _value: int = 0) -> None:
        """Keep the card beside its word, which scrolled or was laid out anew."""
        issue = self._card.issue
        block = None if issue is None else self._desk.block(issue.block_id)
        if issue is None or block is None:
            return
        word = self._word_rectangle(block, issue)
        if not self._editor.rect().intersects(word):
            self._card.close_card()
        else:
            self._card.show_issue(issue, word, take_keyboard=False)

    @Slot(bool)
    def _on_closed(self, had_keyboard: bool) -> None:
        self._hovering = False
        self._underlines.set_active(None)
        if had_keyboard:
            self._editor.setFocus()
