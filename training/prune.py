"""Make the encoder's feed-forward networks narrower by the units that do least.

A unit's importance is how much the loss would change without it, to first
order: the square of activation times gradient, summed over the tokens of some
pairs (Molchanov et al. 2019, equation 8). The units kept stay as they were, so
training goes on from where it was.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batching import Batch, BatchStream, Position
from training.checkpoints import CheckpointError, load_model, save_checkpoint
from training.configs import RecipeError, load_recipe
from training.edgeformer.config import Adaptation, EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.edgeformer.model import EdgeFormer
from training.losses import token_weights, weighted_cross_entropy
from training.pack import Pack, PackError
from training.run import build_source

_BATCHES = 24
_NETWORKS = "feed_forwards"


def unit_importance(
    model: EdgeFormer, batches: Iterable[Batch], edit_weight: float
) -> list[Tensor]:
    """Return what each unit of the encoder's feed-forward networks does for the loss.

    Args:
        model: in evaluation mode; its gradients are cleared.
        batches: of pairs like those it was trained on.
        edit_weight: of edited tokens in the loss.

    Returns:
        For each network a tensor (units,), none below 0.
    """
    projections = [network.get_submodule("up") for network in model.feed_forwards]
    scores = [torch.zeros_like(projection.get_parameter("bias")) for projection in projections]
    hooks = [
        projection.register_forward_hook(_watch(score))
        for projection, score in zip(projections, scores, strict=True)
    ]
    try:
        for batch in batches:
            sides = (batch.source_ids, batch.target_ids, batch.label_ids)
            weights = token_weights(*sides, edit_weight)
            logits = model(batch.source_ids, batch.target_ids)
            weighted_cross_entropy(logits, batch.label_ids, weights, 0.0).backward()  # type: ignore[no-untyped-call]
            model.zero_grad()
    finally:
        for hook in hooks:
            hook.remove()
    return scores


def _watch(score: Tensor) -> Callable[[nn.Module, object, Tensor], None]:
    def forward(_module: nn.Module, _inputs: object, output: Tensor) -> None:
        active = output.detach().relu()

        def backward(gradient: Tensor) -> None:
            score.add_((active * gradient).square().flatten(0, -2).sum(0))

        output.register_hook(backward)  # type: ignore[no-untyped-call]

    return forward


def narrowed(
    weights: Mapping[str, Tensor], importance: Sequence[Tensor], keep: int
) -> dict[str, Tensor]:
    """Return weights whose feed-forward networks have only their ``keep`` most important units.

    Args:
        weights: state dict of the wide model.
        importance: (units,) for each network, from :func:`unit_importance`.
        keep: units of each network afterwards; they keep their order.

    Raises:
        ValueError: if there are fewer units than that.
    """
    narrow = dict(weights)
    for index, score in enumerate(importance):
        if keep > len(score):
            raise ValueError(f"{len(score)} units cannot be narrowed to {keep}")
        kept = score.topk(keep).indices.sort().values
        for name, dimension in (("up.weight", 0), ("up.bias", 0), ("down.weight", 1)):
            key = f"{_NETWORKS}.{index}.{name}"
            narrow[key] = weights[key].index_select(dimension, kept)
    return narrow


def prune(
    model: EdgeFormer, batches: Iterable[Batch], keep: int, edit_weight: float = 1.0
) -> EdgeFormer:
    """Return a copy whose encoder has feed-forward networks of ``keep`` units.

    Raises:
        ValueError: if it has fewer units, or biases of its own for each layer's units.
    """
    if model.config.adaptation is Adaptation.BIAS:
        raise ValueError("a model with adapted biases cannot be narrowed; train it narrow")
    scores = unit_importance(model, batches, edit_weight)
    narrow = build_edgeformer(replace(model.config, feed_forward_dimension=keep))
    narrow.load_state_dict(narrowed(model.state_dict(), scores, keep))
    return narrow.eval()


def main(argv: Sequence[str] | None = None) -> int:
    """Narrow the model of a checkpoint to the shape of the recipe that goes on with it."""
    parser = argparse.ArgumentParser(
        prog="python -m training.prune", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("recipe", type=Path, help="recipe of the stage that follows, for its shape")
    parser.add_argument("--pack", type=Path, required=True, help="folder made by training.pack")
    parser.add_argument("--start-from", type=Path, required=True, help="checkpoint of a wide model")
    parser.add_argument("--batches", type=int, default=_BATCHES, help="micro-batches to measure on")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args(argv)
    try:
        units = _prune_file(options)
    except (CheckpointError, PackError, RecipeError, ValueError, OSError) as error:
        print(f"prune: {error}", file=sys.stderr)
        return 2
    print(f"{options.out}: feed-forward networks of {units[1]} units instead of {units[0]}")
    return 0


def _prune_file(options: argparse.Namespace) -> tuple[int, int]:
    recipe = load_recipe(options.recipe)
    pack = Pack(options.pack)
    model, contents = load_model(options.start_from)
    stream = BatchStream(build_source(recipe, pack), pack.tokenizer(), recipe.batching, recipe.seed)
    device = torch.device("cpu")
    batches = (
        Batch.from_padded(padded, device)
        for padded, _ in itertools.islice(stream.iterate(Position()), options.batches)
    )
    keep = recipe.model.feed_forward_dimension
    narrow = prune(model, batches, keep, recipe.loss.edit_weight)
    config: EdgeFormerConfig = narrow.config
    kept = {key: contents[key] for key in ("recipe", "vocabulary", "progress")}
    save_checkpoint(options.out, {**kept, "config": config.to_dict(), "model": narrow.state_dict()})
    return model.config.feed_forward_dimension, keep


if __name__ == "__main__":
    raise SystemExit(main())
