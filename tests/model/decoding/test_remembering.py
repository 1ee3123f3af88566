import numpy as np
import pytest

from model.decoding.aggressive import aggressive
from model.decoding.common import DecodingOptions
from model.decoding.remembering import RememberingStepper
from model.tokenizer import BOS_ID, EOS_ID
from tests.model.decoding.tiny_transformer import TinyTransformer

SOURCE = [5, 6, 7, EOS_ID]


class CountingTransformer(TinyTransformer):
    """Counts how often it reads."""

    def __init__(self, seed):
        super().__init__(seed)
        self.readings = []

    def start(self, source_ids):
        self.readings.append([list(ids) for ids in source_ids])
        return super().start(source_ids)


def test_a_source_is_read_once_for_all_who_ask():
    model = CountingTransformer(1)
    stepper = RememberingStepper(model)
    first, second = stepper.start([SOURCE]), stepper.start([tuple(SOURCE)])
    assert model.readings == [[SOURCE]]
    assert np.array_equal(first.memory, second.memory)


def test_what_one_writes_another_does_not_see():
    stepper = RememberingStepper(CountingTransformer(1))
    first = stepper.start([SOURCE])
    alone = stepper.step(np.array([[BOS_ID, 5]]), first)
    second = stepper.start([SOURCE])
    assert second.length == 0
    assert np.array_equal(stepper.step(np.array([[BOS_ID, 5]]), second), alone)


@pytest.mark.parametrize("seed", range(5))
def test_a_search_finds_the_same_the_second_time(seed):
    model = CountingTransformer(seed)
    stepper = RememberingStepper(model)
    options = DecodingOptions(max_positions=60)
    once, again = (aggressive(stepper, SOURCE[:-1], options) for _ in range(2))
    alone = aggressive(model, SOURCE[:-1], options)
    assert once.tokens == again.tokens == alone.tokens
    assert np.array_equal(again.distributions, alone.distributions)


def test_only_a_few_sources_are_kept_and_the_latest_are():
    model = CountingTransformer(1)
    stepper = RememberingStepper(model)
    for token in (5, 6, 5, 7):
        stepper.start([[token, EOS_ID]])
    stepper.start([[5, EOS_ID]])
    assert len(model.readings) == 3
    stepper.start([[6, EOS_ID]])
    assert len(model.readings) == 4


def test_batches_are_not_kept():
    model = CountingTransformer(1)
    stepper = RememberingStepper(model)
    for _ in range(2):
        assert stepper.start([SOURCE, SOURCE]).rows == 2
    assert len(model.readings) == 2
