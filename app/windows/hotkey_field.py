"""The field for a global shortcut: whoever presses keys in it chooses them.

A field of Qt takes every key, also those by which a dialog is closed or a field
emptied, and is silent when another program takes the keys away before it sees
them. Knows no desktop and stores nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
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
LOOK_MS = 150  # between two looks at modifiers that are held while keys are chosen
EMPTYING = frozenset([Qt.Key.Key_Backspace, Qt.Key.Key_Delete])


class HotkeyField(QKeySequenceEdit):
    """Takes one combination of keys.

    Signals:
        chosen: other keys were pressed, or the field was emptied; what it holds counts now.
        nothing_came: modifiers were pressed and let go, and no key came with them: none was
            pressed, or another program has that combination, so that it never got here. The
            former keys are in the field again.
    """

    chosen = Signal()
    nothing_came = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._former = QKeySequence()
        self._is_pressed = False
        self._held = QTimer(self, interval=LOOK_MS)
        self._held.timeout.connect(self._look_at_modifiers)
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.keySequenceChanged.connect(self._on_changed)
        self.editingFinished.connect(self._on_finished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave alone what closes a dialog, empty the field, or take the keys."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and key in FOR_THE_DIALOG:
            event.ignore()
            return
        if plain and key in EMPTYING:
            self.clear()
            return
        if not self._is_pressed:
            self._former = self.keySequence()
            self._is_pressed = True
        self._watch(key in MODIFIER_KEYS)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that were not pressed to the end are none."""
        super().focusOutEvent(event)
        if self._held.isActive():
            self._give_up()

    def _watch(self, modifiers_alone: bool) -> None:
        if modifiers_alone:
            self._held.start()
        else:
            self._held.stop()

    @Slot()
    def _look_at_modifiers(self) -> None:
        """Notice that they were let go, which a program that has taken a key away may hide."""
        if QGuiApplication.queryKeyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._give_up()
            self.nothing_came.emit()

    def _give_up(self) -> None:
        self._held.stop()
        # Still "pressed": the keys that come back are no other ones.
        self.setKeySequence(self._former)
        self._is_pressed = False

    @Slot(QKeySequence)
    def _on_changed(self, keys: QKeySequence) -> None:
        """Emptying the field holds at once; other keys do when they are let go."""
        # Qt empties it at every first press, too.
        if keys.isEmpty() and not self._is_pressed:
            self.chosen.emit()

    @Slot()
    def _on_finished(self) -> None:
        if self._is_pressed and not self._held.isActive():
            self._is_pressed = False
            self.chosen.emit()
