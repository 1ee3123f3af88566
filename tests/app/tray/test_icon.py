import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from app import paths
from app.icons import Icons
from app.theme import DARK, LIGHT
from app.tray.icon import TrayIcon, TrayState

REASON = QSystemTrayIcon.ActivationReason


@pytest.fixture
def tray(qapp):
    return TrayIcon(Icons(paths.assets_folder() / "icons", LIGHT))


def entries(tray):
    return [action.text().replace("&", "") for action in tray.menu.actions() if action.text()]


def test_the_menu_offers_everything(tray):
    assert entries(tray) == [
        "Correct clipboard",
        "Correct selection",
        "Open the editor",
        "Pause",
        "Settings…",
        "Quit",
    ]


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        ("clipboard", "clipboard_wanted"),
        ("selection", "selection_wanted"),
        ("editor", "editor_wanted"),
        ("settings", "settings_wanted"),
        ("quit", "quit_wanted"),
    ],
)
def test_each_entry_tells_what_is_wanted(tray, qtbot, action, signal):
    with qtbot.waitSignal(getattr(tray, signal)):
        getattr(tray, action).trigger()


def test_pause_is_a_switch(tray, qtbot):
    with qtbot.waitSignal(tray.pause_wanted) as told:
        tray.pause.trigger()
    assert told.args == [True]
    with qtbot.waitSignal(tray.pause_wanted) as told:
        tray.pause.trigger()
    assert told.args == [False]


def test_no_two_entries_share_an_access_key(tray):
    texts = [action.text() for action in tray.menu.actions() if action.text()]
    keys = [text[text.index("&") + 1].lower() for text in texts]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("state", list(TrayState))
def test_the_tool_tip_tells_the_state(tray, state):
    tray.set_state(state)
    assert tray.tool_tip == f"Copyedge \u2013 {state.value}"
    assert tray.pause.isChecked() == (state is TrayState.PAUSED)


def test_a_pause_is_seen_in_the_icon(tray):
    tray.set_state(TrayState.READY)
    bright = tray._icon.icon().pixmap(32, 32).toImage()
    tray.set_state(TrayState.PAUSED)
    assert tray._icon.icon().pixmap(32, 32).toImage() != bright
    tray.set_look(Icons(paths.assets_folder() / "icons", DARK))
    assert tray._icon.icon().pixmap(32, 32).toImage() != bright
    tray.set_state(TrayState.READY)
    assert tray._icon.icon().pixmap(32, 32).toImage() == bright


def test_a_click_opens_the_editor_and_the_middle_button_corrects_the_clipboard(tray, qtbot):
    with qtbot.waitSignal(tray.editor_wanted):
        tray._icon.activated.emit(REASON.Trigger)
    with qtbot.waitSignal(tray.clipboard_wanted):
        tray._icon.activated.emit(REASON.MiddleClick)
    with qtbot.assertNotEmitted(tray.editor_wanted), qtbot.assertNotEmitted(tray.clipboard_wanted):
        tray._icon.activated.emit(REASON.Context)


def test_where_there_is_no_tray_nothing_is_shown_and_notifying_says_so(tray):
    tray.set_shown(True)
    assert not tray.is_shown
    assert not tray.tell("Done.")


def test_the_keys_of_the_hotkey_stand_beside_their_entry(tray):
    tray.set_hotkey("Ctrl+Alt+G")
    assert tray.selection.shortcut().toString() == "Ctrl+Alt+G"
    tray.set_hotkey("")
    assert tray.selection.shortcut().isEmpty()
