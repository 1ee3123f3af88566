import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decoding import decode
from model.decoding.common import DecodingOptions
from model.decoding.greedy import greedy
from model.errors import CancelledError
from model.tokenizer import EOS_ID
from tests.fakes import FakeStepper, random_distribution


@given(source=st.lists(st.integers(3, 11), max_size=12), seed=st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_a_beam_of_one_is_greedy(source, seed):
    stepper = FakeStepper(random_distribution(seed, copying=0.6))
    expected = greedy(stepper, source, DecodingOptions())
    found = decode(stepper, source, DecodingOptions(strategy="beam", beam_size=1))
    assert found.tokens == expected.tokens
    assert found.finished == expected.finished
    assert np.array_equal(found.distributions, expected.distributions)


@pytest.mark.parametrize("seed", range(10))
def test_a_wide_beam_finds_the_most_probable_hypothesis(seed):
    distribution = random_distribution(seed, vocabulary=6, copying=0.0)
    options = DecodingOptions(
        strategy="beam", beam_size=200, max_extra_tokens=3, max_extra_share=0.0, length_penalty=0.0
    )
    source = (EOS_ID,)

    def score(tokens):
        prefixes = [tokens[:length] for length in range(len(tokens) + 1)]
        chosen = [*tokens, EOS_ID]
        return sum(distribution(source, p)[c] for p, c in zip(prefixes, chosen, strict=True))

    alphabet = [token for token in range(6) if token != EOS_ID]
    everything = itertools.chain.from_iterable(
        itertools.product(alphabet, repeat=length) for length in range(4)
    )
    expected = max(everything, key=score)
    found = decode(FakeStepper(distribution), [], options)
    assert found.tokens == expected
    assert found.score == pytest.approx(score(expected), abs=1e-4)


def test_cancelling_stops_between_steps():
    stepper = FakeStepper(random_distribution(3))
    options = DecodingOptions(strategy="beam", beam_size=3)
    with pytest.raises(CancelledError):
        decode(stepper, [5, 6, 7], options, lambda: len(stepper.steps) == 2)
    assert len(stepper.steps) == 2
