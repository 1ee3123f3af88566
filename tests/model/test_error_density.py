import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import Correction, Sentence
from model.error_density import ErrorDensity, at_odds

probabilities = st.floats(0.0, 1.0)
odds = st.floats(0.05, 20.0)


def read(density, sentences, expected_mistakes, words=12):
    """Let a density follow some sentences with as many expected mistakes each."""
    for _ in range(sentences):
        sentence = Sentence(" ".join(["word"] * words), 0)
        density.follow(Correction(sentence, (), {"R:PREP": expected_mistakes}))
    return density.odds.overall


def test_a_text_counts_as_typical_before_it_is_read():
    assert ErrorDensity().odds.overall == 1.0


def test_right_sentences_make_mistakes_less_likely_and_wrong_ones_more():
    assert read(ErrorDensity(), 10, 0.0) < 0.6
    assert read(ErrorDensity(), 10, 0.4) > 1.2


def test_one_sentence_tells_less_than_ten():
    assert 1.0 > read(ErrorDensity(), 1, 0.0) > read(ErrorDensity(), 10, 0.0)


def test_what_was_read_last_counts_most():
    right_then_wrong, wrong_then_right = ErrorDensity(), ErrorDensity()
    read(right_then_wrong, 10, 0.0)
    read(wrong_then_right, 10, 0.4)
    assert read(right_then_wrong, 10, 0.4) > read(wrong_then_right, 10, 0.0)


def test_one_sentence_that_is_no_english_does_not_decide():
    assert read(ErrorDensity(), 1, 50.0, 100) == read(ErrorDensity(), 1, 2.0, 100) < 1.5


@given(st.lists(st.tuples(st.floats(0.0, 100.0), st.integers(0, 400)), max_size=30))
def test_odds_stay_within_bounds_whatever_is_read(sentences):
    density = ErrorDensity()
    for expected, words in sentences:
        read(density, 1, expected, words)
    assert 0.1 <= density.odds.overall <= 1.5


@given(probabilities)
def test_odds_of_one_change_nothing(probability):
    assert at_odds(probability, 1.0) == pytest.approx(probability)


@given(probabilities, odds, odds)
def test_higher_odds_never_make_less_likely(probability, one, other):
    low, high = sorted((one, other))
    assert 0.0 <= at_odds(probability, low) <= at_odds(probability, high) + 1e-12 <= 1.0 + 1e-12


@given(st.floats(0.01, 0.99), odds)
def test_odds_multiply(probability, times):
    moved = at_odds(probability, times)
    assert moved / (1 - moved) == pytest.approx(times * probability / (1 - probability))
