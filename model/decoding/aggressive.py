"""Input-guided aggressive decoding (Sun et al. 2021, sections 3.2 and 3.3).

"Instantaneous Grammatical Error Correction with Shallow Aggressive Decoding":
a corrected sentence is mostly its source, so the source is offered as a draft
and verified in a single step. Where the model first disagrees (the
bifurcation) its own token is taken, decoding goes on token by token until the
end of the output is found again at one place of the source
(resynchronisation), and the rest of the source becomes the next draft. One
thing is added (decision 0116): verifying has told where the model will
disagree next, so the next draft ends there, with the token it will prefer.

Without an edit bias every accepted token is the most probable one after its
prefix, so the result is that of greedy search whatever is offered; only the
number of steps differs. With one, a source token must win by that much to be
accepted. Where a least probability is asked for, less likely tokens do not
take the place of the source's own (decision 0142), and behind changes that are
unlikely themselves the first verification may stand (decision 0145): most steps
of a search are spent on what nobody will be shown.
"""

from __future__ import annotations

import math
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
from model.tokenizer import BOS_ID, EOS_ID, PAD_ID

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
    return _finish(stepper, state, _Search(source_ids, options), cancelled)


def aggressive_rows(
    stepper: Stepper[StateT],
    sources: Sequence[Sequence[int]],
    options: DecodingOptions,
    cancelled: Cancelled | None = None,
) -> list[Hypothesis]:
    """Search for several sources, which are read and verified side by side.

    Only a source in which the model changes something goes on alone. Sources
    of similar length waste least.

    Args:
        stepper: the model.
        sources: piece ids, without the end mark; at least one source.
        options: limits; the strategy named there is not looked at.
        cancelled: asked before every step.

    Raises:
        CancelledError: if ``cancelled`` returned True.
    """
    stop_if(cancelled)
    batch = stepper.start([[*source, EOS_ID] for source in sources])
    searches = [_Search(source, options) for source in sources]
    offers = [search.offer() for search in searches]
    tokens = np.full((len(offers), max(map(len, offers))), PAD_ID, dtype=np.int64)
    for fed, offer in zip(tokens, offers, strict=True):
        fed[: len(offer)] = offer
    stop_if(cancelled)
    log_probs = stepper.step(tokens, batch)
    hypotheses: list[Hypothesis] = []
    for row, (search, offer) in enumerate(zip(searches, offers, strict=True)):
        # A copy, because a view would keep the distributions of the whole batch alive.
        search.take(log_probs[row, : len(offer)].copy())
        if search.hypothesis is None:
            state = batch.copy()
            state.reorder([row])
            state.keep(search.length)
            hypotheses.append(_finish(stepper, state, search, cancelled))
        else:
            hypotheses.append(search.hypothesis)
    return hypotheses


def _finish(
    stepper: Stepper[StateT], state: StateT, search: _Search, cancelled: Cancelled | None
) -> Hypothesis:
    while search.hypothesis is None:
        stop_if(cancelled)
        offer = search.offer()
        search.take(stepper.step(np.array([offer], dtype=np.int64), state)[0])
        if search.hypothesis is None:
            state.keep(search.length)
    return search.hypothesis


class _Search:
    """One search between two steps: what to offer next, and what came of it."""

    def __init__(self, source_ids: Sequence[int], options: DecodingOptions) -> None:
        self._source = [*source_ids, EOS_ID]
        self._limit = options.length_limit(len(source_ids))
        self._options = options
        self._tokens: list[int] = []
        self._distributions: list[FloatArray] = []  # pieces of shape (positions, vocabulary)
        # Where in the source the output goes on, if that is known.
        self._position: int | None = 0
        self._reached = 0  # source tokens that are certainly used up
        self._draft: list[int] = []
        # By source position: what the model preferred there when it last looked, if not the source.
        self._foreseen: dict[int, int] = {}
        self._verified: FloatArray | None = None  # the source as it is, (positions, vocabulary)
        self._likeliest = -math.inf  # log-probability of a change's first token
        self.hypothesis: Hypothesis | None = None
        """The result, once there is one."""

    @property
    def length(self) -> int:
        """Target positions to keep between steps: the begin mark and all tokens but the last."""
        return len(self._tokens)

    def offer(self) -> list[int]:
        """Return what to feed: the last token, which the model has not read yet, and a draft."""
        self._draft = []
        if self._position is not None:
            end = self._next_disagreement(self._position)
            self._draft = self._source[self._position : end + 1]
            self._draft[-1] = self._foreseen.get(end, self._draft[-1])
            self._draft = self._draft[: self._limit - len(self._tokens)]
        return [self._tokens[-1] if self._tokens else BOS_ID, *self._draft]

    def take(self, log_probs: FloatArray) -> None:
        """Go as far as the model agrees with the draft, and one token further.

        Args:
            log_probs: (offered tokens, vocabulary), of what follows each.
        """
        first = self._position
        own = [] if first is None else self._source[first : first + len(self._draft)]
        favoured = favourites(log_probs, own, self._options)
        chosen: list[int] = favoured.tolist()
        for row in range(self._go_along(chosen, own), len(log_probs)):
            if row == len(own) and self._position is not None:
                expected = [self._source[self._position]]
                chosen[row] = int(favourites(log_probs[row:], expected, self._options)[0])
            token = chosen[row]
            if token == EOS_ID or len(self._tokens) == self._limit:
                self._end(log_probs[: row + 1], finished=token == EOS_ID)
                return
            if self._position is not None and token != self._source[self._position]:
                self._likeliest = max(self._likeliest, float(log_probs[row, token]))
            self._append(token)
            if row < len(own) and token != self._draft[row]:
                break
        self._distributions.append(log_probs[: row + 1])
        if first is not None:
            self._foresee(first, range(row + 1, len(own)), chosen)
        if self._verified is None:
            self._verified = log_probs
        self._leave_the_rest()

    def _go_along(self, chosen: Sequence[int], own: Sequence[int]) -> int:
        """Take the tokens that are the source's own up to the first that is not; say how many."""
        if self._position is None:
            return 0
        room = self._limit - len(self._tokens)
        taken = 0
        for token, kept in zip(chosen, own[:room], strict=False):
            if token != kept or token == EOS_ID:
                break
            taken += 1
        if taken and taken == len(own):
            taken -= 1  # the draft's last token may be a foreseen one
        self._tokens += own[:taken]
        self._position += taken
        return taken

    def _foresee(self, first: int, rows: range, chosen: Sequence[int]) -> None:
        """Remember where the model would disagree with the source next."""
        for row in rows:
            place = first + row
            if chosen[row] == self._source[place]:
                self._foreseen.pop(place, None)
            else:
                self._foreseen[place] = chosen[row]

    def _leave_the_rest(self) -> None:
        """End with the source if it was verified and only unlikely changes stand before it."""
        least, place = self._options.rereading_probability, self._position
        if not least or place is None or self._likeliest >= math.log(least):
            return
        rest = self._source[place:-1]
        fits = len(self._tokens) + len(rest) < self._limit
        if self._verified is None or len(self._verified) < len(self._source) or not fits:
            return
        if not any(at >= place for at in self._foreseen):
            self._tokens += rest
            self._end(self._verified[place : len(self._source)], finished=True)

    def _append(self, token: int) -> None:
        self._tokens.append(token)
        if self._position is not None:
            if token == self._source[self._position]:
                self._position += 1
                return
            self._reached = self._position
        self._position = resynchronise(self._tokens, self._source[:-1], self._reached)

    def _next_disagreement(self, position: int) -> int:
        """Return the next source position where the model preferred another token, or the end."""
        ahead = [place for place in self._foreseen if place >= position]
        return min(ahead, default=len(self._source) - 1)

    def _end(self, log_probs: FloatArray, *, finished: bool) -> None:
        pieces = [*self._distributions, log_probs]
        distributions = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
        self.hypothesis = Hypothesis(tuple(self._tokens), distributions, finished=finished)


def favourites(log_probs: FloatArray, own: Sequence[int], options: DecodingOptions) -> IntArray:
    """Return the token to take at each position, (positions,).

    Args:
        log_probs: (positions, vocabulary); as it was when this returns.
        own: what the source has at the first of these positions.
        options: the edit bias and the least probability of another token.
    """
    chosen: IntArray
    if not own or not (options.edit_bias or options.least_probability):
        chosen = log_probs.argmax(axis=-1)
        return chosen
    rows, tokens = np.arange(len(own)), np.array(own)
    kept = log_probs[rows, tokens]
    log_probs[rows, tokens] = kept - np.float32(options.edit_bias)
    chosen = log_probs.argmax(axis=-1)
    log_probs[rows, tokens] = kept  # a copy of all of it would take longer than the choice
    if options.least_probability:
        unlikely = log_probs[rows, chosen[: len(own)]] < math.log(options.least_probability)
        chosen[: len(own)][unlikely] = tokens[unlikely]
    return chosen


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
