"""The text on the card with its changes word by word, one of them the current one.

What goes is struck through, what comes is strong; a rejected change shows what
stands, with a dotted line. Changes nothing itself: it tells what was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.quick.proposal import Proposal
from app.theme import Colours, blend

LINE_HEIGHT = 138.0  # per cent; room for the grounds and the ring of the current change
CARET = "\u2038"  # where an insertion was rejected
THIN_SPACE = "\u2009"  # between what goes and what comes
FRAME_WIDTH, FRAME_HEIGHT = 10, 12  # pixels of border and padding: see app.quick.style
RADIUS = 4.0  # pixels
PARAGRAPH_ENDS = str.maketrans({"\r": None, "\u2029": "\n", "\u2028": "\n"})

PREVIOUS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
NEXT = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where a change stands in the shown document, in UTF-16 units."""

    start: int
    gone: int
    """End of what goes."""
    come: int
    """Start of what comes: after the thin space, if there is one."""
    end: int


class DiffView(QTextEdit):
    """Shows a proposal.

    Signals:
        current_changed: the place of the change that is the current one now.
        toggled: the place of a change that is to be accepted or rejected.
    """

    current_changed = Signal(int)
    toggled = Signal(int)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quickText")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.document().setDocumentMargin(6)
        self._colours = colours
        self._proposal = Proposal("")
        self._drawn: list[Drawn] = []
        self._current = -1

    @property
    def current(self) -> int:
        """The place of the current change; -1 if there are no changes."""
        return self._current

    def set_colours(self, colours: Colours) -> None:
        """Draw in another theme."""
        self._colours = colours
        self._draw()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a text; the current change stays if it is the same text."""
        same = proposal.changes == self._proposal.changes and proposal.text == self._proposal.text
        self._proposal = proposal
        if not same:
            self._current = 0 if proposal.changes else -1
        place = self.verticalScrollBar().value()
        self._draw()
        self.verticalScrollBar().setValue(place if same else 0)

    def go_to(self, place: int) -> None:
        """Make a change the current one; the last is followed by the first."""
        if not self._proposal.changes:
            return
        self._current = place % len(self._proposal.changes)
        self._show_current()
        self.viewport().update()
        self.current_changed.emit(self._current)

    def fit(self, width: int, longest: int) -> None:
        """Take as much height as the text needs.

        Args:
            width: what the view will have, in pixels.
            longest: more than this is scrolled, in pixels.
        """
        # A copy: the view lays its own document out for a width that it has only once shown.
        copy = self.document().clone()
        copy.setTextWidth(width - FRAME_WIDTH)
        self.setFixedHeight(min(longest, ceil(copy.size().height()) + FRAME_HEIGHT))

    def change_at(self, point: QPoint) -> int:
        """Return the place of the change at a point of the viewport, or -1."""
        for place, drawn in enumerate(self._drawn):
            if any(area.contains(point) for area in self._areas(drawn.start, drawn.end)):
                return place
        return -1

    def area_of(self, place: int) -> QRectF:
        """Return where in the viewport a change is drawn; its first line if it takes several."""
        drawn = self._drawn[place]
        return next(iter(self._areas(drawn.start, drawn.end)), QRectF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a change, the space bar toggles it; other keys are for the window."""
        key = Qt.Key(event.key())
        if key in PREVIOUS or key in NEXT:
            self.go_to(self._current + (1 if key in NEXT else -1))
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(-1)
        elif key == Qt.Key.Key_Space and self._current >= 0:
            self.toggled.emit(self._current)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a change toggles it."""
        place = self.change_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to(place)
            self.toggled.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """All was done when the button went down."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a change can be clicked."""
        on_change = self.change_at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if on_change else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of the changes, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, drawn in enumerate(self._drawn):
            if self._proposal.is_accepted(place):
                self._paint_ground(painter, drawn.start, drawn.gone, self._colours.deleted_ground)
                self._paint_ground(painter, drawn.come, drawn.end, self._colours.inserted_ground)
        if 0 <= self._current < len(self._drawn):
            self._paint_ring(painter, self._drawn[self._current])
        painter.end()
        super().paintEvent(event)

    def _paint_ground(self, painter: QPainter, start: int, end: int, colour: str) -> None:
        painter.setBrush(QColor(colour))
        for area in self._areas(start, end):
            painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_ring(self, painter: QPainter, drawn: Drawn) -> None:
        pen = QPen(QColor(self._colours.accent), 1.6)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in self._areas(drawn.start, drawn.end):
            painter.drawRoundedRect(area.adjusted(-1.5, -1, 1.5, 1), RADIUS + 1, RADIUS + 1)

    def _areas(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield where a stretch of the document is drawn in the viewport, line by line."""
        document, scrolled = self.document(), self.verticalScrollBar().value()
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            layout, top = block.layout(), document.documentLayout().blockBoundingRect(block)
            low, high = (
                max(0, start - block.position()),
                min(block.length(), end - block.position()),
            )
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(low, line.textStart())
                last = min(high, line.textStart() + line.textLength())
                if first >= last:
                    continue
                left, right = _x(line, first), _x(line, last)
                # The line's own height: the room between lines lies above the letters.
                y = top.top() + line.y() + line.height() - line.ascent() - line.descent()
                height = line.ascent() + line.descent()
                yield QRectF(top.left() + left, y - scrolled, right - left, height).normalized()
            block = block.next()

    def _show_current(self) -> None:
        """Scroll so that the current change can be seen."""
        area = self.area_of(self._current)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if area.top() < 0:
            bar.setValue(round(bar.value() + area.top() - RADIUS))
        elif area.bottom() > room:
            bar.setValue(round(bar.value() + area.bottom() - room + 2 * RADIUS))

    def _draw(self) -> None:
        """Build the document anew."""
        self._drawn = []
        self.clear()
        cursor = QTextCursor(self.document())
        spacing = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spacing.setLineHeight(LINE_HEIGHT, proportional.value)
        cursor.setBlockFormat(spacing)
        plain = _format(self._colours.text)
        text, position = self._proposal.text, 0
        for place, change in enumerate(self._proposal.changes):
            span = change.edit.span
            cursor.insertText(_shown(text[position : span.start]), plain)
            self._draw_change(cursor, place)
            position = span.end
        cursor.insertText(_shown(text[position:]), plain)
        self.viewport().update()

    def _draw_change(self, cursor: QTextCursor, place: int) -> None:
        edit, colours = self._proposal.changes[place].edit, self._colours
        plain = _format(colours.text)
        gone_before, gone, gone_after = _parted(edit.original)
        come_before, come, come_after = _parted(edit.replacement)
        # Spaces around a word are neither struck through nor on its ground.
        if not self._proposal.is_accepted(place):
            cursor.insertText(gone_before, plain)
            start = cursor.position()
            cursor.insertText(gone or CARET, _rejected(colours))
            self._drawn.append(Drawn(start, start, start, cursor.position()))
            cursor.insertText(gone_after, plain)
            return
        cursor.insertText(gone_before or come_before, plain)
        start = cursor.position()
        cursor.insertText(gone, _deleted(colours))
        parting = cursor.position()
        if gone.strip() and come.strip():
            cursor.insertText(THIN_SPACE, plain)
        begin = cursor.position()
        cursor.insertText(come, _inserted(colours))
        self._drawn.append(Drawn(start, parting, begin, cursor.position()))
        cursor.insertText(come_after or gone_after, plain)


def _x(line: QTextLine, position: int) -> float:
    """Return where in a line a position lies, in pixels."""
    # Qt returns the position beside it, which its stubs call an object.
    x: float = line.cursorToX(position)[0]  # type: ignore[index]
    return x


def _shown(text: str) -> str:
    """Return a text with line ends that the document knows."""
    return text.translate(PARAGRAPH_ENDS)


def _parted(text: str) -> tuple[str, str, str]:
    """Return the spaces before a change's words, the words, and the spaces after them."""
    if not text.strip():
        return "", _visible(text), ""
    shown = _shown(text)
    body = shown.strip()
    before, _, after = shown.partition(body)
    return before, body, after


def _visible(text: str) -> str:
    """Make a change of nothing but spaces visible."""
    return _shown(text) if text.strip() or "\n" in text else "␣" * len(text)


def _format(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _deleted(colours: Colours) -> QTextCharFormat:
    made = _format(colours.deleted)
    made.setFontStrikeOut(True)
    return made


def _inserted(colours: Colours) -> QTextCharFormat:
    made = _format(colours.inserted)
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _rejected(colours: Colours) -> QTextCharFormat:
    made = _format(blend(colours.text, colours.window, 0.2).name())
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(QColor(colours.muted))
    return made
