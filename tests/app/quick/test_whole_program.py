"""The whole program beside real ones on a real window manager, by hotkey and by later starts."""

import json
import subprocess
import sys
import tempfile

import pytest

from app.instance.address import Address
from app.instance.client import Delivery, deliver
from app.instance.requests import Request, Verb
from tests.app.desktop.test_foreign_programs import (
    PATIENCE,
    RICH,
    ROOT,
    Desktop,
    holds,
    pytestmark,  # noqa: F401 - the same programs are needed
    wait_until,
)
from tests.app.desktop.x11.conftest import Owner

LETTER = "I recieve teh letter.\nThe second line stays.\n"
CORRECTED = "I receive the letter.\nThe second line stays.\n"
CARD = "^Quick correct"
HOTKEY = "Ctrl+Alt+G"


class Program:
    """Copyedge with the stand-in engine, and later starts of it."""

    def __init__(self, desktop, folder, **chosen):
        self.desktop = desktop
        self.folder = folder
        (folder / "settings").mkdir()
        stored = {"look/theme": "light", "window/welcomed": True, "desktop/hotkey": HOTKEY}
        (folder / "settings" / "settings.json").write_text(
            json.dumps({**stored, **chosen}), encoding="utf-8"
        )

    def begin(self, verb="background", *files):
        """Start it."""
        command = [sys.executable, "-m", "tests.app.run_editor", str(self.folder), "--rules"]
        self.process = self.desktop.start(
            [*command, "--verb", verb, *map(str, files)], self.desktop.environment, cwd=ROOT
        )
        return self

    def ask(self, *arguments):
        """Start it once more, as a desktop's own shortcut does."""
        return subprocess.run(
            [sys.executable, "-m", "app", *map(str, arguments)],
            env=self.desktop.environment,
            cwd=ROOT,
            check=False,
            timeout=PATIENCE,
        ).returncode

    def answers(self):
        """Whether it has begun: only then does it answer later starts."""
        address = Address.usual(self.desktop.environment)
        return deliver(Request(Verb.BACKGROUND), address=address) is Delivery.TAKEN

    def card(self):
        """Wait until the card has the keyboard; return its window."""
        window = self.desktop.window(CARD)
        # The window manager says so first, and then gives it.
        for question in ("getactivewindow", "getwindowfocus"):
            wait_until(lambda asked=question: self.desktop.tool(asked) == window)
        return window

    def card_is_gone(self):
        return self.desktop.tool("search", "--onlyvisible", "--name", CARD) == ""


@pytest.fixture(scope="module")
def screen(qapp, tmp_path_factory):
    made = Desktop(tmp_path_factory.mktemp("home"))
    with tempfile.TemporaryDirectory(prefix="run") as folder:
        # The path of a socket may not be long.
        made.environment["XDG_RUNTIME_DIR"] = folder
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
    screen.end([process for process in screen.started if process not in lasting])


@pytest.fixture
def program(desktop, tmp_path):
    made = Program(desktop, tmp_path).begin()
    wait_until(made.answers)
    return made


@pytest.fixture
def letter(desktop):
    """Mousepad with the first line selected; its path."""
    _, _, path = desktop.edit(LETTER)
    desktop.keys("ctrl+Home", "shift+End")
    return path


@pytest.fixture
def former(desktop):
    """What a program has copied before, in many formats."""
    return Owner(desktop.x, "CLIPBOARD", RICH, piece=500_000)


def is_changed(desktop):
    """Whether mousepad's title says that its text is another one."""
    return desktop.tool("search", "--onlyvisible", "--name", r"^\*.*letter\.txt") != ""


def press_hotkey(program):
    """Press it until the program has taken it from the screen."""
    program.desktop.keys("ctrl+alt+g")
    return program.card()


def test_hotkey_and_enter_correct_the_selection_and_leave_the_clipboard(
    desktop, program, letter, former
):
    press_hotkey(program)
    desktop.keys("Return")
    wait_until(lambda: is_changed(desktop))
    assert desktop.saved(letter) == CORRECTED
    # The clipboard is given back a moment after the last reading.
    wait_until(lambda: holds(desktop.clipboard(), RICH))


def test_while_a_dialog_of_ours_is_open_the_card_works_all_the_same(desktop, tmp_path, letter):
    program = Program(desktop, tmp_path).begin("open")
    desktop.activate(desktop.window("Untitled"))
    wait_until(program.answers)
    desktop.keys("ctrl+comma")
    desktop.window("^Settings")
    desktop.activate(desktop.window("letter.txt"))
    press_hotkey(program)
    desktop.keys("Return")
    wait_until(lambda: is_changed(desktop))
    assert desktop.saved(letter) == CORRECTED


def test_a_later_start_shows_the_card_and_escape_leaves_everything_as_it_was(
    desktop, program, letter, former
):
    assert program.ask("--quick") == 0
    program.card()
    desktop.keys("Escape")
    wait_until(program.card_is_gone)
    assert desktop.saved(letter) == LETTER
    assert holds(desktop.clipboard(), RICH)


def test_a_change_rejected_by_key_is_not_made(desktop, program, letter):
    press_hotkey(program)
    desktop.keys("Right", "space", "Return")
    wait_until(lambda: is_changed(desktop))
    assert desktop.saved(letter).startswith("I receive teh letter.")


def test_what_was_copied_is_corrected_on_the_clipboard(desktop, program):
    owner = Owner(desktop.x, "CLIPBOARD", {"UTF8_STRING": b"He go home."})
    before = desktop.owner("CLIPBOARD")
    assert program.ask("--correct-clipboard") == 0
    program.card()
    desktop.keys("Return")
    wait_until(lambda: desktop.clipboard().get("UTF8_STRING") == b"He goes home.")
    assert desktop.owner("CLIPBOARD") != before
    del owner


def test_with_another_window_in_front_nothing_is_pasted_and_that_is_told(desktop, program, letter):
    press_hotkey(program)
    _, other, other_path = desktop.edit("Other.\n", "other.txt")
    card = desktop.window(CARD)
    # Enter on the card, but the window manager gives the keyboard to the other window next.
    desktop.activate(card)
    assert program.card() == card
    desktop.keys("Return")
    wait_until(lambda: desktop.clipboard().get("UTF8_STRING") == b"I receive the letter.")
    program.card()
    desktop.keys("Escape")
    desktop.activate(other)
    assert desktop.saved(other_path) == "Other.\n"
    assert letter.read_text(encoding="utf-8") == LETTER


def test_a_line_in_a_terminal_can_be_copied_corrected(desktop, program):
    desktop.start(
        ["xterm", "-T", "terminal", "-e", "printf 'we recieve it\\n'; cat"], desktop.environment
    )
    window = desktop.window("terminal")
    desktop.activate(window)
    desktop.tool("mousemove", "--window", window, "40", "8")
    desktop.tool("click", "--repeat", "3", "--delay", "50", "1")
    wait_until(lambda: desktop.owner("PRIMARY"))
    press_hotkey(program)
    desktop.keys("Return")
    wait_until(
        lambda: desktop.clipboard().get("UTF8_STRING", b"").rstrip(b"\n") == b"we receive it"
    )


def test_without_a_selection_the_card_says_what_to_do(desktop, program):
    desktop.edit(LETTER)
    press_hotkey(program)
    desktop.keys("Return")
    wait_until(program.card_is_gone)


def test_a_closed_window_comes_back_with_its_text_and_quit_ends_the_program(desktop, tmp_path):
    program = Program(desktop, tmp_path, **{"desktop/keep_running": True}).begin("open")
    window = desktop.window("Untitled")
    desktop.activate(window)
    desktop.keys("h", "e", "l", "l", "o")
    wait_until(lambda: desktop.tool("search", "--onlyvisible", "--name", r"Untitled\* "))
    desktop.keys("alt+F4")
    wait_until(lambda: desktop.tool("search", "--onlyvisible", "--name", "Untitled") == "")
    assert program.process.poll() is None
    assert program.ask("--show") == 0
    desktop.activate(desktop.window(r"Untitled\* "))
    path = tmp_path / "kept.txt"
    desktop.keys("ctrl+s")
    desktop.activate(desktop.window("Save as"))
    desktop.tool("type", "--delay", "20", str(path))
    desktop.keys("Return")
    wait_until(path.exists)
    assert path.read_text(encoding="utf-8") == "hello"
    assert program.ask("--quit") == 0
    assert program.process.wait(PATIENCE) == 0


def test_a_start_for_one_card_ends_with_it(desktop, tmp_path, letter):
    program = Program(desktop, tmp_path).begin("quick")
    program.card()
    desktop.keys("Escape")
    assert program.process.wait(PATIENCE) == 0
    assert desktop.saved(letter) == LETTER


def test_a_start_for_one_card_keeps_the_clipboard_alive(desktop, tmp_path):
    owner = Owner(desktop.x, "CLIPBOARD", {"UTF8_STRING": b"He go home."})
    program = Program(desktop, tmp_path).begin("correct-clipboard")
    program.card()
    desktop.keys("Return")
    wait_until(lambda: desktop.clipboard().get("UTF8_STRING") == b"He goes home.")
    assert program.process.poll() is None
    other = Owner(desktop.x, "CLIPBOARD", {"UTF8_STRING": b"Another text."})
    assert program.process.wait(PATIENCE) == 0
    assert owner is not other


def test_files_of_a_later_start_are_opened_in_the_running_program(desktop, program, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Hello.", encoding="utf-8")
    assert program.ask(path) == 0
    desktop.window("notes.txt")
