"""What a configuration costs: parameters by group, their load, and arithmetic.

Counts follow the paper: *load* is how often a group is used in one forward pass
(section 4.2), and FLOPs are multiply-accumulates (Table 1, whose figures these
counts give). Nothing is measured here and no weights are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch

from training.edgeformer.config import Adaptation, EdgeFormerConfig
from training.edgeformer.factory import SharingPlan, build_edgeformer, sharing_plan

PAPER_LENGTH = 30  # tokens of source and of target, Table 1
PAPER_VOCABULARY = 32_768  # the "32K" of Table 1: with 32,000 the totals miss the printed ones

_EMBEDDING_LOAD = 3  # read for the source and for the target, and tied with the projection
_EMBEDDINGS = ("embedding", "embedding_projection")
_LISTS_OF_GROUPS = ("attentions", "feed_forwards", "decoder_feed_forwards")


@dataclass(frozen=True, slots=True)
class ParameterGroup:
    """Weights that are always used together."""

    name: str
    shapes: tuple[tuple[int, ...], ...]
    load: int
    """Uses in one forward pass of source and target."""

    @property
    def parameters(self) -> int:
        """Number of weights."""
        return sum(torch.Size(shape).numel() for shape in self.shapes)

    @property
    def is_embedding(self) -> bool:
        """True for what the paper leaves out of its totals."""
        return self.name in _EMBEDDINGS


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Multiply-accumulates of one forward pass, in operations."""

    encoder_layer: int
    """One encoder layer without its adaptation."""
    adaptation: int
    """What adaptation adds, over all encoder layers."""
    decoder_layer: int
    """One decoder layer over the whole target, cross-attention keys and values included."""
    projection: int
    """Hidden states to logits (and the factorised embedding, if there is one)."""
    total: int


def parameter_groups(config: EdgeFormerConfig) -> tuple[ParameterGroup, ...]:
    """Return every group of weights; each parameter is in exactly one."""
    with torch.device("meta"):  # shapes only, no memory
        model = build_edgeformer(config)
    shapes: dict[str, list[tuple[int, ...]]] = {}
    for name, parameter in model.named_parameters():
        shapes.setdefault(_group_name(name), []).append(tuple(parameter.shape))
    loads = _loads(model.plan)
    return tuple(
        ParameterGroup(name, tuple(found), loads.get(name, 1)) for name, found in shapes.items()
    )


def arithmetic(
    config: EdgeFormerConfig, source: int, target: int, vocabulary: int | None = None
) -> Arithmetic:
    """Count one forward pass as Table 1 does.

    Products with weights and between queries, keys and values count; a bias
    counts one operation per output. Norms, softmax and look-ups do not.

    Args:
        config: the model.
        source: tokens of the source.
        target: tokens of the target.
        vocabulary: pieces to project to; the configuration's own if not given.
    """
    width, inner = config.dimension, config.feed_forward_dimension
    encoder_layer = (
        _attention(width, source, source) + source * 2 * width * inner + source * (inner + width)
    )
    light = config.decoder_feed_forward_dimension
    feed_forwards = 2 if sharing_plan(config).interleaved else 1
    decoder_layer = (
        _attention(width, target, target)
        + _attention(width, target, source)
        + feed_forwards * target * (2 * width * light + light + width)
    )
    pieces = config.vocabulary_size if vocabulary is None else vocabulary
    narrow = config.embedding_dimension
    projection = target * narrow * pieces
    if config.factorised:
        projection += (source + 2 * target) * narrow * width
    adaptation = config.encoder_layers * _adaptation(config, source)
    total = (
        config.encoder_layers * encoder_layer
        + adaptation
        + config.decoder_layers * decoder_layer
        + projection
    )
    return Arithmetic(encoder_layer, adaptation, decoder_layer, projection, total)


def _attention(width: int, queries: int, keys: int) -> int:
    projections = 2 * (queries + keys) * (width * width + width)  # q and o; k and v
    return projections + 2 * queries * keys * width  # scores and context


def _adaptation(config: EdgeFormerConfig, source: int) -> int:
    width = config.dimension
    if config.adaptation is Adaptation.ADAPTER:
        return source * 2 * 2 * width * config.adapter_rank
    if config.adaptation is Adaptation.PREFIX:
        length = config.prefix_length
        return 2 * length * (width * width + width) + 2 * source * length * width
    return 0  # own bias terms can be added to the shared ones beforehand


def _group_name(parameter: str) -> str:
    parts = parameter.split(".")
    return ".".join(parts[:2]) if parts[0] in _LISTS_OF_GROUPS else parts[0]


def _loads(plan: SharingPlan) -> dict[str, int]:
    loads = dict.fromkeys(_EMBEDDINGS, _EMBEDDING_LOAD)
    attention = plan.encoder_attention + plan.decoder_self_attention + plan.decoder_cross_attention
    _count(loads, "attentions", attention)
    _count(loads, "feed_forwards", plan.encoder_feed_forward)
    _count(loads, "decoder_feed_forwards", plan.decoder_feed_forward * (1 + plan.interleaved))
    return loads


def _count(loads: dict[str, int], kind: str, groups: Iterable[int]) -> None:
    for group in groups:
        loads[f"{kind}.{group}"] = loads.get(f"{kind}.{group}", 0) + 1
