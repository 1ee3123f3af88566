"""Input-guided aggressive decoding (Sun et al. 2021, sections 3.2 and 3.3).

"Instantaneous Grammatical Error Correction with Shallow Aggressive Decoding":
a corrected sentence is mostly its source, so the source is offered as a draft
and verified in a single step. Where the model first disagrees (the
bifurcation) its own token is taken, decoding goes on token by token until the
end of the output is found again at one place of the source
(resynchronisation), and the rest of the source becomes the next draft.

Without an edit bias every accepted token is the most probable one after its
prefix, so the result is that of greedy search whatever is offered; only the
number of steps differs. With one, a draft must win by that much to be accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.decoding.common import (
    Cancelled,
    DecodingOptions,
    FloatArray,
    Hypothesis,
    IntArray,
    StateT,
    Stepper,
    stop_if,
)
from model.tokenizer import BOS_ID, EOS_ID

# The paper looks for the suffix in the whole remaining source. Corrections are
# local, and a common word returns often, so a nearer horizon finds "the" again
# at once where the whole sentence would need more steps to be sure.
_HORIZON = 16
# Longer suffixes than this do not become more telling.
_MAX_SUFFIX = 6


def aggressive(
    stepper: Stepper[StateT],
    source_ids: Sequence[int],
    options: DecodingOptions,
    cancelled: Cancelled | None = None,
) -> Hypothesis:
    """Search for one source; the same hypothesis as ``greedy``, in fewer steps.

    Args:
        stepper: the model.
        source_ids: piece ids, without the end mark.
        options: limits; the strategy named there is not looked at.
        cancelled: asked before every step.

    Raises:
        CancelledError: if ``cancelled`` returned True.
    """
    state = stepper.start([[*source_ids, EOS_ID]])
    return aggressive_from(stepper, state, source_ids, options, cancelled)


def aggressive_from(
    stepper: Stepper[StateT],
    state: StateT,
    source_ids: Sequence[int],
    options: DecodingOptions,
    cancelled: Cancelled | None = None,
) -> Hypothesis:
    """Search as ``aggressive``, from a state of one row that has read the source already."""
    limit = options.length_limit(len(source_ids))
    tokens: list[int] = []
    distributions: list[FloatArray] = []  # pieces of shape (positions, vocabulary)
    position: int | None = 0  # where in the source the output goes on, if that is known
    reached = 0  # source tokens that are certainly used up
    while True:
        stop_if(cancelled)
        draft = [] if position is None else [*source_ids[position:], EOS_ID]
        draft = draft[: limit - len(tokens)]
        last = tokens[-1] if tokens else BOS_ID
        log_probs = stepper.step(np.array([[last, *draft]], dtype=np.int64), state)[0]
        chosen = favourites(log_probs, draft, options.edit_bias)
        agreed = agreed_length(draft, chosen)
        ended = agreed > 0 and draft[agreed - 1] == EOS_ID
        if ended:
            agreed -= 1
        token = int(chosen[agreed])
        distributions.append(log_probs[: agreed + 1])
        tokens += draft[:agreed]
        if token == EOS_ID or len(tokens) == limit:
            finished = token == EOS_ID
            return Hypothesis(tuple(tokens), np.concatenate(distributions), finished=finished)
        tokens.append(token)
        state.keep(len(tokens))  # the begin mark and all tokens but the last
        if position is not None:
            reached = position + agreed
        position = resynchronise(tokens, source_ids, reached)


def favourites(log_probs: FloatArray, draft: Sequence[int], edit_bias: float) -> IntArray:
    """Return the token to take at each position, (len(draft) + 1,).

    Args:
        log_probs: (len(draft) + 1, vocabulary); stays as it is.
        draft: what the source offers at all positions but the last.
        edit_bias: nats taken off the draft's tokens.
    """
    if edit_bias and draft:
        log_probs = log_probs.copy()
        log_probs[np.arange(len(draft)), draft] -= edit_bias
    chosen: IntArray = log_probs.argmax(axis=-1)
    return chosen


def agreed_length(draft: Sequence[int], chosen: IntArray) -> int:
    """Return how many tokens of the draft the model would have chosen itself."""
    agreed = np.asarray(draft, dtype=np.int64) == chosen[: len(draft)]
    return len(draft) if agreed.all() else int(agreed.argmin())


def resynchronise(tokens: Sequence[int], source_ids: Sequence[int], reached: int) -> int | None:
    """Find the end of the output again in the source.

    The shortest suffix of ``tokens`` that stands at exactly one place decides.

    Returns:
        the source position after that place, or None if there is none yet.
    """
    stop = min(len(source_ids), reached + _HORIZON)
    ends = [end for end in range(reached, stop) if source_ids[end] == tokens[-1]]
    for length in range(2, min(_MAX_SUFFIX, len(tokens)) + 1):
        if len(ends) <= 1:
            break
        ends = [
            end
            for end in ends
            if end - length + 1 >= 0 and source_ids[end - length + 1] == tokens[-length]
        ]
    return ends[0] + 1 if len(ends) == 1 else None
