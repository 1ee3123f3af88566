"""Milliseconds per sentence by length and number of edits.

Times are processor time of the one thread that runs everything: on an idle
machine what a clock would show, on a busy one not stretched by waiting.

The searches are the engine's own; what the model would say is forced, so that
a sentence has exactly the wanted number of edits whatever the weights know.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from model.decoding.aggressive import aggressive_from
from model.decoding.common import DecodingOptions
from model.session import Session
from model.state import DecoderState, FloatArray, IntArray
from model.tokenizer import BOS_ID, EOS_ID, Tokenizer
from training.export.sentences import SENTENCES

LENGTHS = (10, 25, 50, 100)
"""Source tokens, the end mark not counted."""
EDITS = (0, 1, 2, 3)
_CERTAIN = 1e4  # added to a log-probability: more than any other token can have


@dataclass(frozen=True, slots=True)
class LatencyRow:
    """Medians in milliseconds for one source length."""

    source_tokens: int
    encoder: float
    greedy: float
    """All steps of an unchanged sentence, encoder not counted."""
    aggressive: tuple[float, ...]
    """The same with 0, 1, 2, 3 edits."""

    @property
    def sentence(self) -> float:
        """Encoder and aggressive decoding with one edit: what a typical sentence takes."""
        return self.encoder + self.aggressive[1]


class ForcedStepper:
    """A session whose most probable tokens are those of a given target."""

    def __init__(self, session: Session, target: Sequence[int]) -> None:
        self._session = session
        self._target = np.array([*target, EOS_ID])

    def start(self, source_ids: Sequence[Sequence[int]]) -> DecoderState:
        """Read sources."""
        return self._session.start(source_ids)

    def step(self, tokens: IntArray, state: DecoderState) -> FloatArray:
        """Run the step and raise the target's tokens."""
        first = state.length
        log_probs = self._session.step(tokens, state)
        wanted = self._target[first : first + tokens.shape[1]]
        log_probs[0, np.arange(len(wanted)), wanted] += _CERTAIN
        return log_probs


def measure(session: Session, tokenizer: Tokenizer, rounds: int) -> list[LatencyRow]:
    """Time every length and number of edits; each figure is a median of ``rounds``."""
    pieces = [piece for text in SENTENCES for piece in tokenizer.encode(text)]
    return [_measure_length(session, pieces[:length], rounds) for length in LENGTHS]


def edited(source: Sequence[int], edits: int, vocabulary_size: int) -> list[int]:
    """Return ``source`` with tokens replaced at evenly spread places."""
    target = list(source)
    for edit in range(edits):
        place = (edit + 1) * len(source) // (edits + 1)
        # Any other token than those of the source will do; it is never an end or a pad.
        target[place] = next(t for t in range(vocabulary_size - 1, 3, -1) if t not in target)
    return target


def _measure_length(session: Session, source: list[int], rounds: int) -> LatencyRow:
    ids = [[*source, EOS_ID]]
    started = session.start(ids)
    options = DecodingOptions(max_positions=session.max_positions)
    size = session.vocabulary_size

    def with_edits(count: int) -> float:
        stepper = ForcedStepper(session, edited(source, count, size))
        return _median(lambda: aggressive_from(stepper, started.copy(), source, options), rounds)

    return LatencyRow(
        source_tokens=len(source),
        encoder=_median(lambda: session.start(ids), rounds),
        greedy=_median(lambda: _greedy(session, started.copy(), source), rounds),
        aggressive=tuple(with_edits(count) for count in EDITS),
    )


def _greedy(session: Session, state: DecoderState, source: list[int]) -> None:
    for token in (BOS_ID, *source):
        session.step(np.array([[token]]), state).argmax()


def _median(run: Callable[[], object], rounds: int) -> float:
    run()
    times = []
    for _ in range(rounds):
        began = time.thread_time()
        run()
        times.append(time.thread_time() - began)
    return statistics.median(times) * 1000
