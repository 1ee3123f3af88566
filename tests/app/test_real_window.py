"""The editor in a real window under Xvfb, driven by xdotool as a writer's hands would."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.app.fakes import RULES

NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
PATIENCE = 60  # seconds; a loaded machine takes long to start a window
UNDERLINE = (0xC6, 0x2F, 0x2F)  # of a spelling mistake in the light theme

pytestmark = [
    pytest.mark.gui,
    pytest.mark.slow,
    # On a machine that has the tools this runs; CI installs them.
    pytest.mark.skipif(
        bool(MISSING) and not os.environ.get("CI"), reason=f"not installed: {', '.join(MISSING)}"
    ),
]


class Screen:
    """A virtual screen and the hands of a writer."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            self.environment = {
                **os.environ,
                "DISPLAY": f":{answer.readline().strip()}",
                "QT_QPA_PLATFORM": "xcb",
                "QT_LOGGING_RULES": "*.debug=false",
                "LC_ALL": "C.UTF-8",
            }

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
        self.tool("key", "--delay", "40", *names)

    def type(self, text):
        self.tool("type", "--delay", "12", text)

    def wait_for_window(self, title):
        found = wait_until(lambda: self.tool("search", "--onlyvisible", "--name", title))
        window = found.splitlines()[-1]
        self.tool("windowfocus", "--sync", window)
        return window

    def pixels(self, window):
        """Return the window's picture as raw RGB bytes, through Qt's own reader of the screen."""
        script = (
            "import sys\n"
            "from PySide6.QtGui import QGuiApplication, QImage\n"
            "app = QGuiApplication(sys.argv)\n"
            f"picture = app.primaryScreen().grabWindow({window}).toImage()\n"
            "picture = picture.convertToFormat(QImage.Format.Format_RGB888)\n"
            "line = picture.bytesPerLine()\n"
            "for y in range(picture.height()):\n"
            "    row = bytes(picture.constScanLine(y))[: 3 * picture.width()]\n"
            "    sys.stdout.buffer.write(row)\n"
        )
        return subprocess.run(
            [sys.executable, "-c", script],
            env=self.environment,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        ).stdout

    def close(self):
        self.server.terminate()
        self.server.wait(10)


def wait_until(ready):
    stop = time.monotonic() + PATIENCE
    while time.monotonic() < stop:
        if found := ready():
            return found
        time.sleep(0.05)  # between two looks at another process, not instead of one
    raise AssertionError("it did not happen in time")


def count_colour(pixels, colour):
    return pixels.count(bytes(colour))


@pytest.fixture
def screen():
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def launch(screen, tmp_path):
    """Start the editor on the screen; the folder keeps its settings between starts."""
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "settings.json").write_text(
        json.dumps({"look/theme": "light", "window/welcomed": True, "window/panel_shown": False}),
        encoding="utf-8",
    )
    started = []

    def start(*files):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.app.run_editor", str(tmp_path), "--rules", *files],
            env=screen.environment,
            cwd=Path(__file__).parents[2],
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait(10)


def test_a_mistake_is_underlined_accepted_by_keyboard_and_saved(screen, launch, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("", encoding="utf-8")
    process = launch(str(path))
    window = screen.wait_for_window("letter.txt")
    assert count_colour(screen.pixels(window), UNDERLINE) == 0
    screen.type("I recieve it every day.")
    wait_until(lambda: count_colour(screen.pixels(window), UNDERLINE) > 8)
    screen.keys("F8", "ctrl+Return", "ctrl+s")
    wait_until(lambda: path.read_text(encoding="utf-8") != "")
    assert RULES["recieve"][0] == "receive"
    assert path.read_text(encoding="utf-8") == "I receive it every day."
    screen.keys("ctrl+q")
    assert process.wait(PATIENCE) == 0


def test_after_a_kill_the_next_start_offers_the_text(screen, launch, tmp_path):
    process = launch()
    screen.wait_for_window("Untitled")
    screen.type("These words must not be lost")
    copies = tmp_path / "storage" / "recovery"
    typed_at = time.monotonic()
    wait_until(lambda: any("must not be lost" in read(copy) for copy in copies.rglob("*.copy")))
    assert time.monotonic() - typed_at < 5 + 1  # a second for looking
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    path = tmp_path / "rescued.txt"
    launch()
    screen.wait_for_window("Untitled")
    # The strip's first answer is Restore; Shift+Tab from the text reaches the strip's last.
    screen.keys("shift+Tab", "shift+Tab", "space")
    screen.keys("ctrl+s")
    screen.wait_for_window("Save as")
    screen.type(str(path))
    screen.keys("Return")
    wait_until(path.exists)
    assert read(path) == "These words must not be lost"


def read(path):
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
