"""Press keys on Windows with SendInput.

The structures are those of the system's headers, in types that have the same size
on every system; the library that takes them
is handed in, so that what is sent can be looked at on any system. Knows no
clipboard.
"""

from __future__ import annotations

import ctypes
from typing import Protocol

CONTROL = 0x11  # virtual key codes
SHIFT = 0x10
ALT = 0x12
LEFT_WINDOWS = 0x5B
RIGHT_WINDOWS = 0x5C
KEY_C = 0x43
KEY_V = 0x56

KEY_UP = 0x0002
KEYBOARD = 1  # the kind of an INPUT
DOWN_NOW = 0x8000  # the bit in what GetAsyncKeyState returns


class KeyboardInput(ctypes.Structure):
    """KEYBDINPUT."""

    _fields_ = (
        ("wVk", ctypes.c_uint16),
        ("wScan", ctypes.c_uint16),
        ("dwFlags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class MouseInput(ctypes.Structure):
    """MOUSEINPUT, the largest member of the union, which gives it its size."""

    _fields_ = (
        ("dx", ctypes.c_int32),
        ("dy", ctypes.c_int32),
        ("mouseData", ctypes.c_uint32),
        ("dwFlags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class _Event(ctypes.Union):
    _fields_ = (("ki", KeyboardInput), ("mi", MouseInput))


class Input(ctypes.Structure):
    """INPUT."""

    _fields_ = (("type", ctypes.c_uint32), ("event", _Event))


class User32(Protocol):
    """The functions of user32.dll that are used here."""

    def SendInput(self, count: int, inputs: object, size: int) -> int:
        """Put events in the input queue; return how many were put."""
        ...

    def GetAsyncKeyState(self, key: int) -> int:
        """Tell whether a key is down now."""
        ...


class WindowsKeyboard:
    """A Keyboard for Windows."""

    def __init__(self, user32: User32) -> None:
        self._user32 = user32

    def copy(self) -> bool:
        """Press Ctrl+C."""
        return self._press(KEY_C)

    def paste(self) -> bool:
        """Press Ctrl+V."""
        return self._press(KEY_V)

    def _press(self, key: int) -> bool:
        """Press a key with Control, in one go; modifiers that a person holds are let go first."""
        held = [
            modifier
            for modifier in (SHIFT, ALT, LEFT_WINDOWS, RIGHT_WINDOWS, CONTROL)
            if self._user32.GetAsyncKeyState(modifier) & DOWN_NOW
        ]
        events = [_key(modifier, KEY_UP) for modifier in held]
        events += [_key(CONTROL, 0), _key(key, 0), _key(key, KEY_UP), _key(CONTROL, KEY_UP)]
        array = (Input * len(events))(*events)
        # Fewer than sent: a program with more rights is in front and takes no input from us.
        return self._user32.SendInput(len(events), array, ctypes.sizeof(Input)) == len(events)


def _key(code: int, flags: int) -> Input:
    event = _Event()
    event.ki = KeyboardInput(code, 0, flags, 0, 0)
    return Input(KEYBOARD, event)
