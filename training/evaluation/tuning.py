"""Choose thresholds: one by default and one for each frequent error type.

Maximises F0.5 over judged edits, as if each edit counted alone, under a cap on false
alarms. Coordinate ascent: the best single threshold first, then type by type, until
nothing improves. Knows outcomes only; runs no engine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from training.evaluation.outcomes import SetOutcomes, gold_edits
from training.scoring.counts import Counts

GRID = (
    *(round(0.02 * step, 2) for step in range(50)),
    *(0.985, 0.99, 0.9925, 0.995, 0.9975, 0.999, 0.9995, 1.0),
)
"""Thresholds that are tried, 0..1; closer near 1, where a model's confidences crowd."""

LEAST_GAIN = 1e-4
"""F0.5 that a threshold of its own must bring a type; less is noise."""

MAX_ROUNDS = 6

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class TuningOptions:
    """What to tune for."""

    max_false_alarms: float = 0.08
    """Most error-free sentences that may be changed, as a share, in every set alone."""
    caps: Mapping[str, float] = field(default_factory=dict)
    """The same for sets by name, where it is another one: annotators of learners' essays leave
    more mistakes in sentences that they change nothing in."""
    least_edits: int = 40
    """Edits a type needs for a threshold of its own."""
    least_threshold: float = 0.0
    """No threshold lies lower: F0.5 of text full of mistakes allows more than a writer does."""

    def __post_init__(self) -> None:
        for cap in (self.max_false_alarms, *self.caps.values()):
            if not 0.0 <= cap <= 1.0:
                raise ValueError(f"the cap on false alarms lies between 0 and 1, not at {cap}")
        if not 0.0 <= self.least_threshold <= 1.0:
            raise ValueError(
                f"the least threshold lies between 0 and 1, not at {self.least_threshold}"
            )

    def cap(self, name: str) -> float:
        """Return the cap of one set."""
        return self.caps.get(name, self.max_false_alarms)

    @property
    def grid(self) -> tuple[float, ...]:
        """Thresholds that are tried."""
        return tuple(value for value in GRID if value >= self.least_threshold)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the judged edits promise for some thresholds."""

    counts: Counts
    """fn rounded, since annotators differ in how much they correct."""
    false_alarm_rates: FloatArray
    """(sets,), in the order of ``JudgedEdits.set_names``."""


@dataclass(frozen=True, slots=True)
class JudgedEdits:
    """The edits of all tuning sets as arrays of one length."""

    limits: FloatArray
    tp: IntArray
    fp: IntArray
    types: IntArray
    """Index into ``names``."""
    error_free_rows: IntArray
    """Index of the error-free sentence of each edit; -1: the sentence holds errors."""
    names: tuple[str, ...]
    gold: float
    row_sets: IntArray
    """By error-free sentence: its set, as an index into ``set_names``."""
    set_names: tuple[str, ...]

    @classmethod
    def of(cls, sets: Sequence[SetOutcomes]) -> JudgedEdits:
        """Gather the edits of several sets."""
        limits: list[float] = []
        counts: list[Counts] = []
        types: list[str] = []
        rows: list[int] = []
        row_sets: list[int] = []
        for index, outcomes in enumerate(sets):
            for sentence in outcomes.sentences:
                row = len(row_sets) if sentence.error_free else -1
                if sentence.error_free:
                    row_sets.append(index)
                for outcome in sentence.outcomes:
                    limits.append(outcome.limit)
                    counts.append(outcome.counts)
                    types.append(outcome.edit.error_type)
                    rows.append(row)
        names = tuple(sorted(set(types)))
        places = {name: place for place, name in enumerate(names)}
        return cls(
            np.array(limits, dtype=np.float64),
            np.array([count.tp for count in counts], dtype=np.int64),
            np.array([count.fp for count in counts], dtype=np.int64),
            np.array([places[name] for name in types], dtype=np.int64),
            np.array(rows, dtype=np.int64),
            names,
            sum(gold_edits(outcomes.chosen.dev.sentences) for outcomes in sets),
            np.array(row_sets, dtype=np.int64),
            tuple(outcomes.chosen.name for outcomes in sets),
        )

    def estimate(self, thresholds: FloatArray) -> Estimate:
        """Return what thresholds promise.

        Args:
            thresholds: (types,), in the order of ``names``.
        """
        shown = self.limits >= thresholds[self.types]
        tp = int(self.tp[shown].sum())
        counts = Counts(tp, int(self.fp[shown].sum()), max(0, round(self.gold) - tp))
        return Estimate(counts, self._false_alarms(shown))

    def _false_alarms(self, shown: npt.NDArray[np.bool_]) -> FloatArray:
        count = len(self.set_names)
        touched = np.zeros(len(self.row_sets), dtype=np.float64)
        touched[self.error_free_rows[shown & (self.error_free_rows >= 0)]] = 1.0
        sizes = np.bincount(self.row_sets, minlength=count)
        alarms = np.bincount(self.row_sets, weights=touched, minlength=count)
        rates: FloatArray = alarms / np.maximum(1, sizes)
        return rates


def tune(edits: JudgedEdits, options: TuningOptions) -> dict[str, float]:
    """Return thresholds: ``default``, and types that gain by one of their own."""
    if not len(edits.limits):
        return {"default": 0.5}
    default = max(options.grid, key=lambda value: _rank(edits, _all_at(edits, value), options))
    thresholds = _all_at(edits, default)
    frequent = [
        place
        for place, count in Counter(edits.types.tolist()).most_common()
        if count >= options.least_edits
    ]
    for _ in range(MAX_ROUNDS):
        before = thresholds.copy()
        for place in frequent:
            thresholds = _improve(edits, thresholds, place, options)
        if np.array_equal(before, thresholds):
            break
    own = {
        edits.names[place]: float(thresholds[place])
        for place in sorted(frequent)
        if thresholds[place] != default
    }
    return {"default": float(default), **own}


def _all_at(edits: JudgedEdits, value: float) -> FloatArray:
    return np.full(len(edits.names), value, dtype=np.float64)


def _rank(
    edits: JudgedEdits, thresholds: FloatArray, options: TuningOptions
) -> tuple[float, float]:
    """Return what to maximise: first keep to the cap, then F0.5."""
    estimate = edits.estimate(thresholds)
    caps = np.array([options.cap(name) for name in edits.set_names])
    left = float((caps - estimate.false_alarm_rates).min())
    return min(0.0, left), estimate.counts.f_half


def _improve(
    edits: JudgedEdits, thresholds: FloatArray, place: int, options: TuningOptions
) -> FloatArray:
    """Return thresholds with the best value for one type, the others held."""
    best, best_rank = thresholds, _rank(edits, thresholds, options)
    for value in options.grid:
        tried = thresholds.copy()
        tried[place] = value
        rank = _rank(edits, tried, options)
        if rank[0] > best_rank[0] or (
            rank[0] == best_rank[0] and rank[1] > best_rank[1] + LEAST_GAIN
        ):
            best, best_rank = tried, rank
    return best
