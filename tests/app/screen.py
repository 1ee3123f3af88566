"""A virtual screen with the hands of a writer: Xvfb and xdotool."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
PATIENCE = 60  # seconds; a loaded machine takes long to start a window
ROOT = Path(__file__).parents[2]

REAL_WINDOW = [
    pytest.mark.gui,
    pytest.mark.slow,
    # On a machine that has the tools this runs; CI installs them.
    pytest.mark.skipif(
        bool(MISSING) and not os.environ.get("CI"), reason=f"not installed: {', '.join(MISSING)}"
    ),
]
"""Marks of a test that needs a screen."""


class Screen:
    """A virtual screen and the hands of a writer."""

    def __init__(self):
        read, write = os.pipe()
        # -noreset: otherwise the server begins anew whenever its last client leaves, and a program
        # that connects at that moment is turned away.
        options = ("-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp")
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *options],
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

    def count_colour(self, window, colour):
        """Return how often a colour is on a window, as it is on the screen now."""
        return self.pixels(window).count(bytes(colour))

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


class Launcher:
    """Starts the editor on a screen; the folder keeps its settings between starts.

    Args:
        screen: where the window appears.
        folder: for settings and recovery copies.
        rules: take the stand-in rules for an engine; the shipped model otherwise.
    """

    def __init__(self, screen: Screen, folder: Path, rules: bool) -> None:
        self._screen = screen
        self._folder = folder
        self._rules = rules
        self._started: list[subprocess.Popen[bytes]] = []
        settings = folder / "settings"
        settings.mkdir()
        stored = {"look/theme": "light", "window/welcomed": True, "window/panel_shown": False}
        (settings / "settings.json").write_text(json.dumps(stored), encoding="utf-8")

    def start(self, *files: Path) -> subprocess.Popen[bytes]:
        chosen = ["--rules"] if self._rules else []
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.app.run_editor",
                str(self._folder),
                *chosen,
                *map(str, files),
            ],
            env=self._screen.environment,
            cwd=ROOT,
        )
        self._started.append(process)
        return process

    def close(self) -> None:
        for process in self._started:
            if process.poll() is None:
                process.kill()
            process.wait(10)


def read(path):
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
