"""The writing surface: a plain text widget with a readable column.

Input, drag and drop and geometry; knows nothing of models or files. What is
wrong in the text is told by others (``IssueDesk``) and drawn by ``Underlines``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QLineF, QMimeData, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QWidget

from app.editor.directions import extents, text_option

COLUMN_CHARACTERS = 74  # average letters per line; 60 to 75 read best
LEAST_MARGIN = 24  # pixels beside the column
TOP_MARGIN = 20  # pixels above it


class Editor(QPlainTextEdit):
    """Plain text with a centred column, which tells where the writer points and types.

    Signals:
        view_changed: other paragraphs, or other places in them, may be visible now.
        pointed: the position under the mouse, or None when it left the text.
        position_clicked: where the writer clicked without selecting.
        escape_pressed: Escape, which the text itself has no use for.
        laid_out_anew: lines may break elsewhere: another width or another font.
        files_dropped: a list of paths.
        zoomed: +1 or -1, by the wheel.
        menu_wanted: the context menu before it opens, and the position under the mouse.
    """

    view_changed = Signal()
    pointed = Signal(object)
    position_clicked = Signal(object)
    escape_pressed = Signal()
    laid_out_anew = Signal()
    files_dropped = Signal(object)
    zoomed = Signal(int)
    menu_wanted = Signal(QMenu, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text"))
        self.setAccessibleDescription(self.tr("Write here. Suggestions are underlined."))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setCenterOnScroll(False)
        self.setTabChangesFocus(False)
        self.document().setDefaultTextOption(text_option())
        self._typing = False
        self._revision = -1
        self._press: QPoint | None = None
        self.draw_over: Callable[[QPainter, QRect], None] | None = None
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.updateRequest.connect(self._on_update_request)
        self.textChanged.connect(self.view_changed)

    def raw_text(self) -> str:
        """Return the text as it is; ``toPlainText`` would change no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def put_text(self, text: str) -> None:
        """Show another text; there is nothing to undo afterwards."""
        self.setPlainText(text)
        self._typing = False
        self.document().setModified(False)

    def visible_blocks(self, part: QRect | None = None) -> Iterator[QTextBlock]:
        """Walk the paragraphs on the screen, or those in a part of the viewport."""
        block = self.firstVisibleBlock()
        top, bottom = 0, self.viewport().height()
        if part is not None:
            top, bottom = part.top(), part.bottom()
        offset = self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > bottom:
                return
            if place.bottom() >= top and block.isVisible():
                yield block
            block = block.next()

    def caret_being_typed_at(self) -> int | None:
        """Return the caret's position while its word is being written, else None."""
        return self.textCursor().position() if self._typing and self.hasFocus() else None

    def position_at(self, point: QPoint) -> int | None:
        """Return the text position under a point of the viewport, None beside the text."""
        cursor = self.cursorForPosition(point)
        rectangle = self.cursorRect(cursor)
        near = rectangle.adjusted(-rectangle.height(), -2, rectangle.height(), 4)
        return cursor.position() if near.contains(point) else None

    def show_position(self, position: int, select_to: int | None = None) -> None:
        """Put the caret somewhere and make sure that it can be seen."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        if select_to is not None:
            cursor.setPosition(select_to, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._typing = False
        if not self.viewport().rect().contains(self.cursorRect().center()):
            self.centerCursor()
        self.view_changed.emit()

    def set_writing_font(self, font: QFont) -> None:
        """Write in another font."""
        self.setFont(font)
        self.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(" "))
        self._update_margins()

    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        self._typing = removed + added > 0

    def end_typing(self) -> None:
        """Treat the word at the caret as written: its mark may be shown."""
        self._typing = False
        self.view_changed.emit()

    @Slot()
    def _on_caret_moved(self) -> None:
        """A caret that moves without a change of the text ends the word being written."""
        revision = self.document().revision()
        if revision == self._revision:
            self._typing = False
        self._revision = revision
        self.view_changed.emit()

    @Slot()
    def _on_update_request(self, _rectangle: object, scrolled: int) -> None:
        if scrolled:
            self.view_changed.emit()

    def _update_margins(self) -> None:
        """Keep the column readable however wide the window is."""
        column = COLUMN_CHARACTERS * QFontMetricsF(self.font()).averageCharWidth()
        side = max(LEAST_MARGIN, round((self.width() - column) / 2))
        self.setViewportMargins(side, TOP_MARGIN, side, 0)
        self.laid_out_anew.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column."""
        self._update_margins()
        super().resizeEvent(event)
        self.laid_out_anew.emit()
        self.view_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and over it what others want to draw."""
        super().paintEvent(event)
        if self.draw_over is not None:
            painter = QPainter(self.viewport())
            painter.setClipRect(event.rect())
            self.draw_over(painter, event.rect())
            painter.end()

    def place_of(self, block: QTextBlock) -> QPointF:
        """Return where a paragraph's upper left corner is in the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()

    def lines_under(self, block: QTextBlock, start: int, end: int) -> Iterator[QLineF]:
        """Return the base line of a range, a piece for each line on the screen.

        Where writing directions meet inside the range, a line has several pieces.

        Args:
            block: the paragraph; the lines are in its coordinates.
            start: position in the document, in UTF-16 units.
            end: where the range ends, in the same paragraph.
        """
        layout, base = block.layout(), block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - base, line.textStart())
            last = min(end - base, line.textStart() + line.textLength())
            if first < last:
                y = line.y() + line.ascent()
                for left, right in extents(line, first, last):
                    yield QLineF(left, y, right, y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the suggestion."""
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the mouse points at."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.pointed.emit(self.position_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of clicks that selected nothing."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        still = self._press is not None and (point - self._press).manhattanLength() < 4
        plain = event.button() == Qt.MouseButton.LeftButton and still
        if plain and not self.textCursor().hasSelection():
            self.position_clicked.emit(self.position_at(point))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse left."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer suggestions above the usual entries."""
        menu = self.createStandardContextMenu(event.pos())
        self.menu_wanted.emit(menu, self.position_at(event.pos()))
        menu.exec(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files as well as text."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere in the text."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open dropped files; put dropped text where it falls."""
        files = _files_in(event.mimeData())
        if not files:
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        # The text drew a caret for the drag; nothing of it is to stay.
        super().dragLeaveEvent(QDragLeaveEvent())
        self.files_dropped.emit(files)


def _files_in(mime: QMimeData) -> list[Path]:
    """Return the local files among what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
