"""The status bar: state of the model, counts and readability, short messages."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from app.checking.statistics import TextCounts
from app.editor.blocks import DocumentBlocks
from app.editor.editor import Editor

PAUSE_MS = 400  # counts wait for a pause in typing
SLICE_SECONDS = 0.003  # a fifth of a frame, between which keys are served
MESSAGE_MS = 8000


class StatusLine(QStatusBar):
    """Shows what the program does and how much text there is."""

    def __init__(self, editor: Editor, blocks: DocumentBlocks, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._blocks = blocks
        self._engine = QLabel(self)
        self._counts = QLabel(self)
        self._grade = QLabel(self)
        self._total = TextCounts()
        self._sum = TextCounts()
        self._block: QTextBlock | None = None
        self._revision = -1
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        self._slice_timer = QTimer(self, singleShot=True, interval=0)
        self._slice_timer.timeout.connect(self._go_on)
        self._arrange()
        editor.textChanged.connect(self._timer.start)

    @property
    def counts(self) -> TextCounts:
        """The counts shown."""
        return self._total

    def show_engine(self, text: str, tip: str = "") -> None:
        """Say what the model does."""
        self._engine.setText(text)
        self._engine.setToolTip(tip)
        self._engine.setAccessibleName(text)

    @Slot(str)
    def tell(self, message: str) -> None:
        """Show a sentence for a while."""
        self.showMessage(message, MESSAGE_MS)

    def count_now(self) -> None:
        """Count the whole text without waiting, for tests and new documents."""
        self._timer.stop()
        self._begin()

    def _arrange(self) -> None:
        self.setSizeGripEnabled(False)
        self.addPermanentWidget(self._grade)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._engine)
        self._grade.setToolTip(
            self.tr(
                "Years of schooling needed to read the text easily (Automated Readability Index)"
            )
        )
        self._show()

    @Slot()
    def _begin(self) -> None:
        """Count from the start; unchanged paragraphs remember their counts."""
        self._sum = TextCounts()
        self._block = self._editor.document().begin()
        self._revision = self._editor.document().revision()
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Count for one time slice."""
        stop = time.monotonic() + SLICE_SECONDS
        block = self._block
        if block is None or self._revision != self._editor.document().revision():
            return
        while block.isValid():
            self._sum += self._blocks.state(block).counts(block)
            block = block.next()
            if time.monotonic() > stop:
                self._block = block
                self._slice_timer.start()
                return
        self._block = None
        self._total = self._sum
        self._show()

    def _show(self) -> None:
        total = self._total
        line_ends = max(0, self._editor.document().blockCount() - 1)
        self._counts.setText(
            self.tr("Words: {0}    Characters: {1}    Sentences: {2}").format(
                f"{total.words:,}", f"{total.characters + line_ends:,}", f"{total.sentences:,}"
            )
        )
        grade = total.grade
        self._grade.setText(
            "" if grade is None else self.tr("Readability: grade {0}").format(f"{grade:.0f}")
        )
