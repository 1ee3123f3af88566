from pathlib import Path

import pytest

from app.command_line.arguments import CorrectArguments, Output, correct_arguments
from app.command_line.main import build_parser


def parse(*argv):
    return correct_arguments(build_parser().parse_args(["correct", *argv]))


def test_nothing_said_means_standard_input_as_text():
    assert parse() == CorrectArguments()


def test_everything_said_arrives():
    assert parse(
        *("--diff", "--check", "--encoding", "latin1", "--min-confidence", ".7", "--level", "0.2"),
        *("--dictionary", "d", "--model", "m", "--strategy", "beam", "--threads", "3"),
        *("-q", "--plain", "a", "b"),
    ) == CorrectArguments(
        files=("a", "b"),
        output=Output.DIFF,
        check=True,
        encoding="latin-1",
        min_confidence=0.7,
        level=0.2,
        dictionary=Path("d"),
        model=Path("m"),
        strategy="beam",
        threads=3,
        quiet=True,
        plain=True,
    )


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--in-place"], "--in-place needs files"),
        (["-i", "a", "-"], "--in-place needs files"),
        (["-i", "--check", "a"], "choose one"),
        (["-i", "--diff", "a"], "not allowed with"),
        (["-", "-"], "only once"),
        (["--min-confidence", "2"], "'2' is not a number from 0 to 1"),
        (["--level", "nan"], "'nan' is not a number from 0 to 1"),
        (["--threads", "0"], "'0' is not a number of threads"),
        (["--encoding", "klingon"], "'klingon' is not one of utf-8"),
    ],
)
def test_contradictions_are_usage_errors(argv, words, capsys):
    with pytest.raises(SystemExit) as exit_:
        parse(*argv)
    assert exit_.value.code == 2
    assert words in capsys.readouterr().err


def test_help_documents_the_exit_codes(capsys):
    with pytest.raises(SystemExit) as exit_:
        parse("--help")
    assert exit_.value.code == 0
    output = capsys.readouterr().out
    assert "exit codes:" in output
    assert "copyedge correct [-h]" in output
