"""The parts of the card: its head, the sentence, the current change, the buttons.

Each shows what it is told and tells what was pressed; none decides anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.checking.messages import Issue
from app.editor.category_mark import CategoryMark
from app.editor.explanations import category_title, explain, rule_title
from app.editor.suggestions import MIDDLE_DOT, change_in_words
from app.icons import Icons
from app.theme import Colours


class Header(QWidget):
    """Title, how many changes are accepted, and a way out.

    Signals:
        close_wanted: the cross was pressed.
    """

    close_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = _label("quickTitle", self)
        self._title.setText(self.tr("Quick correct"))
        self._count = _label("quickCount", self)
        self._close = QToolButton(self)
        self._close.setObjectName("quickClose")
        self._close.setAutoRaise(True)
        self._close.setIconSize(QSize(14, 14))
        self._close.setToolTip(self.tr("Leave everything as it was (Esc)"))
        self._close.setAccessibleName(self.tr("Leave everything as it was"))
        # The way out by keyboard is Escape; Tab goes round the decisions.
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.close_wanted)
        row = _row(self)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addSpacing(4)
        row.addWidget(self._close)

    def set_icons(self, icons: Icons) -> None:
        """Draw in another theme."""
        self._close.setIcon(icons.icon("dismiss"))

    def set_count(self, text: str) -> None:
        """Show how many changes are accepted."""
        self._count.setText(text)


class Message(QWidget):
    """A sentence in place of corrections."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = _label("quickMessage", self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        _row(self).addWidget(self._sentence, 1)

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()

    def show_sentence(self, sentence: str, busy: bool) -> None:
        """Say something; busy sentences are paler."""
        self._sentence.setText(sentence)
        self._sentence.setEnabled(not busy)
        self._sentence.setAccessibleName(sentence)


class Detail(QWidget):
    """What the current change mends, and whether it is accepted.

    Signals:
        toggled: accept or reject it.
        stepped: +1 or -1, to another change.
    """

    toggled = Signal()
    stepped = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = CategoryMark(colours, self)
        self._kind = _label("quickKind", self)
        self._explanation = _label("quickExplanation", self)
        self._explanation.setWordWrap(True)
        self._explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.toggle = QPushButton(self)
        self.toggle.setAutoDefault(False)
        self.toggle.clicked.connect(self.toggled)
        kind = QHBoxLayout()
        kind.setSpacing(8)
        kind.addWidget(self._mark)
        kind.addWidget(self._kind, 1)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(kind)
        column.addWidget(self._explanation)
        row = _row(self)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_colours(self, colours: Colours) -> None:
        """Draw in another theme."""
        self._mark.set_colours(colours)

    def show_change(self, issue: Issue, accepted: bool, number: int, total: int) -> str:
        """Show one change and return it in words for a screen reader.

        Args:
            issue: the change.
            accepted: whether it is accepted.
            number: its number among all, from 1.
            total: how many there are.
        """
        edit = issue.edit
        title, rule = category_title(edit.category), rule_title(edit.error_type)
        explanation = explain(edit, issue.sentence)
        self._mark.set_category(edit.category)
        self._kind.setText(title if title == rule else f"{title}{MIDDLE_DOT}{rule}")
        self._explanation.setText(explanation)
        self.toggle.setText(self.tr("&Reject") if accepted else self.tr("&Accept"))
        self.toggle.setToolTip(self.tr("Space; the arrow keys choose another change"))
        state = self.tr("Accepted.") if accepted else self.tr("Rejected.")
        spoken = self.tr("Change {0} of {1}: {2}. {3} {4}").format(
            number, total, change_in_words(issue), explanation, state
        )
        self.toggle.setAccessibleDescription(spoken)
        return spoken


class Bottom(QWidget):
    """The buttons at the bottom: all changes at once, and what becomes of the text.

    Signals:
        all_wanted: accept (True) or reject (False) every change.
        copy_wanted: copy the text instead of replacing it.
        confirmed: the first button of a decision.
        answered: the name of the button of a message.
        cancelled: the "Close" button of a message.
    """

    all_wanted = Signal(bool)
    copy_wanted = Signal()
    confirmed = Signal()
    answered = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.accept_all = _flat(self.tr("Accept a&ll"), self)
        self.reject_all = _flat(self.tr("R&eject all"), self)
        self.copy = _button(self)
        self.copy.setText(self.tr("&Copy"))
        self.copy.setToolTip(self.tr("Put the corrected text on the clipboard"))
        self.confirm = _button(self)
        self.confirm.setObjectName("primary")
        self.answers = [_button(self) for _ in range(2)]
        self.close_button = _button(self)
        self.close_button.setText(self.tr("C&lose"))
        row = _row(self)
        row.addWidget(self.accept_all)
        row.addWidget(self.reject_all)
        row.addStretch(1)
        for button in (self.copy, self.close_button, *reversed(self.answers), self.confirm):
            row.addWidget(button)
        self._buttons_row = row
        self._closes = False
        self.accept_all.clicked.connect(self._on_accept_all)
        self.reject_all.clicked.connect(self._on_reject_all)
        self.copy.clicked.connect(self.copy_wanted)
        self.confirm.clicked.connect(self.confirmed)
        self.close_button.clicked.connect(self.cancelled)
        for button in self.answers:
            button.clicked.connect(self._on_answer)

    @property
    def first_button(self) -> QPushButton:
        """The button that Enter presses."""
        if not self.confirm.isHidden():
            return self.confirm
        closes = self._closes or self.answers[0].isHidden()
        return self.close_button if closes else self.answers[0]

    def press_first(self) -> None:
        """Do what Enter does."""
        self.first_button.click()

    def show_decision(self, goal: str, wanted: int, total: int) -> None:
        """Offer what can be done with a proposal.

        Args:
            goal: ``replace`` or ``copy``.
            wanted: how many changes are accepted.
            total: how many there are.
        """
        for button in (*self.answers, self.close_button):
            button.hide()
        for flat in (self.accept_all, self.reject_all):
            flat.setVisible(total > 1)
        self.accept_all.setEnabled(wanted < total)
        self.reject_all.setEnabled(wanted > 0)
        self.copy.setVisible(goal == "replace" and wanted > 0)
        name = self.tr("Re&place") if goal == "replace" else self.tr("&Copy")
        self.confirm.setText(name if wanted else self.tr("&Leave as it is"))
        self.confirm.setToolTip(self.tr("Enter"))
        self.confirm.show()

    def show_answers(self, names: Sequence[str], closes: bool) -> None:
        """Offer the answers to a message, at most two, beside closing.

        Args:
            names: what the buttons say.
            closes: Enter closes; otherwise it gives the first answer.
        """
        for widget in (self.accept_all, self.reject_all, self.copy, self.confirm):
            widget.hide()
        self._closes = closes
        for place, button in enumerate(self.answers):
            button.setVisible(place < len(names))
            button.setText(names[place] if place < len(names) else "")
            _set_primary(button, place == 0 and not closes)
        _set_primary(self.close_button, closes)
        row = self._buttons_row
        row.removeWidget(self.close_button)
        # What Enter does stands last.
        row.insertWidget(row.count() if closes else row.indexOf(self.copy) + 1, self.close_button)
        self.close_button.show()

    @Slot()
    def _on_accept_all(self) -> None:
        self.all_wanted.emit(True)

    @Slot()
    def _on_reject_all(self) -> None:
        self.all_wanted.emit(False)

    @Slot()
    def _on_answer(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.answered.emit(sender.text())


def _label(name: str, parent: QWidget) -> QLabel:
    made = QLabel(parent)
    made.setObjectName(name)
    return made


def _button(parent: QWidget) -> QPushButton:
    made = QPushButton(parent)
    made.setAutoDefault(False)
    return made


def _set_primary(button: QPushButton, primary: bool) -> None:
    button.setObjectName("primary" if primary else "")
    button.style().polish(button)


def _flat(text: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setObjectName("quickFlat")
    made.setText(text)
    made.setAccessibleName(text.replace("&", ""))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row
