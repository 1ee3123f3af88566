"""A development set from its files to its scores, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from training.corpora.compressed import CorpusError
from training.scoring.counts import Counts
from training.scoring.dev_score import DevSet

M2 = """S She do n't like well - known “ places , ” does she ?
A 1 3|||R:VERB:SVA|||does n't|||REQUIRED|||-NONE-|||0
A 11 11|||M:ADV|||really|||REQUIRED|||-NONE-|||0

S It was Kim 's idea .
A -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||0

S We seen it!Really .
A 1 2|||R:VERB:TENSE|||saw|||REQUIRED|||-NONE-|||0
A 2 3|||R:ORTH|||it ! Really|||REQUIRED|||-NONE-|||0
"""

NATURAL = """She don't like well-known “places,” does she?
It was Kim’s idea.
We seen it!Really.
"""


@pytest.fixture
def dev_set(tmp_path):
    m2, natural = tmp_path / "dev.m2", tmp_path / "dev.txt"
    m2.write_text(M2, encoding="utf-8")
    natural.write_text(NATURAL, encoding="utf-8")
    return DevSet.load(m2, natural)


def test_unchanged_text_scores_perfect_precision_and_no_recall(dev_set):
    score = dev_set.score(dev_set.sources)
    assert score.counts == Counts(0, 0, 4)
    assert (score.precision, score.recall, score.f_half) == (1.0, 0.0, 0.0)
    assert (score.false_alarms, score.error_free, score.erroneous) == (0, 1, 2)


def test_plain_quotes_instead_of_curly_ones_are_no_edit(dev_set):
    plain = [text.replace("’", "'").replace("“", '"').replace("”", '"') for text in dev_set.sources]
    assert dev_set.score(plain).counts == Counts(0, 0, 4)


def test_natural_correction_finds_the_tokenised_gold(dev_set):
    score = dev_set.score(
        [
            "She doesn't like well-known “places,” does she really?",
            "It was Kim’s idea.",
            "We saw it! Really.",
        ]
    )
    # "really" stands before "?" in the hypothesis, after "does" in the gold: one found, one not.
    assert score.counts == Counts(3, 1, 1)


def test_changed_error_free_sentence_is_a_false_alarm(dev_set):
    score = dev_set.score([dev_set.sources[0], "It was Kim’s good idea.", dev_set.sources[2]])
    assert (score.false_alarms, score.false_alarm_rate) == (1, 1.0)
    assert score.erroneous_changed == 0


def test_found_and_missed_edits_are_counted_by_type_of_the_gold(dev_set):
    score = dev_set.score([*dev_set.sources[:2], "We saw it!Really."])
    assert score.types["R:VERB:TENSE"] == Counts(tp=1)
    assert score.types["R:ORTH"] == Counts(fn=1)
    assert sum((counts for counts in score.types.values()), Counts()) == Counts(1, 0, 3)


def test_sample_is_spread_over_the_whole_set(dev_set):
    assert dev_set.sample(2).sources == (dev_set.sources[0], dev_set.sources[1])
    assert dev_set.sample(1).score(dev_set.sources[:1]).counts.gold == 2
    assert dev_set.sample(0).sources == dev_set.sample(9).sources == dev_set.sources


def test_limit_takes_the_first_sentences(tmp_path):
    m2, natural = tmp_path / "dev.m2", tmp_path / "dev.tsv"
    m2.write_text(M2, encoding="utf-8")
    natural.write_text(NATURAL.replace("\n", "\tignored\n"), encoding="utf-8")
    assert DevSet.load(m2, natural, limit=2).sources == (
        "She don't like well-known “places,” does she?",
        "It was Kim’s idea.",
    )


def test_text_of_another_set_is_refused_with_a_sentence(tmp_path):
    m2, natural = tmp_path / "dev.m2", tmp_path / "dev.txt"
    m2.write_text(M2, encoding="utf-8")
    natural.write_text("Something else\nentirely was\nwritten in here\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="different sentences"):
        DevSet.load(m2, natural)


def test_missing_lines_are_refused(tmp_path):
    m2, natural = tmp_path / "dev.m2", tmp_path / "dev.txt"
    m2.write_text(M2, encoding="utf-8")
    natural.write_text(NATURAL.splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="1 lines"):
        DevSet.load(m2, natural)
