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
    "runs",
    "runs_seen",
)
"""Features of a candidate, see :func:`candidate_features`."""
FEATURES = (*KEEP, *CHANGE)

_BITS_SCALE = 10.0
_MOST_GAIN = 20.0  # nats; beyond that runs of words only say the same louder
_GAIN_SCALE = 5.0
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

    def verdict(
        self, written: Written, candidates: Sequence[Candidate], runs: Sequence[float]
    ) -> Verdict:
        """Return the best of at least one candidate.

        Args:
            written: the word.
            candidates: what it may stand for.
            runs: (candidates,) how much more familiar the words around it are with each, in nats;
                zeros if nothing is known of runs of words.
        """
        weights = np.array([self.weights.get(name, 0.0) for name in FEATURES])
        scores = choices(written, candidates, runs) @ weights
        shares = np.exp(scores - scores.max())
        best = int(np.argmax(scores[1:]))
        return Verdict(candidates[best], float(shares[1 + best] / shares.sum()))


def choices(
    written: Written, candidates: Sequence[Candidate], runs: Sequence[float]
) -> NDArray[np.float64]:
    """Return the features of all choices, (1 + candidates, features); the first is to keep."""
    rows = np.zeros((1 + len(candidates), len(FEATURES)))
    rows[0, : len(KEEP)] = _keep_features(written)
    for row, candidate, gain in zip(rows[1:], candidates, runs, strict=True):
        row[len(KEEP) :] = candidate_features(written, candidate, gain)
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


def candidate_features(written: Written, candidate: Candidate, gain: float) -> list[float]:
    """Return the features of one candidate, in the order of :data:`CHANGE`."""
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
        max(-_MOST_GAIN, min(_MOST_GAIN, gain)) / _GAIN_SCALE,
        float(gain > _FAMILIAR),
    ]
