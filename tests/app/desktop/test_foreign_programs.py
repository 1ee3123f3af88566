"""With real programs on a real window manager: what they hold afterwards is what counts."""

import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage

from app.desktop.x11.connection import X11Connection
from app.desktop.x11.reader import Ending, SelectionReader
from tests.app.desktop.x11.conftest import Owner

NEEDED = ("Xvfb", "openbox", "xdotool", "mousepad", "xterm", "xclip")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
PATIENCE = 60  # seconds; a loaded machine takes long to start a window
ROOT = Path(__file__).parents[3]

pytestmark = [
    pytest.mark.gui,
    pytest.mark.slow,
    # On a machine that has the tools these run; CI installs them.
    pytest.mark.skipif(
        bool(MISSING) and not os.environ.get("CI"), reason=f"not installed: {', '.join(MISSING)}"
    ),
]

MOUSEPAD = ("mousepad", "--disable-server")
QT_PAD = (sys.executable, "-m", "tests.app.desktop.run_pad")
LETTER = "I has many informations.\nThe second line stays.\n"
RICH = {
    "UTF8_STRING": "former, naïve 🙂".encode(),
    "text/html": b"<p>former, <b>na\xc3\xafve</b></p>",
    "text/uri-list": b"file:///tmp/a%20b\r\nfile:///tmp/c\r\n",
    "x-special/gnome-copied-files": b"copy\nfile:///tmp/a%20b\nfile:///tmp/c",
    "image/png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20_000,
    "application/x-own;version=1": b"\0\xff\0",
}


def wait_until(ready):
    stop = time.monotonic() + PATIENCE
    while time.monotonic() < stop:
        # Owners of selections in this process answer meanwhile.
        QCoreApplication.processEvents()
        if found := ready():
            return found
        time.sleep(0.02)  # between two looks at another process, not instead of one
    raise AssertionError("it did not happen in time")


class Desktop:
    """A virtual screen with a window manager, and the hands of a person."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []
        read, write = os.pipe()
        self.start(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            {},
            pass_fds=[write],
        )
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            self.display = f":{answer.readline().strip()}"
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            **{name: str(path) for name, path in home.items()},
            "XDG_CACHE_HOME": str(folder),
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
            "LC_ALL": "C.UTF-8",
        }
        self.x = X11Connection(self.display)
        self.start(["openbox"], self.environment)
        wait_until(lambda: self.x.property_of(self.x.root, "_NET_SUPPORTING_WM_CHECK"))

    def start(self, command, environment, **options):
        process = subprocess.Popen(
            command, env=environment or None, stderr=subprocess.DEVNULL, **options
        )
        self.started.append(process)
        return process

    def tool(self, *arguments):
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        ).stdout.strip()

    def keys(self, *names):
        self.tool("key", "--delay", "20", *names)

    def window(self, title):
        return wait_until(lambda: self.tool("search", "--onlyvisible", "--name", title)).split()[-1]

    def activate(self, window):
        self.tool("windowactivate", "--sync", window)
        wait_until(lambda: self.tool("getactivewindow") == window)

    def edit(self, text=LETTER, name="letter.txt", editor=MOUSEPAD):
        """Open a text in an editor; return process, window and path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        process = self.start([*editor, str(path)], self.environment, cwd=ROOT)
        window = self.window(name)
        self.activate(window)
        return process, window, path

    def terminal(self):
        process = self.start(
            ["xterm", "-T", "terminal", "-e", "printf 'one echo two\\n'; cat"], self.environment
        )
        window = self.window("terminal")
        self.activate(window)
        return process, window

    def saved(self, path):
        """Have the editor save, and return what it held."""
        before = path.stat().st_mtime_ns
        # It saves only what has changed.
        self.keys("ctrl+End", "x", "ctrl+s")
        wait_until(lambda: path.stat().st_mtime_ns != before)
        return path.read_text(encoding="utf-8").removesuffix("x")

    def clipboard(self, selection="CLIPBOARD"):
        """Return what is on the clipboard, by X's names, once its owner has handed over all."""

        def whole():
            answers = []
            reader = SelectionReader(self.x, selection, answers.append)
            reader.start()
            wait_until(lambda: answers)
            return answers[0] if answers[0].ending in {Ending.WHOLE, Ending.NO_OWNER} else None

        return dict(wait_until(whole).targets)

    def owner(self, selection):
        """Return the window that owns a selection."""
        return self.x.ask(self.x.core.GetSelectionOwner(self.x.atom(selection))).owner

    def end(self, programs):
        for process in reversed(programs):
            if process.poll() is None:
                process.kill()
            process.wait(10)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        self.started = [process for process in self.started if process not in programs]


class Desk:
    """Our program, in a process of its own."""

    def __init__(self, desktop):
        self.process = desktop.start(
            [sys.executable, "-m", "tests.app.desktop.run_desk"],
            desktop.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        os.set_blocking(self.process.stdout.fileno(), False)
        self.received = b""
        assert self.answer() == "ready"

    def answer(self):
        """Wait for a line."""

        def line():
            self.received += self.process.stdout.read() or b""
            return b"\n" in self.received

        wait_until(line)
        first, self.received = self.received.split(b"\n", 1)
        return json.loads(first)

    def do(self, verb, argument=None):
        self.tell(verb, argument)
        return self.answer()

    def tell(self, verb, argument=None):
        self.process.stdin.write(json.dumps([verb, argument]).encode() + b"\n")
        self.process.stdin.flush()


@pytest.fixture(scope="module")
def screen(qapp, tmp_path_factory):
    """The screen and our program on it, for all tests; the other programs are each test's own."""
    made = Desktop(tmp_path_factory.mktemp("home"))
    made.desk = Desk(made)
    yield made
    made.x.close()
    made.end(list(made.started))


@pytest.fixture
def desktop(screen, tmp_path):
    screen.folder = tmp_path
    lasting = list(screen.started)
    for selection in ("PRIMARY", "CLIPBOARD"):
        screen.x.core.SetSelectionOwner(0, screen.x.atom(selection), 0, is_checked=True).check()
    yield screen
    assert screen.desk.do("unregister") is True
    screen.end([process for process in screen.started if process not in lasting])


@pytest.fixture
def desk(desktop):
    return desktop.desk


@pytest.fixture
def former(desktop):
    """What a program has copied before, in many formats, handed over in pieces."""
    return Owner(desktop.x, "CLIPBOARD", RICH, piece=500_000)


def holds(found, expected):
    return {name: found.get(name) for name in expected} == expected


def test_a_line_in_mousepad_is_replaced_and_the_clipboard_is_as_before(desktop, desk, former):
    _, _, path = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    assert desk.do("take") == {"text": "I has many informations.", "cannot": None}
    answer = desk.do("put_back", "I have much information — naïve 🙂.")
    assert answer == {"problem": None, "on_clipboard": False, "restored": True, "message": ""}
    assert desktop.saved(path) == ("I have much information — naïve 🙂.\nThe second line stays.\n")
    assert holds(desktop.clipboard(), RICH)


def test_a_program_that_does_not_tell_its_selection_is_asked_to_copy(desktop, desk, former):
    """Another program has PRIMARY; what is selected in the window in front is still marked."""
    _, _, path = desktop.edit(editor=QT_PAD)
    desktop.keys("ctrl+Home", "shift+End")
    wait_until(lambda: desktop.owner("PRIMARY"))
    other = Owner(desktop.x, "PRIMARY", {"UTF8_STRING": b"elsewhere"})
    assert desk.do("take") == {"text": "I has many informations.", "cannot": None}
    assert holds(desktop.clipboard(), RICH)
    assert other.asked == []
    assert desk.do("put_back", "I have much information.")["problem"] is None
    assert desktop.saved(path) == "I have much information.\nThe second line stays.\n"
    assert holds(desktop.clipboard(), RICH)


def test_with_nothing_selected_anywhere_nothing_changes(desktop, desk, former):
    _, _, path = desktop.edit(editor=QT_PAD)
    assert desk.do("take") == {"problem": "NOTHING_SELECTED"}
    assert desktop.saved(path) == LETTER
    assert holds(desktop.clipboard(), RICH)


def test_several_lines_are_replaced(desktop, desk):
    _, _, path = desktop.edit()
    desktop.keys("ctrl+a")
    assert desk.do("take")["text"] == LETTER
    assert desk.do("put_back", "One.\n\nTwo.\n")["problem"] is None
    assert desktop.saved(path) == "One.\n\nTwo.\n"


def test_pasting_can_be_undone_in_the_program(desktop, desk):
    _, _, path = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    desk.do("take")
    desk.do("put_back", "Another line.")
    desktop.keys("ctrl+z", "ctrl+z", "End", "x")
    assert desktop.saved(path).startswith("I has many informations.")


def test_the_hotkey_takes_what_is_selected_while_its_keys_are_still_down(desktop, desk):
    _, _, path = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    assert desk.do("register", "Ctrl+Alt+G")["message"] == ""
    desktop.tool("keydown", "ctrl", "keydown", "alt", "keydown", "g")
    assert desk.answer()["text"] == "I has many informations."
    # Still held: they must not turn the paste into another shortcut.
    assert desk.do("put_back", "Better.")["problem"] is None
    desktop.tool("keyup", "g", "keyup", "alt", "keyup", "ctrl")
    assert desktop.saved(path) == "Better.\nThe second line stays.\n"


def test_after_our_own_card_the_focus_goes_back_and_the_text_arrives(desktop, desk, former):
    _, window, path = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    desk.do("take")
    desk.do("show_card")
    card = desktop.window("^card$")
    wait_until(lambda: desktop.tool("getactivewindow") == card)
    desk.tell("hide_card")
    desk.tell("put_back", "I have it.")
    assert desk.answer() is True
    assert desk.answer()["problem"] is None
    assert desktop.tool("getactivewindow") == window
    assert desktop.saved(path) == "I have it.\nThe second line stays.\n"
    assert holds(desktop.clipboard(), RICH)


def test_another_window_in_front_gets_nothing_and_the_text_is_on_the_clipboard(
    desktop, desk, former
):
    _, window, path = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    desk.do("take")
    _, _, other_path = desktop.edit("Other.\n", "other.txt")
    answer = desk.do("put_back", "I have it.")
    assert answer["problem"] == "FOCUS_CHANGED"
    assert answer["on_clipboard"]
    assert "on the clipboard" in answer["message"]
    assert desktop.clipboard()["UTF8_STRING"] == b"I have it."
    assert desktop.saved(other_path) == "Other.\n"
    desktop.activate(window)
    assert desktop.saved(path) == LETTER


def test_a_program_that_died_gets_nothing_and_the_text_is_on_the_clipboard(desktop, desk, former):
    process, _, _ = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    desk.do("take")
    process.kill()
    process.wait(10)
    wait_until(lambda: desktop.tool("search", "--name", "letter.txt") == "")
    answer = desk.do("put_back", "I have it.")
    assert answer["problem"] == "WINDOW_GONE"
    assert desktop.clipboard()["UTF8_STRING"] == b"I have it."


def test_a_program_that_hangs_leaves_the_text_on_the_clipboard(desktop, desk, former):
    process, _, _ = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    desk.do("take")
    process.send_signal(signal.SIGSTOP)
    try:
        answer = desk.do("put_back", "I have it.")
    finally:
        process.send_signal(signal.SIGCONT)
    # It does not even tell what is selected in it any more.
    assert answer["problem"] == "SELECTION_CHANGED"
    assert desktop.clipboard()["UTF8_STRING"] == b"I have it."


def test_a_clipboard_whose_owner_has_died_is_empty_afterwards(desktop, desk):
    owner = desktop.start(
        ["xclip", "-selection", "clipboard", "-quiet"], desktop.environment, stdin=subprocess.PIPE
    )
    owner.stdin.write(b"of the dead")
    owner.stdin.close()
    wait_until(lambda: desktop.owner("CLIPBOARD"))
    _, _, path = desktop.edit()
    desktop.keys("ctrl+Home", "shift+End")
    desk.do("take")
    owner.kill()
    owner.wait(10)
    assert desk.do("put_back", "I have it.")["problem"] is None
    assert desktop.saved(path) == "I have it.\nThe second line stays.\n"
    assert desktop.clipboard() == {}


def test_a_terminal_gives_its_selection_and_is_not_typed_into(desktop, desk, former):
    _, window = desktop.terminal()
    # A triple click selects the line that was printed.
    desktop.tool("mousemove", "--window", window, "40", "8")
    desktop.tool("click", "--repeat", "3", "--delay", "50", "1")
    wait_until(lambda: desktop.owner("PRIMARY"))
    taken = desk.do("take")
    assert taken["text"].rstrip("\n") == "one echo two"
    assert taken["cannot"] == "PASTES_OTHERWISE"
    answer = desk.do("put_back", "one, echo two")
    assert answer["problem"] == "PASTES_OTHERWISE"
    assert desktop.clipboard()["UTF8_STRING"] == b"one, echo two"


def test_a_hotkey_of_another_program_is_a_conflict_that_is_told(desktop, desk):
    other = Desk(desktop)
    assert other.do("register", "Ctrl+Alt+G")["message"] == ""
    answer = desk.do("register", "Ctrl+Alt+G")
    assert "already used by another program" in answer["message"]
    assert desk.do("register", "Ctrl+Alt+H")["message"] == ""


def test_the_own_keys_of_the_window_manager_are_a_conflict(desktop, desk):
    """Openbox has Alt+F4 for itself."""
    assert "already used" in desk.do("register", "Alt+F4")["message"]


def test_qt_hands_on_what_a_snapshot_put_back(desktop, desk):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    path = desktop.folder / "red.png"
    image.save(str(path))
    content = {"image/png": path.read_bytes(), "text/plain": b"caption", "x-own/x": b"\0\1"}
    encoded = {name: base64.b64encode(value).decode() for name, value in content.items()}

    def put_back():
        assert desk.do("restore", encoded) is True
        # X11 refuses an owner whose clock is behind the last owner's; Qt's goes on with events.
        return desktop.clipboard()

    found = wait_until(put_back)
    assert found["UTF8_STRING"] == b"caption"
    assert holds(found, {"image/png": content["image/png"], "x-own/x": b"\0\1"})


def test_a_snapshot_by_qt_has_every_format(desktop, desk, former):
    found = desk.do("snapshot")
    assert base64.b64decode(found["image/png"]) == RICH["image/png"]
    assert base64.b64decode(found["text/plain"]) == RICH["UTF8_STRING"]
    assert base64.b64decode(found["application/x-own;version=1"]) == b"\0\xff\0"


def test_primary_is_kept_and_put_back_like_the_clipboard(desktop, desk):
    owner = Owner(desktop.x, "PRIMARY", RICH, piece=500_000)
    assert desk.do("keep_primary_and_take_it", "ours") == ["ours", True]
    assert desktop.owner("PRIMARY") != owner.window
    assert holds(desktop.clipboard("PRIMARY"), RICH)
