"""The tuning command: what it writes and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.edits import Correction, Edit, Sentence, Span
from training import tune_thresholds
from training.evaluation.sets import NAMED_SETS
from training.tune_thresholds import main

M2 = "S She go home .\nA 1 2|||R:VERB:SVA|||goes|||REQUIRED|||-NONE-|||0\n\nS They left .\n"


class FakeCorrector:
    def __init__(self, folder, options):
        assert options.min_confidence == 0.0

    def correct_sentence(self, sentence: Sentence) -> Correction:
        if "go " not in sentence.text:
            return Correction(sentence, ())
        edit = Edit(Span(4, 6), "go", "goes", 0.7, error_type="R:VERB:SVA")
        return Correction(sentence, (edit,))


@pytest.fixture
def corpora(tmp_path):
    for name in ("conll13", "fce-dev"):
        files = NAMED_SETS[name]
        for place, text in ((files.m2, M2), (files.natural, "She go home.\nThey left.\n")):
            path = tmp_path / "gec" / "dev" / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return tmp_path


def options(corpora: Path, *more: str) -> list[str]:
    places = ["--bundle", "x", "--data", str(corpora), "--out", str(corpora / "out.json")]
    return [*places, "--tune", "fce-dev", "--report", "conll13", *more]


def test_thresholds_are_written_and_checked_on_other_sets(corpora, monkeypatch, capsys):
    monkeypatch.setattr(tune_thresholds, "Corrector", FakeCorrector)
    assert main(options(corpora)) == 0
    thresholds = json.loads((corpora / "out.json").read_text(encoding="utf-8"))
    assert thresholds["default"] <= 0.7
    shown = capsys.readouterr().out
    assert "report conll13" in shown
    assert "F0.5 100.00" in shown


def test_set_that_tunes_and_reports_is_refused(corpora, capsys):
    assert main([*options(corpora), "--report", "fce-dev"]) == 2
    assert "take it out of one" in capsys.readouterr().err


def test_missing_bundle_is_said_in_a_sentence(corpora, capsys):
    assert main(options(corpora)) == 2
    assert "error: " in capsys.readouterr().err


def test_impossible_cap_is_refused(corpora, capsys):
    assert main(options(corpora, "--max-false-alarms", "8")) == 2
    assert "between 0 and 1" in capsys.readouterr().err
