"""The check against known figures: what it compares and when it fails."""

from __future__ import annotations

import pytest

from training.evaluation.sets import NamedSet
from training.scoring import check
from training.scoring.check import (
    Known,
    Row,
    as_ascii,
    check_known,
    check_natural_sources,
    main,
    restored,
)


def test_characters_lost_to_question_marks_are_restored_from_the_source():
    source = ["Café", "for", "£", "5", "?"]
    damaged = ["Caf?", "for", "?", "5", "?"]
    assert as_ascii(source, source) == damaged
    assert restored(["Café", "for", "5"], ["Caf?", "for", "5", "?"]) == ["Café", "for", "5", "?"]


def test_figure_within_the_tolerance_is_right():
    assert Row("x", 10.0, 10.004, 0.005).is_right
    assert not Row("x", 10.0, 10.006, 0.005).is_right
    assert Row("x", None, 10.0, 0.0).is_right


def test_natural_sources_of_every_named_set_must_count_as_no_edit(tmp_path, monkeypatch):
    folder = tmp_path / "gec" / "dev"
    (folder / "m2").mkdir(parents=True)
    (folder / "m2/own.m2").write_text("S He said \u201c no \u201d .\n", encoding="utf-8")
    (folder / "own.txt").write_text("He said \u201cno\u201d.\n", encoding="utf-8")
    sets = {"own": NamedSet("m2/own.m2", "own.txt")}
    monkeypatch.setattr("training.evaluation.sets.NAMED_SETS", sets)
    monkeypatch.setattr(check, "NAMED_SETS", sets)
    (row,) = check_natural_sources(tmp_path)
    assert row.is_right


@pytest.fixture
def corpora(tmp_path):
    (tmp_path / "gec/dev/m2").mkdir(parents=True)
    (tmp_path / "scorer-check").mkdir()
    m2 = "S She go .\nA 1 2|||R:VERB|||goes|||REQUIRED|||-NONE-|||0\n"
    (tmp_path / "gec/dev/m2/own.m2").write_text(m2, encoding="utf-8")
    (tmp_path / "scorer-check/own.hyp").write_text("She goes .\n", encoding="utf-8")
    return tmp_path


def test_hypotheses_are_scored_against_their_set(corpora):
    known = Known("own.hyp", "own.m2", (100.0, 100.0, 100.0), (100.0, 100.0, 100.0))
    rows = check_known(known, corpora, with_errant=True)
    assert len(rows) == 6
    assert all(row.is_right for row in rows)


def test_wrong_figure_fails_the_command(corpora, monkeypatch, capsys):
    monkeypatch.setattr(check, "KNOWN", (Known("own.hyp", "own.m2", (50.0, 100.0, 100.0)),))
    monkeypatch.setattr(check, "NAMED_SETS", {})
    assert main(["--data", str(corpora)]) == 1
    assert "1 of 3 figures are off" in capsys.readouterr().out


def test_right_figures_pass_the_command(corpora, monkeypatch):
    monkeypatch.setattr(check, "KNOWN", (Known("", "own.m2", (100.0, 0.0, 0.0)),))
    monkeypatch.setattr(check, "NAMED_SETS", {})
    assert main(["--data", str(corpora)]) == 0


def test_missing_corpora_are_named(tmp_path, capsys):
    assert main(["--data", str(tmp_path)]) == 2
    assert "no file" in capsys.readouterr().err
