"""The card that says what is wrong with a few words and offers what to do.

A frame over the text, filled from one issue; knows no document. What a button
means is carried out by whoever listens.
"""

from __future__ import annotations

import re
from html import escape
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.checking.messages import Issue
from app.checking.preferences import words_to_learn
from app.editor.card_place import EDGE, place_beside
from app.editor.category_mark import CategoryMark
from app.editor.explanations import category_title, explain, rule_title
from app.theme import Colours

CARD_WIDTH = 360  # pixels; a sentence of explanation takes two lines
LONGEST_WORD = 30  # characters; longer ones may break anywhere, as long as they fit on the card
MOST_CHARACTERS = 160  # of one side of a change; more would push the buttons off a small window
W = TypeVar("W", bound=QWidget)

MIDDLE_DOT = " \u00b7 "
LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def change_as_html(issue: Issue, colours: Colours) -> str:
    """Return the change as rich text: what goes is struck out, what comes is strong."""
    original, replacement = change_sides(issue)
    gone = (
        f'<span style="color:{colours.deleted};text-decoration:line-through">'
        f"{escape(_fitting(original))}</span>"
        if original
        else ""
    )
    come = (
        f'<span style="color:{colours.inserted};font-weight:600">'
        f"{escape(_fitting(replacement))}</span>"
        if replacement
        else ""
    )
    arrow = f'<span style="color:{colours.muted}"> → </span>' if gone and come else ""
    return f"{gone}{arrow}{come}"


def change_in_words(issue: Issue) -> str:
    """Return the change without colours, for lists and screen readers."""
    original, replacement = (_visible(side) for side in change_sides(issue))
    if not original:
        return f"+ {replacement}"
    if not replacement:
        return f"\u2212 {original}"
    return f"{original} → {replacement}"


def change_sides(issue: Issue) -> tuple[str, str]:
    """Return what stands and what should; an insertion is shown with the word before it."""
    edit = issue.edit
    if edit.original:
        return edit.original, edit.replacement
    words = issue.sentence[: edit.span.start].rsplit(None, 1)
    word = words[-1] if words else ""
    space = issue.sentence[: edit.span.start][len(issue.sentence[: edit.span.start].rstrip()) :]
    return word, f"{word}{space}{edit.replacement}" if word else edit.replacement


def _visible(text: str) -> str:
    """Make spaces at the ends and blank texts visible."""
    if not text.strip():
        return text.replace(" ", "␣").replace("\t", "⇥").replace("\u00a0", "⍽")
    return text


def _fitting(text: str) -> str:
    """Return a text that a narrow card can show: not too long, and breaking where it must."""
    if len(text) > MOST_CHARACTERS:
        half = MOST_CHARACTERS // 2
        text = f"{text[:half]}\u2026{text[-half:]}"
    return LONG_WORD.sub(lambda match: f"{match.group()}\u200b", _visible(text))


class SuggestionCard(QFrame):
    """Shows one issue at a time.

    Signals:
        accepted, dismissed, rule_ignored, replacement_ignored: the Issue shown.
        word_added: the Issue whose words belong in the dictionary.
        closed: the card is gone; the argument tells whether it had the keyboard.
    """

    accepted = Signal(object)
    dismissed = Signal(object)
    rule_ignored = Signal(object)
    replacement_ignored = Signal(object)
    word_added = Signal(object)
    closed = Signal(bool)
    mouse_entered = Signal()
    mouse_left = Signal()

    def __init__(self, colours: Colours, home: QWidget) -> None:
        """Make a hidden card.

        Args:
            colours: the theme.
            home: what it speaks of; where that is too small, the card takes the window.
        """
        self._home, self._ground = home, home.window()
        super().__init__(self._ground)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._colours = colours
        self._issue: Issue | None = None
        self._mark = CategoryMark(colours, self)
        self._kind = _named(QLabel(self), "cardKind")
        self._confidence = _named(QLabel(self), "cardConfidence")
        self._change = _named(QLabel(self), "cardChange")
        self._explanation = _named(QLabel(self), "cardExplanation")
        self._accept = _named(QPushButton(self.tr("&Accept"), self), "primary")
        self._dismiss = QPushButton(self.tr("&Dismiss"), self)
        self._more = _named(QToolButton(self), "cardMore")
        self._column = QVBoxLayout(self)
        self._menu = QMenu(self)
        self._arrange()
        self._connect()
        self.set_colours(colours)
        self.hide()

    @property
    def issue(self) -> Issue | None:
        """The issue shown, or None if the card is hidden."""
        return self._issue if self.isVisible() else None

    def set_colours(self, colours: Colours) -> None:
        """Draw in another theme."""
        self._colours = colours
        self._mark.set_colours(colours)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 120 if colours.dark else 50))
        self.setGraphicsEffect(shadow)

    def show_issue(self, issue: Issue, word: QRect, take_keyboard: bool) -> None:
        """Show the card beside a word.

        Args:
            issue: what to speak of.
            word: where its text stands, in the coordinates of its home.
            take_keyboard: move the focus to the first button.
        """
        self._issue = issue
        self._fill(issue)
        self.ensurePolished()
        wanted = max(CARD_WIDTH, self.minimumSizeHint().width())
        width = min(wanted, self._ground.width() - 2 * EDGE)
        # A layout of wrapped labels knows its height for a width; adjustSize does not ask.
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        self.move(self._place(word))
        self.show()
        self.raise_()
        if take_keyboard:
            self._accept.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_card(self) -> None:
        """Hide the card."""
        if not self.isVisible():
            return
        had_keyboard = self.hasFocus() or any(
            child.hasFocus() for child in self.findChildren(QWidget)
        )
        self._issue = None
        self.hide()
        self.closed.emit(had_keyboard)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._kind, 1)
        head.addWidget(self._confidence)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(self._dismiss)
        buttons.addStretch(1)
        buttons.addWidget(self._more)
        column = self._column
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._change)
        column.addWidget(self._explanation)
        column.addSpacing(2)
        column.addLayout(buttons)
        for label in (self._kind, self._change, self._explanation):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self._explanation.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setText(self.tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setAccessibleName(self.tr("More choices for this suggestion"))

    def _connect(self) -> None:
        self._accept.clicked.connect(self._on_accept)
        self._dismiss.clicked.connect(self._on_dismiss)
        self._add_word = self._menu.addAction("")
        self._ignore_replacement = self._menu.addAction("")
        self._ignore_rule = self._menu.addAction("")
        self._add_word.triggered.connect(self._on_add_word)
        self._ignore_replacement.triggered.connect(self._on_ignore_replacement)
        self._ignore_rule.triggered.connect(self._on_ignore_rule)

    def _fill(self, issue: Issue) -> None:
        edit = issue.edit
        title, rule = category_title(edit.category), rule_title(edit.error_type)
        explanation = explain(edit, issue.sentence)
        sureness = self.tr("{0} % sure").format(round(100 * edit.confidence))
        self._mark.set_category(edit.category)
        self._kind.setText(title if title == rule else f"{title}{MIDDLE_DOT}{rule}")
        self._confidence.setText(sureness)
        self._change.setText(change_as_html(issue, self._colours))
        self._explanation.setText(
            LONG_WORD.sub(lambda match: f"{match.group()}\u200b", explanation)
        )
        words = words_to_learn(edit)
        self._add_word.setText(self.tr("Add “{0}” to the dictionary").format("”, “".join(words)))
        self._add_word.setVisible(bool(words))
        self._ignore_replacement.setText(
            self.tr("Never suggest “{0}” again").format(change_in_words(issue))
        )
        self._ignore_rule.setText(self.tr("Ignore the rule “{0}”").format(rule))
        self._accept.setToolTip(_with_key(self.tr("Replace"), "Ctrl+Return"))
        self._dismiss.setToolTip(_with_key(self.tr("Not this one"), "Ctrl+Shift+D"))
        spoken = self.tr("Suggestion: {0}. {1} {2}.")
        self.setAccessibleName(spoken.format(change_in_words(issue), explanation, sureness))
        self._accept.setAccessibleDescription(self.accessibleName())

    def _place(self, word: QRect) -> QPoint:
        origin = self._home.mapTo(self._ground, QPoint(0, 0))
        home = QRect(origin, self._home.size())
        return place_beside(word.translated(origin), self.size(), home, self._ground.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse is on the card, so that it stays."""
        super().enterEvent(event)
        self.mouse_entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse left."""
        super().leaveEvent(event)
        self.mouse_left.emit()

    def _on_accept(self) -> None:
        if self._issue is not None:
            self.accepted.emit(self._issue)

    def _on_dismiss(self) -> None:
        if self._issue is not None:
            self.dismissed.emit(self._issue)

    def _on_add_word(self) -> None:
        if self._issue is not None:
            self.word_added.emit(self._issue)

    def _on_ignore_replacement(self) -> None:
        if self._issue is not None:
            self.replacement_ignored.emit(self._issue)

    def _on_ignore_rule(self) -> None:
        if self._issue is not None:
            self.rule_ignored.emit(self._issue)


def _named(widget: W, name: str) -> W:
    """Give a widget the name that the style sheet knows it by."""
    widget.setObjectName(name)
    return widget


def _with_key(text: str, key: str) -> str:
    """Return a tool tip that names the shortcut."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({shown})"
