import ctypes
import struct

import pytest

from app.desktop.windows.keyboard import (
    CONTROL,
    KEY_C,
    KEY_UP,
    KEY_V,
    SHIFT,
    Input,
    WindowsKeyboard,
)


class User32:
    """Keeps what is sent, as the system would read it from memory."""

    def __init__(self, held=(), takes=True):
        self.held = held
        self.takes = takes
        self.sent = []

    def GetAsyncKeyState(self, key):
        return -0x8000 if key in self.held else 0

    def SendInput(self, count, inputs, size):
        assert size == ctypes.sizeof(Input)
        raw = bytes(inputs)
        assert len(raw) == count * size
        for place in range(count):
            # On 64 bits the union begins after four bytes of padding.
            kind, key, scan, flags = struct.unpack_from("=I4xHHI", raw, place * size)
            assert (kind, scan) == (1, 0)
            self.sent.append((key, bool(flags & KEY_UP)))
        return count if self.takes else 0


def test_an_event_is_as_large_as_windows_wants_it():
    assert ctypes.sizeof(ctypes.c_void_p) == 8
    assert ctypes.sizeof(Input) == 40


@pytest.mark.parametrize(("verb", "key"), [("copy", KEY_C), ("paste", KEY_V)])
def test_control_and_the_key_go_down_and_up(verb, key):
    user32 = User32()
    assert getattr(WindowsKeyboard(user32), verb)()
    assert user32.sent == [(CONTROL, False), (key, False), (key, True), (CONTROL, True)]


def test_modifiers_that_a_person_holds_are_let_go_first():
    user32 = User32(held=(CONTROL, SHIFT))
    WindowsKeyboard(user32).paste()
    assert user32.sent[:2] == [(SHIFT, True), (CONTROL, True)]
    assert user32.sent[2:] == [(CONTROL, False), (KEY_V, False), (KEY_V, True), (CONTROL, True)]


def test_a_program_with_more_rights_takes_nothing():
    assert not WindowsKeyboard(User32(takes=False)).paste()
