import io

import pytest

from app import __version__
from app.command_line import main as main_module
from app.command_line.errors import CommandError
from app.command_line.main import run
from tests.app.command_line.fakes import FakeCorrector, Screen


def test_version_is_printed(capsys):
    with pytest.raises(SystemExit) as exit_:
        run(["--version"])
    assert exit_.value.code == 0
    assert capsys.readouterr().out == f"copyedge {__version__}\n"


def test_unusable_model_is_a_sentence():
    def load(arguments):
        raise CommandError("The model is damaged. Install Copyedge again.")

    screen = Screen()
    assert run(["correct"], load, screen.console()) == 2
    assert screen.messages == "copyedge: The model is damaged. Install Copyedge again.\n"


def test_loader_sees_the_arguments():
    seen = []

    def load(arguments):
        seen.append(arguments.level)
        return FakeCorrector()

    run(["correct", "--level", "0.25"], load, Screen(stdin=io.BytesIO()).console())
    assert seen == [0.25]


def test_interruption_ends_politely():
    def load(arguments):
        raise KeyboardInterrupt

    screen = Screen()
    assert run(["correct"], load, screen.console()) == 130
    assert screen.messages == "Stopped.\n"


def test_help_names_every_verb(capsys):
    with pytest.raises(SystemExit) as exit_:
        run(["--help"])
    assert exit_.value.code == 0
    shown = capsys.readouterr().out
    for word in ("correct", "serve", "lsp", "--show", "--quick", "--correct-clipboard", "--quit"):
        assert f"\n    {word} " in shown or f"\n  {word} " in shown, word


@pytest.mark.parametrize("verb", ["serve", "lsp"])
def test_the_servers_are_verbs_and_end_with_their_own_code(verb, monkeypatch):
    called = []

    def take(arguments, console):
        called.append(arguments.level)
        return 5

    monkeypatch.setattr(main_module, f"run_{verb}", take)
    assert run([verb, "--level", "0.25"], console=Screen().console()) == 5
    assert called == [0.25]


def test_interrupting_a_server_ends_politely(monkeypatch):
    def interrupt(arguments, console):
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "run_serve", interrupt)
    screen = Screen()
    assert run(["serve"], console=screen.console()) == 130
    assert screen.messages == "Stopped.\n"
