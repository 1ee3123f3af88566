"""What every search shares: the stepper it drives, its options, its result.

Knows token ids and log-probabilities. Knows nothing of text, tokenisers, ONNX
or torch: anything with :class:`Stepper`'s two methods can be searched.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from model.errors import CancelledError
from model.tokenizer import EOS_ID

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]
Cancelled = Callable[[], bool]


class SearchState(Protocol):
    """What the decoder remembers of the positions it was given."""

    @property
    def length(self) -> int:
        """Target positions taken in so far."""

    @property
    def rows(self) -> int:
        """Hypotheses that are decoded side by side."""

    def keep(self, length: int) -> None:
        """Forget every target position from ``length`` on."""

    def reorder(self, rows: Sequence[int]) -> None:
        """Make row ``i`` what row ``rows[i]`` was; rows may repeat or vanish."""

    def copy(self) -> Self:
        """Return a state that goes its own way from here."""


StateT = TypeVar("StateT", bound=SearchState)


class Stepper(Protocol[StateT]):
    """An encoder and one forward step of its decoder."""

    def start(self, source_ids: Sequence[Sequence[int]]) -> StateT:
        """Read the sources (each ends with EOS) and return an empty state, a row each."""

    def step(self, tokens: IntArray, state: StateT) -> FloatArray:
        """Append ``tokens`` (rows, positions) to the state.

        Returns:
            log-probabilities of the token that follows each position, shape
            (rows, positions, vocabulary).
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodingOptions:
    """How to search for a hypothesis."""

    strategy: str = "aggressive"
    """One of ``aggressive``, ``greedy`` (same result, slower) and ``beam``."""
    beam_size: int = 1
    """Live hypotheses; only ``beam`` may have more than one."""
    length_penalty: float = 1.0
    """Beam scores are divided by ``tokens ** length_penalty``; 0 favours short hypotheses."""
    max_extra_tokens: int = 8
    """A hypothesis may be this much longer than its source ..."""
    max_extra_share: float = 0.3
    """... or by this share of the source, whichever is more."""
    edit_bias: float = 0.0
    """Nats taken off the source's own token wherever ``aggressive`` verifies the source. Above 0,
    changes are proposed that the model finds a little less likely than leaving the source alone;
    0 gives exactly the greedy hypothesis (decision 0035)."""
    least_probability: float = 0.0
    """That a token needs to stand for the source's own wherever ``aggressive`` verifies the source,
    0..1; 0 asks for nothing (decision 0142)."""
    rereading_probability: float = 0.0
    """Only behind a change at least that likely the rest of the source is verified anew by
    ``aggressive``, 0..1; 0 verifies it behind every change (decision 0145)."""
    max_positions: int = 512
    """Positions that the model knows, begin and end marks counted."""

    def __post_init__(self) -> None:
        if self.strategy not in ("aggressive", "greedy", "beam"):
            raise ValueError(
                f"no strategy is called {self.strategy!r}; use aggressive, greedy or beam"
            )
        if self.beam_size < 1 or (self.beam_size > 1 and self.strategy != "beam"):
            raise ValueError(f"strategy {self.strategy!r} cannot keep {self.beam_size} rows")

        if self.edit_bias < 0:
            raise ValueError(f"the edit bias is 0 or more, not {self.edit_bias}")
        for probability in (self.least_probability, self.rereading_probability):
            if not 0 <= probability < 1:
                raise ValueError(f"a probability is 0 or more, below 1, not {probability}")

    def length_limit(self, source_tokens: int) -> int:
        """Return how many tokens a hypothesis may have, the end mark not counted."""
        extra = max(self.max_extra_tokens, math.ceil(self.max_extra_share * source_tokens))
        return min(source_tokens + extra, self.max_positions - 1)

    @property
    def longest_source(self) -> int:
        """Tokens of the longest source whose hypothesis has all the room it may need."""
        positions = self.max_positions - 1
        by_share = int(positions / (1.0 + self.max_extra_share))
        return max(1, min(by_share, positions - self.max_extra_tokens))


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """What a search found."""

    tokens: tuple[int, ...]
    """Without begin and end marks."""
    distributions: FloatArray
    """Log-probabilities at each token and at the end mark, (len(tokens) + 1, vocabulary)."""
    finished: bool = True
    """False if the length limit came before the end mark: then the tail is missing."""

    @property
    def log_probs(self) -> FloatArray:
        """Log-probability of each chosen token; the end mark's too if it was reached."""
        chosen = [*self.tokens, EOS_ID][: len(self.distributions)]
        picked: FloatArray = self.distributions[np.arange(len(chosen)), chosen]
        return picked if self.finished else picked[: len(self.tokens)]

    @property
    def score(self) -> float:
        """Log-probability of the whole hypothesis."""
        return float(self.log_probs.sum())


def stop_if(cancelled: Cancelled | None) -> None:
    """Raise :class:`CancelledError` if the caller no longer wants the answer."""
    if cancelled is not None and cancelled():
        raise CancelledError("the correction was cancelled")
