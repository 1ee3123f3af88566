"""A global hotkey on macOS, by the library quickmachotkey.

macOS tells no program whether another one has the same keys: then both are
called, and there is no conflict to report. Not run by us so far: no Mac was at
hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from app.desktop.hotkey import Hotkey, HotkeyState

NAMES = {
    Qt.Key.Key_Space: "kVK_Space",
    Qt.Key.Key_Home: "kVK_Home",
    Qt.Key.Key_End: "kVK_End",
    Qt.Key.Key_PageUp: "kVK_PageUp",
    Qt.Key.Key_PageDown: "kVK_PageDown",
    Qt.Key.Key_Left: "kVK_LeftArrow",
    Qt.Key.Key_Right: "kVK_RightArrow",
    Qt.Key.Key_Up: "kVK_UpArrow",
    Qt.Key.Key_Down: "kVK_DownArrow",
    Qt.Key.Key_Delete: "kVK_ForwardDelete",
}
MODIFIERS = (
    # Qt calls the Command key Control on macOS, and the Control key Meta.
    (Qt.KeyboardModifier.ControlModifier, "cmdKey"),
    (Qt.KeyboardModifier.MetaModifier, "controlKey"),
    (Qt.KeyboardModifier.AltModifier, "optionKey"),
    (Qt.KeyboardModifier.ShiftModifier, "shiftKey"),
)


def constant_of(key: Qt.Key) -> str:
    """Return the name of a key's constant; empty if it has none that we know."""
    if key in NAMES:
        return NAMES[key]
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F20:
        return f"kVK_F{int(key) - int(Qt.Key.Key_F1) + 1}"
    character = chr(int(key)) if int(key) < 0x80 else ""
    return f"kVK_ANSI_{character}" if character.isalnum() else ""


class MacHotkey:
    """A HotkeyBackend for macOS."""

    def __init__(self, quick_hotkey: Any, constants: Any) -> None:  # noqa: ANN401
        """Prepare.

        Args:
            quick_hotkey: the library's decorator ``quickHotKey``.
            constants: the library's module of that name.
        """
        self._quick_hotkey = quick_hotkey
        self._constants = constants
        self._registered: Any = None

    def register(
        self,
        hotkey: Hotkey,
        on_pressed: Callable[[], None],
        on_state: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Ask for the keys."""
        del on_state  # nothing changes later
        self.unregister()
        code = getattr(self._constants, constant_of(hotkey.key) or "none", None)
        if code is None:
            return HotkeyState.NOT_ON_KEYBOARD
        bits = sum(
            int(getattr(self._constants, name))
            for modifier, name in MODIFIERS
            if hotkey.modifiers & modifier
        )

        def quick_correct() -> None:
            on_pressed()

        decorate = self._quick_hotkey(virtualKey=code, modifierMask=bits)
        self._registered = decorate(quick_correct)
        return HotkeyState.OK

    def unregister(self) -> None:
        """Give the keys free."""
        registered, self._registered = self._registered, None
        if registered is not None:
            registered.unregister()


def mac_hotkey() -> MacHotkey:
    """Return the way to global hotkeys on this system."""
    from quickmachotkey import constants, quickHotKey

    return MacHotkey(quickHotKey, constants)
