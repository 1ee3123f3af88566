"""Which candidate a misspelt word stands for, if any, and how sure that is.

A conditional logit (McFadden 1974) over the candidates and one more choice,
to leave the word alone: each has features, one set of weights serves all
words, and the probability of the best is the confidence of the edit. Knows
features and weights; where they come from is others' business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.spelling.candidates import Candidate

KEEP = (
    "keep",
    "keep_capitalised",
    "keep_first",
    "keep_short",
    "keep_long",
    "keep_beside_unknown",
    "keep_beside_name",
)
"""Features of leaving a word as it is: always; capitalised within a sentence; first of its
sentence; of three letters or fewer; of eight or more; beside another unknown word, as in a foreign
phrase; beside a capitalised or accented one."""
CHANGE = (
    "bits",
    "one_edit",
    "three_edits",
    "edits_per_letter",
    "same_first",
    "same_last",
    "same_skeleton",
    "same_without_doubles",
    "regularised",
    "split",
    "fit",
    "short_fit",
    "runs",
    "runs_seen",
)
"""Features of a candidate, see :func:`candidate_features`."""
FEATURES = (*KEEP, *CHANGE)

_WORST_FIT = -20.0  # nats; beyond that the model only says "no" louder
_BITS_SCALE = 10.0
_FIT_SCALE = 5.0
_FAMILIAR = 5.0  # nats by which runs of words must beat those of the word as written


@dataclass(frozen=True, slots=True)
class Written:
    """An unknown word and where it stands."""

    text: str
    is_first: bool
    """It begins its sentence, so that its capital says nothing."""
    is_beside_unknown: bool = False
    """The word before or after is on no list either."""
    is_beside_name: bool = False
    """The word before or after is capitalised within the sentence, or has letters beyond A to Z."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest candidate."""

    candidate: Candidate
    confidence: float
    """Probability that it, and neither another nor the word itself, is what was meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """Decides with fitted weights.

    Args:
        weights: by feature, see :data:`FEATURES`; those that are missing count 0.
    """

    weights: Mapping[str, float]

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.weights) - set(FEATURES)):
            raise ValueError(f"the judge of misspellings knows no {', '.join(unknown)}")

    def likeliest(
        self, written: Written, candidates: Sequence[Candidate], runs: Sequence[float], count: int
    ) -> list[int]:
        """Return up to ``count`` indices of candidates, before the model is asked, likeliest first.

        Args:
            written: the word.
            candidates: what it may stand for.
            runs: as for :meth:`verdict`.
            count: how many at most.
        """
        unasked = np.zeros(len(candidates), dtype=np.float32)
        scores = self._scores(written, candidates, unasked, runs)[1:]
        order: list[int] = np.argsort(-scores, kind="stable")[:count].tolist()
        return order

    def verdict(
        self,
        written: Written,
        candidates: Sequence[Candidate],
        fits: NDArray[np.float32],
        runs: Sequence[float],
    ) -> Verdict:
        """Return the best of at least one candidate.

        Args:
            written: the word.
            candidates: what it may stand for.
            fits: (candidates,) how much likelier the model finds each, in nats.
            runs: (candidates,) how much more familiar the words around it are with each, in nats;
                zeros if nothing is known of runs of words.
        """
        scores = self._scores(written, candidates, fits, runs)
        shares = np.exp(scores - scores.max())
        best = int(np.argmax(scores[1:]))
        return Verdict(candidates[best], float(shares[1 + best] / shares.sum()))

    def _scores(
        self,
        written: Written,
        candidates: Sequence[Candidate],
        fits: NDArray[np.float32],
        runs: Sequence[float],
    ) -> NDArray[np.float64]:
        """Return the log-odds of all choices, (1 + candidates,); the first is to keep."""
        weights = np.array([self.weights.get(name, 0.0) for name in FEATURES])
        scores: NDArray[np.float64] = choices(written, candidates, fits, runs) @ weights
        return scores


def choices(
    written: Written,
    candidates: Sequence[Candidate],
    fits: NDArray[np.float32],
    runs: Sequence[float],
) -> NDArray[np.float64]:
    """Return the features of all choices, (1 + candidates, features); the first is to keep."""
    rows = np.zeros((1 + len(candidates), len(FEATURES)))
    rows[0, : len(KEEP)] = _keep_features(written)
    for row, candidate, fit, gain in zip(rows[1:], candidates, fits, runs, strict=True):
        row[len(KEEP) :] = candidate_features(written, candidate, float(fit), gain)
    return rows


def _keep_features(written: Written) -> list[float]:
    is_capitalised = written.text[0].isupper()
    return [
        1.0,
        float(is_capitalised and not written.is_first),
        float(written.is_first),
        float(len(written.text) <= 3),
        float(len(written.text) >= 8),
        float(written.is_beside_unknown),
        float(written.is_beside_name),
    ]


def candidate_features(
    written: Written, candidate: Candidate, fit: float, gain: float
) -> list[float]:
    """Return the features of one candidate, in the order of :data:`CHANGE`."""
    bounded = max(_WORST_FIT, min(-_WORST_FIT, fit)) / _FIT_SCALE
    return [
        candidate.bits / _BITS_SCALE,
        float(candidate.distance == 1),
        float(candidate.distance > 2),
        candidate.distance / len(written.text),
        float(candidate.same_first),
        float(candidate.same_last),
        float(candidate.same_skeleton),
        float(candidate.same_without_doubles),
        float(candidate.is_regularised),
        float(candidate.is_split),
        bounded,
        bounded * (len(written.text) <= 4),
        max(_WORST_FIT, min(-_WORST_FIT, gain)) / _FIT_SCALE,
        float(gain > _FAMILIAR),
    ]
