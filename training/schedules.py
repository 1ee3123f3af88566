"""Learning-rate curves: pure functions of the step."""

from __future__ import annotations

import math
from dataclasses import dataclass

SHAPES = ("constant", "inverse_sqrt", "cosine", "linear")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Warm-up, then a curve.

    ``linear`` holds the peak until ``decay_start`` and falls to ``floor`` at
    ``total_steps`` (warm-up, stable, decay): the shape for training in legs,
    since only the last leg need know where the end is.
    """

    peak: float
    warmup_steps: int
    total_steps: int
    shape: str = "linear"
    decay_start: int = 0
    """Step at which the linear fall begins; 0: after warm-up."""
    floor: float = 0.0
    """Smallest rate, as a share of the peak."""

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"unknown schedule {self.shape!r}; choose one of {', '.join(SHAPES)}")
        if not 0 <= self.floor <= 1:
            raise ValueError("floor is a share of the peak: 0..1")

    def rate(self, step: int) -> float:
        """Return the learning rate of ``step``, counted from 0."""
        if step < self.warmup_steps:
            return self.peak * (step + 1) / self.warmup_steps
        if self.shape == "constant":
            return self.peak
        if self.shape == "inverse_sqrt":
            return self.peak * math.sqrt(max(1, self.warmup_steps) / (step + 1))
        start = self.warmup_steps
        if self.shape == "linear":
            start = max(self.decay_start, start)
        share = min(1.0, max(0.0, (step - start) / max(1, self.total_steps - start)))
        left = 0.5 * (1 + math.cos(math.pi * share)) if self.shape == "cosine" else 1 - share
        return self.peak * (self.floor + (1 - self.floor) * left)
