"""A network in torch behind the searches of the engine, one sentence at a time.

For comparison only: the searches then run the very same way on a checkpoint
as on a bundle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch

from model.state import FloatArray, IntArray
from training.edgeformer.model import DecoderState, EdgeFormer


class TorchState:
    """A torch decoder state of one row that can be cut back."""

    def __init__(self, inner: DecoderState) -> None:
        self.inner = inner

    @property
    def length(self) -> int:
        """Target positions so far."""
        return self.inner.length

    @property
    def rows(self) -> int:
        """Always one."""
        return 1

    def keep(self, length: int) -> None:
        """Forget all target positions from ``length`` on."""
        for layer in self.inner.layers:
            if layer.own is not None:
                layer.own = (layer.own[0][:, :, :length], layer.own[1][:, :, :length])
        self.inner.length = length

    def reorder(self, rows: Sequence[int]) -> None:
        """Refuse anything but the one row."""
        if list(rows) != [0]:
            raise ValueError(f"a torch state has one row, not {list(rows)}")

    def copy(self) -> TorchState:
        """Return a state that goes its own way from here."""
        layers = [replace(layer) for layer in self.inner.layers]
        return TorchState(replace(self.inner, layers=layers))


class TorchStepper:
    """An EdgeFormer as the searches want it, one sentence at a time."""

    def __init__(self, network: EdgeFormer) -> None:
        self._network = network

    def start(self, source_ids: Sequence[Sequence[int]]) -> TorchState:
        """Read one source."""
        with torch.inference_mode():
            memory, mask = self._network.encode(torch.tensor(source_ids))
            return TorchState(self._network.start(memory, mask))

    def step(self, tokens: IntArray, state: TorchState) -> FloatArray:
        """Return log-probabilities (1, positions, vocabulary)."""
        with torch.inference_mode():
            logits = self._network.step(torch.from_numpy(tokens), state.inner)
            log_probs: FloatArray = logits.log_softmax(-1).numpy()
        return log_probs
