"""Optimisers of a recipe: AdamW, or Muon for the matrices of the layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn

from training.configs import OptimizerConfig
from training.muon import Muon


class Optimizers:
    """One or two torch optimisers driven by one learning rate."""

    def __init__(self, model: nn.Module, config: OptimizerConfig) -> None:
        matrices, others = _split(model)
        betas = (config.beta1, config.beta2)
        self._parts: list[tuple[torch.optim.Optimizer, float]] = []
        if config.name == "muon":
            shared = [item for name, item in _named(model) if _is_shared_matrix(name, item)]
            muon = Muon(shared, weight_decay=config.weight_decay)
            self._parts.append((muon, config.muon_rate_scale))
            taken = {id(item) for item in shared}
            matrices = [item for item in matrices if id(item) not in taken]
        groups = [
            {"params": matrices, "weight_decay": config.weight_decay},
            {"params": others, "weight_decay": 0.0},
        ]
        adamw = torch.optim.AdamW(
            [group for group in groups if group["params"]], lr=0.0, betas=betas, fused=True
        )
        self._parts.append((adamw, 1.0))

    def step(self, rate: float) -> None:
        """Make one step at learning rate ``rate`` and forget the gradients."""
        for optimizer, scale in self._parts:
            for group in optimizer.param_groups:
                group["lr"] = rate * scale
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """Return the state of each part."""
        return [optimizer.state_dict() for optimizer, _ in self._parts]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Restore what :meth:`state_dict` returned."""
        for (optimizer, _), state in zip(self._parts, states, strict=True):
            optimizer.load_state_dict(state)


def _split(model: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    matrices = [parameter for name, parameter in _named(model) if _is_hidden(name, parameter)]
    others = [parameter for name, parameter in _named(model) if not _is_hidden(name, parameter)]
    return matrices, others


def _named(model: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
    return ((name, item) for name, item in model.named_parameters() if item.requires_grad)


def _is_shared_matrix(name: str, parameter: nn.Parameter) -> bool:
    """Tell the matrices that Muon is for; adapters of rank 16 stay with AdamW."""
    groups = ("attentions.", "feed_forwards.", "decoder_feed_forwards.")
    return parameter.ndim == 2 and name.startswith(groups)


def _is_hidden(name: str, parameter: nn.Parameter) -> bool:
    return parameter.ndim == 2 and not name.startswith("embedding")
