"""Span infilling: hide stretches of a sentence behind one mark each, to be filled in.

The denoising objective of T5 (Raffel et al. 2020, section 3.1.4) and BART's text
infilling (Lewis et al. 2020, section 2.2), on words of natural text: the target is
the whole sentence. Makes no grammatical errors.
"""

from __future__ import annotations

import random

from training.noise.words import split_words

MASK = "\x1a"
"""Stands for one hidden span: the control character *substitute*, a single byte piece.

No text that people write holds it, so what is learnt of it disturbs nothing.
"""
HIDDEN_SHARE = 0.15
"""Share of the words that is hidden, as in T5."""
MEAN_SPAN = 2.5
"""Words a span, on average; T5's three count pieces, of which a word has more than one."""


def infill(text: str, rng: random.Random) -> str:
    """Return the sentence with about 15 % of its words hidden, at least one.

    A span never begins at the first word, so that the sentence keeps its start.
    """
    segments = split_words(text)
    places = [place for place, segment in enumerate(segments) if segment[0].isalnum()][1:]
    if not places:
        return text
    wanted = max(1, round(HIDDEN_SHARE * (len(places) + 1)))
    hidden: set[int] = set()
    for _ in range(4 * wanted):
        if len(hidden) >= wanted:
            break
        length = min(wanted - len(hidden), _span_length(rng))
        start = int(rng.random() * len(places))
        hidden.update(places[start : start + length])
    return _masked(segments, hidden)


def _span_length(rng: random.Random) -> int:
    """Draw a geometric length of mean ``MEAN_SPAN``."""
    length = 1
    while rng.random() > 1.0 / MEAN_SPAN:
        length += 1
    return length


def _masked(segments: list[str], hidden: set[int]) -> str:
    pieces: list[str] = []
    place = 0
    while place < len(segments):
        if place not in hidden:
            pieces.append(segments[place])
            place += 1
            continue
        pieces.append(MASK)
        place += 1
        # Spaces and marks between two hidden words belong to one span.
        while (follower := _next_word(segments, place)) in hidden:
            place = follower + 1
    return "".join(pieces)


def _next_word(segments: list[str], place: int) -> int:
    while place < len(segments) and not segments[place][0].isalnum():
        place += 1
    return place
