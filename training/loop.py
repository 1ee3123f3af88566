"""The training loop: steps, averages, logs, validates, saves, resumes.

Knows nothing of corpora, noise or recipes on disk: it is given a stream of
batches, a validator and a folder.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from model.tokenizer import UNK_ID
from training.averaging import AveragedWeights
from training.batching import Batch, BatchStream, PaddedPairs, Position
from training.checkpoints import load_checkpoint, save_checkpoint
from training.configs import RunConfig
from training.display import Display, LineDisplay
from training.distributed import World
from training.edgeformer.model import EdgeFormer
from training.losses import token_weights, weighted_cross_entropy
from training.metrics import MetricsLog
from training.optimizers import Optimizers
from training.precision import product_dtype

LAST = "last.pt"
BEST = "best.pt"
STABLE = "stable.pt"
"""The state before the rate was let fall to its end; further legs may go on from it."""

Validator = Callable[[EdgeFormer], Mapping[str, float]]
"""Scores a model in evaluation mode; the result holds ``f_half``."""


@dataclass(slots=True)
class Progress:
    """How far a run has come; all of it is in the checkpoint."""

    step: int = 0
    pairs: int = 0
    seconds: float = 0.0
    """Time spent training, over all stretches of the run."""
    position: Position = field(default_factory=Position)
    best_f_half: float = -1.0
    validations_since_best: int = 0
    restarted_at: int = 0
    """Step at which the run went on without its optimiser state; 0: it never did."""


class StopReason(StrEnum):
    """Why a stretch of training ended, in words for a person."""

    LAST_STEP = "the last step is done"
    PATIENCE = "no better score for the patience of the recipe"
    TIME = "the time is over"
    ASKED = "asked to stop"


@dataclass(frozen=True, slots=True)
class Limits:
    """When a stretch of a run ends, apart from the recipe's last step."""

    seconds: float | None = None
    steps: int | None = None
    """Stop at this step (for rehearsals and tests)."""
    anneal_seconds: float = 0.0
    """Let the rate fall to nothing over the last so many seconds of the stretch.

    Where only the time is known and not how many steps fit into it.
    """

    def annealing(self, elapsed: float) -> float:
        """Return the share of the rate that is left ``elapsed`` seconds into the stretch."""
        if self.seconds is None or self.anneal_seconds <= 0:
            return 1.0
        return min(1.0, max(0.0, (self.seconds - elapsed) / self.anneal_seconds))


class Trainer:
    """One run, from its recipe or its last checkpoint to a limit."""

    def __init__(
        self,
        model: EdgeFormer,
        config: RunConfig,
        stream: BatchStream,
        folder: Path,
        world: World,
        *,
        vocabulary_hash: str,
        validator: Validator | None = None,
        workers: int = 0,
        display: Display | None = None,
    ) -> None:
        self.model = model.to(world.device)
        self.config = config
        self.progress = Progress()
        self._stream = stream
        self._folder = folder
        self._world = world
        self._vocabulary_hash = vocabulary_hash
        self._validator = validator
        self._workers = workers
        self._validation_seconds = 0.0  # that the last one took
        self._display = display or LineDisplay()
        self._optimizers = Optimizers(self.model, config.optimizer)
        self._averages = AveragedWeights(self.model, config.ema_decay)
        self._autocast = torch.autocast(
            world.device.type, torch.bfloat16, enabled=_uses_bf16(config, world)
        )
        torch.manual_seed(config.seed + world.rank)

    def resume(self) -> bool:
        """Go on from the last checkpoint of the folder; return False if there is none.

        Raises:
            CheckpointError: if it is damaged.
        """
        path = self._folder / LAST
        if not path.exists():
            return False
        contents = load_checkpoint(path)
        self.model.load_state_dict(contents["model"])
        self._averages.load_state_dict(contents["ema"])
        self._optimizers.load_state_dict(contents["optimizer"])
        self.progress = restore_progress(contents["progress"])
        if self._world.rank < len(contents["random"]):
            torch.set_rng_state(contents["random"][self._world.rank])
        return True

    def start_with(self, weights: Mapping[str, Tensor]) -> None:
        """Begin a new run with given weights.

        Raises:
            RuntimeError: if names or shapes differ (torch says which).
        """
        self.model.load_state_dict(weights)
        self._averages.load_state_dict(weights)

    def start_again(
        self,
        weights: Mapping[str, Tensor],
        averages: Mapping[str, Tensor],
        progress: Mapping[str, Any],
    ) -> None:
        """Go on with a run whose optimiser state was left behind.

        Raises:
            RuntimeError: if names or shapes differ (torch says which).
        """
        self.model.load_state_dict(weights)
        self._averages.load_state_dict(averages)
        self.progress = restore_progress(progress)
        self.progress.restarted_at = self.progress.step

    def score(self) -> dict[str, float]:
        """Score the averaged weights on the development set; nothing without a validator."""
        if self._validator is None:
            return {}
        self.model.eval()
        with self._averages.in_place():
            scores = dict(self._validator(self.model))
        self.model.train()
        return scores

    def averages(self) -> dict[str, Tensor]:
        """Return the averaged weights by name."""
        return self._averages.state_dict()

    def train(self, limits: Limits = Limits()) -> StopReason:
        """Train until a limit; always ends with a saved checkpoint."""
        began, saved = time.monotonic(), time.monotonic()  # compiling is part of the time limit
        last_step = self.config.schedule.total_steps
        if limits.steps is not None:
            last_step = min(last_step, limits.steps)
        if self.progress.step >= last_step:
            self.save()
            return StopReason.LAST_STEP
        log = MetricsLog(self._folder / "metrics.jsonl", self.progress.step)
        batches = self._stream.iterate(self.progress.position, self._workers)
        if self.config.compile:
            self._compile()
        meter = _Meter(self.progress)
        before = self.progress.seconds
        reason = StopReason.LAST_STEP
        falling = False
        self._display.begin(self.progress.step, last_step, limits.seconds)
        self.model.train()
        with _stop_requested() as stopping:
            while self.progress.step < last_step:
                left = 1.0
                if limits.anneal_seconds:  # every process at the same rate
                    left = self._world.share(limits.annealing(time.monotonic() - began))
                if left < 1 and not falling:
                    self.save(STABLE)
                    falling = True
                meter.add(*self._step(batches, self._rate() * left))
                now = time.monotonic()
                self.progress.seconds = before + now - began
                self._display.advance()
                if self.progress.step % self.config.log_steps == 0:
                    self._log(log, meter)
                if self._is_validation_step(limits, now - began) and self._validate(log):
                    reason = StopReason.PATIENCE
                    break
                out_of_time = limits.seconds is not None and now - began >= limits.seconds
                if self._world.agree(stopping() or out_of_time):
                    reason = StopReason.ASKED if stopping() else StopReason.TIME
                    break
                if now - saved > 60 * self.config.save_minutes:
                    self.save()
                    saved = now
        self.save()
        self._display.end()
        return reason

    def save(self, name: str = LAST) -> None:
        """Write what a later stretch needs into the folder of the run."""
        states = self._random_states()
        if self._world.is_first:
            contents = {
                **self._description(),
                "model": self.model.state_dict(),
                "ema": self._averages.state_dict(),
                "optimizer": self._optimizers.state_dict(),
                "random": states,
            }
            save_checkpoint(self._folder / name, contents)

    def _description(self) -> dict[str, Any]:
        return {
            "config": self.config.model.to_dict(),
            "progress": asdict(self.progress),
            "recipe": self.config.to_dict(),
            "vocabulary": self._vocabulary_hash,
        }

    def _rate(self) -> float:
        """Return the schedule's rate, lower for a while where moments had to begin anew."""
        rate = self.config.schedule.rate(self.progress.step)
        if self.progress.restarted_at:
            since = self.progress.step - self.progress.restarted_at + 1
            rate *= min(1.0, since / max(1, self.config.rewarm_steps))
        return rate

    def _step(
        self, batches: Iterator[tuple[PaddedPairs, Position]], rate: float
    ) -> tuple[Tensor, float, float]:
        """Make one optimiser step.

        Returns:
            (summed loss, summed weight, gradient norm), the rate, and the
            seconds spent waiting for pairs.
        """
        sums = torch.zeros(2, device=self._world.device)
        waited = 0.0
        for turn in range(self.config.accumulation):
            asked = time.monotonic()
            padded, self.progress.position = next(batches)
            waited += time.monotonic() - asked
            self.progress.pairs += len(padded.sources)
            if turn % self._world.size == self._world.rank:
                sums += self._accumulate(Batch.from_padded(padded, self._world.device))
        # A rank without a batch has no gradients yet the sum needs the same tensors everywhere.
        gradients = [_gradient(item) for item in self.model.parameters()]
        self._world.sum_tensors([*gradients, sums])
        torch._foreach_div_(gradients, sums[1])
        norm = nn.utils.clip_grad_norm_(self.model.parameters(), self.config.optimizer.clip_norm)
        self._optimizers.step(rate)
        self.progress.step += 1
        self._averages.update(self.progress.step)
        return torch.cat([sums, norm[None]]), rate, waited

    def _accumulate(self, batch: Batch) -> Tensor:
        """Add the gradients of one micro-batch; return (summed loss, summed weight)."""
        loss_config = self.config.loss
        with self._autocast:
            logits = self.model(batch.source_ids, batch.target_ids)
        weights = token_weights(
            batch.source_ids, batch.target_ids, batch.label_ids, loss_config.edit_weight
        )
        loss = weighted_cross_entropy(logits, batch.label_ids, weights, loss_config.label_smoothing)
        torch.autograd.backward(loss)
        return torch.stack([loss.detach(), weights.sum()])

    def _compile(self) -> None:
        """Compile the encoder, or say why not and go on without."""
        rows = np.full((2, 16), UNK_ID, dtype=np.uint16)  # any tokens do
        batch = Batch.from_padded(PaddedPairs(rows, rows), self._world.device)
        self.model.train()
        self.model.compile_encoder()
        try:
            with torch.random.fork_rng(devices=[]):
                self._accumulate(batch)
        except Exception as error:  # a compiler fails in many ways; training can do without it
            first_line = str(error).partition("\n")[0]
            self._display.line(f"training without compilation: {first_line}")
            self.model.run_eagerly()
        self.model.zero_grad(set_to_none=True)

    def _is_validation_step(self, limits: Limits, elapsed: float) -> bool:
        if self._validator is None or self.progress.step % self.config.validation.every_steps:
            return False
        # A validation that would outlast the stretch is left out.
        return limits.seconds is None or elapsed + self._validation_seconds < limits.seconds

    def _validate(self, log: MetricsLog) -> bool:
        """Score the averages; return True if the run should stop."""
        stop = False
        if self._world.is_first:
            began = time.monotonic()
            scores = self.score()
            self._validation_seconds = time.monotonic() - began
            better = scores["f_half"] > self.progress.best_f_half
            self.progress.validations_since_best = (
                0 if better else self.progress.validations_since_best + 1
            )
            if better:
                self.progress.best_f_half = scores["f_half"]
            patience = self.config.validation.patience
            stop = bool(patience) and self.progress.validations_since_best >= patience
            log.write({"step": self.progress.step, **scores})
            shown = ", ".join(f"{name} {value:.4f}" for name, value in scores.items())
            self._display.line(f"step {self.progress.step}: {shown}{' (best)' if better else ''}")
            if better:
                best = {**self._description(), "model": self._averages.state_dict()}
                save_checkpoint(self._folder / BEST, best)
        return self._world.agree(stop)

    def _log(self, log: MetricsLog, meter: _Meter) -> None:
        if not self._world.is_first:
            return
        row = meter.row(self.progress)
        if self._world.device.type == "cuda":
            row["device_gib"] = torch.cuda.max_memory_allocated() / 2**30
        log.write(row)
        self._display.show(row)

    def _random_states(self) -> list[torch.Tensor]:
        own = torch.get_rng_state()
        if self._world.size == 1:
            return [own]
        states = [torch.empty_like(own) for _ in range(self._world.size)]
        on_device = own.to(self._world.device)
        gathered = [state.to(self._world.device) for state in states]
        torch.distributed.all_gather(gathered, on_device)
        return [state.cpu() for state in gathered]


class _Meter:
    """Sums between two rows of the log; stays on the device so as not to wait for it."""

    def __init__(self, progress: Progress) -> None:
        self._begin(progress)

    def _begin(self, progress: Progress) -> None:
        self._sums: Tensor | None = None
        self._step = progress.step
        self._pairs, self._seconds = progress.pairs, time.monotonic()
        self._rate = self._waited = 0.0

    def add(self, sums: Tensor, rate: float, waited: float) -> None:
        """Take in one step: (summed loss, summed weight, gradient norm), rate, waiting time."""
        self._sums = sums if self._sums is None else self._sums + sums
        self._rate = rate
        self._waited += waited

    def row(self, progress: Progress) -> dict[str, Any]:
        """Return the means since the last row, and begin anew."""
        loss, weight, norm = (0.0, 0.0, 0.0) if self._sums is None else self._sums.tolist()
        elapsed = max(1e-9, time.monotonic() - self._seconds)
        row = {
            "step": progress.step,
            "loss": loss / max(1.0, weight),
            "gradient_norm": norm / max(1, progress.step - self._step),
            "rate": self._rate,
            "pairs": progress.pairs,
            "pairs_per_second": (progress.pairs - self._pairs) / elapsed,
            "waited": self._waited / elapsed,
            "seconds": progress.seconds,
        }
        self._begin(progress)
        return row


def restore_progress(saved: Mapping[str, Any]) -> Progress:
    """Return the progress that a checkpoint holds as plain values."""
    return Progress(**{**saved, "position": Position(**saved["position"])})


def _gradient(parameter: nn.Parameter) -> Tensor:
    if parameter.grad is None:
        parameter.grad = torch.zeros_like(parameter)
    return parameter.grad


@contextmanager
def _stop_requested() -> Iterator[Callable[[], bool]]:
    """Turn SIGINT and SIGTERM into a polite question."""
    asked: list[int] = []
    signals = (signal.SIGINT, signal.SIGTERM)
    previous = [signal.signal(number, lambda number, _: asked.append(number)) for number in signals]
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in zip(signals, previous, strict=True):
            signal.signal(number, handler)


def _uses_bf16(config: RunConfig, world: World) -> bool:
    if config.precision == "auto":
        return product_dtype(world.device) is torch.bfloat16
    return config.precision == "bf16"
