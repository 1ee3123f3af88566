"""Counts of right, needless and missed edits, and the ratios made of them.

Knows numbers only. Conventions (those of MaxMatch and ERRANT): precision is 1
when nothing was proposed, recall is 1 when nothing was to be found, and F is 0
when nothing was right, unless there was nothing to do and nothing was done.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Edits of a hypothesis against edits of an annotator."""

    tp: int = 0
    """Proposed and in the gold."""
    fp: int = 0
    """Proposed, not in the gold."""
    fn: int = 0
    """In the gold, not proposed."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def proposed(self) -> int:
        """How many edits the hypothesis makes."""
        return self.tp + self.fp

    @property
    def gold(self) -> int:
        """How many edits the annotator made."""
        return self.tp + self.fn

    @property
    def precision(self) -> float:
        """Share of proposed edits that are right, 0..1."""
        return self.tp / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Share of gold edits that were proposed, 0..1."""
        return self.tp / self.gold if self.gold else 1.0

    def f_beta(self, beta: float = 0.5) -> float:
        """Return the weighted harmonic mean; ``beta`` below 1 favours precision."""
        weighted = beta * beta * self.gold + self.proposed
        if not weighted:
            return 1.0
        return (1.0 + beta * beta) * self.tp / weighted

    @property
    def f_half(self) -> float:
        """F0.5, the field's figure for correction: precision counts twice."""
        return self.f_beta(0.5)
