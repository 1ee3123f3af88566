"""A training run as one checked object, read from a TOML recipe."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from training.batching import BatchingOptions
from training.edgeformer.config import EdgeFormerConfig
from training.schedules import Schedule

T = TypeVar("T")


class RecipeError(ValueError):
    """A recipe cannot be used; the message names the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MixturePart:
    """One source of pairs and its share of the stream."""

    kind: str
    """``noised`` (clean text with errors made on the fly), ``infilled`` or ``pairs``."""
    share: float
    file: str = ""
    """For ``pairs``: file of the pack, source and target separated by a tab."""
    reversed: bool = False
    """For ``pairs``: from the target to the source, for a network that makes mistakes."""
    clean_share: float = 0.2
    """For ``noised``: share of sentences left as they are."""
    emphasis: dict[str, float] = field(default_factory=dict)
    """For ``noised``: error type -> factor on its share, over the noise's own."""

    def __post_init__(self) -> None:
        if self.kind not in ("noised", "infilled", "pairs"):
            raise ValueError(f"unknown kind {self.kind!r}; use noised, infilled or pairs")
        if (self.kind == "pairs") != bool(self.file):
            raise ValueError("a part of kind 'pairs' names its file; other kinds have none")
        if self.reversed and self.kind != "pairs":
            raise ValueError("only a part of kind 'pairs' can be reversed")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizerConfig:
    """What turns gradients into steps."""

    name: str = "adamw"
    """``adamw``, or ``muon`` (Muon on the matrices of the layers, AdamW on the rest)."""
    beta1: float = 0.9
    beta2: float = 0.98
    weight_decay: float = 0.01
    clip_norm: float = 1.0
    muon_rate_scale: float = 20.0
    """Muon's rate as a multiple of the schedule's."""

    def __post_init__(self) -> None:
        if self.name not in ("adamw", "muon"):
            raise ValueError(f"unknown optimizer {self.name!r}; use adamw or muon")


@dataclass(frozen=True, slots=True, kw_only=True)
class LossConfig:
    """What is minimised."""

    label_smoothing: float = 0.05
    edit_weight: float = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationConfig:
    """When to score the averaged weights, and when to give up."""

    every_steps: int = 1000
    sentences: int = 500
    """First so many of the development set; 0: all."""
    patience: int = 0
    """Stop after so many validations without a better F0.5; 0: never."""
    set: str = "bea-dev"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunConfig:
    """One complete training run."""

    name: str
    seed: int = 1
    model: EdgeFormerConfig = field(default_factory=EdgeFormerConfig)
    mixture: tuple[MixturePart, ...] = ()
    batching: BatchingOptions = field(default_factory=BatchingOptions)
    accumulation: int = 1
    """Micro-batches per optimiser step, over all devices together."""
    optimizer: OptimizerConfig = field(default_factory=OptimizerConfig)
    schedule: Schedule = field(
        default_factory=lambda: Schedule(peak=1e-3, warmup_steps=1000, total_steps=100_000)
    )
    loss: LossConfig = field(default_factory=LossConfig)
    validation: ValidationConfig = field(default_factory=ValidationConfig)
    ema_decay: float = 0.999
    precision: str = "auto"
    """``fp32``, ``bf16``, or ``auto``: bf16 where the device has instructions for it."""
    compile: bool = False
    """Compile the encoder layers: pays on a GPU after about a minute, never on a CPU."""
    rewarm_steps: int = 200
    """Steps over which the rate climbs again where a run goes on without its optimiser state."""
    log_steps: int = 50
    save_minutes: float = 5.0

    def __post_init__(self) -> None:
        if not self.mixture:
            raise ValueError("the recipe has no [[mixture]]; name at least one source of pairs")
        if self.accumulation < 1:
            raise ValueError("accumulation must be at least 1")
        if self.precision not in ("auto", "fp32", "bf16"):
            raise ValueError(f"unknown precision {self.precision!r}; use auto, fp32 or bf16")

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON and checkpoints."""
        return {
            **asdict(self),
            "model": self.model.to_dict(),
            "mixture": [asdict(part) for part in self.mixture],
        }


def load_recipe(path: Path) -> RunConfig:
    """Read a recipe.

    Raises:
        RecipeError: if the file is missing, is no TOML, or holds an unknown or
            impossible setting.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecipeError(f"cannot read the recipe {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path} is no valid TOML: {error}") from error
    try:
        return recipe_from_table(table)
    except (TypeError, ValueError) as error:
        raise RecipeError(f"{path}: {error}") from error


def recipe_from_table(table: dict[str, Any]) -> RunConfig:
    """Return the recipe of a parsed TOML table (or of :meth:`RunConfig.to_dict`)."""
    values = dict(table)
    parts = values.pop("mixture", [])
    if not isinstance(parts, list):
        raise TypeError("mixture must be a list of tables: write [[mixture]]")
    mixture = tuple(_build(MixturePart, part, "mixture") for part in parts)
    return _build(RunConfig, {**values, "mixture": mixture}, "recipe")


def _build(kind: type[T], table: object, place: str) -> T:
    if not isinstance(table, dict):
        raise TypeError(f"[{place}] must be a table")
    hints = get_type_hints(kind)
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(table) - known):
        raise ValueError(f"[{place}] has unknown settings: {', '.join(unknown)}")
    values = {
        name: _build(hints[name], value, name) if is_dataclass(hints[name]) else value
        for name, value in table.items()
    }
    return kind(**values)
