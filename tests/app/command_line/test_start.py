from pathlib import Path

import pytest

from app import __version__
from app.command_line.start import is_command, start_request
from app.instance.requests import Request, Verb


def request(*argv, **environment):
    return start_request(argv, environment)


@pytest.mark.parametrize(
    ("option", "verb"),
    [
        ("--show", Verb.SHOW),
        ("--quick", Verb.QUICK),
        ("--correct-clipboard", Verb.CORRECT_CLIPBOARD),
        ("--background", Verb.BACKGROUND),
        ("--quit", Verb.QUIT),
    ],
)
def test_each_option_is_its_verb(option, verb):
    assert request(option) == Request(verb)


def test_files_are_named_with_their_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert request("letter.txt", "/x/y.md").files == (tmp_path / "letter.txt", Path("/x/y.md"))


def test_a_file_may_begin_with_a_hyphen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert request("--", "-draft.txt").files == (tmp_path / "-draft.txt",)


@pytest.mark.parametrize(
    "argv", [["--quick", "letter.txt"], ["--show", "--quit"], ["--qui"], ["--colour"]]
)
def test_contradictions_and_unknown_options_are_usage_errors(argv, capsys):
    with pytest.raises(SystemExit) as exit_:
        request(*argv)
    assert exit_.value.code == 2
    assert "usage: copyedge" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--help"], ["-h"], ["--quick", "--help"], ["letter.txt", "-h"]])
def test_help_is_nothing_to_hand_over(argv):
    assert request(*argv) is None


def test_version_is_printed(capsys):
    with pytest.raises(SystemExit) as exit_:
        request("--version")
    assert exit_.value.code == 0
    assert capsys.readouterr().out == f"copyedge {__version__}\n"


def test_the_desktops_token_goes_with_the_request():
    assert request(XDG_ACTIVATION_TOKEN="a", DESKTOP_STARTUP_ID="b").activation_token == "a"
    assert request(DESKTOP_STARTUP_ID="b").activation_token == "b"
    assert request(XDG_ACTIVATION_TOKEN="x" * 5000).activation_token == ""


@pytest.mark.parametrize(
    ("argv", "is_one"),
    [(["correct"], True), (["serve", "--help"], True), (["./correct"], False), ([], False)],
)
def test_a_command_is_a_first_word_alone(argv, is_one):
    assert is_command(argv) is is_one
