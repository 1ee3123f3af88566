import pytest
from PySide6.QtCore import Qt

from app.desktop.hotkey import (
    COMMAND,
    GlobalHotkey,
    HotkeyState,
    backend_of,
    how_to_bind,
    parse,
)
from app.desktop.platforms import DesktopPlatform


class Backend:
    """A platform that answers as the test says."""

    def __init__(self, state=HotkeyState.OK):
        self.state = state
        self.held = None
        self.freed = 0

    def register(self, hotkey, on_pressed, on_state):
        self.on_pressed, self.on_state = on_pressed, on_state
        self.held = hotkey if self.state is HotkeyState.OK else None
        return self.state

    def unregister(self):
        self.freed += self.held is not None
        self.held = None


@pytest.fixture
def backend():
    return Backend()


@pytest.fixture
def hotkey(qapp, backend):
    return GlobalHotkey(backend, {})


def test_a_press_is_told(hotkey, backend, qtbot):
    outcome = hotkey.register("Ctrl+Alt+G")
    assert outcome.ok
    assert outcome.message == ""
    assert backend.held.key == Qt.Key.Key_G
    with qtbot.waitSignal(hotkey.pressed):
        backend.on_pressed()


def test_a_new_hotkey_gives_the_old_one_free(hotkey, backend):
    hotkey.register("Ctrl+Alt+G")
    hotkey.register("Ctrl+Alt+H")
    assert backend.freed == 1
    hotkey.unregister()
    assert backend.freed == 2


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (HotkeyState.CONFLICT, "Ctrl+Alt+G is already used by another program. Choose another"),
        (HotkeyState.NOT_ON_KEYBOARD, "Ctrl+Alt+G is not on this keyboard"),
        (HotkeyState.REFUSED, "did not allow Ctrl+Alt+G"),
        (HotkeyState.WAITING, "asked the desktop for Ctrl+Alt+G"),
        (HotkeyState.NOT_AVAILABLE, COMMAND),
    ],
)
def test_every_failure_has_a_sentence_with_the_keys_or_the_way_out(qapp, state, words):
    outcome = GlobalHotkey(Backend(state), {}).register("Ctrl+Alt+G")
    assert not outcome.ok
    assert outcome.state is state
    assert words in outcome.message


def test_a_later_change_is_told(hotkey, backend, qtbot):
    hotkey.register("Ctrl+Alt+G")
    with qtbot.waitSignal(hotkey.changed) as changed:
        backend.on_state(HotkeyState.CONFLICT)
    assert "already used" in changed.args[0].message


def test_after_giving_free_no_change_is_told(hotkey, backend, qtbot):
    hotkey.register("Ctrl+Alt+G")
    hotkey.unregister()
    with qtbot.assertNotEmitted(hotkey.changed):
        backend.on_state(HotkeyState.CONFLICT)


@pytest.mark.parametrize(
    "sequence",
    ["", "G", "Shift+G", "Ctrl", "Ctrl+Alt", "Esc", "Ctrl+K, Ctrl+G", "nonsense", "Tab", "Home"],
)
def test_what_would_take_a_key_from_everyone_is_refused(hotkey, backend, sequence):
    outcome = hotkey.register(sequence)
    assert outcome.state is HotkeyState.NOT_A_HOTKEY
    assert "Choose one letter" in outcome.message
    assert backend.held is None


@pytest.mark.parametrize("sequence", ["Ctrl+G", "Meta+Space", "F9", "Shift+F9", "Pause", "Alt+."])
def test_what_nobody_types_is_accepted(sequence):
    assert parse(sequence) is not None


def test_where_there_is_no_way_the_desktops_own_is_told(qapp):
    """The tests' platform knows no hotkeys."""
    outcome = GlobalHotkey(None, {"XDG_CURRENT_DESKTOP": "GNOME"}).register("Ctrl+Alt+G")
    assert outcome.state is HotkeyState.NOT_AVAILABLE
    assert "Custom Shortcuts" in outcome.message
    assert COMMAND in outcome.message


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, "Settings, Keyboard"),
        ({"XDG_CURRENT_DESKTOP": "KDE"}, "System Settings"),
        ({"XDG_CURRENT_DESKTOP": "sway"}, "bindsym"),
        ({"SWAYSOCK": "/run/sway"}, "bindsym"),
        ({}, "In the settings of your desktop"),
    ],
)
def test_each_desktop_has_its_own_way(qapp, environment, words):
    sentence = how_to_bind(environment)
    assert words in sentence
    assert COMMAND in sentence


def test_a_platform_without_hotkeys_has_no_backend():
    assert backend_of(DesktopPlatform.OTHER) is None
