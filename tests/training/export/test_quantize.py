import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from training.export.quantize import quantize

weights = arrays.arrays(
    np.float32,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=6),
    elements=st.floats(-1000, 1000, width=32),
)


@given(weights, st.sampled_from([7, 8]))
def test_every_weight_comes_back_within_half_a_step_of_its_row(weight, bits):
    quantized = quantize(weight, bits)
    error = np.abs(quantized.dequantized() - weight)
    assert (error <= 0.5001 * quantized.scales[:, None]).all()


@given(weights, st.sampled_from([7, 8]))
def test_integers_stay_within_their_bits_and_rows_become_columns(weight, bits):
    quantized = quantize(weight, bits)
    assert quantized.values.shape == weight.shape[::-1]
    assert np.abs(quantized.values.astype(int)).max() < 2 ** (bits - 1)


def test_seven_bits_cannot_overflow_two_products_in_sixteen_bits():
    largest = np.abs(quantize(np.array([[-9.0, 9.0]], dtype=np.float32), 7).values).max()
    assert 2 * 255 * int(largest) <= 2**15 - 1


def test_a_row_of_zeros_stays_zero():
    quantized = quantize(np.zeros((2, 3), dtype=np.float32))
    assert not quantized.dequantized().any()


@pytest.mark.parametrize("odd", [np.nan, np.inf])
def test_weights_of_a_diverged_run_are_refused(odd):
    with pytest.raises(ValueError, match="diverged"):
        quantize(np.array([[1.0, odd]], dtype=np.float32))


def test_other_widths_are_refused():
    with pytest.raises(ValueError, match="7 or 8"):
        quantize(np.ones((1, 1), dtype=np.float32), 4)
