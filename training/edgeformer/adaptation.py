"""Layer adaptation: what a layer adds to the weights it shares (section 4.3)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


class LowRank(nn.Module):
    """LoRA (Hu et al. 2021): ``x A^T B^T``, zero at the start."""

    def __init__(self, dimension: int, rank: int) -> None:
        super().__init__()
        self.a = nn.Parameter(torch.randn(rank, dimension) * dimension**-0.5)
        self.b = nn.Parameter(torch.zeros(dimension, rank))

    def forward(self, hidden: Tensor) -> Tensor:
        """Map (..., D) to (..., D)."""
        return (hidden @ self.a.t()) @ self.b.t()


class Adapter(nn.Module):
    """One layer's additions to W_Q and W_V (Adapter-LA)."""

    def __init__(self, dimension: int, rank: int) -> None:
        super().__init__()
        self.q = LowRank(dimension, rank)
        self.v = LowRank(dimension, rank)


class LayerBiases(nn.Module):
    """One layer's own bias terms (Bias-LA), added to the shared ones."""

    def __init__(self, dimension: int, feed_forward_dimension: int) -> None:
        super().__init__()
        self.q = nn.Parameter(torch.zeros(dimension))
        self.k = nn.Parameter(torch.zeros(dimension))
        self.v = nn.Parameter(torch.zeros(dimension))
        self.o = nn.Parameter(torch.zeros(dimension))
        self.up = nn.Parameter(torch.zeros(feed_forward_dimension))
        self.down = nn.Parameter(torch.zeros(dimension))


class Prefix(nn.Module):
    """One layer's learnt tokens (1, L, D), seen as keys and values only (Prefix-LA)."""

    def __init__(self, dimension: int, length: int) -> None:
        super().__init__()
        self.tokens = nn.Parameter(torch.randn(1, length, dimension) * 0.02)


@dataclass(frozen=True, slots=True)
class LayerAdaptation:
    """What one layer has of its own; at most one field is set."""

    biases: LayerBiases | None = None
    adapter: Adapter | None = None
    prefix: Prefix | None = None
