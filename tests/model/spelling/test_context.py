import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.edits import Span
from model.spelling import context
from model.spelling.context import ContextScorer
from model.tokenizer import BOS_ID, EOS_ID
from tests.fakes import FakeStepper, random_distribution, tiny_tokenizer

SOURCE = "She goes to shcool every day."
WORD = Span(12, 18)


def whole_score(distribution, source, target):
    """Return the log-probability of a whole target, token by token."""
    tokens = [*target, EOS_ID]
    return sum(
        float(distribution((*source, EOS_ID), tuple(tokens[:place]))[token])
        for place, token in enumerate(tokens)
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(["schools", "a coat", "x"]), min_size=1))
def test_at_the_end_of_a_sentence_scores_are_those_of_whole_targets(seed, texts):
    tokenizer = tiny_tokenizer()
    distribution = random_distribution(seed, len(tokenizer))
    source = SOURCE[: WORD.end]
    scores = ContextScorer(tokenizer, FakeStepper(distribution)).scores(source, WORD, texts)
    ids = tokenizer.encode(source)
    before = whole_score(distribution, ids, ids)
    for text, score in zip(texts, scores, strict=True):
        target = tokenizer.encode(source[: WORD.start] + text)
        assert score == pytest.approx(whole_score(distribution, ids, target) - before, abs=1e-3)


def test_the_word_itself_scores_nothing():
    stepper = FakeStepper(random_distribution(3, len(tiny_tokenizer())))
    scores = ContextScorer(tiny_tokenizer(), stepper).scores(SOURCE, WORD, ["shcool", "school"])
    assert scores[0] == 0.0
    assert scores[1] != 0.0


def test_what_all_targets_begin_with_is_read_once():
    stepper = FakeStepper(random_distribution(3, len(tiny_tokenizer())))
    ContextScorer(tiny_tokenizer(), stepper).scores(SOURCE, WORD, ["school", "shoal"])
    assert len(stepper.steps) == 2


@pytest.mark.parametrize("rows", [1, 2, 3, 9])
def test_however_few_rows_are_fed_at_once_the_scores_are_the_same(rows, monkeypatch):
    texts = ["school", "shoal", "cool", "skull", "scholar", "schools", "hole"]
    fed = []

    class Counting(FakeStepper):
        def step(self, tokens, state):
            fed.append(len(tokens))
            return super().step(tokens, state)

    def scores():
        stepper = Counting(random_distribution(3, len(tiny_tokenizer())))
        return ContextScorer(tiny_tokenizer(), stepper).scores(SOURCE, WORD, texts)

    expected = scores()
    assert max(fed) == 3
    monkeypatch.setattr(context, "_ROWS_AT_ONCE", rows)
    assert scores() == pytest.approx(expected, abs=1e-3)


def test_the_first_word_of_a_sentence_can_be_asked_about():
    stepper = FakeStepper(random_distribution(5, len(tiny_tokenizer())))
    scores = ContextScorer(tiny_tokenizer(), stepper).scores("Hte day", Span(0, 3), ["The"])
    assert np.isfinite(scores).all()


def test_the_decoder_is_fed_from_the_begin_mark():
    fed = []

    def distribution(source, prefix):
        fed.append(prefix)
        return random_distribution(1, len(tiny_tokenizer()))(source, prefix)

    ContextScorer(tiny_tokenizer(), FakeStepper(distribution)).scores(SOURCE, WORD, ["school"])
    assert fed[0] == ()
    assert BOS_ID not in fed[-1]
