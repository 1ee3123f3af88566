"""The field for a global shortcut: whoever presses keys in it chooses them.

A field of Qt takes every key, also those by which a dialog is closed or a field
emptied, and is silent when another program takes the keys away before it sees
them. Knows no desktop and stores nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QKeySequenceEdit, QWidget

MODIFIER_KEYS = frozenset(
    [
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
    ]
)
FOR_THE_DIALOG = frozenset([Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
EMPTYING = frozenset([Qt.Key.Key_Backspace, Qt.Key.Key_Delete])


class HotkeyField(QKeySequenceEdit):
    """Takes one combination of keys.

    Signals:
        nothing_came: modifiers were pressed and let go, and no key came with them: none was
            pressed, or another program has that combination, so that it never got here.
    """

    nothing_came = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._modifiers_alone = False
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave alone what closes a dialog, empty the field, or take the keys."""
        key = Qt.Key(event.key())
        self._modifiers_alone = key in MODIFIER_KEYS
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and key in FOR_THE_DIALOG:
            event.ignore()
        elif plain and key in EMPTYING:
            self.clear()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Notice modifiers that no key came with."""
        super().keyReleaseEvent(event)
        if self._modifiers_alone and event.key() in MODIFIER_KEYS:
            self._modifiers_alone = False
            self.nothing_came.emit()
