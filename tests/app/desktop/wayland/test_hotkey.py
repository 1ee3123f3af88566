"""The portal's shortcuts over a real bus, with a stand-in for the desktop's portal."""

import os
import shutil
import subprocess

import pytest
from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject

from app.desktop.hotkey import HotkeyState, parse
from app.desktop.wayland.bus import BusUnavailableError, SessionBus
from app.desktop.wayland.hotkey import (
    BUS_NAME,
    PATH,
    REQUEST,
    SHORTCUTS,
    PortalHotkey,
    trigger_of,
)

MISSING = shutil.which("dbus-daemon") is None
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""

pytestmark = pytest.mark.skipif(
    MISSING and not os.environ.get("CI"), reason="not installed: dbus-daemon"
)


class Portal(QObject):
    """A desktop portal that does as the test says.

    Attributes:
        answer: what it responds to each method: a number, or None for an error.
        grants: whether the shortcut is among those it binds.
    """

    def __init__(self, bus):
        super().__init__()
        self.bus = bus
        self.answer = {"Get": 0, "CreateSession": 0, "BindShortcuts": 0}
        self.grants = True
        self.calls = []
        self.sessions = []
        bus.called.connect(self.on_call)
        bus.send(message_bus.RequestName(BUS_NAME))

    def on_call(self, message):
        fields = message.header.fields
        member = fields[HeaderFields.member]
        self.calls.append((member, message.body))
        if member == "Get":
            self.reply(message, "v", (("u", 1),))
        elif member == "CreateSession":
            (options,) = message.body
            token = options["session_handle_token"][1]
            session = f"{PATH}/session/s/{token}"
            self.sessions.append(session)
            self.respond(message, options, {"session_handle": ("s", session)})
        elif member == "BindShortcuts":
            _, shortcuts, _, options = message.body
            bound = [(name, {"trigger_description": ("s", "keys")}) for name, _ in shortcuts]
            results = {"shortcuts": ("a(sa{sv})", bound if self.grants else [])}
            self.respond(message, options, results)
        elif member == "Close":
            self.sessions.remove(fields[HeaderFields.path])
            self.reply(message, None, ())
        else:
            self.bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    def reply(self, message, signature, body):
        if self.answer.get(message.header.fields[HeaderFields.member], 0) is None:
            self.bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownInterface"))
        else:
            self.bus.send(new_method_return(message, signature, body))

    def respond(self, message, options, results):
        sender = message.header.fields[HeaderFields.sender].removeprefix(":").replace(".", "_")
        path = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
        answer = self.answer[message.header.fields[HeaderFields.member]]
        if answer is not None:
            # Before the reply, as a fast portal may.
            emitter = DBusAddress(path, interface=REQUEST)
            body = (answer, results if answer == 0 else {})
            self.bus.send(new_signal(emitter, "Response", "ua{sv}", body))
        self.reply(message, "o", (path,))

    def activate(self, session, shortcut="quick-correct"):
        emitter = DBusAddress(PATH, interface=SHORTCUTS)
        body = (session, shortcut, 0, {})
        self.bus.send(new_signal(emitter, "Activated", "osta{sv}", body))


@pytest.fixture
def address(tmp_path):
    """The address of a bus of the test's own."""
    configuration = tmp_path / "bus.conf"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def connect(qapp, address):
    made = []

    def one():
        made.append(SessionBus(address))
        return made[-1]

    yield one
    for bus in made:
        bus.close()


@pytest.fixture
def portal(connect):
    return Portal(connect())


@pytest.fixture
def hotkey(connect):
    return PortalHotkey(connect())


@pytest.fixture
def register(hotkey, qtbot):
    """Ask for the keys and wait for the last word."""
    hotkey.presses, hotkey.states = [], []

    def run(keys="Ctrl+Alt+G"):
        hotkey.states.clear()
        first = hotkey.register(
            parse(keys), lambda: hotkey.presses.append(True), hotkey.states.append
        )
        assert first is HotkeyState.WAITING
        qtbot.waitUntil(lambda: bool(hotkey.states))
        (state,) = hotkey.states
        return state

    return run


def test_the_desktop_gives_the_keys_and_tells_of_a_press(portal, hotkey, register, qtbot):
    assert register() is HotkeyState.OK
    (bound,) = [body for member, body in portal.calls if member == "BindShortcuts"]
    ((name, wish),) = bound[1]
    assert name == "quick-correct"
    assert wish["preferred_trigger"] == ("s", "CTRL+ALT+g")
    portal.activate(portal.sessions[0])
    qtbot.waitUntil(lambda: bool(hotkey.presses))
    assert hotkey.presses == [True]


def test_presses_of_other_shortcuts_and_sessions_are_not_ours(portal, hotkey, register, qtbot):
    register()
    portal.activate(portal.sessions[0], "another")
    portal.activate(f"{PATH}/session/s/foreign")
    portal.activate(portal.sessions[0])
    qtbot.waitUntil(lambda: bool(hotkey.presses))
    assert hotkey.presses == [True]


def test_without_a_portal_it_is_not_available(hotkey, register):
    assert register() is HotkeyState.NOT_AVAILABLE


def test_a_portal_without_shortcuts_is_none(portal, register):
    portal.answer["Get"] = None
    assert register() is HotkeyState.NOT_AVAILABLE


@pytest.mark.parametrize("method", ["CreateSession", "BindShortcuts"])
@pytest.mark.parametrize("answer", [None, 2])
def test_a_portal_that_fails_is_none(portal, register, method, answer):
    portal.answer[method] = answer
    assert register() is HotkeyState.NOT_AVAILABLE


def test_a_person_who_declines_has_refused(portal, register):
    portal.answer["BindShortcuts"] = 1
    assert register() is HotkeyState.REFUSED


def test_a_desktop_that_binds_nothing_has_refused(portal, register):
    portal.grants = False
    assert register() is HotkeyState.REFUSED


def test_giving_free_closes_the_session(portal, hotkey, register, qtbot):
    register()
    hotkey.unregister()
    qtbot.waitUntil(lambda: portal.sessions == [])


def test_new_keys_take_the_place_of_the_old(portal, register, qtbot):
    register()
    assert register("Meta+Space") is HotkeyState.OK
    qtbot.waitUntil(lambda: len(portal.sessions) == 1)
    (wish,) = [body for member, body in portal.calls if member == "BindShortcuts"][1][1]
    assert wish[1]["preferred_trigger"] == ("s", "LOGO+space")


def test_giving_free_while_the_desktop_asks_leaves_nothing(portal, hotkey, register, qtbot):
    hotkey.register(parse("F9"), lambda: None, hotkey.states.append)
    hotkey.unregister()
    assert register() is HotkeyState.OK
    assert len(portal.sessions) == 1


def test_a_bus_that_goes_is_told(hotkey, portal, register, qtbot):
    register()
    hotkey.states.clear()
    hotkey._bus._bus.sock.shutdown(2)
    qtbot.waitUntil(lambda: bool(hotkey.states))
    assert hotkey.states == [HotkeyState.NOT_AVAILABLE]


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "nonsense"])
def test_a_bus_that_is_not_there_is_an_error(qapp, address):
    with pytest.raises(BusUnavailableError):
        SessionBus(address)


def test_without_a_session_there_is_no_bus(qapp, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with pytest.raises(BusUnavailableError):
        SessionBus()


@pytest.mark.parametrize(
    ("keys", "trigger"),
    [
        ("Ctrl+Alt+G", "CTRL+ALT+g"),
        ("Meta+Space", "LOGO+space"),
        ("Shift+F9", "SHIFT+F9"),
        ("Ctrl+PgUp", "CTRL+Page_Up"),
        ("Ctrl+1", "CTRL+1"),
        ("Pause", "Pause"),
        ("Alt+Home", "ALT+Home"),
    ],
)
def test_keys_are_written_as_the_specification_wants_them(qapp, keys, trigger):
    assert trigger_of(parse(keys)) == trigger
