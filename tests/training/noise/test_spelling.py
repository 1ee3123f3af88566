from __future__ import annotations

import random
from pathlib import Path

import pytest

from training.corpora.compressed import CorpusError
from training.noise.spelling import Typist, is_plausible, read_misspellings


def test_dialect_pairs_and_wild_guesses_are_no_misspellings() -> None:
    assert is_plausible("beleive", "believe")
    assert not is_plausible("color", "colour")
    assert not is_plausible("realise", "realize")
    assert not is_plausible("elephant", "giraffe")
    assert not is_plausible("friend", "friend")


def test_lists_are_reversed_and_never_give_a_known_word(tmp_path: Path) -> None:
    rows = "freind\tfriend\nfiend\tfriend\ncolor\tcolour\nMoscwo\tMoscow\n"
    (tmp_path / "mine.tsv").write_text(rows, encoding="utf-8")
    table = read_misspellings(tmp_path, {"friend", "fiend", "colour", "color"}, {"mine": 3})
    assert table == {"friend": {"freind": 3}}


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="misspelling lists"):
        read_misspellings(tmp_path, {"friend"})


def test_slips_never_make_a_known_word_and_stay_close() -> None:
    known = {"form", "from", "house", "horse", "beautiful", "necessary"}
    typist = Typist(known)
    rng = random.Random(5)
    for word in sorted(known) * 60:
        wrong = typist.misspell(word, rng)
        assert wrong == word or wrong not in known
        assert abs(len(wrong) - len(word)) <= 3
    assert len({typist.misspell("necessary", rng) for _ in range(60)}) > 10
