"""The icon in a real tray: one of the tests' own that speaks the desktops' protocol (XEmbed)."""

import struct

import pytest
import xcffib.xproto
from PySide6.QtCore import QObject

from tests.app.desktop.test_foreign_programs import PATIENCE, pytestmark, wait_until  # noqa: F401
from tests.app.desktop.x11.conftest import Owner
from tests.app.quick.test_whole_program import Program, desktop, screen  # noqa: F401

PLACE = (1200, 740)
SIZE = 40  # pixels
DOCK = 0  # the protocol's word for "take my icon"


class Tray(QObject):
    """A tray at the right bottom of the screen.

    Attributes:
        icon: the window of the icon that it got; 0 before.
    """

    def __init__(self, x):
        super().__init__()
        self.x = x
        self.icon = 0
        self.window = x._x.generate_id()
        shape = (*PLACE, SIZE, SIZE, 0)
        kind = xcffib.xproto.WindowClass.CopyFromParent
        override = xcffib.xproto.CW.OverrideRedirect
        x.core.CreateWindow(0, self.window, x.root, *shape, kind, 0, override, [1])
        x.core.MapWindow(self.window)
        x.event_came.connect(self._on_event)
        selection = x.atom("_NET_SYSTEM_TRAY_S0")
        x.core.SetSelectionOwner(self.window, selection, 0, is_checked=True).check()
        self._send(x.root, "MANAGER", 0, selection, self.window, 0, 0)

    def _send(self, window, kind, *numbers):
        content = struct.pack("=BB2xII5I", 33, 32, window, self.x.atom(kind), *numbers)
        mask = xcffib.xproto.EventMask.StructureNotify
        self.x.core.SendEvent(False, window, mask, content)
        self.x.flush()

    def _on_event(self, event):
        if not isinstance(event, xcffib.xproto.ClientMessageEvent):
            return
        if event.type == self.x.atom("_NET_SYSTEM_TRAY_OPCODE") and event.data.data32[1] == DOCK:
            icon = event.data.data32[2]
            size = xcffib.xproto.ConfigWindow.Width | xcffib.xproto.ConfigWindow.Height
            self.x.core.ReparentWindow(icon, self.window, 0, 0)
            self.x.core.ConfigureWindow(icon, size, [SIZE, SIZE])
            self.x.core.MapWindow(icon)
            self.x.flush()
            self.icon = icon


@pytest.fixture
def tray(desktop):  # noqa: F811
    made = []

    def begin():
        made.append(Tray(desktop.x))
        return made[-1]

    yield begin
    for one in made:
        desktop.x.event_came.disconnect(one._on_event)
        desktop.x.core.DestroyWindow(one.window, is_checked=True).check()


def point_at(desktop, button):  # noqa: F811
    desktop.tool("mousemove", *(str(place + SIZE // 2) for place in PLACE))
    desktop.tool("click", str(button))


def choose(desktop, key):  # noqa: F811
    """Open the menu of the icon and press the access key of an entry."""
    before = desktop.tool("search", "--onlyvisible", "--class", "copyedge").split()
    point_at(desktop, 3)
    wait_until(
        lambda: (
            len(desktop.tool("search", "--onlyvisible", "--class", "copyedge").split())
            > len(before)
        )
    )
    desktop.keys(key)


def test_the_icon_comes_with_the_tray_its_click_opens_the_editor_and_its_menu_quits(
    desktop,  # noqa: F811
    tray,
    tmp_path,
):
    program = Program(desktop, tmp_path).begin()
    wait_until(program.answers)
    assert desktop.tool("search", "--onlyvisible", "--name", "Untitled") == ""
    shown = tray()
    wait_until(lambda: shown.icon)
    point_at(desktop, 1)
    desktop.window("Untitled")
    choose(desktop, "q")
    assert program.process.wait(PATIENCE) == 0


def test_the_menu_corrects_what_was_copied(desktop, tray, tmp_path):  # noqa: F811
    shown = tray()
    program = Program(desktop, tmp_path).begin()
    wait_until(lambda: shown.icon)
    owner = Owner(desktop.x, "CLIPBOARD", {"UTF8_STRING": b"He go home."})
    choose(desktop, "c")
    program.card()
    desktop.keys("Return")
    wait_until(lambda: desktop.clipboard().get("UTF8_STRING") == b"He goes home.")
    assert "UTF8_STRING" in owner.asked


def test_without_a_wish_for_it_no_icon_is_shown(desktop, tray, tmp_path):  # noqa: F811
    shown = tray()
    program = Program(desktop, tmp_path, **{"desktop/tray_shown": False}).begin("open")
    desktop.window("Untitled")
    wait_until(program.answers)
    assert program.ask("--quit") == 0
    assert program.process.wait(PATIENCE) == 0
    assert shown.icon == 0
