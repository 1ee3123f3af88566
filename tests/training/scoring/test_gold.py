"""Gold sentences as the official scorer reads them."""

from __future__ import annotations

import pytest

from training.corpora.compressed import CorpusError
from training.corpora.m2 import TokenEdit
from training.scoring.gold import is_error_free, read_gold


@pytest.fixture
def read(tmp_path):
    def write_and_read(text, limit=None):
        path = tmp_path / "gold.m2"
        path.write_text(text, encoding="utf-8")
        return read_gold(path, limit)

    return write_and_read


def test_edit_beyond_the_sentence_vanishes_but_its_annotator_stays(read):
    (sentence,) = read(
        "S Two words\n"
        "A 0 1|||R:NUM|||2|||REQUIRED|||-NONE-|||0\n"
        "A 2 3|||U:PUNCT||||||REQUIRED|||-NONE-|||1\n"
    )
    assert sentence.annotations == {0: (TokenEdit(0, 1, "R:NUM", ("2",)),), 1: ()}


def test_insertion_at_the_very_end_is_kept(read):
    (sentence,) = read("S Two words\nA 2 2|||M:PUNCT|||.|||REQUIRED|||-NONE-|||0\n")
    assert [edit.start for edit in sentence.annotations[0]] == [2]


def test_line_that_is_no_annotation_is_named(read):
    with pytest.raises(CorpusError, match="line 2"):
        read("S Two words\nA nonsense\n")


def test_limit_stops_early(read):
    assert len(read("S One\n\nS Two\n\nS Three\n", limit=2)) == 2


def test_error_only_seen_leaves_the_sentence_error_free(read):
    seen, noop, changed = read(
        "S Two words\nA 0 1|||UNK|||Two|||REQUIRED|||-NONE-|||0\n\n"
        "S Two words\nA -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||0\n\n"
        "S Two words\nA -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||0\n"
        "A 1 2|||U:NOUN||||||REQUIRED|||-NONE-|||1\n"
    )
    assert [is_error_free(sentence) for sentence in (seen, noop, changed)] == [True, True, False]
