"""Exponential moving average of weights (Polyak averaging)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch
from torch import Tensor, nn


class AveragedWeights:
    """The average of a model's parameters, kept on its device."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self._model = model
        self._decay = decay
        self._names = [name for name, _ in model.named_parameters()]
        self._averages = [item.detach().clone() for item in model.parameters()]

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights after ``step`` steps; early on, forget faster."""
        decay = min(self._decay, (1 + step) / (10 + step))
        weights = [item.detach() for item in self._model.parameters()]
        torch._foreach_lerp_(self._averages, weights, 1 - decay)

    def state_dict(self) -> dict[str, Tensor]:
        """Return the averages under the names of the model's parameters."""
        return dict(zip(self._names, self._averages, strict=True))

    @torch.no_grad()
    def load_state_dict(self, averages: Mapping[str, Tensor]) -> None:
        """Restore what :meth:`state_dict` returned."""
        for name, average in zip(self._names, self._averages, strict=True):
            average.copy_(averages[name])

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Let the model hold the averages inside the ``with`` block."""
        weights = [item.detach().clone() for item in self._model.parameters()]
        self._copy_to_model(self._averages)
        try:
            yield
        finally:
            self._copy_to_model(weights)

    @torch.no_grad()
    def _copy_to_model(self, values: list[Tensor]) -> None:
        for item, value in zip(self._model.parameters(), values, strict=True):
            item.copy_(value)
