import numpy as np
import pytest

from model.positions import Positions, sinusoids
from training.edgeformer.model import sinusoids as trained_sinusoids


@pytest.mark.parametrize(("count", "dimension"), [(1, 32), (70, 32), (512, 512)])
def test_sinusoids_are_those_of_training(count, dimension):
    trained = trained_sinusoids(count, dimension).numpy()
    assert np.abs(sinusoids(count, dimension) - trained).max() < 1e-4  # of 32-bit angles


def test_rows_are_the_same_wherever_one_begins():
    positions = Positions(16)
    whole = sinusoids(300, 16)
    for first, count in ((0, 1), (5, 60), (64, 1), (100, 200), (3, 4)):
        assert np.array_equal(positions.rows(first, count), whole[first : first + count])
