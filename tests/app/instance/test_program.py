"""The real program, with its window and the shipped model, and later starts of it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PATIENCE = 120  # seconds; a loaded machine takes long to load a window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="folders and signals as on Linux"),
]


@pytest.fixture
def home(tmp_path):
    """A user of their own, who never saw the program."""
    (tmp_path / "run").mkdir(mode=0o700)
    return tmp_path


@pytest.fixture
def environment(home):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": "offscreen",
    }


@pytest.fixture
def start(environment, home):
    children = []

    def begin(*argv):
        child = subprocess.Popen(
            [sys.executable, "-m", "app", *argv],
            cwd=ROOT,
            env={**environment, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        return child

    yield begin
    for child in children:
        child.kill()
        child.communicate(timeout=PATIENCE)


@pytest.fixture
def copyedge(environment):
    """Run a start to its end and return what it said."""

    def run(*argv, **streams):
        done = subprocess.run(
            [sys.executable, "-m", "app", *argv],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            **streams,
        )
        return done.returncode, done.stdout, done.stderr

    return run


def wait_until(ready):
    stop = time.monotonic() + PATIENCE
    while time.monotonic() < stop:
        if ready():
            return
        time.sleep(0.05)  # between two looks at another process, not instead of one
    raise AssertionError("it did not happen in time")


def sockets(home):
    return [path for path in (home / "run").rglob("*") if path.is_socket()]


def opened(home):
    """Return the files that the program opened, newest first, as it remembers them."""
    for recent in home.rglob("recent.json"):
        return [Path(name).name for name in json.loads(recent.read_text(encoding="utf-8"))]
    return []


def test_later_starts_are_taken_by_the_first_until_it_quits(start, copyedge, home):
    for name in ("first.txt", "second.txt"):
        (home / name).write_text("All is well.\n", encoding="utf-8")
    first = start(str(home / "first.txt"))
    wait_until(lambda: opened(home) == ["first.txt"])
    assert copyedge(str(home / "second.txt")) == (0, "", "")
    wait_until(lambda: opened(home) == ["second.txt", "first.txt"])
    assert copyedge("--show") == (0, "", "")
    assert copyedge("--background") == (0, "", "")
    # The command has an engine of its own and needs nobody.
    assert copyedge("correct", "-", input="All is well.\n")[:2] == (0, "All is well.\n")
    assert first.poll() is None
    assert copyedge("--quit") == (0, "", "")
    assert first.wait(PATIENCE) == 0
    assert sockets(home) == []
    assert copyedge("--quit") == (0, "", "Copyedge is not running.\n")


def test_after_a_kill_the_next_of_several_starts_serves(start, copyedge, home):
    first = start("--background")
    wait_until(lambda: sockets(home))
    first.send_signal(signal.SIGKILL)
    first.wait(PATIENCE)
    assert len(sockets(home)) == 1
    several = [start("--background") for _ in range(3)]
    wait_until(lambda: sum(child.poll() is None for child in several) == 1)
    (serving,) = [child for child in several if child.poll() is None]
    assert [child.returncode for child in several if child is not serving] == [0, 0]
    assert copyedge("--quit")[0] == 0
    assert serving.wait(PATIENCE) == 0


def test_the_command_line_does_not_wait_for_a_program_that_hangs(start, copyedge, home):
    first = start("--background")
    wait_until(lambda: sockets(home))
    first.send_signal(signal.SIGSTOP)
    code, output, _ = copyedge("correct", "-", input="All is well.\n")
    assert (code, output) == (0, "All is well.\n")
