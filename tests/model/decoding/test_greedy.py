import numpy as np
import pytest

from model.decoding.common import DecodingOptions
from model.decoding.greedy import greedy
from model.errors import CancelledError
from model.tokenizer import EOS_ID
from tests.fakes import FakeStepper, random_distribution


def always(token, vocabulary=10):
    distribution = np.full(vocabulary, -5.0, dtype=np.float32)
    distribution[token] = -0.1
    return lambda source, prefix: distribution


def test_greedy_stops_at_the_end_mark_and_leaves_it_out():
    script = [7, 8, EOS_ID, 9]
    stepper = FakeStepper(lambda source, prefix: always(script[len(prefix)])(source, prefix))
    hypothesis = greedy(stepper, [7, 8], DecodingOptions())
    assert hypothesis.tokens == (7, 8)
    assert hypothesis.finished


def test_score_counts_the_end_mark():
    hypothesis = greedy(FakeStepper(always(EOS_ID)), [7], DecodingOptions())
    assert hypothesis.score == pytest.approx(-0.1)


def test_a_hypothesis_that_never_ends_is_cut_and_says_so():
    hypothesis = greedy(FakeStepper(always(7)), [7, 8], DecodingOptions(max_extra_tokens=3))
    assert hypothesis.tokens == (7,) * 5
    assert not hypothesis.finished
    assert hypothesis.log_probs.shape == (5,)


def test_cancelling_stops_between_steps():
    stepper = FakeStepper(random_distribution(3, copying=1.0))
    answers = iter([False, False, True])
    with pytest.raises(CancelledError):
        greedy(stepper, [5, 6, 7, 8], DecodingOptions(), lambda: next(answers))
    assert len(stepper.steps) == 2
