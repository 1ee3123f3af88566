"""What the decoder keeps between steps.

Plain arrays and what a search does with them: cut back and reorder. Knows no
model and no search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class KeysValues:
    """Attention keys and values of one layer, each (rows, heads, positions, head width)."""

    keys: FloatArray
    values: FloatArray

    @property
    def length(self) -> int:
        """Number of positions."""
        return int(self.keys.shape[2])

    def cut(self, length: int) -> KeysValues:
        """Return the first ``length`` positions, in memory of their own."""
        return KeysValues(
            np.ascontiguousarray(self.keys[:, :, :length]),
            np.ascontiguousarray(self.values[:, :, :length]),
        )

    def take(self, rows: IntArray) -> KeysValues:
        """Return the named rows in that order."""
        return KeysValues(self.keys[rows], self.values[rows])


class DecoderState:
    """Keys and values of all decoder layers; belongs to one search.

    ``step`` of a session appends to it in place; ``copy`` keeps a point to go
    back to, at no cost, because the arrays themselves are never written to.
    """

    __slots__ = ("_cross", "_own", "_source_mask")

    def __init__(
        self,
        own: Sequence[KeysValues],
        cross: Sequence[KeysValues],
        source_mask: NDArray[np.int32],
    ) -> None:
        """Take the arrays of each layer.

        Args:
            own: past self-attention per layer; zero positions at the start.
            cross: attention to the source per layer.
            source_mask: (rows, source positions), 1 at real tokens.

        Raises:
            ValueError: if layers or rows do not agree.
        """
        if len(own) != len(cross) or not own:
            raise ValueError(f"{len(own)} layers of own keys, {len(cross)} of source keys")
        rows = {layer.keys.shape[0] for layer in (*own, *cross)} | {source_mask.shape[0]}
        if len(rows) != 1:
            raise ValueError(f"the parts of a state differ in rows: {sorted(rows)}")
        self._own = tuple(own)
        self._cross = tuple(cross)
        self._source_mask = source_mask

    @property
    def length(self) -> int:
        """Target positions so far, the begin mark included."""
        return self._own[0].length

    @property
    def rows(self) -> int:
        """Number of hypotheses that are searched side by side."""
        return int(self._source_mask.shape[0])

    @property
    def own(self) -> tuple[KeysValues, ...]:
        """Past self-attention, per layer."""
        return self._own

    @property
    def cross(self) -> tuple[KeysValues, ...]:
        """Attention to the source, per layer."""
        return self._cross

    @property
    def source_mask(self) -> NDArray[np.int32]:
        """(rows, source positions), 1 at real tokens."""
        return self._source_mask

    def extend(self, own: Sequence[KeysValues]) -> None:
        """Replace the past by a longer one, as a decoder step returns it.

        Raises:
            ValueError: if it is not longer, or for another number of layers.
        """
        if len(own) != len(self._own) or own[0].length <= self.length:
            raise ValueError(f"a step must lengthen {len(self._own)} layers of {self.length}")
        self._own = tuple(own)

    def keep(self, length: int) -> None:
        """Forget all target positions from ``length`` on; the source stays.

        Raises:
            ValueError: if there are not that many.
        """
        if not 0 <= length <= self.length:
            raise ValueError(f"cannot keep {length} of {self.length} positions")
        if length < self.length:
            self._own = tuple(layer.cut(length) for layer in self._own)

    def reorder(self, rows: Sequence[int] | IntArray) -> None:
        """Let the rows be these ones of the present rows; repeats and gaps are allowed.

        Raises:
            IndexError: if a row does not exist.
        """
        chosen = np.asarray(rows, dtype=np.int64)
        if chosen.size and not 0 <= chosen.min() <= chosen.max() < self.rows:
            raise IndexError(f"rows {chosen.tolist()} of a state with {self.rows}")
        self._own = tuple(layer.take(chosen) for layer in self._own)
        self._cross = tuple(layer.take(chosen) for layer in self._cross)
        self._source_mask = self._source_mask[chosen]

    def copy(self) -> DecoderState:
        """Return a state that goes its own way from here."""
        return DecoderState(self._own, self._cross, self._source_mask)
