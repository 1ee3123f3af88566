"""A global hotkey on Windows: RegisterHotKey and its message.

Not run by us so far: no Windows machine was at hand.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, Qt

from app.desktop.hotkey import Hotkey, HotkeyState

HOTKEY_ID = 0xC0D  # any number below 0xC000 that this thread uses once
WM_HOTKEY = 0x0312
ALT, CONTROL, SHIFT, WINDOWS, NO_REPEAT = 1, 2, 4, 8, 0x4000
ERROR_HOTKEY_ALREADY_REGISTERED = 1409
F1 = 0x70  # virtual key code; the others follow

CODES = {
    Qt.Key.Key_Space: 0x20,
    Qt.Key.Key_Pause: 0x13,
    Qt.Key.Key_PageUp: 0x21,
    Qt.Key.Key_PageDown: 0x22,
    Qt.Key.Key_End: 0x23,
    Qt.Key.Key_Home: 0x24,
    Qt.Key.Key_Left: 0x25,
    Qt.Key.Key_Up: 0x26,
    Qt.Key.Key_Right: 0x27,
    Qt.Key.Key_Down: 0x28,
    Qt.Key.Key_Print: 0x2C,
    Qt.Key.Key_Insert: 0x2D,
    Qt.Key.Key_Delete: 0x2E,
    Qt.Key.Key_ScrollLock: 0x91,
}


class HotkeyFunctions(Protocol):
    """The functions of user32.dll that are used here."""

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int) -> int:
        """Ask for a hotkey of the calling thread; 0 if it was refused."""
        ...

    def UnregisterHotKey(self, window: None, number: int) -> int:
        """Give it free."""
        ...


def code_of(key: Qt.Key) -> int:
    """Return the virtual key code of a key; 0 if it has none that is the same everywhere."""
    if key in CODES:
        return CODES[key]
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F24:
        return F1 + int(key) - int(Qt.Key.Key_F1)
    character = chr(int(key)) if int(key) < 0x80 else ""
    return int(key) if character.isalnum() else 0


def bits_of(modifiers: Qt.KeyboardModifier) -> int:
    """Return the modifiers as RegisterHotKey counts them, with repeats left out."""
    known = (
        (Qt.KeyboardModifier.AltModifier, ALT),
        (Qt.KeyboardModifier.ControlModifier, CONTROL),
        (Qt.KeyboardModifier.ShiftModifier, SHIFT),
        (Qt.KeyboardModifier.MetaModifier, WINDOWS),
    )
    return NO_REPEAT | sum(bit for modifier, bit in known if modifiers & modifier)


class WindowsHotkey:
    """A HotkeyBackend for Windows."""

    def __init__(self, functions: HotkeyFunctions, last_error: Callable[[], int]) -> None:
        self._functions = functions
        self._last_error = last_error
        self._held = False
        self._on_pressed: Callable[[], None] = lambda: None

    def register(
        self,
        hotkey: Hotkey,
        on_pressed: Callable[[], None],
        on_state: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Ask for the keys; CONFLICT if another program has them."""
        del on_state  # what Windows answers holds until it is given back
        self.unregister()
        code = code_of(hotkey.key)
        if not code:
            return HotkeyState.NOT_ON_KEYBOARD
        self._on_pressed = on_pressed
        bits = bits_of(hotkey.modifiers)
        if self._functions.RegisterHotKey(None, HOTKEY_ID, bits, code):
            self._held = True
            return HotkeyState.OK
        if self._last_error() == ERROR_HOTKEY_ALREADY_REGISTERED:
            return HotkeyState.CONFLICT
        return HotkeyState.NOT_AVAILABLE

    def unregister(self) -> None:
        """Give the keys free."""
        if self._held:
            self._held = False
            self._functions.UnregisterHotKey(None, HOTKEY_ID)

    def on_message(self, message: int, parameter: int) -> bool:
        """Take a message of the thread's queue; tell whether it was ours."""
        if message != WM_HOTKEY or parameter != HOTKEY_ID or not self._held:
            return False
        self._on_pressed()
        return True


class MessageFilter(QAbstractNativeEventFilter):
    """Hands Windows' messages to a hotkey."""

    def __init__(self, hotkey: WindowsHotkey) -> None:
        super().__init__()
        self._hotkey = hotkey

    def nativeEventFilter(
        self,
        event_type: QByteArray | bytes | bytearray | memoryview[int],
        message: Any,  # noqa: ANN401
    ) -> tuple[bool, int]:
        """Look at one message."""
        kind = event_type.data() if isinstance(event_type, QByteArray) else bytes(event_type)
        if b"windows" not in kind:
            return False, 0
        found = wintypes.MSG.from_address(int(message))
        return self._hotkey.on_message(found.message, found.wParam), 0


def windows_hotkey() -> WindowsHotkey:
    """Return the way to global hotkeys on this system."""
    if sys.platform != "win32":
        raise OSError("this is not Windows")
    user32 = ctypes.WinDLL("user32", use_last_error=True)
    hotkey = WindowsHotkey(user32, ctypes.get_last_error)
    application = QCoreApplication.instance()
    if application is not None:
        messages = MessageFilter(hotkey)
        application.installNativeEventFilter(messages)
        hotkey.messages = messages  # Qt does not keep it
    return hotkey
