"""A stepper that reads a source once, however many questions are asked about it.

A sentence is searched, and then the candidates for its unknown words are
scored: each begins with reading the same source, which takes longer than all
that follows. Knows token ids and states; what asks, and why, it does not know.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic

from model.decoding.common import FloatArray, IntArray, StateT, Stepper

# A sentence that is too long for the model is read in parts, all of them before the first word
# is looked up; a part of 44 tokens takes 360 kB.
_REMEMBERED_SOURCES = 2


class RememberingStepper(Generic[StateT]):
    """Reads single sources that it has read of late without the model.

    Args:
        stepper: the model; results are exactly its own.
    """

    def __init__(self, stepper: Stepper[StateT]) -> None:
        self._stepper = stepper
        self._read: OrderedDict[tuple[int, ...], StateT] = OrderedDict()

    def start(self, source_ids: Sequence[Sequence[int]]) -> StateT:
        """Return a state that has read the sources and nothing else.

        Raises:
            DecodingError: as the stepper does.
        """
        if len(source_ids) != 1:
            return self._stepper.start(source_ids)  # a batch does not come a second time
        key = tuple(source_ids[0])
        if key not in self._read:
            self._read[key] = self._stepper.start(source_ids)
            if len(self._read) > _REMEMBERED_SOURCES:
                self._read.popitem(last=False)
        self._read.move_to_end(key)
        return self._read[key].copy()

    def step(self, tokens: IntArray, state: StateT) -> FloatArray:
        """Feed target tokens, as the stepper does."""
        return self._stepper.step(tokens, state)
