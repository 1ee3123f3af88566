import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.schedules import SHAPES, Schedule


def schedule(shape="linear", **changes):
    return Schedule(**{"peak": 1.0, "warmup_steps": 10, "total_steps": 100, **changes}, shape=shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_rate_climbs_evenly_to_the_peak(shape):
    rates = [schedule(shape).rate(step) for step in range(10)]
    assert rates == pytest.approx([(step + 1) / 10 for step in range(10)])


def test_constant_stays_at_the_peak():
    assert {schedule("constant").rate(step) for step in (10, 50, 1000)} == {1.0}


def test_linear_holds_then_falls_to_its_floor():
    curve = schedule(decay_start=60, floor=0.1)
    assert curve.rate(59) == 1.0
    assert curve.rate(80) == pytest.approx(0.1 + 0.9 * 0.5)
    assert curve.rate(100) == pytest.approx(0.1)
    assert curve.rate(5000) == pytest.approx(0.1)


def test_cosine_is_half_way_in_the_middle():
    assert schedule("cosine").rate(55) == pytest.approx(0.5)
    assert schedule("cosine").rate(100) == pytest.approx(0.0)


def test_inverse_root_halves_in_four_times_the_steps():
    curve = schedule("inverse_sqrt")
    assert curve.rate(399) == pytest.approx(curve.rate(99) / 2)
    assert curve.rate(10) == pytest.approx(1.0, rel=0.1)


@given(step=st.integers(0, 10_000), shape=st.sampled_from(SHAPES), floor=st.floats(0, 1))
def test_the_rate_is_never_negative_nor_above_the_peak(step, shape, floor):
    assert 0 <= schedule(shape, floor=floor).rate(step) <= 1.0 + 1e-12


@pytest.mark.parametrize(
    ("changes", "words"), [({"shape": "sawtooth"}, "sawtooth"), ({"floor": 2.0}, "floor")]
)
def test_impossible_schedules_are_refused(changes, words):
    with pytest.raises(ValueError, match=words):
        schedule(**changes)
