"""Sinusoids that tell a Transformer where a token stands.

Computed here, once, and given to the graphs: inside them sines took a
twentieth of the time, and a stored table would be a tenth of the file. Knows
numbers only.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

_SLOWEST = 10_000.0  # the last columns take this many positions for a radian
_GROWTH = 64  # rows; few sentences are longer


class Positions:
    """Rows of sinusoids; more are made when a text needs them.

    Args:
        dimension: width of a row, even.
    """

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension
        self._rows = sinusoids(0, dimension)

    def rows(self, first: int, count: int) -> FloatArray:
        """Return (count, dimension) sinusoids of the positions from ``first`` on."""
        if first + count > len(self._rows):
            enough = -(-(first + count) // _GROWTH) * _GROWTH
            self._rows = sinusoids(enough, self._dimension)
        return self._rows[first : first + count]


def sinusoids(count: int, dimension: int) -> FloatArray:
    """Return (count, dimension) sinusoids of the positions from 0 on.

    Sines in the first half of the columns, cosines in the second (Vaswani et
    al. 2017, section 3.5, in another order of columns).
    """
    half = dimension // 2
    exponents = np.arange(half, dtype=np.float32) * np.float32(-np.log(_SLOWEST) / half)
    angles = np.arange(count, dtype=np.float32)[:, None] * np.exp(exponents)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
