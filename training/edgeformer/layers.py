"""Layers as wiring: they receive their parts and own none.

Because a layer owns nothing, the same attention or feed-forward module can
stand in several layers; who shares what is decided in
:mod:`training.edgeformer.factory` alone. All layers are pre-norm:
``x + f(norm(x))``. Shapes as in :mod:`training.edgeformer.attention`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.edgeformer.adaptation import LayerAdaptation
from training.edgeformer.attention import Attention

KeysValues = tuple[Tensor, Tensor]


class FeedForward(nn.Module):
    """Two linear maps with a ReLU between them."""

    def __init__(self, dimension: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.up = nn.Linear(dimension, inner)
        self.down = nn.Linear(inner, dimension)
        self.dropout = dropout

    def forward(self, hidden: Tensor, adaptation: LayerAdaptation | None = None) -> Tensor:
        """Map (B, T, D) to (B, T, D)."""
        biases = adaptation.biases if adaptation else None
        inner = self.up(hidden)
        inner = functional.relu(inner if biases is None else inner + biases.up)
        output: Tensor = self.down(functional.dropout(inner, self.dropout, self.training))
        return output if biases is None else output + biases.down


class Norm(nn.LayerNorm):
    """LayerNorm that answers in the type that products will read.

    Under autocast the statistics are taken in fp32; without this cast each of
    the products that follow would convert the same fp32 tensor again.
    """

    def forward(self, hidden: Tensor) -> Tensor:
        """Map (..., D) to (..., D)."""
        normed = super().forward(hidden)
        kind = hidden.device.type
        if torch.is_autocast_enabled(kind):
            return normed.to(torch.get_autocast_dtype(kind))
        return normed


class EncoderNorms(nn.Module):
    """The norms of one encoder layer; never shared."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.attention = Norm(dimension)
        self.feed_forward = Norm(dimension)


class DecoderNorms(nn.Module):
    """The norms of one decoder layer; never shared."""

    def __init__(self, dimension: int, *, interleaved: bool) -> None:
        super().__init__()
        self.self_attention = Norm(dimension)
        if interleaved:
            self.feed_forward_1 = Norm(dimension)
        self.cross_attention = Norm(dimension)
        self.feed_forward_2 = Norm(dimension)


@dataclass(frozen=True, slots=True)
class EncoderLayer:
    """Self-attention, then feed-forward."""

    attention: Attention
    feed_forward: FeedForward
    norms: EncoderNorms
    adaptation: LayerAdaptation
    dropout: nn.Dropout

    def __call__(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Map (B, S, D) to (B, S, D); ``mask`` (B, 1, 1, S), prefix included."""
        normed: Tensor = self.norms.attention(hidden)
        keys, values = self.attention.keys_values(normed, self.adaptation)
        attended = self.attention(normed, keys, values, mask, self.adaptation)
        hidden = hidden + self.dropout(attended)
        inner: Tensor = self.feed_forward(self.norms.feed_forward(hidden), self.adaptation)
        dropped: Tensor = self.dropout(inner)
        return hidden + dropped


@dataclass(slots=True)
class DecoderLayerState:
    """Keys and values of one layer: cross ones fixed, own ones growing."""

    cross: KeysValues
    own: KeysValues | None = None

    def append(self, keys: Tensor, values: Tensor) -> KeysValues:
        """Add new positions and return all of them."""
        if self.own is not None:
            keys = torch.cat([self.own[0], keys], dim=2)
            values = torch.cat([self.own[1], values], dim=2)
        self.own = (keys, values)
        return self.own


@dataclass(frozen=True, slots=True)
class DecoderLayer:
    """Self-attention, [light feed-forward,] cross-attention, feed-forward.

    The interleaved form (section 4.1) has the first feed-forward, which is the
    very module that comes second; the baselines lack it.
    """

    self_attention: Attention
    cross_attention: Attention
    feed_forward: FeedForward
    norms: DecoderNorms
    interleaved: bool
    dropout: nn.Dropout
    unadapted: LayerAdaptation = field(default_factory=LayerAdaptation)

    def start(self, memory: Tensor) -> DecoderLayerState:
        """Project the encoder output (B, S, D) once for all steps."""
        return DecoderLayerState(cross=self.cross_attention.keys_values(memory))

    def __call__(
        self, hidden: Tensor, state: DecoderLayerState, own_mask: Tensor, source_mask: Tensor
    ) -> Tensor:
        """Map (B, T, D) to (B, T, D) and append the new positions to ``state``."""
        normed = self.norms.self_attention(hidden)
        keys, values = state.append(*self.self_attention.keys_values(normed))
        hidden = hidden + self.dropout(self.self_attention(normed, keys, values, own_mask))
        if self.interleaved:
            hidden = hidden + self.dropout(self.feed_forward(self.norms.feed_forward_1(hidden)))
        normed = self.norms.cross_attention(hidden)
        hidden = hidden + self.dropout(self.cross_attention(normed, *state.cross, source_mask))
        dropped: Tensor = self.dropout(self.feed_forward(self.norms.feed_forward_2(hidden)))
        return hidden + dropped
