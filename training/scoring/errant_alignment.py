"""Align two tokenised sentences as ERRANT does.

Damerau-Levenshtein over tokens, where a substitution costs by lemma, part of speech
and letters, and whole stretches may be transposed. Felice, Bryant and Briscoe 2016,
"Automatic Extraction of Learner Errors in ESL Sentences Using Linguistically Enhanced
Alignments"; Bryant, Felice and Briscoe 2017. Knows words with tags; no edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from training.scoring.tagging import OPEN_CLASSES, TaggedWord

MATCH, DELETE, INSERT, SUBSTITUTE, TRANSPOSE = "M", "D", "I", "S", "T"

DIFFERENT_LEMMA = 0.499
"""Just under a half, so that one substitution is always cheaper than two other steps."""
DIFFERENT_CLASS = 0.5
BOTH_CONTENT = 0.25


@dataclass(frozen=True, slots=True)
class Step:
    """One operation over half-open token ranges of both sides."""

    operation: str
    source_start: int
    source_end: int
    target_start: int
    target_end: int


@lru_cache(maxsize=200_000)
def letter_similarity(a: str, b: str) -> float:
    """Return 2 x (longest common subsequence) / (sum of lengths), 0..1."""
    if not a or not b:
        return float(a == b)
    places: dict[str, int] = {}
    for index, letter in enumerate(a):
        places[letter] = places.get(letter, 0) | 1 << index
    # One bit for each letter of a; a bit falls where the common subsequence grows (Hyyro 2004).
    full = (1 << len(a)) - 1
    row = full
    for letter in b:
        hits = row & places.get(letter, 0)
        row = ((row + hits) | (row - hits)) & full
    return 2.0 * (len(a) - row.bit_count()) / (len(a) + len(b))


def substitution_cost(a: TaggedWord, b: TaggedWord) -> float:
    """Return how unlike two words are: 0 (only case differs) to just under 2."""
    if a.lower == b.lower:
        return 0.0
    lemma = 0.0 if a.lemma == b.lemma else DIFFERENT_LEMMA
    if a.pos == b.pos:
        word_class = 0.0
    else:
        content = a.pos in OPEN_CLASSES and b.pos in OPEN_CLASSES
        word_class = BOTH_CONTENT if content else DIFFERENT_CLASS
    return lemma + word_class + 1.0 - letter_similarity(a.text, b.text)


def align(source: Sequence[TaggedWord], target: Sequence[TaggedWord]) -> list[Step]:
    """Return the cheapest steps from source to target, in order."""
    width, height = len(target), len(source)
    costs = [[0.0] * (width + 1) for _ in range(height + 1)]
    operations = [[(MATCH, 0)] * (width + 1) for _ in range(height + 1)]
    for i in range(1, height + 1):
        costs[i][0], operations[i][0] = float(i), (DELETE, 0)
    for j in range(1, width + 1):
        costs[0][j], operations[0][j] = float(j), (INSERT, 0)
    for i in range(height):
        for j in range(width):
            if source[i].text == target[j].text:
                costs[i + 1][j + 1] = costs[i][j]
                continue
            # The first of equals wins.
            cost, operation = min(
                *_transposition(source, target, costs, i, j),
                (costs[i][j] + substitution_cost(source[i], target[j]), (SUBSTITUTE, 1)),
                (costs[i + 1][j] + 1.0, (INSERT, 0)),
                (costs[i][j + 1] + 1.0, (DELETE, 0)),
                key=itemgetter(0),
            )
            costs[i + 1][j + 1], operations[i + 1][j + 1] = cost, operation
    return _walk_back(operations, height, width)


def _transposition(
    source: Sequence[TaggedWord],
    target: Sequence[TaggedWord],
    costs: Sequence[Sequence[float]],
    i: int,
    j: int,
) -> list[tuple[float, tuple[str, int]]]:
    """Return the cost and length of the shortest stretch that ends here and is only reordered."""
    length = 1
    while (
        i >= length
        and j >= length
        and costs[i - length + 1][j - length + 1] != costs[i - length][j - length]
    ):
        ours = sorted(word.lower for word in source[i - length : i + 1])
        theirs = sorted(word.lower for word in target[j - length : j + 1])
        if ours == theirs:
            return [(costs[i - length][j - length] + length, (TRANSPOSE, length + 1))]
        length += 1
    return []


def _walk_back(
    operations: Sequence[Sequence[tuple[str, int]]], height: int, width: int
) -> list[Step]:
    steps: list[Step] = []
    i, j = height, width
    while i or j:
        operation, length = operations[i][j]
        down = length if operation == TRANSPOSE else int(operation != INSERT)
        right = length if operation == TRANSPOSE else int(operation != DELETE)
        steps.append(Step(operation, i - down, i, j - right, j))
        i, j = i - down, j - right
    return steps[::-1]
