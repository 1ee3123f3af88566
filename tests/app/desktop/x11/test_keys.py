import pytest
import xcffib.xproto

from app.desktop.x11.keys import CONTROL, NUM_LOCK, PRESS, RELEASE, SHIFT, SMALL_V, X11Keys


@pytest.fixture
def keys(x):
    return X11Keys(x)


@pytest.fixture
def typed(program):
    """Codes and modifiers of the keys that came to the program in front."""
    came = []

    def on_event(event):
        if isinstance(event, xcffib.xproto.KeyPressEvent):
            came.append((event.detail, event.state & 0xFF))

    program.x.event_came.connect(on_event)
    return came


def test_a_key_is_pressed_while_another_is_held(keys, typed, qtbot):
    assert keys.press(CONTROL, SMALL_V)
    qtbot.waitUntil(lambda: len(typed) == 2)
    (control, v) = (keys.codes_of(symbol)[0] for symbol in (CONTROL, SMALL_V))
    assert typed == [(control, 0), (v, 4)]


def test_modifiers_that_are_still_held_do_not_mix_in(keys, typed, x, qtbot):
    shift = keys.codes_of(SHIFT)[0]
    x.xtest.FakeInput(PRESS, shift, 0, x.root, 0, 0, 0)
    x.flush()
    try:
        keys.press(CONTROL, SMALL_V)
        qtbot.waitUntil(lambda: len(typed) == 3)
        assert typed[-1] == (keys.codes_of(SMALL_V)[0], 4)
        assert keys._held_modifiers() == []
    finally:
        x.xtest.FakeInput(RELEASE, shift, 0, x.root, 0, 0, 0)
        x.flush()


@pytest.mark.parametrize("missing", [0, 0x1002222])
def test_a_key_that_the_layout_lacks_is_not_pressed(keys, typed, missing, qtbot):
    assert not keys.press(CONTROL, missing)
    keys.press(CONTROL, SMALL_V)
    qtbot.waitUntil(lambda: len(typed) == 2)


def test_the_key_without_shift_comes_first(keys):
    assert keys.codes_of(ord("v")) == keys.codes_of(ord("V"))
    assert len(keys.codes_of(ord("1"))) == 1


def test_num_lock_has_a_modifier_and_a_letter_none(keys):
    assert keys.modifier_of(CONTROL) == 4
    assert keys.modifier_of(NUM_LOCK) in {8, 16, 32, 64, 128}
    assert keys.modifier_of(SMALL_V) == 0
