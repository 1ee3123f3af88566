import os

import pytest
import xcffib.xproto

from app.desktop.x11.focus import X11Focus


@pytest.fixture
def focus(x):
    return X11Focus(x)


def test_the_window_managers_word_counts(program, focus):
    program.tell_active(4711)
    assert focus.active_window() == 4711


def test_without_a_window_manager_the_servers_word_counts(program, focus):
    program.x.core.DeleteProperty(program.x.root, focus.active_atom, is_checked=True).check()
    assert focus.active_window() == program.window


def test_a_field_within_a_window_stands_for_the_window(program, focus, x):
    program.x.core.DeleteProperty(program.x.root, focus.active_atom, is_checked=True).check()
    inner = program._new_window()
    program.x.core.ReparentWindow(inner, program.window, 0, 0, is_checked=True).check()
    program.x.core.SetInputFocus(1, inner, 0, is_checked=True).check()
    assert focus.active_window() == program.window


def test_nobody_has_the_focus(program, focus):
    program.x.core.DeleteProperty(program.x.root, focus.active_atom, is_checked=True).check()
    program.x.core.SetInputFocus(0, 0, 0, is_checked=True).check()
    assert focus.active_window() == 0


def test_a_window_is_ours_by_its_process(program, focus):
    assert not focus.is_ours(program.window)
    for process, ours in ((os.getpid(), True), (1, False)):
        content = process.to_bytes(4, "little")
        program.set_property(program.window, "_NET_WM_PID", "CARDINAL", 32, content)
        assert focus.is_ours(program.window) is ours
    assert not focus.is_ours(0)


def test_the_class_is_known_in_lower_case(program, focus):
    assert focus.class_of(program.window) == ("foreign", "foreign")
    assert focus.class_of(4711) == ()


def test_windows_of_one_program_share_a_client(program, focus, x):
    other = program.x.new_window(xcffib.xproto.EventMask.NoEvent)
    assert focus.client_of(other) == focus.client_of(program.window)
    assert focus.client_of(x.new_window(0)) != focus.client_of(program.window)
