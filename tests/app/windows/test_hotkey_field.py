import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.windows.hotkey_field import HotkeyField

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(qtbot):
    made = QDialog()
    qtbot.addWidget(made)
    made.field = HotkeyField(made)
    QVBoxLayout(made).addWidget(made.field)
    made.field.setKeySequence(QKeySequence("Ctrl+Alt+G"))
    made.show()
    made.field.setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_for_the_dialog_are_not_taken_for_a_shortcut(dialog, key):
    QTest.keyClick(dialog.field, key)
    assert dialog.field.keySequence() == QKeySequence("Ctrl+Alt+G")
    assert dialog.isVisible() == (key != Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_deleting_empties_the_field(dialog, key):
    QTest.keyClick(dialog.field, key)
    assert dialog.field.keySequence().isEmpty()


def test_the_same_keys_with_a_modifier_are_a_shortcut(dialog):
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape, CONTROL)
    assert dialog.field.keySequence() == QKeySequence("Ctrl+Esc")
    QTest.keyClick(dialog.field, Qt.Key.Key_Delete, CONTROL | ALT)
    assert dialog.field.keySequence()[0] == QKeySequence("Ctrl+Alt+Del")[0]


def test_modifiers_without_a_key_are_told_once(dialog, qtbot):
    told = []
    dialog.field.nothing_came.connect(lambda: told.append(True))
    QTest.keyPress(dialog.field, Qt.Key.Key_Control, CONTROL)
    QTest.keyPress(dialog.field, Qt.Key.Key_Alt, CONTROL | ALT)
    # Here another program takes a key away.
    QTest.keyRelease(dialog.field, Qt.Key.Key_Alt, CONTROL)
    QTest.keyRelease(dialog.field, Qt.Key.Key_Control)
    assert told == [True]


def test_modifiers_with_a_key_are_silent(dialog, qtbot):
    told = []
    dialog.field.nothing_came.connect(lambda: told.append(True))
    QTest.keyPress(dialog.field, Qt.Key.Key_Control, CONTROL)
    QTest.keyClick(dialog.field, Qt.Key.Key_K, CONTROL)
    QTest.keyRelease(dialog.field, Qt.Key.Key_Control)
    assert told == []
    assert dialog.field.keySequence() == QKeySequence("Ctrl+K")
