"""Searches for the most probable correction of a source, by name."""

from __future__ import annotations

from collections.abc import Sequence

from model.decoding.aggressive import aggressive
from model.decoding.beam import beam
from model.decoding.common import Cancelled, DecodingOptions, Hypothesis, StateT, Stepper
from model.decoding.greedy import greedy


def decode(
    stepper: Stepper[StateT],
    source_ids: Sequence[int],
    options: DecodingOptions,
    cancelled: Cancelled | None = None,
) -> Hypothesis:
    """Search for one source with the strategy that ``options`` names.

    Args:
        stepper: the model.
        source_ids: piece ids, without the end mark.
        options: strategy and limits.
        cancelled: asked before every step.

    Raises:
        CancelledError: if ``cancelled`` returned True.
        ValueError: if the source has more tokens than the model has positions.
    """
    if len(source_ids) + 1 > options.max_positions:
        raise ValueError(
            f"{len(source_ids)} tokens are more than the {options.max_positions - 1} "
            "that the model can read; split the sentence"
        )
    if options.strategy == "beam":
        return beam(stepper, source_ids, options, cancelled)
    if options.strategy == "greedy":
        return greedy(stepper, source_ids, options, cancelled)
    return aggressive(stepper, source_ids, options, cancelled)
