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


@pytest.fixture
def told(dialog):
    heard = []
    field = dialog.field
    field.chosen.connect(lambda: heard.append(field.keySequence().toString()))
    field.nothing_came.connect(lambda: heard.append("nothing came"))
    return heard


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


def test_modifiers_without_a_key_are_told_once_and_the_former_keys_stay(dialog, told, qtbot):
    QTest.keyPress(dialog.field, Qt.Key.Key_Control, CONTROL)
    QTest.keyPress(dialog.field, Qt.Key.Key_Alt, CONTROL | ALT)
    # Here another program takes a key away.
    QTest.keyRelease(dialog.field, Qt.Key.Key_Alt, CONTROL)
    QTest.keyRelease(dialog.field, Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: told == ["nothing came"])
    assert dialog.field.keySequence() == QKeySequence("Ctrl+Alt+G")


def test_modifiers_still_down_when_the_field_is_left_change_nothing(dialog, told):
    QTest.keyPress(dialog.field, Qt.Key.Key_Control, CONTROL)
    dialog.field.clearFocus()
    assert told == []
    assert dialog.field.keySequence() == QKeySequence("Ctrl+Alt+G")


def test_modifiers_with_a_key_are_chosen_once(dialog, told, qtbot):
    QTest.keyPress(dialog.field, Qt.Key.Key_Control, CONTROL)
    QTest.keyClick(dialog.field, Qt.Key.Key_K, CONTROL)
    QTest.keyRelease(dialog.field, Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: told == ["Ctrl+K"])


def test_emptying_is_chosen_once(dialog, told):
    dialog.field.clear()
    assert told == [""]
    QTest.keyClick(dialog.field, Qt.Key.Key_Backspace)
    assert told == [""]
