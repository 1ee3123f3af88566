"""The shape of a model: one frozen object, checked when it is made."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum, StrEnum
from typing import Any


class Architecture(StrEnum):
    """Which weights are shared (the rows of Table 1 of the paper)."""

    EDGEFORMER = "edgeformer"
    """Load-balanced sharing and interleaved decoder (section 4)."""
    UNIVERSAL = "universal"
    """One group for all encoder layers, one for all decoder layers."""
    FULL = "full"
    """Nothing shared but the embeddings."""


class Adaptation(StrEnum):
    """How tied encoder layers are told apart (section 4.3)."""

    NONE = "none"
    BIAS = "bias"
    ADAPTER = "adapter"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeFormerConfig:
    """Sizes of one model; the defaults are the shipped one (9,985,664 parameters)."""

    architecture: Architecture = Architecture.EDGEFORMER
    adaptation: Adaptation = Adaptation.ADAPTER
    vocabulary_size: int = 2000
    dimension: int = 512
    embedding_dimension: int = 512
    """Smaller than ``dimension``: factorised embeddings (Lan et al. 2020)."""
    heads: int = 8
    encoder_layers: int = 12
    decoder_layers: int = 2
    feed_forward_dimension: int = 2048
    decoder_feed_forward_dimension: int = 128
    """d/4 in the interleaved decoder; the baselines take 4d."""
    adapter_rank: int = 16
    prefix_length: int = 8
    max_positions: int = 512
    """Longest sequence in tokens, begin and end marks included."""
    dropout: float = 0.1

    def __post_init__(self) -> None:
        object.__setattr__(self, "architecture", Architecture(self.architecture))
        object.__setattr__(self, "adaptation", Adaptation(self.adaptation))
        if self.dimension % self.heads:
            raise ValueError(f"dimension {self.dimension} is not a multiple of {self.heads} heads")
        if self.embedding_dimension > self.dimension:
            raise ValueError("embedding_dimension must not exceed dimension")
        if self.architecture is not Architecture.EDGEFORMER and self.adaptation in (
            Adaptation.BIAS,
            Adaptation.ADAPTER,
            Adaptation.PREFIX,
        ):
            raise ValueError("layer adaptation is for the edgeformer; set adaptation = 'none'")
        if self.architecture is Architecture.EDGEFORMER and self.encoder_layers < 4:
            raise ValueError("the decoder reuses the first 4 encoder layers; fewer are too few")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout must lie in 0..1, not {self.dropout}")

    @property
    def head_dimension(self) -> int:
        """Width of one attention head."""
        return self.dimension // self.heads

    @property
    def factorised(self) -> bool:
        """True if the embedding is narrower than the model."""
        return self.embedding_dimension < self.dimension

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            key: value.value if isinstance(value, Enum) else value
            for key, value in asdict(self).items()
        }
