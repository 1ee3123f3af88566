"""Starts in processes of their own: several at once, after a crash, during an end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.instance.address import Address
from app.instance.client import Delivery, deliver
from app.instance.requests import Request, Verb

ROOT = Path(__file__).parents[3]
PATIENCE = 60  # seconds; only a program that hangs takes that long
STARTS = 6

pytestmark = pytest.mark.skipif(os.name == "nt", reason="named pipes are not files")


@pytest.fixture
def address(tmp_path):
    return Address(tmp_path / "run", "child")


@pytest.fixture
def start(address):
    """Start a process; all that still run at the end of the test are killed."""
    children = []

    def begin(*argv):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.app.instance.instance_child", address.folder, *argv],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        return child

    yield begin
    for child in children:
        child.kill()
        child.communicate(timeout=PATIENCE)


def test_of_starts_at_one_moment_exactly_one_serves_and_takes_the_others(start, address):
    moment = str(time.time() + 1.5)
    children = [start("--at", moment) for _ in range(STARTS)]
    first_lines = [child.stdout.readline() for child in children]
    assert sorted(first_lines) == ["ended 0\n"] * (STARTS - 1) + ["serving open\n"]
    server = children[first_lines.index("serving open\n")]
    assert deliver(Request(Verb.QUIT), 1000 * PATIENCE, address) is Delivery.TAKEN
    output = server.stdout.read()
    assert output.splitlines() == ["took open"] * (STARTS - 1) + ["took quit", "ended 0"]


def test_starts_at_one_moment_after_a_crash_clear_what_it_left(start, address):
    crashed = start()
    assert crashed.stdout.readline() == "serving open\n"
    crashed.send_signal(signal.SIGKILL)
    crashed.wait(PATIENCE)
    assert address.socket.is_socket()
    assert deliver(Request(Verb.SHOW), 1000, address) is Delivery.NOBODY
    moment = str(time.time() + 1.5)
    lines = [start("--at", moment).stdout.readline() for _ in range(3)]
    assert sorted(lines) == ["ended 0\n", "ended 0\n", "serving open\n"]


def test_the_socket_is_the_users_alone_and_gone_after_an_end(start, address):
    server = start()
    assert server.stdout.readline() == "serving open\n"
    assert address.socket.stat().st_mode & 0o077 == 0
    assert start("quit").wait(PATIENCE) == 0
    assert server.wait(PATIENCE) == 0
    assert not address.socket.exists()


def test_a_start_during_an_end_waits_and_serves(start, address):
    ending = start()
    assert ending.stdout.readline() == "serving open\n"
    ending.send_signal(signal.SIGSTOP)
    later = start()
    # The later one's message lies in the queue of one that never reads it.
    ending.send_signal(signal.SIGKILL)
    assert later.stdout.readline() == "serving open\n"


def test_handing_over_is_done_without_qt(start, address):
    server = start()
    assert server.stdout.readline() == "serving open\n"
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from app import __main__ as program\n"
        "from app.instance import address\n"
        f"here = address.Address(Path({str(address.folder)!r}), 'child')\n"
        "address.Address.usual = classmethod(lambda cls: here)\n"
        "code = program.main(['letter.txt'])\n"
        "print(code, [m for m in ('PySide6', 'numpy', 'onnxruntime') if m in sys.modules])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout == "0 []\n"
    assert server.stdout.readline() == f"took open {ROOT / 'letter.txt'}\n"
