import ctypes
from ctypes import wintypes
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, Qt

from app.desktop.hotkey import HotkeyState, parse
from app.desktop.windows.hotkey import (
    ERROR_HOTKEY_ALREADY_REGISTERED,
    HOTKEY_ID,
    NO_REPEAT,
    WM_HOTKEY,
    MessageFilter,
    WindowsHotkey,
    bits_of,
    code_of,
)


class Functions:
    def __init__(self):
        self.held = {}
        self.error = 0

    def RegisterHotKey(self, window, number, modifiers, key):
        assert window is None
        if self.error:
            return 0
        self.held[number] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, window, number):
        return int(self.held.pop(number, None) is not None)


@pytest.fixture
def made():
    functions = Functions()
    hotkey = WindowsHotkey(functions, lambda: functions.error)
    presses = []
    return SimpleNamespace(
        functions=functions,
        hotkey=hotkey,
        presses=presses,
        register=lambda keys: hotkey.register(
            parse(keys), lambda: presses.append(True), lambda _: None
        ),
    )


def test_the_keys_are_asked_for_without_repeats(made):
    assert made.register("Ctrl+Alt+G") is HotkeyState.OK
    assert made.functions.held == {HOTKEY_ID: (NO_REPEAT | 1 | 2, ord("G"))}


def test_the_message_is_a_press(made):
    made.register("Ctrl+Alt+G")
    assert made.hotkey.on_message(WM_HOTKEY, HOTKEY_ID)
    assert not made.hotkey.on_message(WM_HOTKEY, HOTKEY_ID + 1)
    assert not made.hotkey.on_message(0x0100, HOTKEY_ID)
    assert made.presses == [True]


def test_after_giving_free_a_late_message_is_none(made):
    made.register("Ctrl+Alt+G")
    made.hotkey.unregister()
    assert made.functions.held == {}
    assert not made.hotkey.on_message(WM_HOTKEY, HOTKEY_ID)
    assert made.presses == []


def test_keys_of_another_program_are_a_conflict(made):
    made.functions.error = ERROR_HOTKEY_ALREADY_REGISTERED
    assert made.register("Ctrl+Alt+G") is HotkeyState.CONFLICT


def test_another_refusal_is_no_conflict(made):
    made.functions.error = 5
    assert made.register("Ctrl+Alt+G") is HotkeyState.NOT_AVAILABLE


def test_the_filter_reads_the_message_from_memory(made):
    made.register("Ctrl+Alt+G")
    message = wintypes.MSG()
    message.message, message.wParam = WM_HOTKEY, HOTKEY_ID
    messages = MessageFilter(made.hotkey)
    address = ctypes.addressof(message)
    kind = QByteArray(b"windows_dispatcher_MSG")
    assert messages.nativeEventFilter(kind, address) == (True, 0)
    assert messages.nativeEventFilter(b"xcb_generic_event_t", address) == (False, 0)
    assert made.presses == [True]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (Qt.Key.Key_A, 0x41),
        (Qt.Key.Key_9, 0x39),
        (Qt.Key.Key_F1, 0x70),
        (Qt.Key.Key_F24, 0x87),
        (Qt.Key.Key_Pause, 0x13),
        (Qt.Key.Key_Period, 0),
        (Qt.Key.Key_Odiaeresis, 0),
    ],
)
def test_keys_have_the_codes_of_windows(key, code):
    assert code_of(key) == code


def test_a_key_that_layouts_move_is_refused(made):
    assert made.register("Ctrl+.") is HotkeyState.NOT_ON_KEYBOARD


def test_modifiers_have_the_bits_of_windows():
    every = (
        Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.ShiftModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    assert bits_of(every) == NO_REPEAT | 15
