"""Make a shallow encoder deep without new shared weights.

All attention and feed-forward weights are shared by depth, so an encoder can be
trained with each group standing once (4 layers, a third of the cost) and then
be given the layers that the groups will stand in again. A new layer begins with
norm gains of zero: its branches then add a constant, and the deep encoder
starts where the shallow one was.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

_PER_LAYER = ("encoder_norms.", "adapters.")


def unroll(weights: Mapping[str, Tensor], depth: int, new_depth: int) -> dict[str, Tensor]:
    """Return weights for ``new_depth`` encoder layers from those for ``depth``.

    Args:
        weights: state dict of the shallow model.
        depth: its encoder layers.
        new_depth: at least as many; equal returns the weights as they are.

    Raises:
        ValueError: if the new depth is smaller.
    """
    if new_depth < depth:
        raise ValueError(f"cannot make an encoder of {depth} layers shallower ({new_depth})")
    deep = dict(weights)
    for layer in range(depth, new_depth):
        for prefix in _PER_LAYER:
            model_prefix = f"{prefix}{layer % depth}."
            for name, tensor in weights.items():
                if name.startswith(model_prefix):
                    new_name = f"{prefix}{layer}.{name.removeprefix(model_prefix)}"
                    silent = prefix == "encoder_norms."
                    deep[new_name] = torch.zeros_like(tensor) if silent else tensor.clone()
    return deep
