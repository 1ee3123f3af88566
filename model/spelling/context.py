"""How well words fit into a sentence, asked of the corrector's own model.

A candidate is put into the source in place of the word, and the model says how
likely it thinks that target for this source, beside the source itself. What
all targets begin with is read once; a few tokens after the word are enough to
hear an objection. Knows tokens and log-probabilities; nothing of spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.decoding.common import FloatArray, SearchState, Stepper
from model.edits import Span
from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, Tokenizer

_TOKENS_AFTER = 3  # a wrong word is objected to where the sentence goes on
# Each row holds the whole source: nine of 44 tokens took 10 MB.
_ROWS_AT_ONCE = 3


class ContextScorer:
    """Scores what may stand at one place of a sentence.

    Args:
        tokenizer: of the model.
        stepper: the model.
    """

    def __init__(self, tokenizer: Tokenizer, stepper: Stepper[Any]) -> None:
        self._tokenizer = tokenizer
        self._stepper = stepper

    def scores(self, source: str, span: Span, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the log-probability of each text at ``span``, beyond that of what stands there.

        Args:
            source: what the model reads.
            span: of the word in question.
            texts: what to put there instead, at least one.

        Returns:
            (texts,) differences of log-probabilities, in nats.

        Raises:
            DecodingError: if the model fails on this sentence.
        """
        targets = [source] + [source[: span.start] + text + source[span.end :] for text in texts]
        ids = self._tokenizer.encode_batch(targets)
        shared = _same_beginning(ids)
        log_probs = self._log_probs(ids[0], shared, _windows(ids, shared))
        difference: NDArray[np.float32] = log_probs[1:] - log_probs[0]
        return difference

    def _log_probs(
        self, source: Sequence[int], shared: int, windows: Sequence[Sequence[int]]
    ) -> NDArray[np.float32]:
        """Return the log-probability of each window after the shared beginning of the source."""
        state = self._stepper.start([[*source, EOS_ID]])
        if shared:
            self._stepper.step(np.array([[BOS_ID, *source[: shared - 1]]]), state)
        first = source[shared - 1] if shared else BOS_ID
        return np.concatenate(
            [
                self._fed(state.copy(), first, windows[start : start + _ROWS_AT_ONCE])
                for start in range(0, len(windows), _ROWS_AT_ONCE)
            ]
        )

    def _fed(self, state: SearchState, first: int, windows: Sequence[Sequence[int]]) -> FloatArray:
        """Return the log-probability of each window after ``first``."""
        state.reorder([0] * len(windows))
        longest = max(map(len, windows))
        fed = np.full((len(windows), longest), PAD_ID, dtype=np.int64)
        for row, window in enumerate(windows):
            fed[row, : len(window)] = [first, *window[:-1]]
        predicted = self._stepper.step(fed, state)
        return np.array(
            [
                predicted[row, np.arange(len(window)), list(window)].sum()
                for row, window in enumerate(windows)
            ],
            dtype=np.float32,
        )


def _windows(rows: Sequence[Sequence[int]], shared: int) -> list[list[int]]:
    """Return of each target the tokens from where they differ to a little after the word."""
    same_end = _same_beginning([list(reversed(row[shared:])) for row in rows])
    return [[*row, EOS_ID][shared : len(row) - same_end + _TOKENS_AFTER] for row in rows]


def _same_beginning(rows: Sequence[Sequence[int]]) -> int:
    """Return how many tokens all rows begin with alike."""
    columns = zip(*rows, strict=False)  # as long as the shortest row
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
