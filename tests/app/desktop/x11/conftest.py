"""An X server of the tests' own, and programs on it that do as the tests want."""

import os
import shutil
import subprocess
from functools import partial

import pytest
import xcffib.xproto
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.x11.connection import X11Connection
from app.desktop.x11.copying import CopyRun
from app.desktop.x11.focus import X11Focus
from app.desktop.x11.keys import INSERT, SMALL_V, X11Keys
from app.desktop.x11.pasting import Desk, PasteRun
from app.desktop.x11.reader import SelectionReader

MISSING = shutil.which("Xvfb") is None
EventMask = xcffib.xproto.EventMask


def pytest_collection_modifyitems(items):
    """On a machine that has an X server these run; CI installs one."""
    for item in items:
        if "x_server" in getattr(item, "fixturenames", ()) and MISSING and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="not installed: Xvfb"))


@pytest.fixture(scope="session")
def x_server():
    """The name of a display without a window manager."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, encoding="ascii") as answer:
        display = f":{answer.readline().strip()}"
    # Without a client the server would reset itself between two tests.
    keep = xcffib.Connection(display)
    yield display
    keep.disconnect()
    server.terminate()
    server.wait(10)


@pytest.fixture
def connect(x_server):
    """Make connections to the server that are closed after the test."""
    made = []

    def one():
        made.append(X11Connection(x_server))
        return made[-1]

    yield one
    for connection in made:
        connection.close()


@pytest.fixture
def x(qapp, connect):
    return connect()


@pytest.fixture
def program(qapp, connect):
    """Another program with one window."""
    return Program(connect())


@pytest.fixture
def owned(monkeypatch):
    """Say of the clipboard what a real one says: the tests' platform has none to own."""
    answer = {"owned": True}
    monkeypatch.setattr("app.desktop.clipboard._owns", lambda clipboard, mode: answer["owned"])
    return answer


@pytest.fixture
def desk(x, owned):
    QApplication.clipboard().clear()
    return Desk(x, X11Focus(x), X11Keys(x), QApplication.clipboard())


@pytest.fixture
def paste(desk, qtbot):
    """Run a paste to its end."""

    def run(taken, text, meanwhile=None):
        answers = []
        running = PasteRun(desk, taken, text, answers.append)
        running.start()
        if meanwhile is not None:
            meanwhile(running)
        qtbot.waitUntil(lambda: bool(answers))
        (outcome,) = answers
        return outcome

    return run


@pytest.fixture
def copy(desk, qtbot):
    """Run a copying to its end."""

    def run(window):
        answers = []
        running = CopyRun(desk, window, answers.append)
        running.start()
        qtbot.waitUntil(lambda: bool(answers))
        (answer,) = answers
        return answer

    return run


@pytest.fixture
def read(x, qtbot):
    """Read a selection to its end."""

    def run(selection="CLIPBOARD", **options):
        answers = []
        reader = SelectionReader(x, selection, answers.append, **options)
        reader.start()
        qtbot.waitUntil(lambda: bool(answers))
        (content,) = answers
        return content

    return run


class Program(QObject):
    """A foreign program: a window, selections of its own, and what it does when keys come.

    Attributes:
        pasted: texts that it has pasted.
        selected: what it copies when asked to; nothing if None.
        reads: whether it pastes when asked to.
    """

    def __init__(self, connection, names=b"foreign\0Foreign\0"):
        super().__init__()
        self.x = connection
        self.pasted = []
        self.selected = None
        self.reads = True
        self.owners = []
        self.readers = []
        self.window = self._new_window()
        self.set_property(self.window, "WM_CLASS", "STRING", 8, names)
        self._keys = X11Keys(connection)
        connection.event_came.connect(self._on_event)
        self.activate()

    def _new_window(self):
        window = self.x._x.generate_id()
        self.x.core.CreateWindow(
            0,
            window,
            self.x.root,
            0,
            0,
            100,
            100,
            0,
            xcffib.xproto.WindowClass.CopyFromParent,
            0,
            xcffib.xproto.CW.OverrideRedirect | xcffib.xproto.CW.EventMask,
            [1, EventMask.KeyPress],
        )
        self.x.core.MapWindow(window)
        return window

    def set_property(self, window, name, kind, bits, content):
        assert self.x.set_property(window, name, kind, bits, content)

    def activate(self):
        """Get the keyboard, and say so as a window manager does."""
        self.x.core.SetInputFocus(
            xcffib.xproto.InputFocus.PointerRoot, self.window, 0, is_checked=True
        ).check()
        self.tell_active(self.window)

    def tell_active(self, window):
        content = window.to_bytes(4, "little")
        self.set_property(self.x.root, "_NET_ACTIVE_WINDOW", "WINDOW", 32, content)

    def own(self, selection, contents, **behaviour):
        owner = Owner(self.x, selection, contents, **behaviour)
        self.owners.append(owner)
        return owner

    def select(self, text):
        """Select a text, as an editor does."""
        self.own("PRIMARY", {"UTF8_STRING": text.encode()})

    def _on_event(self, event):
        if not isinstance(event, xcffib.xproto.KeyPressEvent) or event.event != self.window:
            return
        if event.detail in self._keys.codes_of(SMALL_V) and self.reads:
            reader = SelectionReader(
                self.x,
                "CLIPBOARD",
                lambda content: self.pasted.append(content.text),
                ("UTF8_STRING",),
            )
            self.readers.append(reader)
            reader.start()
        elif event.detail in self._keys.codes_of(INSERT) and self.selected is not None:
            self.own("CLIPBOARD", {"UTF8_STRING": self.selected.encode()})


class Owner(QObject):
    """Owns a selection as another program does: well, slowly, in pieces, or badly."""

    def __init__(
        self,
        connection,
        selection,
        contents,
        silent_at=None,
        piece=None,
        every_ms=0,
        lists=(),
        targets=True,
    ):
        """Take the selection.

        Args:
            connection: of the program.
            selection: its name.
            contents: bytes by the name of the target.
            silent_at: name of a target at which it answers no more.
            piece: bytes of a piece, for a transfer in pieces.
            every_ms: how long it takes to make one.
            lists: targets that it lists and does not hand over.
            targets: whether it tells its targets.
        """
        super().__init__()
        self.x = connection
        self.selection = connection.atom(selection)
        self.contents = contents
        self.silent_at = silent_at
        self.piece = piece
        self.every_ms = every_ms
        self.lists = lists
        self.targets = targets
        self.asked = []
        self.sending = {}
        self.window = connection.new_window(EventMask.PropertyChange)
        connection.core.SetSelectionOwner(self.window, self.selection, 0, is_checked=True).check()
        connection.event_came.connect(self._on_event)

    def _on_event(self, event):
        if isinstance(event, xcffib.xproto.SelectionRequestEvent) and event.owner == self.window:
            self._answer(event)
        elif (
            isinstance(event, xcffib.xproto.PropertyNotifyEvent)
            and event.state == xcffib.xproto.Property.Delete
            and (event.window, event.atom) in self.sending
        ):
            send = partial(self._send_piece, event.window, event.atom)
            QTimer.singleShot(self.every_ms, send) if self.every_ms else send()

    def _answer(self, event):
        target = self.x.atom_name(event.target)
        self.asked.append(target)
        if target == self.silent_at:
            return
        place = event.property
        if target == "TARGETS" and self.targets:
            names = ["TARGETS", "TIMESTAMP", "DELETE", *self.contents, *self.lists]
            atoms = b"".join(self.x.atom(name).to_bytes(4, "little") for name in names)
            self.x.set_property(event.requestor, place, "ATOM", 32, atoms)
        elif target not in self.contents:
            place = 0
        elif self.piece:
            self.x.watch(event.requestor, EventMask.PropertyChange)
            self.sending[event.requestor, place] = (target, self.contents[target])
            size = len(self.contents[target]).to_bytes(4, "little")
            self.x.set_property(event.requestor, place, "INCR", 32, size)
        else:
            self.x.set_property(event.requestor, place, target, 8, self.contents[target])
        notice = xcffib.xproto.SelectionNotifyEvent.synthetic(
            event.time, event.requestor, event.selection, event.target, place
        )
        self.x.core.SendEvent(False, event.requestor, 0, notice.pack())
        self.x.flush()

    def _send_piece(self, window, place):
        target, rest = self.sending[window, place]
        self.x.set_property(window, place, target, 8, rest[: self.piece])
        if rest:
            self.sending[window, place] = (target, rest[self.piece :])
        else:
            del self.sending[window, place]
        self.x.flush()
