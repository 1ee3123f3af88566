"""The side panel: all issues of the document with counts, a filter and jumps."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.checking.messages import Issue
from app.editor.announcing import announce
from app.editor.explanations import category_title, explain
from app.editor.lines import draw_category_line, middle_of
from app.editor.suggestions import change_in_words
from app.theme import Colours
from app.windows.issue_list import ISSUE_ROLE, Index, IssueList
from model.edits import Category, Edit

PADDING = 8  # pixels
MARK_WIDTH = 20  # pixels
SPEAK_MS = 1500  # a number is spoken when it has settled, not with each word that is typed
MOST_TEXTS = 500  # rows whose texts are kept laid out
PANEL_WIDTH = 330  # pixels; most explanations fit in a line


def row_height(font: QFont) -> int:
    """Return the height of a row of two lines, in pixels."""
    return 2 * QFontMetrics(font).lineSpacing() + 2 * PADDING


class IssueDelegate(QStyledItemDelegate):
    """Draws a row: the line of the category, the change, and what is wrong.

    While a text is checked the rows are drawn again and again, between the keys that
    somebody types; so what they say is worked out once.
    """

    def __init__(self, colours: Colours, parent: QObject) -> None:
        super().__init__(parent)
        self.colours = colours
        self._texts: dict[tuple[Edit, str, int, str], tuple[QStaticText, QStaticText]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text."""
        del index
        return QSize(PANEL_WIDTH - 40, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        issue = index.data(ISSUE_ROLE)
        if not isinstance(issue, Issue):
            return
        area: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            ground = self.colours.selection if chosen else self.colours.hover
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        self._draw_text(painter, area, issue, option.font)
        painter.restore()

    def _draw_text(self, painter: QPainter, area: QRect, issue: Issue, font: QFont) -> None:
        inner = area.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        line = inner.height() // 2
        mark = QRect(inner.left(), inner.top(), MARK_WIDTH, line)
        draw_category_line(painter, middle_of(mark), issue.category, self.colours)
        text = inner.adjusted(MARK_WIDTH + 8, 0, 0, 0)
        change, explanation = self._texts_of(issue, text.width(), font)
        painter.setFont(strong(font))
        painter.setPen(QColor(self.colours.text))
        painter.drawStaticText(text.topLeft(), change)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.muted))
        painter.drawStaticText(text.left(), text.top() + line, explanation)

    def _texts_of(self, issue: Issue, width: int, font: QFont) -> tuple[QStaticText, QStaticText]:
        """Return both lines, shortened to a width and laid out."""
        key = (issue.edit, issue.sentence, width, font.key())
        if key not in self._texts:
            if len(self._texts) > MOST_TEXTS:
                self._texts.clear()
            self._texts[key] = (
                _laid_out(change_in_words(issue), width, strong(font)),
                _laid_out(explain(issue.edit, issue.sentence), width, font),
            )
        return self._texts[key]


def strong(font: QFont) -> QFont:
    """Return the font of the upper line."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _laid_out(content: str, width: int, font: QFont) -> QStaticText:
    elided = QFontMetrics(font).elidedText(
        content.replace("\n", " "), Qt.TextElideMode.ElideRight, width
    )
    text = QStaticText(elided)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(QTransform(), font)
    return text


class IssuesPanel(QFrame):
    """Lists the issues; a click, Enter or Space jumps to one.

    Signals:
        chosen: the Issue to jump to.
        accept_wanted, dismiss_wanted: the Issue concerned.
        accept_all_wanted: the button below the list.
    """

    chosen = Signal(object)
    accept_wanted = Signal(object)
    dismiss_wanted = Signal(object)
    accept_all_wanted = Signal()

    def __init__(self, issues: IssueList, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._issues = issues
        self._colours = colours
        self._title = QLabel(self)
        self._title.setObjectName("panelTitle")
        self._filters = {category: QToolButton(self) for category in Category}
        self._list = QTableView(self)
        self._empty = QLabel(self)
        self._accept_all = QPushButton(self.tr("Accept all"), self)
        self._delegate = IssueDelegate(colours, self)
        self._spoken = ""
        self._speak_timer = QTimer(self, singleShot=True, interval=SPEAK_MS)
        self._speak_timer.timeout.connect(self._on_counts_settled)
        self._arrange()
        self._connect()
        self._on_counted(Counter())

    def set_colours(self, colours: Colours) -> None:
        """Draw in another theme."""
        self._colours = self._delegate.colours = colours
        for category, button in self._filters.items():
            button.setStyleSheet(
                f"QToolButton:checked {{ color: {colours.categories[category]}; }}"
            )
        self._list.viewport().update()

    def set_empty_text(self, text: str) -> None:
        """Say why the list is empty."""
        self._empty.setText(text)

    def _arrange(self) -> None:
        self.setMinimumWidth(240)
        chips = QGridLayout()
        chips.setSpacing(6)
        for place, button in enumerate(self._filters.values()):
            button.setObjectName("chip")
            button.setCheckable(True)
            button.setChecked(True)
            button.setSizePolicy(self.sizePolicy())
            button.setToolTip(self.tr("Show or hide these suggestions"))
            chips.addWidget(button, place // 2, place % 2)
        self._list.setObjectName("issues")
        self._list.setAccessibleName(self.tr("Suggestions"))
        self._list.setItemDelegate(self._delegate)
        self._list.setModel(self._issues)
        self._set_up_rows()
        self._empty.setObjectName("emptyList")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(chips)
        column.addLayout(self._stack, 1)
        column.addWidget(self._accept_all)
        self.set_colours(self._colours)

    def _set_up_rows(self) -> None:
        """Make the table look like a list.

        A QListView lays all its rows out again after each change: 10 ms for 5,000
        rows, in the middle of somebody's typing. A table with rows of one height
        does not.
        """
        self._list.setShowGrid(False)
        self._list.setTabKeyNavigation(False)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self._list.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._list.horizontalHeader().hide()
        self._list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self._list.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(self._list.font()))

    def _connect(self) -> None:
        self._issues.counted.connect(self._on_counted)
        self._list.clicked.connect(self._on_chosen)
        self._list.activated.connect(self._on_chosen)
        self._list.installEventFilter(self)
        self._accept_all.clicked.connect(self.accept_all_wanted)
        for button in self._filters.values():
            button.toggled.connect(self._on_filter_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the list its keys: Enter or Space jump, Delete dismisses."""
        if watched is self._list and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            index = self._list.currentIndex()
            if pressed and index.isValid() and self._on_key(event, index):
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, index: QModelIndex) -> bool:
        issue = self._issues.issue(index.row())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept_wanted.emit(issue)
            else:
                self.chosen.emit(issue)
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.dismiss_wanted.emit(issue)
            return True
        return False

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self._issues.issue(index.row()))

    @Slot()
    def _on_filter_changed(self) -> None:
        self._issues.set_wanted(
            frozenset(category for category, button in self._filters.items() if button.isChecked())
        )

    @Slot(object)
    def _on_counted(self, counts: Counter[Category]) -> None:
        total = sum(counts.values())
        self._title.setText(
            self.tr("1 suggestion")
            if total == 1
            else self.tr("{0} suggestions").format(f"{total:,}")
        )
        for category, button in self._filters.items():
            name = category_title(category)
            button.setText(f"{name}  {counts[category]:,}")
            button.setAccessibleName(self.tr("{0}: {1}").format(name, counts[category]))
        self._accept_all.setEnabled(total > 0)
        self._speak_timer.start()
        self._stack.setCurrentIndex(1 if total else 0)

    @Slot()
    def _on_counts_settled(self) -> None:
        """Speak the number of suggestions, if it is another one than last time."""
        counted = self._title.text()
        if counted != self._spoken:
            self._spoken = counted
            announce(self, counted)
