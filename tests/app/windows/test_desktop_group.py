import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import settings
from app.settings import Settings
from app.windows.settings_dialog import SettingsDialog


@pytest.fixture
def stored(tmp_path, qapp):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def group(stored, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(stored, ("en",), parent)
    dialog.show()
    yield dialog.desktop
    dialog.close()  # and keeps it alive till here


def test_pressed_keys_become_the_shortcut(group, stored, qtbot):
    QTest.keyClick(
        group.keys,
        Qt.Key.Key_G,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    qtbot.waitUntil(lambda: stored.get(settings.HOTKEY) == "Ctrl+Alt+G")


def test_emptying_the_field_gives_the_shortcut_up(group, stored):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    group.fill()
    group.keys.clear()
    assert stored.get(settings.HOTKEY) == ""


def test_what_is_stored_is_shown_and_kept(stored, qtbot):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    stored.set(settings.KEEP_RUNNING, True)
    stored.set(settings.IDLE_MINUTES, 3)
    changed = []
    stored.changed.connect(changed.append)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(stored, ("en",), parent)
    group = dialog.desktop
    assert group.keys.keySequence() == QKeySequence("Ctrl+Alt+G")
    assert group.running.isChecked()
    assert group.idle.value() == 3
    assert changed == []


def test_every_switch_holds_at_once(group, stored):
    group.tray.click()
    group.running.click()
    group.login.click()
    group.idle.setValue(0)
    assert not stored.get(settings.TRAY_SHOWN)
    assert stored.get(settings.KEEP_RUNNING)
    assert stored.get(settings.START_AT_LOGIN)
    assert stored.get(settings.IDLE_MINUTES) == 0
    assert group.idle.text() == "Never"


def test_why_a_shortcut_does_not_hold_stands_below_it(group, stored):
    hint = group._notes[settings.HOTKEY]
    assert not hint.isVisible()
    stored.set_note(settings.HOTKEY, "Ctrl+Alt+G is taken.")
    assert hint.isVisible()
    assert hint.text() == "Ctrl+Alt+G is taken."
    stored.set_note(settings.HOTKEY, "")
    assert not hint.isVisible()


def lines_of(hint):
    """How many lines a note has room for."""
    return hint.height() // hint.fontMetrics().lineSpacing()


def test_a_long_note_has_room_for_all_its_lines(group, stored):
    hint = group._notes[settings.HOTKEY]
    stored.set_note(settings.HOTKEY, "These keys cannot be had here. " * 8)
    QApplication.processEvents()
    lines = hint.heightForWidth(hint.width()) // hint.fontMetrics().lineSpacing()
    assert lines > 2
    assert hint.height() >= hint.heightForWidth(hint.width())
    assert group.idle.geometry().bottom() <= group.rect().bottom()


def test_a_note_from_before_the_dialog_was_shown_has_no_more_room_than_it_needs(stored, qtbot):
    stored.set_note(settings.HOTKEY, "These keys cannot be had here. " * 4)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(stored, ("en",), parent)
    dialog.show()
    QApplication.processEvents()
    hint = dialog.desktop._notes[settings.HOTKEY]
    assert lines_of(hint) == 2
    stored.set_note(settings.HOTKEY, "Now they can.")
    QApplication.processEvents()
    assert lines_of(hint) == 1


def test_keys_that_never_arrive_are_told_as_another_programs(group, stored, qtbot):
    hint = group._notes[settings.HOTKEY]
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(group.keys, Qt.Key.Key_Control, control)
    QTest.keyRelease(group.keys, Qt.Key.Key_Control)
    qtbot.waitUntil(hint.isVisible)
    assert "another program uses that combination" in hint.text()
    QTest.keyClick(group.keys, Qt.Key.Key_K, control)
    qtbot.waitUntil(lambda: stored.get(settings.HOTKEY) == "Ctrl+K")
    qtbot.waitUntil(lambda: not hint.isVisible())


def test_a_switch_that_the_system_refuses_goes_back(group, stored):
    def refuse(setting):
        if setting is settings.START_AT_LOGIN and stored.get(setting):
            stored.set(setting, False)

    stored.changed.connect(refuse)
    group.login.click()
    assert not group.login.isChecked()


def test_reset_shows_the_defaults(group, stored):
    stored.set(settings.IDLE_MINUTES, 3)
    group.parent()._on_reset()
    assert group.idle.value() == settings.IDLE_MINUTES.default
