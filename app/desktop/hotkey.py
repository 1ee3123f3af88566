"""A key combination that calls Copyedge from any program.

One class for all platforms; how a platform does it is in a module of its own,
which is told which keys and says what came of it. Every outcome has a sentence
for the person, also where the desktop lets no program have such keys. Knows
nothing of what the keys are for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from app.desktop.outcomes import translated
from app.desktop.platforms import DesktopPlatform, desktop_platform
from app.translations import QT_TRANSLATE_NOOP

COMMAND = "copyedge --quick"
"""What a desktop's own shortcut has to run."""


class HotkeyState(Enum):
    """What came of asking for a hotkey; the value is a sentence of the context "Desktop"."""

    OK = ""
    WAITING = QT_TRANSLATE_NOOP(
        "Desktop", "Copyedge has asked the desktop for {0}. Allow it if you are asked."
    )
    CONFLICT = QT_TRANSLATE_NOOP(
        "Desktop", "{0} is already used by another program. Choose another shortcut."
    )
    NOT_A_HOTKEY = QT_TRANSLATE_NOOP(
        "Desktop",
        "{0} cannot be used. Choose one letter, digit or function key together with Ctrl, Alt or"
        " the Windows key.",
    )
    NOT_ON_KEYBOARD = QT_TRANSLATE_NOOP(
        "Desktop", "{0} is not on this keyboard. Choose another shortcut."
    )
    REFUSED = QT_TRANSLATE_NOOP(
        "Desktop", "The desktop did not allow {0}. Allow it in the desktop's settings."
    )
    NOT_AVAILABLE = QT_TRANSLATE_NOOP(
        "Desktop", "Copyedge cannot have a shortcut for all programs here. {1}"
    )


BIND_IN_GNOME = QT_TRANSLATE_NOOP(
    "Desktop",
    "Open Settings, Keyboard, View and Customise Shortcuts, Custom Shortcuts, and add one with the"
    " command: {0}",
)
BIND_IN_KDE = QT_TRANSLATE_NOOP(
    "Desktop",
    "Open System Settings, Keyboard, Shortcuts, choose Add New, Command or Script, and enter: {0}",
)
BIND_IN_SWAY = QT_TRANSLATE_NOOP(
    "Desktop", "Add this line to the configuration of sway: bindsym Mod4+g exec {0}"
)
BIND_ANYWHERE = QT_TRANSLATE_NOOP(
    "Desktop", "In the settings of your desktop, bind a key to the command: {0}"
)


@dataclass(frozen=True, slots=True)
class Hotkey:
    """One key with modifiers."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    text: str
    """As it is shown to the person."""


@dataclass(frozen=True, slots=True)
class HotkeyOutcome:
    """What came of asking for a hotkey."""

    state: HotkeyState
    message: str = ""
    """What to tell the person and what to do next, in the program's language."""

    @property
    def ok(self) -> bool:
        """Whether pressing the keys will be noticed."""
        return self.state is HotkeyState.OK


class HotkeyBackend(Protocol):
    """A platform's way to global hotkeys."""

    def register(
        self,
        hotkey: Hotkey,
        on_pressed: Callable[[], None],
        on_state: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Ask for a hotkey.

        Args:
            hotkey: which keys.
            on_pressed: called at each press, in the GUI thread.
            on_state: called when the state changes later.
        """
        ...

    def unregister(self) -> None:
        """Give the keys free; safe to call when none are held."""
        ...


class GlobalHotkey(QObject):
    """A key combination that is noticed in any program.

    Signals:
        pressed: the keys were pressed.
        changed: a later HotkeyOutcome: what a person answered the desktop, or that a change
            of the keyboard layout took the keys away.
    """

    pressed = Signal()
    changed = Signal(object)

    def __init__(
        self, backend: HotkeyBackend | None = None, environment: Mapping[str, str] | None = None
    ) -> None:
        """Prepare; nothing is taken before :meth:`register`.

        Args:
            backend: a platform's way; that of the running desktop if None.
            environment: tells which desktop it is; that of the program if None.
        """
        super().__init__()
        self._backend = backend
        self._environment = os.environ if environment is None else environment
        self._wanted: Hotkey | None = None

    def register(self, sequence: str) -> HotkeyOutcome:
        """Ask for a hotkey in place of the one there is.

        Args:
            sequence: as Qt writes it in settings, such as ``Ctrl+Alt+G``.
        """
        self.unregister()
        hotkey = parse(sequence)
        if hotkey is None:
            return self._outcome(HotkeyState.NOT_A_HOTKEY, sequence)
        if self._backend is None:
            self._backend = backend_of(desktop_platform())
        self._wanted = hotkey
        if self._backend is None:
            return self._outcome(HotkeyState.NOT_AVAILABLE, hotkey.text)
        state = self._backend.register(hotkey, self.pressed.emit, self._on_state)
        return self._outcome(state, hotkey.text)

    def unregister(self) -> None:
        """Give the keys free."""
        self._wanted = None
        if self._backend is not None:
            self._backend.unregister()

    def _on_state(self, state: HotkeyState) -> None:
        if self._wanted is not None:
            self.changed.emit(self._outcome(state, self._wanted.text))

    def _outcome(self, state: HotkeyState, keys: str) -> HotkeyOutcome:
        if state is HotkeyState.OK:
            return HotkeyOutcome(state)
        how = how_to_bind(self._environment)
        return HotkeyOutcome(state, translated(state.value).format(keys, how))


def parse(sequence: str) -> Hotkey | None:
    """Return the keys of a shortcut; None if they cannot be had in all programs.

    One combination; a letter or digit needs a modifier other than Shift, or nobody could
    type it any more.
    """
    parsed = QKeySequence(sequence, QKeySequence.SequenceFormat.PortableText)
    if parsed.count() != 1:
        return None
    combination = parsed[0]  # type: ignore[index] # PySide6 leaves it out of its stubs
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if key in {Qt.Key.Key_unknown, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return}:
        return None
    if key in _MODIFIER_KEYS or int(key) == 0:
        return None
    alone = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 or key in _KEYS_ALONE
    if not alone and not modifiers & _STRONG:
        return None
    return Hotkey(key, modifiers, parsed.toString(QKeySequence.SequenceFormat.NativeText))


_STRONG = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIER_KEYS = frozenset(
    [Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr]
)
_KEYS_ALONE = frozenset([Qt.Key.Key_Pause, Qt.Key.Key_ScrollLock, Qt.Key.Key_Print])


def how_to_bind(environment: Mapping[str, str]) -> str:
    """Return how to bind the keys in the desktop's own settings, in the program's language."""
    desktop = environment.get("XDG_CURRENT_DESKTOP", "").lower()
    if "gnome" in desktop or "unity" in desktop:
        sentence = BIND_IN_GNOME
    elif "kde" in desktop:
        sentence = BIND_IN_KDE
    elif "sway" in desktop or environment.get("SWAYSOCK"):
        sentence = BIND_IN_SWAY
    else:
        sentence = BIND_ANYWHERE
    return translated(sentence).format(COMMAND)


def backend_of(platform: DesktopPlatform) -> HotkeyBackend | None:
    """Return a platform's way to global hotkeys; None if it has none."""
    if platform is DesktopPlatform.X11:
        from app.desktop.x11.connection import X11Connection, XUnavailableError
        from app.desktop.x11.hotkey import X11Hotkey

        try:
            return X11Hotkey(X11Connection())
        except XUnavailableError:
            return None
    if platform is DesktopPlatform.WINDOWS:
        from app.desktop.windows.hotkey import windows_hotkey

        return windows_hotkey()
    if platform is DesktopPlatform.MACOS:
        from app.desktop.macos.hotkey import mac_hotkey

        return mac_hotkey()
    if platform is DesktopPlatform.WAYLAND:
        from app.desktop.wayland.bus import BusUnavailableError, SessionBus
        from app.desktop.wayland.hotkey import PortalHotkey

        try:
            return PortalHotkey(SessionBus())
        except BusUnavailableError:
            return None
    return None
