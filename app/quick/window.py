"""The quick-correct card: a small window near the pointer that stays on top.

Shows a text with its corrections, a sentence while there are none, or what went
wrong; tells what the writer decided. Takes no text and puts none back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCursor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainterPath,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.icons import Icons
from app.quick.diff_view import DiffView
from app.quick.parts import Bottom, Detail, Header, Message
from app.quick.place import kept_on, place_near
from app.quick.proposal import Proposal
from app.quick.style import CORNER, quick_style
from app.theme import Colours

WIDTH = 480  # pixels; some 60 characters a line, a comfortable measure
MARGIN = 16  # pixels at both sides of the card
LONGEST_TEXT = 250  # pixels of text before it is scrolled

Answer = tuple[str, Callable[[], object]]
"""What a button of a message says and does; the card closes before it is done."""


class Goal(Enum):
    """What Enter does with the corrected text."""

    REPLACE = "replace"
    COPY = "copy"


class QuickWindow(QWidget):
    """The card.

    Signals:
        replace_wanted, copy_wanted: the corrected text; the card is hidden already.
        cancelled: the writer wants everything left as it was; the card is hidden already.
        got_keyboard: the card is in front now.
    """

    replace_wanted = Signal(str)
    copy_wanted = Signal(str)
    cancelled = Signal()
    got_keyboard = Signal()

    def __init__(self, colours: Colours, icons: Icons) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
        super().__init__(None, flags | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("quick")
        self.setWindowTitle(self.tr("Quick correct"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._proposal = Proposal("")
        self._goal = Goal.COPY
        self._act: Callable[[], object] | None = None
        self._card = QFrame(self)
        self._card.setObjectName("quickCard")
        self.header = Header(self._card)
        self.view = DiffView(colours, self._card)
        self.message = Message(self._card)
        self.detail = Detail(colours, self._card)
        self.bottom = Bottom(self._card)
        self._lay_out()
        self._connect()
        self.set_look(colours, icons)

    @property
    def proposal(self) -> Proposal:
        """What is shown, with what was accepted so far."""
        return self._proposal

    @property
    def needs_keyboard_for_clipboard(self) -> bool:
        """Whether the desktop shows the clipboard to the window in front only."""
        return QGuiApplication.platformName().startswith("wayland")

    def set_look(self, colours: Colours, icons: Icons) -> None:
        """Draw in another theme."""
        self.setStyleSheet(quick_style(colours))
        self.view.set_colours(colours)
        self.detail.set_colours(colours)
        self.header.set_icons(icons)

    def set_writing_font(self, font: QFont) -> None:
        """Show texts in another font."""
        self.view.setFont(font)

    def show_proposal(self, proposal: Proposal, goal: Goal) -> None:
        """Show a text and what would change in it.

        Args:
            proposal: with at least one change.
            goal: what Enter does.
        """
        self._proposal, self._goal, self._act = proposal, goal, None
        self.message.hide()
        for part in (self.view, self.detail, self.bottom):
            part.show()
        self._show_state()
        self._on_current_changed(self.view.current)
        self._appear(self.view)

    def show_message(
        self,
        sentence: str,
        answers: Sequence[Answer] = (),
        text: str = "",
        busy: bool = False,
        closes: bool = False,
    ) -> None:
        """Show a sentence in place of corrections.

        Args:
            sentence: what there is to say.
            answers: buttons beside "Close"; Enter presses the first.
            text: shown above the sentence, without changes.
            busy: something is under way; the sentence will be followed by another.
            closes: Enter closes, whatever the answers are.
        """
        self._proposal, self._act = Proposal(text), None
        self.view.show_proposal(self._proposal)
        self.view.setVisible(bool(text.strip()))
        self.detail.hide()
        self.message.show_sentence(sentence, busy)
        self.message.show()
        self.header.set_count("")
        self.bottom.show()
        self.bottom.show_answers([name for name, _ in answers], closes)
        self._answers = dict(answers)
        self.setAccessibleDescription(sentence)
        self._appear(self.bottom.first_button)

    @Slot()
    def cancel(self) -> None:
        """Close and leave everything as it was."""
        if self.isVisible():
            self.hide()
            self.cancelled.emit()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(MARGIN, 10, MARGIN, 14)
        column.setSpacing(10)
        for part in (self.header, self.view, self.message, self.detail, self.bottom):
            column.addWidget(part)
        self._columns = (column, outer)
        parts = (self.message.layout(), self.detail.layout())
        self._wrapping = tuple(layout for layout in parts if layout is not None)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.header.close_wanted.connect(self.cancel)
        self.view.current_changed.connect(self._on_current_changed)
        self.view.toggled.connect(self._toggle)
        self.detail.toggled.connect(self._toggle_current)
        self.detail.stepped.connect(self._step)
        self.bottom.all_wanted.connect(self._on_all_wanted)
        self.bottom.copy_wanted.connect(self._copy)
        self.bottom.confirmed.connect(self._confirm)
        self.bottom.answered.connect(self._on_answered)
        self.bottom.cancelled.connect(self.cancel)

    def _show_state(self) -> None:
        """Show which changes are accepted."""
        proposal = self._proposal
        self.view.show_proposal(proposal)
        total, wanted = len(proposal.changes), proposal.accepted_count
        count = self.tr("{0} of {1} changes") if total > 1 else self.tr("{0} of {1} change")
        self.header.set_count(count.format(wanted, total))
        self.bottom.show_decision(self._goal.value, wanted, total)
        self.setAccessibleDescription(count.format(wanted, total))

    @Slot(int)
    def _on_current_changed(self, place: int) -> None:
        proposal = self._proposal
        if not 0 <= place < len(proposal.changes):
            return
        accepted = proposal.is_accepted(place)
        issue = proposal.changes[place].issue
        spoken = self.detail.show_change(issue, accepted, place + 1, len(proposal.changes))
        self.view.setAccessibleName(spoken)
        if self.isVisible():
            self._fit(may_shrink=False)

    @Slot(int)
    def _toggle(self, place: int) -> None:
        accepted = self._proposal.is_accepted(place)
        self._proposal = self._proposal.with_change(place, not accepted)
        self._show_state()
        self._on_current_changed(self.view.current)

    @Slot()
    def _toggle_current(self) -> None:
        self._toggle(self.view.current)

    @Slot(int)
    def _step(self, step: int) -> None:
        self.view.go_to(self.view.current + step)

    @Slot(bool)
    def _on_all_wanted(self, accepted: bool) -> None:
        self._proposal = self._proposal.with_all(accepted)
        self._show_state()
        self._on_current_changed(self.view.current)

    @Slot()
    def _confirm(self) -> None:
        """Do what Enter promises."""
        if not self._proposal.accepted_count:
            self.cancel()
        elif self._goal is Goal.REPLACE:
            self.hide()
            self.replace_wanted.emit(self._proposal.result)
        else:
            self._copy()

    @Slot()
    def _copy(self) -> None:
        self.hide()
        self.copy_wanted.emit(self._proposal.result)

    @Slot(str)
    def _on_answered(self, name: str) -> None:
        act = self._answers[name]
        self.hide()
        act()

    def _appear(self, focus: QWidget) -> None:
        """Fit the size to what is shown and come to the front, near the pointer if hidden."""
        if not self.view.isHidden():
            self.view.fit(WIDTH - 2 * (MARGIN + 1), LONGEST_TEXT)
        hidden = not self.isVisible()
        self._fit(may_shrink=hidden)
        if hidden:
            self._move_to_pointer()
            # A dialog of ours that waits for an answer would keep keys and clicks from the card.
            blocked = _is_application_modal(QApplication.activeModalWidget())
            modality = Qt.WindowModality
            self.setWindowModality(modality.ApplicationModal if blocked else modality.NonModal)
            self.show()
            # Only now do all parts have their fonts; nothing is painted before the event loop.
            self._fit(may_shrink=True)
            self._move_to_pointer()
        self.raise_()
        self.activateWindow()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def _move_to_pointer(self) -> None:
        pointer = QCursor.pos()
        screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        self.move(place_near(pointer, QRect(QPoint(), self.size()), area))

    def _fit(self, may_shrink: bool) -> None:
        """Take the height that the parts need; a card in use only grows, so that it is calm."""
        # From within outwards: a layout remembers what its own layouts needed before.
        for layout in (*self._wrapping, *self._columns):
            layout.invalidate()
            layout.activate()
        whole = self._columns[-1]
        # Sentences that wrap: a size hint alone would reckon with a width of its own.
        fitting = whole.totalHeightForWidth(WIDTH) if whole.hasHeightForWidth() else -1
        needed = fitting if fitting > 0 else whole.totalSizeHint().height()
        if may_shrink or needed > self.height():
            self.setFixedHeight(needed)
            if self.isVisible():
                area = self.screen().availableGeometry()
                self.move(kept_on(area, QRect(self.pos(), self.size())))

    def event(self, event: QEvent) -> bool:
        """Give way to a dialog of ours that comes later: behind it the card would be dead."""
        if event.type() == QEvent.Type.WindowBlocked:
            QTimer.singleShot(0, self, self.cancel)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the first button says, Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.bottom.press_first()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the card be moved by its empty places."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off where nothing shines through windows: an X server alone."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() == "xcb":
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()), CORNER, CORNER)
            self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the card comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.got_keyboard.emit()

    def closeEvent(self, event: object) -> None:
        """Closing by the desktop's means is the same as Escape."""
        del event
        self.cancel()


def _is_application_modal(dialog: QWidget | None) -> bool:
    return dialog is not None and dialog.windowModality() is Qt.WindowModality.ApplicationModal
