import pytest

from model.decoding import decode
from model.decoding.common import DecodingOptions
from tests.fakes import FakeStepper, random_distribution


def test_short_sources_may_grow_by_eight_tokens_and_long_ones_by_a_share():
    options = DecodingOptions()
    assert options.length_limit(0) == 8
    assert options.length_limit(10) == 18
    assert options.length_limit(100) == 130


def test_the_length_limit_leaves_room_for_the_begin_mark():
    assert DecodingOptions(max_positions=512).length_limit(500) == 511


@pytest.mark.parametrize("positions", [12, 20, 40, 512])
def test_the_longest_source_has_all_the_room_its_hypothesis_may_need(positions):
    options = DecodingOptions(max_positions=positions)
    roomy = DecodingOptions(max_positions=10_000)
    longest = options.longest_source
    assert options.length_limit(longest) == roomy.length_limit(longest)
    assert options.length_limit(longest + 2) < roomy.length_limit(longest + 2)


@pytest.mark.parametrize(
    "wrong", [{"strategy": "best"}, {"beam_size": 2}, {"strategy": "beam", "beam_size": 0}]
)
def test_options_that_contradict_each_other_are_refused(wrong):
    with pytest.raises(ValueError, match="strategy"):
        DecodingOptions(**wrong)


def test_a_source_longer_than_the_model_can_read_is_refused_before_any_step():
    stepper = FakeStepper(random_distribution(1))
    with pytest.raises(ValueError, match="split the sentence"):
        decode(stepper, [5] * 16, DecodingOptions(max_positions=16))
    assert stepper.steps == []
