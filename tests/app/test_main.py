import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import __main__ as program
from app import __version__

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


@pytest.mark.parametrize("argv", [["--version"], ["correct", "--help"]])
def test_version_and_help_load_neither_qt_nor_the_engine(argv):
    script = (
        "import sys; from app.__main__ import main\n"
        f"try: main({argv!r})\n"
        "except SystemExit: pass\n"
        "print([m for m in ('PySide6', 'onnxruntime', 'numpy', 'torch') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("argv", [[], ["letter.txt", "other.txt"]])
def test_without_a_verb_the_editor_opens_the_files(argv, monkeypatch):
    opened = []

    def run(files):
        opened.append(files)
        return 7

    monkeypatch.setitem(sys.modules, "app.application", SimpleNamespace(run=run))
    assert program.main(argv) == 7
    assert opened == [argv]


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
