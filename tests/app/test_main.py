import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import __main__ as program
from app import __version__
from app.instance.client import Delivery, deliver
from app.instance.requests import Request, Verb

ROOT = Path(__file__).parents[2]


def test_python_dash_m_app_is_the_command():
    result = subprocess.run(
        [sys.executable, "-m", "app", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, f"copyedge {__version__}\n")


@pytest.fixture(autouse=True)
def _nobody_runs(monkeypatch):
    """Let no test talk to a Copyedge that runs on this machine."""
    monkeypatch.setattr(program, "deliver", lambda request: Delivery.NOBODY)


@pytest.fixture
def opened(monkeypatch):
    """The requests with which the program was started, in place of the program."""
    requests = []

    def run(request):
        requests.append(request)
        return 7

    monkeypatch.setitem(sys.modules, "app.application", SimpleNamespace(run=run))
    return requests


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["correct", "--help"], ["--quit"]])
def test_version_help_and_quit_load_neither_qt_nor_the_engine(argv, tmp_path):
    script = (
        "import sys; from app.__main__ import main\n"
        f"try: main({argv!r})\n"
        "except SystemExit: pass\n"
        "print([m for m in ('PySide6', 'onnxruntime', 'numpy', 'torch') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("argv", [[], ["letter.txt", "other.txt"]])
def test_without_a_verb_the_editor_opens_the_files(argv, opened):
    assert program.main(argv) == 7
    assert opened == [Request(Verb.OPEN, tuple(Path(name).absolute() for name in argv))]


def test_what_another_instance_takes_starts_nothing(opened, monkeypatch):
    asked = []

    def take(request):
        asked.append(request)
        return Delivery.TAKEN

    monkeypatch.setattr(program, "deliver", take)
    assert program.main(["--quick"]) == 0
    assert [request.verb for request in asked] == [Verb.QUICK]
    assert opened == []


def test_quit_with_nothing_running_says_so_and_is_content(opened, capsys):
    assert program.main(["--quit"]) == 0
    assert capsys.readouterr().err == "Copyedge is not running.\n"
    assert opened == []


@pytest.mark.parametrize(
    ("delivery", "advice"),
    [(Delivery.REFUSED, "End it"), (Delivery.SILENT, "Wait")],
)
def test_an_instance_that_does_not_take_it_is_a_sentence(
    opened, monkeypatch, capsys, delivery, advice
):
    monkeypatch.setattr(program, "deliver", lambda request: delivery)
    assert program.main(["letter.txt"]) == 2
    assert advice in capsys.readouterr().err
    assert opened == []


def test_who_loses_the_race_of_two_starts_hands_over(monkeypatch):
    from app.instance.server import AlreadyRunningError

    answers = [Delivery.NOBODY, Delivery.NOBODY, Delivery.TAKEN]
    monkeypatch.setattr(program, "deliver", lambda request: answers.pop(0))
    monkeypatch.setattr(program, "AGAIN_SECONDS", 0)
    starts = []

    def lose(request):
        starts.append(request)
        raise AlreadyRunningError("Copyedge is running already.")

    monkeypatch.setitem(sys.modules, "app.application", SimpleNamespace(run=lose))
    assert program.main([]) == 0
    assert len(starts) == 2
    assert answers == []


def test_a_race_that_nobody_wins_ends_in_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(program, "become", lambda request: None)
    monkeypatch.setattr(program, "AGAIN_SECONDS", 0)
    assert program.main([]) == 2
    assert "does not answer" in capsys.readouterr().err


def test_more_files_than_a_message_holds_are_refused_with_advice(monkeypatch, capsys):
    monkeypatch.setattr(program, "deliver", deliver)
    names = ["a" * 200] * 2_000
    assert program.main(names) == 2
    assert "fewer files" in capsys.readouterr().err


def test_a_program_without_a_terminal_says_nothing_and_goes_on(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main(["--quit"]) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the files are looked for as on Linux")
def test_the_engine_reports_to_nobody_and_leaves_no_mark_of_the_machine(tmp_path):
    script = "import sys; from app.__main__ import main\nsys.exit(main(['correct', '-']))"
    # Under CI the library keeps quiet by itself.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CI")}
    environment |= {"HOME": str(tmp_path), "ORT_DISABLE_TELEMETRY": "0"}
    environment.pop("XDG_CACHE_HOME", None)
    subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        input="He go home.\n",
        capture_output=True,
        text=True,
        check=True,
    )
    # A sender would keep an identifier and a queue of reports in ~/.cache.
    assert list(tmp_path.rglob("*")) == []


def test_missing_qt_is_a_sentence_that_says_what_to_do(monkeypatch, capsys):
    def refuse(name):
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(program, "import_module", refuse)
    assert program.main([]) == 2
    message = capsys.readouterr().err
    assert "libEGL.so.1" in message
    assert "apt install" in message
    assert "copyedge correct FILE" in message


def test_unknown_option_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as exit_:
        program.main(["--colour"])
    assert exit_.value.code == 2
    assert "usage: copyedge" in capsys.readouterr().err


def test_ctrl_c_while_a_command_is_loaded_ends_it_politely(monkeypatch, capsys):
    class Loading:
        def __getattr__(self, name):
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "app.command_line.main", Loading())
    assert program.main(["correct"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"
