"""Beam search over any stepper.

Keeps the ``beam_size`` most probable prefixes as rows of one state. Slower
than the other searches and seldom better here; kept for measuring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.decoding.common import (
    Cancelled,
    DecodingOptions,
    FloatArray,
    Hypothesis,
    StateT,
    Stepper,
    stop_if,
)
from model.tokenizer import BOS_ID, EOS_ID


@dataclass(frozen=True, slots=True, eq=False)
class _Prefix:
    """A live or finished beam."""

    tokens: tuple[int, ...]
    score: float
    """Sum of log-probabilities, the end mark's included once it is there."""
    distributions: tuple[FloatArray, ...]

    def grown(self, token: int, score: float, distribution: FloatArray) -> _Prefix:
        return _Prefix((*self.tokens, token), score, (*self.distributions, distribution))

    def ended(self, score: float, distribution: FloatArray) -> _Prefix:
        return _Prefix(self.tokens, score, (*self.distributions, distribution))

    def ranked(self, length_penalty: float) -> float:
        return self.score / float(max(1, len(self.distributions)) ** length_penalty)


def beam(
    stepper: Stepper[StateT],
    source_ids: Sequence[int],
    options: DecodingOptions,
    cancelled: Cancelled | None = None,
) -> Hypothesis:
    """Search for one source with ``options.beam_size`` rows.

    With one row this is greedy search.

    Args:
        stepper: the model.
        source_ids: piece ids, without the end mark.
        options: beam size, length penalty and limits.
        cancelled: asked before every step.

    Raises:
        CancelledError: if ``cancelled`` returned True.
    """
    limit = options.length_limit(len(source_ids))
    state = stepper.start([[*source_ids, EOS_ID]])
    live = [_Prefix((), 0.0, ())]
    finished: list[_Prefix] = []
    while True:
        stop_if(cancelled)
        last = [[prefix.tokens[-1] if prefix.tokens else BOS_ID] for prefix in live]
        log_probs = stepper.step(np.array(last, dtype=np.int64), state)[:, 0]  # (rows, vocabulary)
        rows: list[int] = []
        grown: list[_Prefix] = []
        for row, token, score in _best(live, log_probs, options.beam_size):
            if token == EOS_ID:
                finished.append(live[row].ended(score, log_probs[row]))
            elif len(live[row].tokens) < limit:
                rows.append(row)
                grown.append(live[row].grown(token, score, log_probs[row]))
        if not grown or _is_settled(finished, grown, limit, options):
            return _result(finished, live, log_probs, options.length_penalty)
        state.reorder(rows)
        live = grown


def _is_settled(
    finished: Sequence[_Prefix], live: Sequence[_Prefix], limit: int, options: DecodingOptions
) -> bool:
    """Return True if no live prefix can still become the best hypothesis."""
    if not finished:
        return False
    best = max(prefix.ranked(options.length_penalty) for prefix in finished)
    # At best a prefix goes on at no cost up to the limit.
    hope = max(prefix.score for prefix in live) / float(limit + 1) ** options.length_penalty
    return bool(best >= hope)


def _best(
    live: Sequence[_Prefix], log_probs: FloatArray, count: int
) -> list[tuple[int, int, float]]:
    """Return the ``count`` best continuations as (row, token, score), best first."""
    scores = log_probs.astype(np.float64) + np.array([[prefix.score] for prefix in live])
    order = np.argsort(-scores, axis=None, kind="stable")[:count]
    rows, tokens = np.unravel_index(order, scores.shape)
    return [
        (int(row), int(token), float(scores[row, token]))
        for row, token in zip(rows, tokens, strict=True)
    ]


def _result(
    finished: Sequence[_Prefix],
    live: Sequence[_Prefix],
    log_probs: FloatArray,
    length_penalty: float,
) -> Hypothesis:
    if finished:
        best = max(finished, key=lambda prefix: prefix.ranked(length_penalty))
        return Hypothesis(best.tokens, np.stack(best.distributions))
    row = max(range(len(live)), key=lambda index: live[index].ranked(length_penalty))
    distributions = np.stack([*live[row].distributions, log_probs[row]])
    return Hypothesis(live[row].tokens, distributions, finished=False)
