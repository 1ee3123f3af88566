"""Save and load the state of a run; a kill at any moment loses nothing saved.

A checkpoint is one ``torch.save`` file of plain tensors and values, written
beside its place and moved there, so that the old one stays whole until the new
one is. Keys: format, config, model, ema, optimizer, progress, random, recipe,
vocabulary (SHA-256 of the tokeniser file).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.edgeformer.model import EdgeFormer

FORMAT = 1


class CheckpointError(ValueError):
    """A checkpoint cannot be used; the message says what to do."""


def save_checkpoint(path: Path, contents: Mapping[str, Any]) -> None:
    """Write a checkpoint so that ``path`` always holds a complete one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    with partial.open("wb") as file:
        torch.save({"format": FORMAT, **contents}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read a checkpoint onto the CPU.

    Raises:
        CheckpointError: if there is none, or it is damaged or of another format.
    """
    if not path.is_file():
        raise CheckpointError(f"there is no checkpoint {path}; name one that training has saved")
    try:
        contents: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch raises many kinds for a damaged file
        raise CheckpointError(f"{path} is damaged; use an older checkpoint") from error
    if contents.get("format") != FORMAT:
        raise CheckpointError(f"{path} has format {contents.get('format')}, not {FORMAT}")
    return contents


def load_model(path: Path, *, prefer_ema: bool = True) -> tuple[EdgeFormer, dict[str, Any]]:
    """Build the model of a checkpoint, in evaluation mode.

    Args:
        path: checkpoint file.
        prefer_ema: take the averaged weights where there are any.

    Returns:
        The model (fp32, CPU) and the whole checkpoint.

    Raises:
        CheckpointError: as :func:`load_checkpoint`.
    """
    contents = load_checkpoint(path)
    model = build_edgeformer(EdgeFormerConfig(**contents["config"]))
    weights: Mapping[str, Tensor] = contents["model"]
    if prefer_ema and contents.get("ema"):
        weights = contents["ema"]
    model.load_state_dict({name: tensor.float() for name, tensor in weights.items()})
    return model.eval(), contents


def weights_in_bf16(contents: Mapping[str, Any]) -> dict[str, Any]:
    """Return a small checkpoint to keep: averaged weights in bf16, no optimiser."""
    weights = contents.get("ema") or contents["model"]
    kept = {key: contents[key] for key in ("config", "recipe", "vocabulary", "progress")}
    kept["model"] = {name: tensor.to(torch.bfloat16) for name, tensor in weights.items()}
    return kept
