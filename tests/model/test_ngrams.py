import io
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import Span
from model.ngrams import HASH_BITS, Ngrams, bounded, hash_of, in_context, packed, split

RUNS = {"he": 64, "go": 16, "goes": 16, "he goes": 8, "<s> he": 32, "<s> he goes": 4, "<s>": 99}


def ngrams(runs=RUNS, total=1024):
    return Ngrams.of(runs, total)


def test_runs_are_found_with_their_count_and_others_not():
    counts = ngrams()
    assert counts.occurrences("he", "goes") == 8
    assert counts.occurrences("he", "go") == 0
    assert len(counts) == len(RUNS)


@given(st.dictionaries(st.text("abc ", min_size=1, max_size=6), st.integers(1, 1 << 40)))
def test_reading_gives_back_what_was_written(runs):
    written = ngrams(runs)
    read = Ngrams.from_bytes(written.to_bytes())
    assert read.hashes().tolist() == written.hashes().tolist()
    assert read.counts.tolist() == written.counts.tolist()
    assert read.total == written.total
    assert all(read.occurrences(run) > 0 for run in runs)


def test_hashes_far_apart_are_read_back():
    hashes = np.array([0, 255, 510, (1 << HASH_BITS) - 1], dtype=np.uint32)
    read = Ngrams.from_bytes(Ngrams.of_hashes(hashes, packed([1, 2, 4, 8]), 9).to_bytes())
    assert read.hashes().tolist() == hashes.tolist()


def test_of_many_runs_each_is_found_and_no_other():
    rng = np.random.default_rng(1)
    hashes = np.unique(rng.integers(0, 1 << HASH_BITS, 200_000)).astype(np.uint32)
    counts = rng.integers(0, 60, len(hashes)).astype(np.uint8)
    read = Ngrams.from_bytes(Ngrams.of_hashes(hashes, counts, 9).to_bytes())
    assert (read.hashes() == hashes).all()
    known = dict(zip(hashes.tolist(), counts.tolist(), strict=True))
    runs = [f"word {number}" for number in range(20_000)]
    expected = [2.0 ** (known[hash_of(run)] / 2) if hash_of(run) in known else 0.0 for run in runs]
    assert [read.occurrences(run) for run in runs] == expected
    assert sum(map(bool, expected)) > 5


@pytest.mark.parametrize("hashes", [[5, 3], [3, 3], [1, 2, 3], [1]])
def test_runs_that_are_not_sorted_or_have_no_count_are_refused(hashes):
    with pytest.raises(ValueError, match="runs"):
        Ngrams.of_hashes(np.array(hashes, dtype=np.uint32), packed([1, 2]), 9)


@pytest.mark.parametrize("gaps", [[1, 0], [255] * (1 << HASH_BITS - 7) + [1, 1]])
def test_gaps_that_lead_nowhere_are_refused(gaps):
    file = io.BytesIO()
    column = np.array(gaps, dtype=np.uint8)
    np.savez_compressed(file, gaps=column, counts=packed([1, 2]), total=np.array(9))
    with pytest.raises(ValueError, match="no counts of runs"):
        Ngrams.from_bytes(file.getvalue())


@given(st.text())
def test_hashes_fit_their_bits(run):
    assert 0 <= hash_of(run) < 1 << HASH_BITS


def test_the_longest_run_that_was_seen_decides_the_share():
    counts = ngrams()
    assert counts.log_share("goes", ("<s>", "he")) == pytest.approx(math.log(4 / 32))
    assert counts.log_share("goes", ("so", "he")) == pytest.approx(math.log(0.4 * 8 / 64))
    assert counts.log_share("go", ("so", "he")) == pytest.approx(math.log(0.16 * 16 / 1024))
    assert counts.log_share("xyzzy", ("so", "he")) == pytest.approx(math.log(0.16 * 0.5 / 1024))


def test_familiar_words_score_higher():
    counts = ngrams()
    assert counts.log_score(bounded(["he", "goes"])) > counts.log_score(bounded(["he", "go"]))
    assert counts.log_links(bounded(["he", "goes"])) > counts.log_links(bounded(["he", "go"]))


def test_words_are_alike_whatever_their_case_numbers_and_apostrophes():
    assert split("He paid 1,50 \u20ac; don\u2019t") == split("he PAID 3,7 \u20ac; don't")
    assert split("") == []


def test_a_change_is_seen_between_two_words_on_each_side():
    text = "Then he go to school."
    old, new = in_context(text, Span(8, 10), ["go", "goes"])
    assert old == ["then", "he", "go", "to", "school"]
    assert new == ["then", "he", "goes", "to", "school"]


def test_the_ends_of_a_sentence_are_words_of_their_own():
    assert in_context("Go", Span(0, 2), [""]) == [["<s>", "<s>", "</s>", "</s>"]]


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400), st.text(max_size=9))
def test_any_text_has_a_finite_score(text, one, other, replacement):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    (words,) = in_context(text, Span(start, end), [replacement])
    assert math.isfinite(ngrams().log_score(words))


@pytest.mark.parametrize("contents", [b"", b"PK\x03\x04 no", b"x" * 99])
def test_what_is_no_list_of_runs_is_refused(contents):
    with pytest.raises(ValueError, match="no counts of runs"):
        Ngrams.from_bytes(contents)
