import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.state import DecoderState, KeysValues

LAYERS, ROWS, HEADS, SOURCE, WIDTH = 2, 3, 2, 5, 4


def keys_values(positions, seed=0, rows=ROWS):
    rng = np.random.default_rng(seed)
    shape = (rows, HEADS, positions, WIDTH)
    keys, values = (rng.standard_normal(shape, dtype=np.float32) for _ in range(2))
    return KeysValues(keys, values)


def state_of(length, rows=ROWS):
    own = [keys_values(length, seed, rows) for seed in range(LAYERS)]
    cross = [keys_values(SOURCE, 10 + seed, rows) for seed in range(LAYERS)]
    mask = np.arange(rows * SOURCE, dtype=np.int32).reshape(rows, SOURCE)
    return DecoderState(own, cross, mask)


def test_keep_forgets_the_last_positions_and_leaves_the_source():
    state, before = state_of(7), state_of(7)
    state.keep(4)
    assert state.length == 4
    for layer, old in zip(state.own, before.own, strict=True):
        assert np.array_equal(layer.keys, old.keys[:, :, :4])
        assert np.array_equal(layer.values, old.values[:, :, :4])
    assert np.array_equal(state.cross[1].keys, before.cross[1].keys)


def test_keep_frees_the_memory_of_what_it_forgets():
    state = state_of(7)
    state.keep(2)
    assert state.own[0].keys.base is None or state.own[0].keys.base.size == state.own[0].keys.size


@pytest.mark.parametrize("length", [-1, 8])
def test_keep_refuses_positions_that_are_not_there(length):
    with pytest.raises(ValueError, match="cannot keep"):
        state_of(7).keep(length)


@given(st.lists(st.integers(0, ROWS - 1), min_size=1, max_size=6))
def test_reorder_takes_exactly_the_named_rows_everywhere(rows):
    state, before = state_of(3), state_of(3)
    state.reorder(rows)
    assert state.rows == len(rows)
    for place, row in enumerate(rows):
        assert np.array_equal(state.own[1].values[place], before.own[1].values[row])
        assert np.array_equal(state.cross[0].keys[place], before.cross[0].keys[row])
        assert np.array_equal(state.source_mask[place], before.source_mask[row])


@pytest.mark.parametrize("rows", [[ROWS], [-1]])
def test_reorder_refuses_rows_that_are_not_there(rows):
    with pytest.raises(IndexError):
        state_of(3).reorder(rows)


def test_a_copy_goes_its_own_way():
    state = state_of(5)
    other = state.copy()
    other.keep(1)
    other.reorder([0])
    assert (state.length, state.rows) == (5, ROWS)


def test_extend_refuses_a_past_that_is_not_longer():
    state = state_of(5)
    with pytest.raises(ValueError, match="lengthen"):
        state.extend([keys_values(5), keys_values(5)])
    state.extend([keys_values(6), keys_values(6)])
    assert state.length == 6


def test_parts_that_differ_in_rows_are_refused():
    with pytest.raises(ValueError, match="rows"):
        DecoderState([keys_values(0, rows=1)], [keys_values(2)], np.ones((ROWS, 2), np.int32))
    with pytest.raises(ValueError, match="layers"):
        DecoderState([], [], np.ones((ROWS, 2), np.int32))
