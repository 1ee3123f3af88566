import pytest
import xcffib.xproto
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.desktop.hotkey import HotkeyState, parse
from app.desktop.x11.hotkey import X11Hotkey, keysym_of
from app.desktop.x11.keys import NUM_LOCK, PRESS, RELEASE, X11Keys

CONTROL, ALT, SHIFT, SUPER, CAPS_LOCK = 0xFFE3, 0xFFE9, 0xFFE1, 0xFFEB, 0xFFE5


@pytest.fixture
def hotkey(x):
    hotkey = X11Hotkey(x)
    yield hotkey
    hotkey.unregister()


@pytest.fixture
def hands(program):
    """Presses keys; what comes to the window in front is kept in ``typed``."""
    return Hands(program)


class Hands:
    def __init__(self, program):
        self.x = program.x
        self.keys = X11Keys(program.x)
        self.typed = []
        program.x.event_came.connect(self._on_event)

    def _on_event(self, event):
        if isinstance(event, xcffib.xproto.KeyPressEvent):
            self.typed.append(event.detail)

    def code(self, symbol):
        return self.keys.codes_of(symbol)[0]

    def send(self, kind, symbol):
        self.x.xtest.FakeInput(kind, self.code(symbol), 0, self.x.root, 0, 0, 0)
        self.x.flush()

    def press(self, *symbols):
        for symbol in symbols:
            self.send(PRESS, symbol)
        for symbol in reversed(symbols):
            self.send(RELEASE, symbol)


@pytest.fixture
def register(hotkey):
    def run(sequence):
        presses, states = [], []
        state = hotkey.register(parse(sequence), lambda: presses.append(True), states.append)
        return state, presses, states

    return run


def test_the_keys_are_noticed_while_another_program_is_in_front(register, hands, qtbot):
    state, presses, _ = register("Ctrl+Alt+G")
    assert state is HotkeyState.OK
    hands.press(CONTROL, ALT, ord("g"))
    qtbot.waitUntil(lambda: bool(presses))
    assert presses == [True]
    assert hands.code(ord("g")) not in hands.typed


def test_other_keys_go_where_they_went(register, hands, qtbot):
    _, presses, _ = register("Ctrl+Alt+G")
    hands.press(CONTROL, ord("g"))
    hands.press(CONTROL, ALT, SHIFT, ord("g"))
    hands.press(ord("g"))
    qtbot.waitUntil(lambda: hands.typed.count(hands.code(ord("g"))) == 3)
    assert presses == []


@pytest.mark.parametrize("locks", [(CAPS_LOCK,), (NUM_LOCK,), (CAPS_LOCK, NUM_LOCK)])
def test_locks_do_not_matter(register, hands, qtbot, locks):
    _, presses, _ = register("Ctrl+Alt+G")
    for lock in locks:
        hands.press(lock)
    try:
        hands.press(CONTROL, ALT, ord("g"))
        qtbot.waitUntil(lambda: bool(presses))
    finally:
        for lock in locks:
            hands.press(lock)


def test_a_held_key_is_one_press(register, hands, qtbot):
    """As the server sends it: releases and presses in quick succession."""
    _, presses, _ = register("Ctrl+Alt+G")
    for symbol in (CONTROL, ALT):
        hands.send(PRESS, symbol)
    for _ in range(5):
        hands.press(ord("g"))
    for symbol in (CONTROL, ALT):
        hands.send(RELEASE, symbol)
    qtbot.waitUntil(lambda: hands.keys._held_modifiers() == [])
    qtbot.waitUntil(lambda: bool(presses))
    assert presses == [True]


def test_two_presses_are_two(register, hands, qtbot, monkeypatch):
    monkeypatch.setattr("app.desktop.x11.hotkey.REPEAT_MS", 1)
    _, presses, _ = register("Ctrl+Alt+G")
    for expected in (1, 2):
        hands.press(CONTROL, ALT, ord("g"))
        qtbot.waitUntil(lambda expected=expected: len(presses) == expected)
        QTest.qWait(5)  # the server's clock counts milliseconds


def test_keys_that_another_program_has_are_a_conflict(register, connect, qapp, hands, qtbot):
    other = X11Hotkey(connect())
    taken = []
    assert other.register(parse("Ctrl+Alt+G"), lambda: taken.append(True), taken.append) is (
        HotkeyState.OK
    )
    state, presses, _ = register("Ctrl+Alt+G")
    assert state is HotkeyState.CONFLICT
    hands.press(CONTROL, ALT, ord("g"))
    qtbot.waitUntil(lambda: bool(taken))
    assert presses == []


def test_a_conflict_with_num_lock_only_is_a_conflict_and_leaves_nothing_held(
    register, connect, qapp
):
    """Half a hotkey would work or not, depending on a lamp of the keyboard."""
    other = connect()
    keys = X11Keys(other)
    code = keys.codes_of(ord("g"))[0]
    alt, num_lock = keys.modifier_of(ALT), keys.modifier_of(NUM_LOCK)
    assert other.succeeds(
        other.core.GrabKey(True, other.root, 4 | alt | num_lock, code, 1, 1, is_checked=True)
    )
    state, _, _ = register("Ctrl+Alt+G")
    assert state is HotkeyState.CONFLICT
    assert other.succeeds(
        other.core.GrabKey(True, other.root, 4 | alt, code, 1, 1, is_checked=True)
    )


def test_keys_given_free_can_be_had_by_another(register, hotkey, connect, qapp):
    register("Ctrl+Alt+G")
    hotkey.unregister()
    other = X11Hotkey(connect())
    assert other.register(parse("Ctrl+Alt+G"), lambda: None, lambda _: None) is HotkeyState.OK


def test_a_new_hotkey_gives_the_old_one_free(register, connect, qapp):
    register("Ctrl+Alt+G")
    register("Ctrl+Alt+H")
    other = X11Hotkey(connect())
    assert other.register(parse("Ctrl+Alt+G"), lambda: None, lambda _: None) is HotkeyState.OK
    assert other.register(parse("Ctrl+Alt+H"), lambda: None, lambda _: None) is (
        HotkeyState.CONFLICT
    )


def test_a_key_that_the_layout_lacks_is_said(register):
    state, _, _ = register("Ctrl+Ω")
    assert state is HotkeyState.NOT_ON_KEYBOARD


@pytest.mark.parametrize(
    "sequence", ["Meta+Space", "F9", "Shift+F12", "Pause", "Ctrl+Shift+.", "Alt+Home", "Ctrl+1"]
)
def test_many_kinds_of_keys_can_be_had(register, sequence):
    state, _, _ = register(sequence)
    assert state is HotkeyState.OK


def test_a_new_layout_moves_the_hotkey(register, hotkey, hands, qtbot):
    """What was g is now on the key of another letter."""
    _, presses, states = register("Ctrl+Alt+G")
    first, last = hands.x.key_codes
    x = hands.x
    g, j = hands.code(ord("g")), hands.code(ord("j"))
    before = x.ask(x.core.GetKeyboardMapping(first, last - first + 1))
    width = before.keysyms_per_keycode
    rows = {
        code: before.keysyms[(code - first) * width : (code - first + 1) * width] for code in (g, j)
    }
    try:
        for code, row in ((g, rows[j]), (j, rows[g])):
            x.core.ChangeKeyboardMapping(1, code, width, row, is_checked=True).check()
        qtbot.waitUntil(lambda: hotkey._code == j)
        hands.press(CONTROL, ALT, ord("g"))
        qtbot.waitUntil(lambda: bool(presses))
        assert states == []
    finally:
        for code in (g, j):
            x.core.ChangeKeyboardMapping(1, code, width, rows[code], is_checked=True).check()


def test_letters_digits_and_named_keys_have_their_keysyms():
    assert keysym_of(Qt.Key.Key_G) == ord("g")
    assert keysym_of(Qt.Key.Key_5) == ord("5")
    assert keysym_of(Qt.Key.Key_F12) == 0xFFC9
    assert keysym_of(Qt.Key.Key_Pause) == 0xFF13
    assert keysym_of(Qt.Key.Key_Odiaeresis) == ord("ö")
    assert keysym_of(Qt.Key.Key_VolumeUp) == 0
    assert QKeySequence("Ctrl+Ö")[0].key() == Qt.Key.Key_Odiaeresis
