"""Put a run together: recipe and pack in, trainer out; shared by both commands."""

from __future__ import annotations

import argparse
import functools
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from training.batching import BatchStream, PairSource
from training.checkpoints import CheckpointError, load_checkpoint
from training.configs import MixturePart, RecipeError, RunConfig, load_recipe
from training.display import Display, choose_display
from training.distributed import World, join_world
from training.edgeformer.factory import build_edgeformer
from training.edgeformer.unrolling import unroll
from training.loop import Limits, Trainer
from training.metrics import plot_metrics
from training.pack import NOISE, Pack, PackError
from training.sources import (
    EqualChunks,
    MixedSource,
    NoisedSource,
    SentenceStore,
    share_counts,
)


def parse_arguments(description: str, argv: Sequence[str] | None) -> argparse.Namespace:
    """Return the options that pre-training and fine-tuning share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("recipe", type=Path, help="TOML file, see training/recipes")
    parser.add_argument("--pack", type=Path, required=True, help="folder made by training.pack")
    parser.add_argument(
        "--more-clean", type=Path, nargs="*", default=[], help="further parts of the pack"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--start-from", type=Path, help="checkpoint whose weights to begin with")
    parser.add_argument("--minutes", type=float, help="save and end after so many minutes")
    parser.add_argument("--steps", type=int, help="save and end at this step")
    parser.add_argument("--device", default="auto", help="auto, cpu or cuda")
    parser.add_argument("--threads", type=int, help="CPU threads for torch")
    parser.add_argument("--workers", type=int, default=0, help="processes that make pairs ahead")
    parser.add_argument("--no-validation", action="store_true", help="never score while training")
    return parser.parse_args(argv)


def run(options: argparse.Namespace) -> int:
    """Train as the options say; return the exit status."""
    try:
        config = load_recipe(options.recipe)
        if options.threads:
            torch.set_num_threads(options.threads)
        with join_world(options.device) as world:
            _train(config, options, world)
    except (RecipeError, PackError, CheckpointError, ValueError, OSError) as error:
        print(f"training: {error}")
        return 2
    return 0


def _train(config: RunConfig, options: argparse.Namespace, world: World) -> None:
    display = choose_display(first=world.is_first)
    pack = Pack(options.pack, tuple(options.more_clean))
    trainer = build_trainer(
        config,
        pack,
        options.out,
        world,
        RunParts(options.workers, not options.no_validation, display),
    )
    if trainer.resume():
        display.line(f"going on from step {trainer.progress.step}")
    elif options.start_from:
        start_from(trainer, options.start_from, pack.vocabulary_hash())
        display.line(f"starting with the weights of {options.start_from}")
    seconds = None if options.minutes is None else 60 * options.minutes
    reason = trainer.train(Limits(seconds=seconds, steps=options.steps))
    display.line(f"stopped at step {trainer.progress.step}: {reason}")
    if world.is_first:
        plot_metrics(options.out / "metrics.jsonl", options.out / "metrics.png")


@dataclass(frozen=True, slots=True)
class RunParts:
    """What a trainer is given beside its recipe and pack."""

    workers: int = 0
    validate: bool = True
    display: Display | None = None


def build_trainer(
    config: RunConfig, pack: Pack, out: Path, world: World, parts: RunParts
) -> Trainer:
    """Return the trainer of a recipe with fresh weights.

    Raises:
        PackError: if the pack lacks what the recipe needs.
    """
    validator = None
    if parts.validate:
        from training.validation import load_validator

        validator = load_validator(pack, config.validation.sentences)
    torch.manual_seed(config.seed)
    model = build_edgeformer(config.model)
    return Trainer(
        model,
        config,
        BatchStream(build_source(config, pack), pack.tokenizer(), config.batching, config.seed),
        out,
        world,
        vocabulary_hash=pack.vocabulary_hash(),
        validator=validator,
        workers=parts.workers,
        display=parts.display,
    )


def start_from(trainer: Trainer, path: Path, vocabulary_hash: str) -> None:
    """Give a new run the (averaged) weights of another, unrolled if that one was shallower.

    Raises:
        CheckpointError: if the checkpoint is of another vocabulary or shape.
    """
    contents = load_checkpoint(path)
    if contents["vocabulary"] != vocabulary_hash:
        raise CheckpointError(f"{path} was trained with another vocabulary than the pack's")
    weights = contents.get("ema") or contents["model"]
    weights = {name: tensor.float() for name, tensor in weights.items()}
    depth = contents["config"]["encoder_layers"]
    try:
        trainer.start_with(unroll(weights, depth, trainer.config.model.encoder_layers))
    except RuntimeError as error:
        raise CheckpointError(f"{path} has another shape than the recipe: {error}") from error


def build_source(config: RunConfig, pack: Pack) -> PairSource:
    """Return the pair source of a recipe's mixture."""
    clean = functools.cache(pack.clean_sentences)  # seconds to read, and two parts may want it
    total = config.batching.chunk_pairs
    counts = share_counts([part.share for part in config.mixture], total)
    parts: list[tuple[EqualChunks, float]] = [
        (_build_part(part, count, config, pack, clean), part.share)
        for part, count in zip(config.mixture, counts, strict=True)
    ]
    return parts[0][0] if len(parts) == 1 else MixedSource(parts, total)


def _build_part(
    part: MixturePart,
    count: int,
    config: RunConfig,
    pack: Pack,
    clean: Callable[[], SentenceStore],
) -> EqualChunks:
    """Build a source whose chunks are as long as its share of a mixed chunk."""
    if part.kind == "pairs":
        human = pack.human_pairs(part.file, config.seed, count)
        return human.reversed() if part.reversed else human
    if part.kind == "infilled":
        from training.noise.infilling import infill

        return NoisedSource(clean(), infill, config.seed + 1, count)
    if part.clean_share == 1.0:
        return NoisedSource(clean(), _copy, config.seed, count)
    from training.noise.sampler import load_corruption

    corrupt = load_corruption(pack.path(NOISE), part.clean_share, part.emphasis)
    return NoisedSource(clean(), corrupt, config.seed, count)


def _copy(sentence: str, rng: random.Random) -> str:
    del rng
    return sentence
