"""How sure the model is of each change.

A change begins at a bifurcation, the first token at which hypothesis and
source part, and ends at the first token after it, with which the hypothesis is
back in the source. The confidence is the probability that the model gives to
exactly these tokens:

    confidence = product of p(token) from the bifurcation to the first token after the change

The search has computed all of it already, so it costs nothing. The token after
the change belongs to it: where a model invents, it often does not know how to
go on (decision 0033). Knows tokens and spans; nothing of words.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from model.decoding.common import Hypothesis
from model.edits import Span
from model.tokenizer import EOS_ID, Tokenizer

_BYTE_NAME_START = "<0x"
_BYTE_NAME_LENGTH = len("<0x00>")


@dataclass(frozen=True, slots=True)
class TokenPlaces:
    """Where the tokens of a text begin."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    """Code point at which each token begins; the first may begin at -1 (its added space)."""

    def token_at(self, place: int) -> int:
        """Return the index of the token that holds the code point ``place``."""
        return max(0, bisect_right(self.starts, place) - 1)


def token_places(ids: Sequence[int], tokenizer: Tokenizer, pieces: Sequence[str]) -> TokenPlaces:
    """Return where each token begins in ``tokenizer.decode(ids)``.

    Args:
        ids: without special ids.
        tokenizer: decodes runs of byte pieces.
        pieces: its ``piece_texts()``, kept by the caller.
    """
    texts = [pieces[token] for token in ids]
    # The tokenizer puts a space before each text, and decoding takes it away.
    place = -1 if texts and texts[0].startswith(" ") else 0
    if _BYTE_NAME_START not in "".join(texts):
        return TokenPlaces(
            tuple(ids), (*accumulate(map(len, texts[:-1]), initial=place),)[: len(ids)]
        )
    starts: list[int] = []
    index = 0
    while index < len(ids):
        run = index
        while run < len(ids) and _is_byte(pieces[ids[run]]):
            run += 1
        if run > index:
            # A character may take several bytes; each of them begins where the run does.
            starts += [place] * (run - index)
            place += len(tokenizer.decode([*ids[index:run]]))
            index = run
            continue
        starts.append(place)
        place += len(pieces[ids[index]])
        index += 1
    return TokenPlaces(tuple(ids), tuple(starts))


def _is_byte(piece: str) -> bool:
    return len(piece) == _BYTE_NAME_LENGTH and piece.startswith(_BYTE_NAME_START)


@dataclass(frozen=True, slots=True)
class TokenEvidence:
    """What the search knows of one change, in nats."""

    first: float
    """Log-probability of the token at the bifurcation."""
    rest: float
    """Sum over the further tokens, the first after the change included."""
    source: float
    """Log-probability of the source's own token at the bifurcation."""

    @property
    def confidence(self) -> float:
        """Probability of exactly these tokens, 0..1."""
        return min(1.0, math.exp(self.first + self.rest))


def evidence_of_other(
    hypothesis: Hypothesis,
    places: TokenPlaces,
    source_places: TokenPlaces,
    other_ids: Sequence[int],
    shift: int,
) -> TokenEvidence | None:
    """Return what the model thinks of a change that the search did not make.

    Only its first token is known, where the search went along with the source.

    Args:
        hypothesis: with its distributions.
        places: of the hypothesis' tokens.
        source_places: of the source's tokens.
        other_ids: of the source with the change made.
        shift: characters that the hypothesis has more than the source before it.

    Returns:
        Evidence without the further tokens; None if the search was elsewhere.
    """
    source, other = (*source_places.ids, EOS_ID), (*other_ids, EOS_ID)
    chosen = (*places.ids, EOS_ID)
    pairs = zip(source, other, strict=False)
    first = next((index for index, (old, new) in enumerate(pairs) if old != new), None)
    if first is None:
        return None
    if first == len(source_places.ids):
        row = len(places.ids)
    else:
        row = places.token_at(source_places.starts[first] + shift)
    if chosen[row] != source[first] or (row and first and chosen[row - 1] != source[first - 1]):
        return None
    log_probs = hypothesis.distributions[row]
    return TokenEvidence(float(log_probs[other[first]]), 0.0, float(log_probs[source[first]]))


def token_evidence(
    hypothesis: Hypothesis,
    places: TokenPlaces,
    source_places: TokenPlaces,
    span: Span,
    new_span: Span,
) -> TokenEvidence:
    """Return how sure the model is of one change.

    Args:
        hypothesis: with its distributions.
        places: of the hypothesis' tokens.
        source_places: of the source's tokens.
        span: what is replaced, in the source text.
        new_span: what stands for it, in the hypothesis text.
    """
    token = places.token_at(new_span.start)
    source_token = source_places.token_at(span.start)
    while (
        token < len(places.ids)
        and source_token < len(source_places.ids)
        and places.ids[token] == source_places.ids[source_token]
    ):
        token, source_token = token + 1, source_token + 1
    # A deletion has no tokens of its own: the one with which the sentence goes on stands for it.
    last = places.token_at(new_span.end - 1) if len(new_span) else token
    log_probs = hypothesis.log_probs
    first = min(token, len(log_probs) - 1)
    kept = [*source_places.ids, EOS_ID][min(source_token, len(source_places.ids))]
    return TokenEvidence(
        float(log_probs[first]),
        float(log_probs[first + 1 : max(first, last) + 2].sum()),
        float(hypothesis.distributions[first, kept]),
    )
