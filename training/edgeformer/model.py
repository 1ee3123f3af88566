"""EdgeFormer: encoder, decoder and tied projection.

The model owns each shared module once, in lists; its layers are wiring over
them, so the state dict holds every weight under one name only. Shapes: B rows,
S source positions, T target positions, D model width, V vocabulary.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from model.tokenizer import PAD_ID
from training.edgeformer.adaptation import Adapter, LayerAdaptation, LayerBiases, Prefix
from training.edgeformer.attention import Attention
from training.edgeformer.config import Adaptation, EdgeFormerConfig
from training.edgeformer.layers import (
    DecoderLayer,
    DecoderLayerState,
    DecoderNorms,
    EncoderLayer,
    EncoderNorms,
    FeedForward,
    Norm,
)

if TYPE_CHECKING:
    from training.edgeformer.factory import SharingPlan


@dataclass(slots=True)
class DecoderState:
    """All that a decoder keeps between steps."""

    layers: list[DecoderLayerState]
    source_mask: Tensor
    """(B, 1, 1, S), True at real source tokens."""
    length: int = 0
    """Target positions seen so far."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The modules that layers are wired from, with their types."""

    attentions: list[Attention]
    feed_forwards: list[FeedForward]
    decoder_feed_forwards: list[FeedForward]
    encoder_norms: list[EncoderNorms]
    decoder_norms: list[DecoderNorms]


class EdgeFormer(nn.Module):
    """A sequence-to-sequence Transformer with the given sharing."""

    def __init__(self, config: EdgeFormerConfig, plan: SharingPlan) -> None:
        super().__init__()
        self.config = config
        self.plan = plan
        width, dropout = config.dimension, config.dropout
        self.embedding = nn.Embedding(config.vocabulary_size, config.embedding_dimension)
        if config.factorised:
            self.embedding_projection = nn.Linear(config.embedding_dimension, width, bias=False)
        parts = _Parts(
            attentions=[
                Attention(width, config.heads, dropout) for _ in range(plan.attention_groups)
            ],
            feed_forwards=[
                FeedForward(width, config.feed_forward_dimension, dropout)
                for _ in range(max(plan.encoder_feed_forward) + 1)
            ],
            decoder_feed_forwards=[
                FeedForward(width, config.decoder_feed_forward_dimension, dropout)
                for _ in range(max(plan.decoder_feed_forward) + 1)
            ],
            encoder_norms=[EncoderNorms(width) for _ in range(config.encoder_layers)],
            decoder_norms=[
                DecoderNorms(width, interleaved=plan.interleaved)
                for _ in range(config.decoder_layers)
            ],
        )
        self.attentions = nn.ModuleList(parts.attentions)
        self.feed_forwards = nn.ModuleList(parts.feed_forwards)
        self.decoder_feed_forwards = nn.ModuleList(parts.decoder_feed_forwards)
        self.encoder_norms = nn.ModuleList(parts.encoder_norms)
        self.encoder_final_norm = Norm(width)
        self.decoder_norms = nn.ModuleList(parts.decoder_norms)
        self.decoder_final_norm = Norm(width)
        self.adapters = nn.ModuleList(self._adaptation_modules())
        self.hidden_dropout = nn.Dropout(dropout)
        self.register_buffer("positions", sinusoids(config.max_positions, width), persistent=False)
        self.positions: Tensor
        self._encoder_layers = tuple(self._wire_encoder(parts))
        self._decoder_layers = tuple(self._wire_decoder(parts))
        self._train_layer: Callable[[EncoderLayer, Tensor, Tensor], Tensor] = _apply
        self._initialise()

    def encode(self, source_ids: Tensor) -> tuple[Tensor, Tensor]:
        """Read sources.

        Args:
            source_ids: (B, S), padded with PAD.

        Returns:
            The encoder output (B, S, D) and the mask (B, 1, 1, S).
        """
        mask = (source_ids != PAD_ID)[:, None, None, :]
        hidden = self._embed(source_ids, 0)
        layer_mask = mask
        if self.config.adaptation is Adaptation.PREFIX:
            layer_mask = functional.pad(mask, (self.config.prefix_length, 0), value=True)
        apply = self._train_layer if self.training else _apply
        for layer in self._encoder_layers:
            hidden = apply(layer, hidden, layer_mask)
        memory: Tensor = self.encoder_final_norm(hidden)
        return memory, mask

    def start(self, memory: Tensor, source_mask: Tensor) -> DecoderState:
        """Begin decoding from an encoder output (B, S, D)."""
        return DecoderState([layer.start(memory) for layer in self._decoder_layers], source_mask)

    def step(self, target_ids: Tensor, state: DecoderState) -> Tensor:
        """Feed further target tokens (B, T), and return logits (B, T, V) for what follows each."""
        past, new = state.length, target_ids.shape[1]
        hidden = self._embed(target_ids, past)
        own_mask = torch.ones(new, past + new, dtype=torch.bool, device=target_ids.device)
        own_mask = own_mask.tril(past)[None, None]  # (1, 1, T, past + T)
        for layer, layer_state in zip(self._decoder_layers, state.layers, strict=True):
            hidden = layer(hidden, layer_state, own_mask, state.source_mask)
        state.length = past + new
        return self._project(self.decoder_final_norm(hidden))

    def forward(self, source_ids: Tensor, target_ids: Tensor) -> Tensor:
        """Return logits (B, T, V) for sources (B, S) and shifted targets (B, T)."""
        memory, mask = self.encode(source_ids)
        return self.step(target_ids, self.start(memory, mask))

    def compile_encoder(self, backend: str = "inductor") -> None:
        """Compile the encoder layers for training; evaluation stays as it is.

        All layers run the same code over other weights, so that one
        compilation serves all of them, for any number of rows and tokens. The
        decoder (a tenth of the work) is left alone: its growing state would
        cost a compilation for every relation of source and target length.
        """
        self._train_layer = torch.compile(_apply, backend=backend, dynamic=True)

    def run_eagerly(self) -> None:
        """Undo :meth:`compile_encoder`."""
        self._train_layer = _apply

    def _embed(self, ids: Tensor, first: int) -> Tensor:
        if first + ids.shape[1] > self.config.max_positions:
            raise ValueError(
                f"{first + ids.shape[1]} tokens; the model reads {self.config.max_positions}"
            )
        hidden: Tensor = self.embedding(ids)
        if self.config.factorised:
            hidden = self.embedding_projection(hidden)
        hidden = hidden * math.sqrt(self.config.dimension)
        hidden = hidden + self.positions[first : first + ids.shape[1]].to(hidden.dtype)
        hidden = self.hidden_dropout(hidden)
        return hidden  # noqa: RET504 (mypy: the call is Any, the name is a Tensor)

    def _project(self, hidden: Tensor) -> Tensor:
        if self.config.factorised:
            hidden = hidden @ self.embedding_projection.weight
        logits: Tensor = hidden @ self.embedding.weight.t()
        return logits

    def _adaptation_modules(self) -> list[nn.Module]:
        config = self.config
        layers = range(config.encoder_layers)
        if config.adaptation is Adaptation.ADAPTER:
            return [Adapter(config.dimension, config.adapter_rank) for _ in layers]
        if config.adaptation is Adaptation.BIAS:
            return [LayerBiases(config.dimension, config.feed_forward_dimension) for _ in layers]
        if config.adaptation is Adaptation.PREFIX:
            return [Prefix(config.dimension, config.prefix_length) for _ in layers]
        return []

    def _layer_adaptation(self, layer: int) -> LayerAdaptation:
        if not len(self.adapters):
            return LayerAdaptation()
        match self.adapters[layer]:
            case Adapter() as adapter:
                return LayerAdaptation(adapter=adapter)
            case LayerBiases() as biases:
                return LayerAdaptation(biases=biases)
            case Prefix() as prefix:
                return LayerAdaptation(prefix=prefix)
        raise TypeError(f"unknown adaptation {type(self.adapters[layer]).__name__}")

    def _wire_encoder(self, parts: _Parts) -> list[EncoderLayer]:
        return [
            EncoderLayer(
                attention=parts.attentions[self.plan.encoder_attention[i]],
                feed_forward=parts.feed_forwards[self.plan.encoder_feed_forward[i]],
                norms=parts.encoder_norms[i],
                adaptation=self._layer_adaptation(i),
                dropout=self.hidden_dropout,
            )
            for i in range(self.config.encoder_layers)
        ]

    def _wire_decoder(self, parts: _Parts) -> list[DecoderLayer]:
        return [
            DecoderLayer(
                self_attention=parts.attentions[self.plan.decoder_self_attention[j]],
                cross_attention=parts.attentions[self.plan.decoder_cross_attention[j]],
                feed_forward=parts.decoder_feed_forwards[self.plan.decoder_feed_forward[j]],
                norms=parts.decoder_norms[j],
                interleaved=self.plan.interleaved,
                dropout=self.hidden_dropout,
            )
            for j in range(self.config.decoder_layers)
        ]

    def _initialise(self) -> None:
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        # Unit variance after the sqrt(D) scale, so that positions do not drown tokens.
        nn.init.normal_(self.embedding.weight, std=self.config.dimension**-0.5)


def _apply(layer: EncoderLayer, hidden: Tensor, mask: Tensor) -> Tensor:
    """Call a layer; one function for all, because compiled code belongs to a function."""
    return layer(hidden, mask)


def sinusoids(length: int, dimension: int) -> Tensor:
    """Return position encodings (length, D) (Vaswani et al. 2017, section 3.5)."""
    places = torch.arange(length, dtype=torch.float32)[:, None]
    half = dimension // 2
    rates = torch.exp(torch.arange(half, dtype=torch.float32) * (-math.log(10_000.0) / half))
    angles = places * rates
    return torch.cat([angles.sin(), angles.cos()], dim=1)
