import os
import subprocess

import pytest
import xcffib.xproto

from app.desktop.x11.connection import X11Connection, XUnavailableError


def test_a_server_that_is_not_there_is_an_error(qapp):
    with pytest.raises(XUnavailableError):
        X11Connection(":4711")


def test_atoms_have_their_names(x):
    assert x.atom_name(x.atom("COPYEDGE_TEST")) == "COPYEDGE_TEST"
    assert x.atom("PRIMARY") == xcffib.xproto.Atom.PRIMARY
    assert x.atom_name(0xFFFFFF) == ""


@pytest.mark.parametrize(
    ("bits", "content"), [(8, b""), (8, b"\0\xff"), (16, b"ab"), (32, b"abcd")]
)
def test_a_property_is_read_as_it_was_written(x, bits, content):
    window = x.new_window(0)
    assert x.set_property(window, "COPYEDGE_TEST", "STRING", bits, content)
    found = x.property_of(window, "COPYEDGE_TEST")
    assert (found.format, found.content) == (bits, content)
    assert found.type == xcffib.xproto.Atom.STRING
    assert x.property_of(window, "COPYEDGE_TEST", delete=True) is not None
    assert x.property_of(window, "COPYEDGE_TEST") is None


def test_a_window_that_is_gone_has_no_properties_and_takes_none(x):
    window = x.new_window(0)
    assert x.window_exists(window)
    x.core.DestroyWindow(window, is_checked=True).check()
    assert not x.window_exists(window)
    assert x.property_of(window, "WM_NAME") is None
    assert not x.set_property(window, "WM_NAME", "STRING", 8, b"x")


def test_an_event_that_came_during_a_request_is_handed_on(x, qtbot):
    """It is in memory already, so that the socket wakes nobody."""
    window = x.new_window(xcffib.xproto.EventMask.PropertyChange)
    with qtbot.waitSignal(x.event_came) as came:
        x.set_property(window, "WM_NAME", "STRING", 8, b"x")
        x.ask(x.core.GetInputFocus())
    assert isinstance(came.args[0], xcffib.xproto.PropertyNotifyEvent)


def test_an_error_of_an_unchecked_request_stops_nothing(x, qtbot):
    x.core.DestroyWindow(4711, is_checked=False)
    window = x.new_window(xcffib.xproto.EventMask.PropertyChange)
    with qtbot.waitSignal(x.event_came):
        x.set_property(window, "WM_NAME", "STRING", 8, b"x")


def test_after_closing_nothing_is_asked(x):
    cookie = x.core.GetInputFocus()
    x.close()
    x.close()
    assert not x.is_open
    assert x.ask(cookie) is None


@pytest.mark.usefixtures("x_server")
def test_a_server_that_goes_is_noticed(qapp, qtbot):
    """Qt ends the program then; until it does, nothing must spin."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            x = X11Connection(f":{answer.readline().strip()}")
        server.kill()
        qtbot.waitUntil(lambda: not x.is_open)
