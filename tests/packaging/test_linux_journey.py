import os
import signal
import sys
from types import SimpleNamespace

import pytest

from assets.packaging.errors import BuildError
from assets.packaging.linux_journey import Traveller, ask_the_servers, correct_with_the_command
from assets.packaging.linux_journey import _running as running
from assets.packaging.transcript import Transcript

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the way on Linux")
SCREEN = SimpleNamespace(display=":none")
COMMAND = """
import json, sys
words = sys.argv[1:]
text = sys.stdin.read()
if words == ["--version"]:
    print("copyedge 1.2.3")
elif "--json" in words:
    sentences = [{"text": line, "edits": ["e"] * ("dog" in line)} for line in text.split("\\n\\n")]
    print(json.dumps({"files": [{"sentences": sentences}]}))
else:
    print(text.replace(WRONG, "have"), end="")
"""


def make_traveller(tmp_path, body):
    program = tmp_path / "program.py"
    program.write_text(body, encoding="utf-8")
    return Traveller(
        command=lambda words: [sys.executable, str(program), *words[1:]],
        environment=os.environ,
        home=tmp_path,
        inside=str(tmp_path),
    )


@pytest.fixture
def told():
    return Transcript(lambda line: None)


def test_a_sentence_that_the_program_mends_is_chosen(tmp_path, told):
    traveller = make_traveller(tmp_path, COMMAND.replace("WRONG", "'has'"))
    assert correct_with_the_command(traveller, told, "1.2.3") == "I has a small dog."


def test_a_program_that_says_it_mends_and_does_not_is_found_out(tmp_path, told):
    traveller = make_traveller(tmp_path, COMMAND.replace("WRONG", "'never'"))
    with pytest.raises(BuildError, match="another one"):
        correct_with_the_command(traveller, told, "1.2.3")


def test_another_version_is_found_out(tmp_path, told):
    traveller = make_traveller(tmp_path, COMMAND.replace("WRONG", "'has'"))
    with pytest.raises(BuildError, match=r"version 1\.2\.4"):
        correct_with_the_command(traveller, told, "1.2.4")


def test_a_command_that_fails_is_told_with_what_it_printed(tmp_path):
    traveller = make_traveller(tmp_path, "import sys; sys.exit('no model here')")
    with pytest.raises(BuildError, match="copyedge correct ended with 1:\nno model here"):
        traveller.run(["copyedge", "correct"])


def test_a_server_that_finds_nothing_is_not_taken_for_a_working_one(tmp_path, told, monkeypatch):
    monkeypatch.setattr("assets.packaging.linux_journey.ask_serve", lambda *asked: 0)
    with pytest.raises(BuildError, match="copyedge serve finds the mistake"):
        ask_the_servers(make_traveller(tmp_path, ""), told, "I has a small dog.")


def test_what_a_killed_tracer_leaves_is_ended_too(tmp_path, told):
    body = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""
    with running(make_traveller(tmp_path, body), told, SCREEN, "letter.txt") as program:
        child = int(program.stdout.readline())
        os.kill(program.pid, signal.SIGKILL)
    # Its end closed the pipe, or reading to the end of it would have taken ten minutes.
    assert program.stdout.closed
    assert child > 0


def test_a_traceback_of_the_program_is_found_out(tmp_path, told):
    traveller = make_traveller(tmp_path, "raise ValueError('planted')")
    with (
        pytest.raises(BuildError, match="planted"),
        running(traveller, told, SCREEN, "letter.txt") as program,
    ):
        program.wait(30)
