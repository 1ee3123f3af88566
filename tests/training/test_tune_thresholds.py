"""The tuning command: what it writes and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.edits import Sentence
from model.parts import CorrectorParts
from model.spelling.speller import Speller
from tests.fakes import scripted_stepper, tiny_tokenizer
from tests.model.spelling.small_words import small_word_list
from training.evaluation.sets import NAMED_SETS
from training.tune_thresholds import main, searched_alone

M2 = "S She go often .\nA 1 2|||R:VERB:SVA|||goes|||REQUIRED|||-NONE-|||0\n\nS We met .\n"


KNOWN = {"She go often.": "She goes often.", "We met her friend.": "We met the friend."}


@pytest.fixture
def loaded(monkeypatch):
    """Put a scripted model in the place of any bundle."""
    tokenizer = tiny_tokenizer()
    speller = Speller(small_word_list(), {"same_skeleton": 4.0, "keep": 2.0})
    parts = CorrectorParts(tokenizer, scripted_stepper(tokenizer, KNOWN, 0.7), speller=speller)
    monkeypatch.setattr(CorrectorParts, "load", lambda folder, threads: parts)


@pytest.fixture
def corpora(tmp_path):
    for name in ("conll13", "fce-dev"):
        files = NAMED_SETS[name]
        for place, text in ((files.m2, M2), (files.natural, "She go often.\nWe met.\n")):
            path = tmp_path / "gec" / "dev" / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return tmp_path


def options(corpora: Path, *more: str) -> list[str]:
    places = ["--bundle", "x", "--data", str(corpora), "--out", str(corpora / "out.json")]
    return [*places, "--tune", "fce-dev", "--report", "conll13", *more]


def test_thresholds_are_written_and_checked_on_other_sets(corpora, loaded, capsys):
    assert main(options(corpora)) == 0
    thresholds = json.loads((corpora / "out.json").read_text(encoding="utf-8"))
    assert thresholds["default"] <= 0.7
    shown = capsys.readouterr().out
    assert "report conll13" in shown
    assert "F0.5 100.00" in shown


def test_the_model_reads_what_the_list_has_mended_and_only_its_own_edits_count(loaded):
    text = "We met her freind."
    (only,) = searched_alone(Path("x"), proposals=0.3)(Sentence(text, 0)).edits
    assert (only.original, only.replacement) == ("her", "the")
    assert searched_alone(Path("x"), proposals=1.0)(Sentence(text, 0)).edits == ()


def test_set_that_tunes_and_reports_is_refused(corpora, capsys):
    assert main([*options(corpora), "--report", "fce-dev"]) == 2
    assert "take it out of one" in capsys.readouterr().err


def test_missing_bundle_is_said_in_a_sentence(corpora, capsys):
    assert main(options(corpora)) == 2
    assert "error: " in capsys.readouterr().err


def test_impossible_cap_is_refused(corpora, capsys):
    assert main(options(corpora, "--max-false-alarms", "8")) == 2
    assert "between 0 and 1" in capsys.readouterr().err


def test_a_set_may_have_a_cap_of_its_own(corpora, capsys):
    assert main(options(corpora, "--cap", "fce-dev=8")) == 2
    assert "not at 8" in capsys.readouterr().err


@pytest.mark.parametrize("cap", ["fce=0.1", "fce-dev", "fce-dev=much"])
def test_a_cap_that_is_no_set_and_share_is_refused(corpora, capsys, cap):
    with pytest.raises(SystemExit):
        main(options(corpora, "--cap", cap))
    assert "write " in capsys.readouterr().err
