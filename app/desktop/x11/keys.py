"""Press keys as a keyboard would, and know where on it they are.

Keys go to whichever window has the focus: whoever presses them has looked
before. Knows keysyms, key codes and modifiers, and no shortcuts.
"""

from __future__ import annotations

import xcffib.xproto

from app.desktop.x11.connection import X11Connection

PRESS = 2  # the codes of the events
RELEASE = 3

SHIFT = 0xFFE1
CONTROL = 0xFFE3
INSERT = 0xFF63
NUM_LOCK = 0xFF7F
SCROLL_LOCK = 0xFF14
SMALL_V = 0x76

MODIFIERS = 8
"""How many there are: Shift, Lock, Control and five more, in this order."""
LOCK_MODIFIER = 1
"""The place of Lock among them: it is a state, and is not to be released."""


class X11Keys:
    """The keyboard of one X server, with the layout it has at the moment."""

    def __init__(self, connection: X11Connection) -> None:
        self._x = connection

    def codes_of(self, keysym: int) -> tuple[int, ...]:
        """Return the key codes that give a keysym, those that give it without Shift first."""
        if not keysym:
            return ()  # keys without a symbol are many
        first, last = self._x.key_codes
        reply = self._x.ask(self._x.core.GetKeyboardMapping(first, last - first + 1))
        if reply is None:
            return ()
        width = int(reply.keysyms_per_keycode)
        symbols = list(reply.keysyms)
        found = [
            (index % width, first + index // width)
            for index, symbol in enumerate(symbols)
            if symbol == keysym
        ]
        return tuple(dict.fromkeys(code for _, code in sorted(found)))

    def modifier_codes(self) -> tuple[tuple[int, ...], ...]:
        """Return the key codes of each of the eight modifiers."""
        reply = self._x.ask(self._x.core.GetModifierMapping())
        if reply is None:
            return ((),) * MODIFIERS
        width = int(reply.keycodes_per_modifier)
        codes = list(reply.keycodes)
        return tuple(
            tuple(int(code) for code in codes[place * width : (place + 1) * width] if code)
            for place in range(MODIFIERS)
        )

    def modifier_of(self, keysym: int) -> int:
        """Return the bit of the modifier that a key such as Num Lock acts on; 0 if none."""
        wanted = set(self.codes_of(keysym))
        for place, codes in enumerate(self.modifier_codes()):
            if wanted & set(codes):
                return 1 << place
        return 0

    def press(self, held: int, keysym: int) -> bool:
        """Press and release a key while another is held; tell whether the layout has both.

        Modifiers that a person still holds, for instance those of the hotkey, are released
        first, and stay released: pressed again by us, they would stick if the person let go
        of them in the meantime.
        """
        holding, codes = self.codes_of(held), self.codes_of(keysym)
        if not holding or not codes:
            return False
        for code in self._held_modifiers():
            self._key(RELEASE, code)
        for kind, code in (
            (PRESS, holding[0]),
            (PRESS, codes[0]),
            (RELEASE, codes[0]),
            (RELEASE, holding[0]),
        ):
            self._key(kind, code)
        self._x.flush()
        return True

    def _held_modifiers(self) -> list[int]:
        reply = self._x.ask(self._x.core.QueryKeymap())
        if reply is None:
            return []
        down = list(reply.keys)
        return [
            code
            for place, codes in enumerate(self.modifier_codes())
            if place != LOCK_MODIFIER
            for code in codes
            if down[code // 8] >> (code % 8) & 1
        ]

    def _key(self, kind: int, code: int) -> None:
        self._x.xtest.FakeInput(
            kind, code, xcffib.xproto.Time.CurrentTime, self._x.root, 0, 0, 0, is_checked=False
        )
