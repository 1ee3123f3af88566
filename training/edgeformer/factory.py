"""The one place that decides which modules are shared.

Groups, 0-based, as the paper numbers them from 1 (section 4.2):

==========================  =====================  ==================  ========
what                        edgeformer             universal           full
==========================  =====================  ==================  ========
encoder attention, layer i  i mod 4                0                   i
encoder FFN, layer i        i mod 2                0                   i
decoder self-attention j    encoder group 2j       own, one for all    own
decoder cross-attention j   encoder group 2j + 1   own, one for all    own
decoder FFN j               one for all, d/4       one for all, 4d     own, 4d
==========================  =====================  ==================  ========

LayerNorms and layer adaptation are never shared; embeddings are tied with the
output projection always.
"""

from __future__ import annotations

from dataclasses import dataclass

from training.edgeformer.config import Architecture, EdgeFormerConfig
from training.edgeformer.model import EdgeFormer

ATTENTION_GROUPS = 4  # section 4.2: W_e[i] tied with W_e[i+4]
FEED_FORWARD_GROUPS = 2  # section 4.2: W_e[i] tied with W_e[i+2]


@dataclass(frozen=True, slots=True)
class SharingPlan:
    """Which group each layer uses."""

    encoder_attention: tuple[int, ...]
    encoder_feed_forward: tuple[int, ...]
    decoder_self_attention: tuple[int, ...]
    decoder_cross_attention: tuple[int, ...]
    decoder_feed_forward: tuple[int, ...]
    interleaved: bool

    @property
    def attention_groups(self) -> int:
        """Number of attention modules that exist."""
        used = self.encoder_attention + self.decoder_self_attention + self.decoder_cross_attention
        return max(used) + 1


def sharing_plan(config: EdgeFormerConfig) -> SharingPlan:
    """Return the table of the module docstring for ``config``."""
    encoder, decoder = range(config.encoder_layers), range(config.decoder_layers)
    if config.architecture is Architecture.EDGEFORMER:
        return SharingPlan(
            encoder_attention=tuple(i % ATTENTION_GROUPS for i in encoder),
            encoder_feed_forward=tuple(i % FEED_FORWARD_GROUPS for i in encoder),
            decoder_self_attention=tuple(2 * j for j in decoder),
            decoder_cross_attention=tuple(2 * j + 1 for j in decoder),
            decoder_feed_forward=tuple(0 for _ in decoder),
            interleaved=True,
        )
    if config.architecture is Architecture.UNIVERSAL:
        return SharingPlan(
            encoder_attention=tuple(0 for _ in encoder),
            encoder_feed_forward=tuple(0 for _ in encoder),
            decoder_self_attention=tuple(1 for _ in decoder),
            decoder_cross_attention=tuple(2 for _ in decoder),
            decoder_feed_forward=tuple(0 for _ in decoder),
            interleaved=False,
        )
    first = config.encoder_layers
    return SharingPlan(
        encoder_attention=tuple(encoder),
        encoder_feed_forward=tuple(encoder),
        decoder_self_attention=tuple(first + 2 * j for j in decoder),
        decoder_cross_attention=tuple(first + 2 * j + 1 for j in decoder),
        decoder_feed_forward=tuple(decoder),
        interleaved=False,
    )


def build_edgeformer(config: EdgeFormerConfig) -> EdgeFormer:
    """Build a model with fresh weights (seed torch before, for the same ones)."""
    return EdgeFormer(config, sharing_plan(config))
