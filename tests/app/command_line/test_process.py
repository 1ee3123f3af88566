"""What only a real process shows: signals, closed pipes, full disks, memory."""

import contextlib
import io
import os
import signal
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from app.command_line.main import run
from model.edits import Correction, Edit, Span
from model.error_density import EVEN
from tests.app.command_line.fakes import FakeCorrector, Screen

ROOT = Path(__file__).parents[3]
FAKE = [sys.executable, "-m", "tests.app.command_line.fake_program", "correct"]
MEGABYTE = 1 << 20


@contextlib.contextmanager
def start(*argv, **streams):
    """Run the command with the fake engine, and let nothing of it outlive a failed test."""
    # Python's own setting would hide what is still unwritten at the end.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    command = [*FAKE, *map(str, argv)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, **streams
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def large_file(tmp_path, megabytes):
    """A file in lines of about 2 KB, with an empty one here and there."""
    block = ("All is well here and there. " * 75 + "She go.\n") * 10 + "\n"
    file = tmp_path / "large.txt"
    with file.open("w", encoding="utf-8", newline="") as out:
        for _ in range(megabytes * MEGABYTE // len(block)):
            out.write(block)
    return file


class Sink(io.BytesIO):
    """Counts bytes and forgets them."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def write(self, block):
        self.count += len(block)
        return len(block)


def peak_memory(*argv):
    class Quick(FakeCorrector):
        def correct_sentence(self, sentence, cancelled=None, odds=EVEN):
            at = sentence.text.find("go")
            edits = (Edit(Span(at, at + 2), "go", "goes", 1.0),) if at >= 0 else ()
            return Correction(sentence, edits)

    sink = Sink()
    screen = Screen(stdout=sink)
    tracemalloc.start()
    try:
        assert run(["correct", *argv], lambda arguments: Quick(), screen.console()) == 0
        return tracemalloc.get_traced_memory()[1], sink.count
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize(("output", "megabytes"), [([], 20), (["--json"], 10), (["--diff"], 10)])
def test_memory_does_not_grow_with_the_file(large_file, megabytes, output):
    peak, written = peak_memory(*output, str(large_file))
    assert written > 0.9 * megabytes * MEGABYTE
    assert peak < 4 * MEGABYTE


def test_memory_does_not_grow_with_a_line(tmp_path):
    file = tmp_path / "line.txt"
    file.write_text("x" * (20 * MEGABYTE), encoding="utf-8")
    peak, written = peak_memory(str(file))
    assert written == 20 * MEGABYTE
    assert peak < 4 * MEGABYTE


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for a single process on Windows")
def test_ctrl_c_ends_in_a_word_and_leaves_the_file(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("She go.\n\nforever", encoding="utf-8")
    with start("--in-place", file) as process:
        assert process.stderr.readline() == "working\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 130
        assert process.stderr.read() == "Stopped.\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]
    assert file.read_text(encoding="utf-8") == "She go.\n\nforever"


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently on Windows")
@pytest.mark.parametrize("output", [[], ["--json"], ["--diff"]])
@pytest.mark.parametrize("sentences", [1, 5_000])
def test_closed_pipe_ends_quietly(tmp_path, sentences, output):
    file = tmp_path / "letter.txt"
    file.write_text("She go.\n\n" * sentences, encoding="utf-8")
    with start(*output, file, stdout=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(120) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_behind_the_output_is_a_sentence(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("She go.\n", encoding="utf-8")
    with open("/dev/full", "wb") as full, start(file, stdout=full) as process:
        assert process.stderr.read() == (
            "copyedge: The output cannot be written: No space left on device.\n"
        )
        assert process.wait(120) == 2
