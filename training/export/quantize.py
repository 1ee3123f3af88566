"""Float weights to signed 8-bit integers with one scale per output channel.

Symmetric, so that no zero point is needed for weights. Knows arrays only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class QuantizedWeight:
    """``weight ≈ (values * scales).T``."""

    values: NDArray[np.int8]
    """(inputs, outputs), as MatMul wants its right side."""
    scales: FloatArray
    """(outputs,)."""

    def dequantized(self) -> FloatArray:
        """Return the weight that these integers stand for, (outputs, inputs)."""
        return (self.values.astype(np.float32) * self.scales).T


def quantize(weight: FloatArray, bits: int = 7) -> QuantizedWeight:
    """Round a weight to integers.

    Args:
        weight: (outputs, inputs), the layout of ``torch.nn.Linear``.
        bits: 8 uses -127..127; 7 uses -63..63, so that processors with AVX2
            but without VNNI cannot overflow the 16-bit sums of two
            unsigned x signed products (2 * 255 * 63 < 32768).

    Raises:
        ValueError: if ``bits`` is not 7 or 8, or a weight is not finite.
    """
    if bits not in (7, 8):
        raise ValueError(f"weights take 7 or 8 bits, not {bits}")
    if not np.isfinite(weight).all():
        raise ValueError("a weight is not finite; the checkpoint comes from a diverged run")
    limit = 2 ** (bits - 1) - 1
    scales = (np.abs(weight).max(axis=1) / limit).astype(np.float32)
    # A row of (nearly) nothing has no scale that floats can divide by.
    scales = np.where(scales < np.finfo(np.float32).tiny, np.float32(1), scales)
    values = np.clip(np.rint(weight / scales[:, None]), -limit, limit).astype(np.int8)
    return QuantizedWeight(np.ascontiguousarray(values.T), scales)
