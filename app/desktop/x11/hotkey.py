"""A global hotkey on X11: a passive grab of a key at the root window.

The server hands over this one key and no other, so nothing that is typed passes
through us. A grab is for one state of Caps Lock, Num Lock and Scroll Lock, so
there is one for each. The server refuses a grab that another program has.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import xcffib.xproto
from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.desktop.hotkey import Hotkey, HotkeyState
from app.desktop.x11.connection import X11Connection
from app.desktop.x11.keys import LOCK_MODIFIER, NUM_LOCK, SCROLL_LOCK, X11Keys

SHIFT_BIT, CONTROL_BIT = 1, 4
ALT, SUPER = 0xFFE9, 0xFFEB  # keysyms of the left ones

REPEAT_MS = 700
"""A held key repeats, at first after up to 660 ms, then faster; presses so close to the last one
are the same press."""

SYMBOLS = {
    Qt.Key.Key_Space: 0x20,
    Qt.Key.Key_Backspace: 0xFF08,
    Qt.Key.Key_Pause: 0xFF13,
    Qt.Key.Key_ScrollLock: SCROLL_LOCK,
    Qt.Key.Key_Home: 0xFF50,
    Qt.Key.Key_Left: 0xFF51,
    Qt.Key.Key_Up: 0xFF52,
    Qt.Key.Key_Right: 0xFF53,
    Qt.Key.Key_Down: 0xFF54,
    Qt.Key.Key_PageUp: 0xFF55,
    Qt.Key.Key_PageDown: 0xFF56,
    Qt.Key.Key_End: 0xFF57,
    Qt.Key.Key_Print: 0xFF61,
    Qt.Key.Key_Insert: 0xFF63,
    Qt.Key.Key_Menu: 0xFF67,
    Qt.Key.Key_Delete: 0xFFFF,
}
F1 = 0xFFBE  # keysym; the others follow


def keysym_of(key: Qt.Key) -> int:
    """Return the keysym of a key; 0 if there is none."""
    if key in SYMBOLS:
        return SYMBOLS[key]
    code = int(key)
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return F1 + code - int(Qt.Key.Key_F1)
    # Latin-1 has the same numbers in both; Qt names letters by their capitals.
    return ord(chr(code).lower()) if code < 0x100 else 0


class X11Hotkey(QObject):
    """A HotkeyBackend for X11."""

    def __init__(self, connection: X11Connection) -> None:
        super().__init__()
        self._x = connection
        self._keys = X11Keys(connection)
        self._hotkey: Hotkey | None = None
        self._on_pressed: Callable[[], None] = lambda: None
        self._on_state: Callable[[HotkeyState], None] = lambda _: None
        self._state = HotkeyState.OK
        self._code = 0
        self._modifiers = 0
        self._locks = 0
        self._grabbed: list[tuple[int, int]] = []
        self._last_press: int | None = None
        self._regrab = QTimer(self)
        self._regrab.setSingleShot(True)
        self._regrab.setInterval(0)
        self._regrab.timeout.connect(self._on_mapping)
        connection.event_came.connect(self._on_event)

    def register(
        self,
        hotkey: Hotkey,
        on_pressed: Callable[[], None],
        on_state: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Grab the keys; CONFLICT if another program has them."""
        self.unregister()
        self._on_pressed, self._on_state = on_pressed, on_state
        self._state = self._grab(hotkey)
        # Kept also if it failed: another layout may have the key.
        self._hotkey = hotkey
        return self._state

    def unregister(self) -> None:
        """Give the keys free."""
        self._hotkey = None
        self._ungrab()

    def _grab(self, hotkey: Hotkey) -> HotkeyState:
        codes = self._keys.codes_of(keysym_of(hotkey.key))
        modifiers = self._bits_of(hotkey.modifiers)
        if not codes or modifiers is None:
            return HotkeyState.NOT_ON_KEYBOARD
        self._code, self._modifiers = codes[0], modifiers
        locks = [
            1 << LOCK_MODIFIER,
            self._keys.modifier_of(NUM_LOCK),
            self._keys.modifier_of(SCROLL_LOCK),
        ]
        locks = [bit for bit in dict.fromkeys(locks) if bit and not bit & modifiers]
        self._locks = sum(locks)
        for count in range(len(locks) + 1):
            for chosen in combinations(locks, count):
                if not self._grab_one(modifiers | sum(chosen)):
                    self._ungrab()
                    return HotkeyState.CONFLICT
        return HotkeyState.OK

    def _bits_of(self, wanted: Qt.KeyboardModifier) -> int | None:
        """Return the modifiers as the server counts them; None if the keyboard lacks one."""
        known = (
            (Qt.KeyboardModifier.ShiftModifier, SHIFT_BIT),
            (Qt.KeyboardModifier.ControlModifier, CONTROL_BIT),
            (Qt.KeyboardModifier.AltModifier, self._keys.modifier_of(ALT)),
            (Qt.KeyboardModifier.MetaModifier, self._keys.modifier_of(SUPER)),
        )
        bits = 0
        for modifier, bit in known:
            if wanted & modifier:
                if not bit:
                    return None
                bits |= bit
        return bits

    def _grab_one(self, modifiers: int) -> bool:
        done = self._x.succeeds(
            self._x.core.GrabKey(
                True,
                self._x.root,
                modifiers,
                self._code,
                xcffib.xproto.GrabMode.Async,
                xcffib.xproto.GrabMode.Async,
                is_checked=True,
            )
        )
        if done:
            self._grabbed.append((self._code, modifiers))
        return done

    def _ungrab(self) -> None:
        """Give the keys back; when it returns, another program can have them."""
        if self._x.is_open:
            for code, modifiers in self._grabbed:
                # Checked, which waits for the server: it serves its clients in no fixed order.
                self._x.succeeds(
                    self._x.core.UngrabKey(code, self._x.root, modifiers, is_checked=True)
                )
        self._grabbed.clear()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, xcffib.xproto.KeyPressEvent):
            held = event.state & 0xFF & ~self._locks
            if self._grabbed and event.detail == self._code and held == self._modifiers:
                self._on_press(int(event.time))
        elif isinstance(event, xcffib.xproto.MappingNotifyEvent) and self._hotkey is not None:
            self._regrab.start()

    def _on_press(self, time_ms: int) -> None:
        # The press began an active grab that lasts until the key is up: ended at once, so that
        # keys which are sent to the program in front reach it.
        self._x.core.UngrabKeyboard(xcffib.xproto.Time.CurrentTime, is_checked=False)
        self._x.flush()
        last, self._last_press = self._last_press, time_ms
        # Server time wraps around every 50 days, then the difference is negative.
        if last is None or not 0 <= time_ms - last < REPEAT_MS:
            self._on_pressed()

    @Slot()
    def _on_mapping(self) -> None:
        """Grab again: with another layout the key may be elsewhere."""
        if self._hotkey is None:
            return
        self._ungrab()
        state = self._grab(self._hotkey)
        if state is not self._state:
            self._state = state
            self._on_state(state)
