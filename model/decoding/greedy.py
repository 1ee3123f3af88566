"""Greedy search: take the most probable token, one step at a time.

The plain search that aggressive decoding must agree with.
"""

from __future__ import annotations

from collections.abc import Sequence

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


def greedy(
    stepper: Stepper[StateT],
    source_ids: Sequence[int],
    options: DecodingOptions,
    cancelled: Cancelled | None = None,
) -> Hypothesis:
    """Search greedily for one source.

    Args:
        stepper: the model.
        source_ids: piece ids, without the end mark.
        options: limits; the strategy named there is not looked at.
        cancelled: asked before every step.

    Raises:
        CancelledError: if ``cancelled`` returned True.
    """
    limit = options.length_limit(len(source_ids))
    state = stepper.start([[*source_ids, EOS_ID]])
    tokens: list[int] = []
    distributions: list[FloatArray] = []
    while True:
        stop_if(cancelled)
        last = np.array([[tokens[-1] if tokens else BOS_ID]], dtype=np.int64)
        distribution = stepper.step(last, state)[0, 0]  # (vocabulary,)
        distributions.append(distribution)
        token = int(distribution.argmax())
        if token == EOS_ID or len(tokens) == limit:
            return Hypothesis(tuple(tokens), np.stack(distributions), finished=token == EOS_ID)
        tokens.append(token)
