"""Read what export needs from a checkpoint; the rest of the file is not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.checkpoints import load_model
from training.edgeformer.config import Adaptation, EdgeFormerConfig
from training.edgeformer.factory import SharingPlan, sharing_plan

FloatArray = NDArray[np.float32]
RECORDED = ("recipe", "progress", "scores", "vocabulary")
"""Keys of a checkpoint that go into the manifest, where it has them."""
EXPORTABLE = (Adaptation.NONE, Adaptation.ADAPTER)


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """Weights by their state-dict name, and the shape they belong to."""

    config: EdgeFormerConfig
    weights: Mapping[str, FloatArray]
    metadata: Mapping[str, Any] = field(default_factory=dict)
    """Everything else of the checkpoint that JSON can hold: recipe, data, scores."""

    @property
    def plan(self) -> SharingPlan:
        """Which layer uses which group."""
        return sharing_plan(self.config)

    @property
    def parameters(self) -> int:
        """Number of weights, each shared one counted once."""
        return sum(array.size for array in self.weights.values())


def from_state_dict(
    config: EdgeFormerConfig,
    state: Mapping[str, torch.Tensor],
    metadata: Mapping[str, Any] | None = None,
) -> TrainedModel:
    """Check that the configuration can be exported, and take the weights.

    Raises:
        ValueError: for a kind of model that the graphs do not cover.
    """
    if config.adaptation not in EXPORTABLE:
        names = ", ".join(kind.value for kind in EXPORTABLE)
        raise ValueError(f"adaptation {config.adaptation.value!r} has no export; use {names}")
    if config.factorised:
        raise ValueError(
            "factorised embeddings have no export; set embedding_dimension = dimension"
        )
    weights = {
        name: tensor.detach().to("cpu", torch.float32).numpy() for name, tensor in state.items()
    }
    return TrainedModel(config, weights, metadata or {})


def read_checkpoint(path: Path) -> TrainedModel:
    """Read a checkpoint file; averaged weights (EMA) are taken where it has them.

    Raises:
        ValueError: if the file is no checkpoint (CheckpointError), or its
            model cannot be exported.
    """
    network, contents = load_model(path)
    metadata = {key: contents[key] for key in RECORDED if _is_plain(contents.get(key))}
    return from_state_dict(network.config, network.state_dict(), metadata)


def _is_plain(value: object) -> bool:
    """Return True for what JSON can hold."""
    if isinstance(value, Mapping):
        return all(isinstance(key, str) and _is_plain(item) for key, item in value.items())
    if isinstance(value, list | tuple):
        return all(_is_plain(item) for item in value)
    return isinstance(value, str | int | float | bool)
