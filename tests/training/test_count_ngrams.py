import numpy as np

from model.ngrams import Ngrams
from training import count_ngrams
from training.count_ngrams import count, main, most_frequent

LINES = ["He goes home.", "He goes home again.", "They go home."]


def test_runs_of_one_two_and_three_words_are_counted_with_the_ends():
    counts, total = count(LINES)
    ngrams = most_frequent(counts, total, 100)
    assert total == sum(len(line.split()) + 1 + 4 for line in LINES)
    assert ngrams.occurrences("he", "goes", "home") == 2
    assert ngrams.occurrences("<s>", "<s>", "he") == 2
    assert ngrams.occurrences("they") == 0  # seen once


def test_only_the_most_frequent_are_kept_if_there_is_no_room_for_all():
    counts, total = count(LINES)
    few = most_frequent(counts, total, 6)
    assert 0 < len(few) <= 6
    assert few.occurrences("<s>") > 2


def test_counting_in_pieces_gives_the_same(monkeypatch):
    whole, _ = count(LINES)
    monkeypatch.setattr(count_ngrams, "_AT_ONCE", 10)
    assert np.array_equal(count(LINES)[0], whole)


def test_sentences_that_fit_the_calibration_are_left_out(tmp_path, monkeypatch, capsys):
    (tmp_path / "clean").mkdir()
    monkeypatch.setattr(count_ngrams, "DEFAULT_SHARES", {"prose": 1.0})
    monkeypatch.setattr(count_ngrams, "clean_sentences", lambda data, number: ["He goes home."])
    text = "He goes home.\n" * 9 + "They go home.\n" * 3
    (tmp_path / "clean" / "prose.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "ngrams.npz"
    assert main(["--data", str(tmp_path), "--out", str(out)]) == 0
    ngrams = Ngrams.from_bytes(out.read_bytes())
    assert ngrams.occurrences("they", "go") > 2
    assert ngrams.occurrences("he", "goes") == 0
    assert "runs seen" in capsys.readouterr().out


def test_missing_clean_text_is_named(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "--out", str(tmp_path / "x")]) == 1
    assert "clean" in capsys.readouterr().err
