"""Find and replace below the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.editor.editor import Editor


class FindBar(QFrame):
    """Searches as you type; Enter goes on, Shift+Enter back, Escape closes."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._editor = editor
        self._wanted = QLineEdit(self)
        self._wanted.setPlaceholderText(self.tr("Find"))
        self._wanted.setAccessibleName(self.tr("Find"))
        self._wanted.setClearButtonEnabled(True)
        self._replacement = QLineEdit(self)
        self._replacement.setPlaceholderText(self.tr("Replace with"))
        self._replacement.setAccessibleName(self.tr("Replace with"))
        self._case = QCheckBox(self.tr("Match case"), self)
        self._answer = QLabel(self)
        self._answer.setObjectName("hint")
        self._replace = QPushButton(self.tr("Replace"), self)
        self._replace_all = QPushButton(self.tr("Replace all"), self)
        self._close = QPushButton(self.tr("Close"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._wanted, 2)
        row.addWidget(self._replacement, 2)
        row.addWidget(self._case)
        row.addWidget(self._answer, 1)
        for button in (self._replace, self._replace_all, self._close):
            row.addWidget(button)
        self._wanted.textChanged.connect(self._on_wanted_changed)
        self._replace.clicked.connect(self.replace)
        self._replace_all.clicked.connect(self.replace_all)
        self._close.clicked.connect(self.close_bar)
        self.hide()

    @Slot()
    def open_bar(self) -> None:
        """Show the bar with the selected words in it."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._wanted.setText(selected)
        self.show()
        self._wanted.setFocus()
        self._wanted.selectAll()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._editor.setFocus()

    def find_next(self, backward: bool = False, from_start: bool = False) -> bool:
        """Select the next place; goes round at the end. False if there is none."""
        wanted = self._wanted.text()
        if not wanted:
            self._answer.clear()
            return False
        cursor = self._editor.textCursor()
        if from_start:
            cursor.setPosition(cursor.selectionStart())
        flags = self._flags(backward)
        found = self._editor.document().find(wanted, cursor, flags)
        if found.isNull():
            cursor.movePosition(
                QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
            )
            found = self._editor.document().find(wanted, cursor, flags)
        self._answer.setText(self.tr("Not found") if found.isNull() else "")
        if found.isNull():
            return False
        self._editor.setTextCursor(found)
        self._editor.end_typing()
        return True

    @Slot()
    def replace(self) -> None:
        """Replace the selected place and go to the next."""
        cursor = self._editor.textCursor()
        if self._matches(cursor.selectedText()):
            cursor.insertText(self._replacement.text())
        self.find_next()

    @Slot()
    def replace_all(self) -> int:
        """Replace every place as one undo step; returns how many."""
        wanted = self._wanted.text()
        document = self._editor.document()
        if not wanted:
            return 0
        edit = self._editor.textCursor()  # undoing brings the writer back here
        edit.beginEditBlock()
        count, place = 0, QTextCursor(document)
        while not (place := document.find(wanted, place, self._flags(False))).isNull():
            place.insertText(self._replacement.text())
            count += 1
        edit.endEditBlock()
        self._answer.setText(self.tr("{0} replaced").format(count))
        return count

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_wanted_changed(self) -> None:
        self.find_next(from_start=True)

    def _matches(self, selected: str) -> bool:
        wanted = self._wanted.text()
        if self._case.isChecked():
            return bool(wanted) and selected == wanted
        return bool(wanted) and selected.casefold() == wanted.casefold()

    def _flags(self, backward: bool) -> QTextDocument.FindFlag:
        flags = QTextDocument.FindFlag(0)
        if backward:
            flags |= QTextDocument.FindFlag.FindBackward
        if self._case.isChecked():
            flags |= QTextDocument.FindFlag.FindCaseSensitively
        return flags
