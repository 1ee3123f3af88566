"""Average the weights of checkpoints that follow from each other: ``python -m training.average``.

Stages that go on from one another end in one basin of the loss, where the mean of their weights
is often better on text of another kind than either end (Izmailov et al. 2018, "Averaging Weights
Leads to Wider Optima and Better Generalization", section 3.1).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.checkpoints import CheckpointError, load_checkpoint, save_checkpoint

_SAME = ("config", "vocabulary")


def averaged(weights: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of each tensor, in float32.

    Args:
        weights: state dicts with the same names and shapes, at least one.

    Raises:
        ValueError: if their names or shapes differ.
    """
    shapes = [{name: tensor.shape for name, tensor in one.items()} for one in weights]
    if any(shape != shapes[0] for shape in shapes):
        raise ValueError("only weights of one shape have a mean; narrow or widen them first")
    return {name: torch.stack([one[name].float() for one in weights]).mean(0) for name in shapes[0]}


def main(argv: Sequence[str] | None = None) -> int:
    """Write the mean of some checkpoints; 2 if they do not go together."""
    parser = argparse.ArgumentParser(
        prog="python -m training.average", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("checkpoints", type=Path, nargs="+", help="in the order of their training")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args(argv)
    try:
        _average_files(options.checkpoints, options.out)
    except (CheckpointError, ValueError, OSError) as error:
        print(f"average: {error}", file=sys.stderr)
        return 2
    print(f"{options.out}: mean of {len(options.checkpoints)} checkpoints")
    return 0


def _average_files(paths: Sequence[Path], out: Path) -> None:
    found = [load_checkpoint(path) for path in paths]
    last = found[-1]
    for path, contents in zip(paths, found, strict=True):
        if different := [key for key in _SAME if _lasting(contents[key]) != _lasting(last[key])]:
            raise ValueError(
                f"{path} and {paths[-1]} differ in {' and '.join(different)}; name checkpoints of"
                " stages that went on from each other"
            )
    mean = averaged([contents.get("ema") or contents["model"] for contents in found])
    kept = {key: last[key] for key in ("config", "recipe", "vocabulary", "progress")}
    save_checkpoint(out, {**kept, "model": mean})


def _lasting(value: object) -> object:
    """Return a configuration without dropout, which leaves no trace in the weights' shapes."""
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name != "dropout"}
    return value


if __name__ == "__main__":
    raise SystemExit(main())
