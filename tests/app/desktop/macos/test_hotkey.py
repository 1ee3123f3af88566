from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from app.desktop.hotkey import HotkeyState, parse
from app.desktop.macos.hotkey import MacHotkey, constant_of

CONSTANTS = SimpleNamespace(
    cmdKey=0x100, shiftKey=0x200, optionKey=0x800, controlKey=0x1000, kVK_ANSI_G=5, kVK_F9=0x65
)


class Library:
    """The decorator ``quickHotKey``: it registers at once, and what it returns can unregister."""

    def __init__(self):
        self.held = {}

    def __call__(self, *, virtualKey, modifierMask):
        def decorate(function):
            # The library builds a name of these.
            assert function.__module__
            assert function.__name__
            self.held[virtualKey, modifierMask] = function
            function.unregister = lambda: self.held.pop((virtualKey, modifierMask))
            return function

        return decorate


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def hotkey(library):
    return MacHotkey(library, CONSTANTS)


def test_control_is_the_command_key_as_in_qt(hotkey, library):
    presses = []
    state = hotkey.register(parse("Ctrl+Alt+G"), lambda: presses.append(True), lambda _: None)
    assert state is HotkeyState.OK
    library.held[5, 0x100 | 0x800]()
    assert presses == [True]


def test_a_new_hotkey_gives_the_old_one_free(hotkey, library):
    hotkey.register(parse("Ctrl+G"), lambda: None, lambda _: None)
    hotkey.register(parse("Meta+F9"), lambda: None, lambda _: None)
    assert set(library.held) == {(0x65, 0x1000)}
    hotkey.unregister()
    hotkey.unregister()
    assert library.held == {}


def test_a_key_without_a_constant_is_refused(hotkey):
    assert hotkey.register(parse("Ctrl+Ö"), lambda: None, lambda _: None) is (
        HotkeyState.NOT_ON_KEYBOARD
    )


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_G, "kVK_ANSI_G"),
        (Qt.Key.Key_7, "kVK_ANSI_7"),
        (Qt.Key.Key_F12, "kVK_F12"),
        (Qt.Key.Key_Delete, "kVK_ForwardDelete"),
        (Qt.Key.Key_Pause, ""),
    ],
)
def test_keys_have_the_librarys_names(key, name):
    assert constant_of(key) == name
