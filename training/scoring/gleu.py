"""GLEU: n-gram overlap with references, minus what the source should not have kept.

Napoles et al. 2015, "Ground Truth for Grammatical Error Correction Metrics", in the
form of the 2016 update without tuning ("GLEU Without Tuning"): of the n-grams that
hypothesis and reference share, those are subtracted that hypothesis and source share
although the reference has none of them. With several references, one is drawn for
each sentence, many times over, and the scores are averaged. Knows tokens only.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

ORDER = 4
"""Longest n-gram, in tokens."""

ITERATIONS = 500
"""How often references are drawn (the official default)."""

SEED_STEP = 101
"""The n-th draw is seeded with n times this, as in the official scorer, so that the
same references are drawn and figures can be compared to the second digit."""

IntArray = npt.NDArray[np.int64]

Tokens = Sequence[str]


def score_gleu(
    sources: Sequence[Tokens],
    hypotheses: Sequence[Tokens],
    references: Sequence[Sequence[Tokens]],
    iterations: int = ITERATIONS,
) -> float:
    """Return GLEU of a corpus, 0..1.

    Args:
        sources: tokens of each sentence.
        hypotheses: as many.
        references: by sentence, one or more references. With a single one for every
            sentence nothing is drawn.
        iterations: how many draws to average over.

    Raises:
        ValueError: if the numbers of sentences differ, or a sentence has no reference.
    """
    rows = [
        [sentence_statistics(source, hypothesis, reference) for reference in choices]
        for source, hypothesis, choices in zip(sources, hypotheses, references, strict=True)
    ]
    if not rows:
        return 0.0
    if not all(rows):
        raise ValueError("every sentence needs a reference")
    if all(len(choices) == 1 for choices in rows):
        return gleu_of(np.sum([choices[0] for choices in rows], axis=0))
    return _mean_over_draws(rows, iterations)


def _mean_over_draws(rows: Sequence[Sequence[IntArray]], iterations: int) -> float:
    """Average the score over random choices of one reference for each sentence."""
    flat = np.stack([row for choices in rows for row in choices])
    sizes = [len(choices) for choices in rows]
    starts = np.cumsum([0, *sizes[:-1]])
    total = 0.0
    for iteration in range(iterations):
        chooser = random.Random(iteration * SEED_STEP)
        drawn = np.array([chooser.randint(0, size - 1) for size in sizes])
        total += gleu_of(flat[starts + drawn].sum(axis=0))
    return total / iterations


def sentence_statistics(source: Tokens, hypothesis: Tokens, reference: Tokens) -> IntArray:
    """Return (2 + 2 * ORDER,): both lengths, then good n-grams and all n-grams of each order."""
    statistics = [len(hypothesis), len(reference)]
    for size in range(1, ORDER + 1):
        of_hypothesis = _ngrams(hypothesis, size)
        of_reference = _ngrams(reference, size)
        of_source = _ngrams(source, size)
        shared = sum((of_hypothesis & of_reference).values())
        wrongly_kept = sum(
            min(count, of_hypothesis[ngram])
            for ngram, count in of_source.items()
            if ngram not in of_reference
        )
        statistics += [max(shared - wrongly_kept, 0), max(len(hypothesis) + 1 - size, 0)]
    return np.array(statistics, dtype=np.int64)


def gleu_of(statistics: IntArray) -> float:
    """Return brevity penalty times mean precision; 0 if any of the summed statistics is 0."""
    if not statistics.all():
        return 0.0
    hypothesis_length, reference_length = (float(value) for value in statistics[:2])
    logs = sum(
        math.log(good / all_) for good, all_ in zip(statistics[2::2], statistics[3::2], strict=True)
    )
    return math.exp(min(0.0, 1.0 - reference_length / hypothesis_length) + logs / ORDER)


def _ngrams(tokens: Tokens, size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[i : i + size]) for i in range(len(tokens) + 1 - size))
