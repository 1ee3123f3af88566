from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora.compressed import CorpusError, write_lines
from training.corpora.overlap import held_out_keys, is_held_out, key


def fill(folder: Path) -> None:
    write_lines(folder / "own.dev.tsv.gz", ["He go there today.\tHe goes there today.\tHe went."])
    write_lines(folder / "natural" / "own.txt", ["We was happy about it."])
    m2 = ["S They likes old music .", "A 1 2|||R:VERB:SVA|||like|||REQUIRED|||-NONE-|||0"]
    write_lines(folder / "m2" / "own.m2", m2)


def test_keys_hold_letters_and_digits_alone() -> None:
    assert key("It's 5 o'clock, \u00c9va_!") == "its5oclock\u00e9va"


@pytest.mark.parametrize(
    "text",
    [
        "he GO there, today",
        "He goes there today!",
        "We was happy about it",
        "They likes old music.",
        "They like old music",
    ],
)
def test_sources_and_references_of_every_kind_of_file_are_held_out(
    tmp_path: Path, text: str
) -> None:
    fill(tmp_path)
    keys = held_out_keys(tmp_path)
    assert is_held_out(text, "Something else entirely.", keys)
    assert is_held_out("Something else entirely.", text, keys)
    assert not is_held_out("Something else entirely.", "Something new.", keys)


def test_greetings_are_not_held_out(tmp_path: Path) -> None:
    write_lines(tmp_path / "own.dev.tsv", ["Dear Paul!\tDear Paul,"])
    assert not is_held_out("Dear Paul,", "Dear Paul,", held_out_keys(tmp_path))


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="--data"):
        held_out_keys(tmp_path)
