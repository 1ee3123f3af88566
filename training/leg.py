"""One leg of training on a borrowed accelerator: one command, bounded in time and in files.

``python3 -m training.leg --pack PACK --out OUT --minutes 9`` trains the stages of
``--stage`` one after the other, each from its last local checkpoint, and leaves in
OUT at most eight files small enough to fetch (:mod:`training.leg_output`).
``python3 -m training.leg --join OUT --out FILE`` makes a checkpoint of them. How
the machine is got, and how files travel, is not its business.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from training.checkpoints import CheckpointError, load_checkpoint
from training.configs import RecipeError, RunConfig, load_recipe
from training.display import LineDisplay
from training.distributed import World, choose_device
from training.leg_output import (
    STATE,
    WEIGHTS,
    deliver,
    describe,
    join_checkpoint,
    read_description,
)
from training.loop import BEST, LAST, Limits, StopReason, Trainer
from training.pack import Pack, PackError
from training.parcels import ParcelError
from training.run import RunParts, build_trainer, start_from

RECIPES = Path(__file__).parent / "recipes"
STAGES = {
    "pretrain": ("pretrain.toml",),
    "finetune": ("finetune-broad.toml", "finetune-learner.toml"),
    "rehearsal": ("pretrain-small.toml", "finetune-small.toml"),
}
RESERVE_SECONDS = 40.0  # saving, writing the parts, the last score, workers ending their chunk
SHORTEST_STAGE_SECONDS = 30.0  # less does not get through the start of another stage
FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegOptions:
    """What one leg is to do."""

    pack: Pack
    out: Path
    recipes: tuple[Path, ...]
    local: Path
    """Folder for full checkpoints, kept on the machine between the legs of a stay."""
    seconds: float
    """For everything together."""
    reserve_seconds: float = RESERVE_SECONDS
    """Of these, kept for what comes after training."""
    state: Path | None = None
    """OUT of the last leg of an earlier stay."""
    start_from: Path | None = None
    """Checkpoint for the first stage, if neither a local run nor a state is there."""
    anneal_seconds: float = 0.0
    workers: int = 0
    device: str = "auto"
    validate: bool = True


class LegDisplay(LineDisplay):
    """Lines, and the time at which training really began."""

    def __init__(self) -> None:
        self.first_step_at: float | None = None

    def advance(self) -> None:
        """Note the end of the first step."""
        if self.first_step_at is None:
            self.first_step_at = time.monotonic()


class Leg:
    """Stages in order, within one time limit."""

    def __init__(self, options: LegOptions) -> None:
        self._options = options
        self._began = time.monotonic()
        self._end = self._began + options.seconds - options.reserve_seconds
        self._display = LegDisplay()
        self._world = World.alone(choose_device(options.device))
        self._stages = [load_recipe(path) for path in options.recipes]

    def run(self) -> dict[str, Any]:
        """Train until the time is over or all stages are done; return what ``leg.json`` holds.

        Raises:
            PackError, CheckpointError, ParcelError: before any training.
        """
        previous = self._options.start_from
        trained = False
        for config in self._stages[self._first_stage() :]:
            folder = self._options.local / config.name
            if not (folder / FINISHED).exists():
                if trained and self._seconds_left() < SHORTEST_STAGE_SECONDS:
                    break
                trained = True
                if not self._train(config, folder, previous):
                    break
            previous = _yield_of(folder, config)
        if not trained:
            raise CheckpointError(
                f"all stages in {self._options.local} are finished; name other recipes or another "
                "--local"
            )
        describe(self._options.out, {"seconds": time.monotonic() - self._began})
        return read_description(self._options.out)

    def _first_stage(self) -> int:
        """Return the place of the stage that an earlier stay was in; those before it are done."""
        if self._options.state is None:
            return 0
        names = [stage.name for stage in self._stages]
        reached = read_description(self._options.state)["stage"]
        return names.index(reached) if reached in names else 0

    def _train(self, config: RunConfig, folder: Path, previous: Path | None) -> bool:
        """Train one stage as far as the time goes; return True if it is finished."""
        options = self._options
        parts = RunParts(options.workers, options.validate, self._display)
        trainer = build_trainer(config, options.pack, folder, self._world, parts)
        self._begin(trainer, previous)
        limits = Limits(
            seconds=max(0.0, self._seconds_left()), anneal_seconds=options.anneal_seconds
        )
        reason = trainer.train(limits)
        self._display.line(f"{config.name} stopped at step {trainer.progress.step}: {reason}")
        finished = reason in (StopReason.LAST_STEP, StopReason.PATIENCE)
        if finished:
            (folder / FINISHED).touch()
        # First write what was trained, then score it: a score can be had again.
        self._deliver(config, folder)
        describe(options.out, {**self._description(trainer, reason), "scores": {}})
        describe(options.out, {"scores": trainer.score()})
        return finished

    def _begin(self, trainer: Trainer, previous: Path | None) -> None:
        """Give a trainer its weights: local run, state of this stage, or the stage before."""
        state, name = self._options.state, trainer.config.name
        if trainer.resume():
            self._display.line(f"{name}: going on from step {trainer.progress.step}")
            return
        if state is not None and read_description(state)["stage"] == name:
            self._start_again(trainer, state)
            self._display.line(f"{name}: going on from step {trainer.progress.step}, moments anew")
            return
        if state is not None and previous is None:  # the stay before ended in an earlier stage
            previous = self._options.local / WEIGHTS
            join_checkpoint(state, WEIGHTS, previous)
        if previous is not None:
            start_from(trainer, previous, self._options.pack.vocabulary_hash())
            self._display.line(f"{name}: starting with the weights of {previous}")

    def _start_again(self, trainer: Trainer, state: Path) -> None:
        contents = {}
        for name in (STATE, WEIGHTS):
            joined = self._options.local / f"joined-{name}"
            join_checkpoint(state, name, joined)
            contents[name] = load_checkpoint(joined)
        if contents[STATE]["vocabulary"] != self._options.pack.vocabulary_hash():
            raise CheckpointError(f"{state} was trained with another vocabulary than the pack's")
        trainer.start_again(
            contents[STATE]["model"], contents[WEIGHTS]["model"], contents[STATE]["progress"]
        )

    def _deliver(self, config: RunConfig, folder: Path) -> None:
        local = self._options.local
        logs = [(stage.name, local / stage.name / "metrics.jsonl") for stage in self._stages]
        deliver(self._options.out, _yield_of(folder, config), folder / LAST, logs)

    def _description(self, trainer: Trainer, reason: StopReason) -> dict[str, Any]:
        first_step = self._display.first_step_at or time.monotonic()
        device = self._world.device
        return {
            "stage": trainer.config.name,
            "stopped": reason.value,
            "progress": asdict(trainer.progress),
            "seconds_to_first_step": first_step - self._began,
            "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "CPU",
            "torch": torch.__version__,
        }

    def _seconds_left(self) -> float:
        return self._end - time.monotonic()


def main(argv: Sequence[str] | None = None) -> int:
    """Run a leg, or join what one has left."""
    options = _parse(argv)
    try:
        if options.join:
            join_checkpoint(options.join, WEIGHTS, options.out)
            print(f"{options.out} holds the averaged weights of {options.join}")
            return 0
        if options.threads:
            torch.set_num_threads(options.threads)
        description = Leg(_leg_options(options)).run()
    except (RecipeError, PackError, CheckpointError, ParcelError, ValueError, OSError) as error:
        print(f"leg: {error}")
        return 2
    shown = {key: value for key, value in description.items() if key != "parcels"}
    print(json.dumps(shown, indent=1))
    return 0


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder (or file, with --join)")
    parser.add_argument("--join", type=Path, help="make a checkpoint of this fetched OUT")
    parser.add_argument("--pack", type=Path, default=Path("build/pack"))
    parser.add_argument("--more-clean", type=Path, nargs="*", default=[], help="parts of the pack")
    parser.add_argument("--stage", choices=STAGES, default="pretrain")
    parser.add_argument("--recipe", type=Path, nargs="*", help="instead of the stage's recipes")
    parser.add_argument("--local", type=Path, default=Path("runs/leg"), help="full checkpoints")
    parser.add_argument("--minutes", type=float, default=9.0, help="for everything together")
    parser.add_argument("--reserve", type=float, default=RESERVE_SECONDS, help="of them, seconds")
    parser.add_argument("--state", type=Path, help="OUT of an earlier stay, to go on from")
    parser.add_argument("--start-from", type=Path, help="checkpoint to begin the first stage with")
    parser.add_argument("--anneal-minutes", type=float, default=0.0, help="fall of the rate at end")
    parser.add_argument("--workers", type=int, help="processes that make pairs; default: cores - 1")
    parser.add_argument("--device", default="auto", help="auto, cpu or cuda")
    parser.add_argument("--threads", type=int, help="CPU threads for torch")
    parser.add_argument("--no-validation", action="store_true")
    return parser.parse_args(argv)


def _leg_options(options: argparse.Namespace) -> LegOptions:
    recipes = options.recipe or [RECIPES / name for name in STAGES[options.stage]]
    workers = options.workers
    return LegOptions(
        pack=Pack(options.pack, tuple(options.more_clean)),
        out=options.out,
        recipes=tuple(recipes),
        local=options.local,
        seconds=60 * options.minutes,
        reserve_seconds=options.reserve,
        state=options.state,
        start_from=options.start_from,
        anneal_seconds=60 * options.anneal_minutes,
        workers=max(1, usable_cores() - 1) if workers is None else workers,
        device=options.device,
        validate=not options.no_validation,
    )


def _yield_of(folder: Path, config: RunConfig) -> Path:
    """Return the checkpoint that a stage hands on: its best if the recipe selects by score."""
    best = folder / BEST
    return best if config.validation.patience and best.exists() else folder / LAST


if __name__ == "__main__":
    raise SystemExit(main())
