"""Muon (Jordan et al. 2024): momentum made orthogonal, for hidden matrices.

The same steps as ``torch.optim.Muon``, but matrices of one shape go through
Newton-Schulz together. Seventy small products one after another would leave a
GPU waiting for its host; four stacks do not. Works with any torch, too.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor

from training.precision import product_dtype

# The quintic that pushes singular values towards 1 fastest (Jordan et al. 2024).
COEFFICIENTS = (3.4445, -4.7750, 2.0315)
ROUNDS = 5
EPSILON = 1e-7


class Muon(torch.optim.Optimizer):
    """Orthogonalised Nesterov momentum with decoupled weight decay."""

    def __init__(
        self,
        parameters: Iterable[Tensor],
        *,
        lr: float = 0.0,
        momentum: float = 0.95,
        weight_decay: float = 0.0,
    ) -> None:
        """Take matrices (two-dimensional parameters) only."""
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})
        if any(item.ndim != 2 for group in self.param_groups for item in group["params"]):
            raise ValueError("Muon is for matrices; give other parameters to AdamW")

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Make one step from the gradients at hand."""
        del closure
        for group in self.param_groups:
            items = [item for item in group["params"] if item.grad is not None]
            if not items:
                continue
            gradients = [item.grad for item in items]
            buffers = [self._buffer(item) for item in items]
            torch._foreach_lerp_(buffers, gradients, 1 - group["momentum"])
            nesterov = torch._foreach_lerp(gradients, buffers, group["momentum"])
            torch._foreach_mul_(items, 1 - group["lr"] * group["weight_decay"])
            for indices in _by_shape(items):
                updates = orthogonalise(torch.stack([nesterov[index] for index in indices]))
                rows, columns = updates.shape[-2:]
                rate = group["lr"] * math.sqrt(max(1.0, rows / columns))
                chosen = [items[index] for index in indices]
                changes = list(updates.to(chosen[0].dtype).unbind())
                torch._foreach_add_(chosen, changes, alpha=-rate)

    def _buffer(self, item: Tensor) -> Tensor:
        state = self.state[item]
        if "momentum_buffer" not in state:
            state["momentum_buffer"] = torch.zeros_like(item)
        buffer: Tensor = state["momentum_buffer"]
        return buffer


def orthogonalise(matrices: Tensor) -> Tensor:
    """Return matrices (N, R, C) with singular values near 1, by Newton-Schulz.

    In bf16 where the device has instructions for it (the method needs no more digits).
    """
    a, b, c = COEFFICIENTS
    tall = matrices.shape[-2] > matrices.shape[-1]
    x = matrices.to(product_dtype(matrices.device))
    x = x.mT if tall else x
    x = x / x.norm(dim=(-2, -1), keepdim=True).clamp(min=EPSILON)
    for _ in range(ROUNDS):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    answer: Tensor = x.mT if tall else x
    return answer


def _by_shape(items: list[Tensor]) -> list[list[int]]:
    indices: dict[torch.Size, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        indices[item.shape].append(index)
    return list(indices.values())
