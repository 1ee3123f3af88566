"""Measure the way from the hotkey to the shown card, beside a real window of another program.

Starts a screen of its own (Xvfb with the window manager openbox), another program with
a text selected in it, and Copyedge with the shipped model loaded. Presses the hotkey by
the X server's own test extension, again and again, each time with another text so that
nothing is remembered, and takes the time until the card with the answer is painted:
grab, taking the selection, correcting, laying out, mapping, painting. Beside the clock
stands the processor time that Copyedge took for it, which other work on the machine
does not change.

Run: ``python -m tests.benchmarks.quick_latency [--words 50] [--rounds 60]``
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app import paths, settings
from app.application import SWITCH_SECONDS, Application
from app.desktop.x11.connection import X11Connection
from app.desktop.x11.focus import X11Focus
from app.desktop.x11.keys import X11Keys
from app.engine import EngineFactory
from app.instance.requests import Request, Verb
from app.places import Places
from tests.benchmarks.long_text import long_text

CONTROL, SMALL_G = 0xFFE3, 0x67  # keysyms
WARM_UP = 5  # rounds not counted: first layouts, fonts, code
PATIENCE = 60  # seconds


class Painted(QObject):
    """Notes when the card with an answer was painted.

    Signals:
        done: it was.
    """

    done = Signal()

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._card = application.reach.card
        self.moment = 0.0
        self.worked = 0.0
        for part in (self._card, self._card.view.viewport()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at events, change none."""
        if event.type() == QEvent.Type.Paint and self._has_answer():
            self.moment = time.perf_counter()
            self.worked = time.process_time()
            self.done.emit()
        return super().eventFilter(watched, event)

    def _has_answer(self) -> bool:
        message = self._card.message
        return bool(self._card.proposal.changes) or "Nothing" in message.sentence

    def wait(self) -> None:
        """Serve events as the program itself does, without looking again and again.

        Raises:
            TimeoutError: if it takes too long.
        """
        loop = QEventLoop()
        self.done.connect(loop.quit)
        QTimer.singleShot(1000 * PATIENCE, loop, loop.quit)
        loop.exec()
        if not self.moment:
            raise TimeoutError("the card did not come")


def wait(qt: QApplication, ready: Callable[[], object]) -> None:
    """Serve events until something holds.

    Raises:
        TimeoutError: if it takes too long.
    """
    stop = time.perf_counter() + PATIENCE
    while not ready():
        if time.perf_counter() > stop:
            raise TimeoutError("the other program did not come to the front")
        qt.processEvents()
        time.sleep(0.0002)


def text_of(words: int, number: int) -> str:
    """Return a text that was not checked before."""
    found = long_text(words + 10, seed=number).replace("\n\n", " ").split()
    return " ".join(found[:words]).replace(".", f" {number}.")


def other_program() -> int:
    """Be the program that the text is selected in; texts come by standard input."""
    qt = QApplication(["other"])
    editor = QPlainTextEdit()
    editor.setWindowTitle("other")
    editor.resize(600, 300)
    editor.show()

    def on_line() -> None:
        editor.setPlainText(sys.stdin.readline().strip())
        editor.selectAll()
        editor.activateWindow()
        sys.stdout.write("selected\n")
        sys.stdout.flush()

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(on_line)
    return qt.exec()


def measure(arguments: argparse.Namespace) -> int:
    """Print the figures, on the screen that was made for them."""
    sys.setswitchinterval(SWITCH_SECONDS)
    qt = QApplication(["benchmark"])
    qt.setStyle("Fusion")
    qt.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        home, assets = Path(folder), paths.assets_folder()
        places = Places(assets, assets / "model", home / "s", home / "d", home / "t")
        application = Application(qt, places, EngineFactory(places.model))
        application.settings.set(settings.HOTKEY, "Ctrl+G")
        application.start_hidden(Request(Verb.BACKGROUND))
        wait(qt, lambda: application.engine_state)
        other = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.quick_latency", "--be-the-other"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            times, worked, changed = _rounds(qt, application, other, arguments)
        finally:
            other.kill()
            application.stop()
    print(f"{len(times)} texts of {arguments.words} words, {changed} with corrections")
    print(f"hotkey to painted card: {_spread(times)}")
    print(f"processor time of it:   {_spread(worked)}")
    return 0


def _spread(seconds: list[float]) -> str:
    ordered = [1000 * value for value in sorted(seconds)]
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    return f"median {statistics.median(ordered):.0f} ms, p95 {p95:.0f}, fastest {ordered[0]:.0f}"


def _rounds(
    qt: QApplication,
    application: Application,
    other: subprocess.Popen[str],
    arguments: argparse.Namespace,
) -> tuple[list[float], list[float], int]:
    """Return the seconds of each round by the clock and of work, and how many had corrections."""
    x = X11Connection()
    focus, keys = X11Focus(x), X11Keys(x)
    card = application.reach.card
    assert other.stdin is not None
    assert other.stdout is not None
    times: list[float] = []
    worked: list[float] = []
    changed = 0
    for number in range(1, WARM_UP + arguments.rounds + 1):
        other.stdin.write(text_of(arguments.words, number) + "\n")
        other.stdin.flush()
        other.stdout.readline()
        wait(qt, lambda: _is_foreign(focus, focus.active_window()))
        _settle(qt)
        painted = Painted(application)
        begun, idle = time.perf_counter(), time.process_time()
        keys.press(CONTROL, SMALL_G)
        painted.wait()
        if number > WARM_UP:
            times.append(painted.moment - begun)
            worked.append(painted.worked - idle)
            changed += bool(card.proposal.changes)
        _settle(qt)
        card.cancel()
    x.close()
    return times, worked, changed


def _is_foreign(focus: X11Focus, window: int) -> bool:
    return bool(window) and not focus.is_ours(window)


def _settle(qt: QApplication) -> None:
    """Let windows and focus come to rest, as they have when a person presses a key."""
    stop = time.perf_counter() + 0.4
    wait(qt, lambda: time.perf_counter() > stop)


def main(argv: Sequence[str] | None = None) -> int:
    """Make a screen and measure on it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--on-screen", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--be-the-other", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.be_the_other:
        return other_program()
    if arguments.on_screen:
        return measure(arguments)
    missing = [name for name in ("Xvfb", "openbox") if shutil.which(name) is None]
    if missing:
        parser.error(f"not installed: {', '.join(missing)}")
    passed = list(sys.argv[1:] if argv is None else argv)
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, encoding="ascii") as answer:
        display = f":{answer.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    windows = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    command = [sys.executable, "-m", "tests.benchmarks.quick_latency", *passed, "--on-screen"]
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        for process in (windows, screen):
            process.terminate()
            process.wait(10)


if __name__ == "__main__":
    sys.exit(main())
