"""Make a checkpoint of the weights in a bundle, to train on from: ``python -m training.restore``.

A bundle is what everybody has; checkpoints stay on the machine that trained them. Rounding to 7
bits has moved each weight by about a seventieth of the spread of its row (root mean square; the
median of the rows of the shipped bundle). The state of the optimiser is not in a bundle: a new
stage starts with a warm-up (decision 0146).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from model.bundle import DECODER, ENCODER, Bundle
from model.errors import BundleError
from training.checkpoints import save_checkpoint
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.export.arithmetic import EMBEDDING, MATRIX, scales_name


def restored_weights(bundle: Bundle) -> dict[str, Tensor]:
    """Return the state dict that a bundle was exported from, as near as its integers hold it.

    Args:
        bundle: of any number of bits per weight, floats included (then exact).

    Returns:
        Tensors (fp32) by name, with the shapes of
        :class:`~training.edgeformer.model.EdgeFormer`.

    Raises:
        ValueError: if the weights do not make up the model that the manifest describes.
    """
    arrays = _arrays(bundle.folder)
    expected = build_edgeformer(_config(bundle)).state_dict()
    if missing := sorted(set(expected) - set(arrays)):
        raise ValueError(
            f"the bundle {bundle.folder} lacks {missing[0]} ({len(missing)} weights in all), which"
            " its configuration has; use one that training.export has written"
        )
    weights = {name: torch.from_numpy(_weight(name, arrays)) for name in expected}
    for name, tensor in weights.items():
        if tensor.shape != expected[name].shape:
            raise ValueError(
                f"{name} has the shape {tuple(tensor.shape)}, not {tuple(expected[name].shape)};"
                " use a bundle that training.export has written"
            )
    return weights


def _arrays(folder: Path) -> dict[str, NDArray[np.generic]]:
    """Return what both graphs point at in the weight file, by name."""
    found: dict[str, NDArray[np.generic]] = {}
    for name in (ENCODER, DECODER):
        graph = onnx.load(folder / name).graph
        found.update((item.name, numpy_helper.to_array(item)) for item in graph.initializer)
    return found


def _weight(name: str, arrays: Mapping[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    """Return one weight as the state dict has it: scaled back, (outputs, inputs)."""
    array = arrays[name].astype(np.float32)
    if array.ndim != MATRIX:
        return array.copy()
    if name != EMBEDDING:  # every other matrix lies there as (inputs, outputs)
        array = array.T
    if scales_name(name) in arrays:
        array = array * arrays[scales_name(name)].astype(np.float32)[:, None]
    return np.ascontiguousarray(array)


def _config(bundle: Bundle) -> EdgeFormerConfig:
    return EdgeFormerConfig(**bundle.manifest.configuration)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the checkpoint; 2 if the bundle cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m training.restore", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--bundle", type=Path, default=Path("assets/model"), help="bundle folder")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args(argv)
    try:
        bundle = Bundle.open(options.bundle)
        weights = restored_weights(bundle)
        _write(bundle, weights, options.out)
    except (BundleError, ValueError, OSError) as error:
        print(f"restore: {error}", file=sys.stderr)
        return 2
    parameters = sum(tensor.numel() for tensor in weights.values())
    print(f"{options.out}: {parameters:,} parameters from {options.bundle}")
    return 0


def _write(bundle: Bundle, weights: Mapping[str, Tensor], out: Path) -> None:
    training = bundle.manifest.training
    save_checkpoint(
        out,
        {
            "config": _config(bundle).to_dict(),
            "model": dict(weights),
            "recipe": training.get("recipe", {}),
            "progress": training.get("progress", {}),
            "vocabulary": bundle.manifest.vocabulary_sha256,
        },
    )


if __name__ == "__main__":
    raise SystemExit(main())
