"""Align the words of a source with the words of a hypothesis.

A Damerau-Levenshtein alignment with linguistic costs after ERRANT (Bryant et
al. 2017; Felice et al. 2016, section 3), but without a tagger: how alike two
words look and whether they share a stem or a closed class stands in for lemma
and part of speech. Pure functions over words; spans and text are not known
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from model.lexicon import stem, word_class

_GAP = 1.0  # inserting or deleting a word
# A region with more cells than this is a rewrite, not a correction: it becomes
# one replacement instead of seconds of computation.
_MAX_CELLS = 40_000
_MAX_LETTER_PAIRS = 4096  # of two words to compare letter by letter
_FARTHEST_MOVE = 6  # words inserted or deleted between two fixed pairs
_LONGEST_SWAP = 4  # words that a word-order operation may move


@dataclass(frozen=True, slots=True)
class Operation:
    """Words ``start:end`` of the source became words ``new_start:new_end``."""

    start: int
    end: int
    new_start: int
    new_end: int
    equal: bool = False
    """True if the words are the same on both sides."""


def align(source: Sequence[str], hypothesis: Sequence[str]) -> list[Operation]:
    """Return the cheapest operations that turn one word sequence into the other.

    Operations are in order and cover both sequences without a hole. Equal
    runs at both ends, and pairs of words that stand once on either side, are
    fixed first; only what lies between is searched.
    """
    head = 0
    shorter = min(len(source), len(hypothesis))
    while head < shorter and source[head] == hypothesis[head]:
        head += 1
    tail = 0
    while tail < shorter - head and source[-1 - tail] == hypothesis[-1 - tail]:
        tail += 1
    operations = [Operation(i, i + 1, i, i + 1, equal=True) for i in range(head)]
    end, new_end = len(source) - tail, len(hypothesis) - tail
    start, new_start = head, head
    for place, new_place in _anchors(source[head:end], hypothesis[head:new_end]):
        anchor, new_anchor = place + head, new_place + head
        operations += _search(source, hypothesis, (start, anchor, new_start, new_anchor))
        operations.append(Operation(anchor, anchor + 1, new_anchor, new_anchor + 1, equal=True))
        start, new_start = anchor + 1, new_anchor + 1
    operations += _search(source, hypothesis, (start, end, new_start, new_end))
    operations += [
        Operation(end + i, end + i + 1, new_end + i, new_end + i + 1, equal=True)
        for i in range(tail)
    ]
    return operations


def _anchors(source: Sequence[str], hypothesis: Sequence[str]) -> list[tuple[int, int]]:
    """Return places of word pairs that stand exactly once on either side, in order.

    Pairs rather than words: a single moved word must not hold the alignment.
    Only the first word of a pair is fixed. A pair that has moved far against
    the last one belongs to another clause, whatever it says.
    """
    places = _unique_pairs(source)
    new_places = _unique_pairs(hypothesis)
    anchors: list[tuple[int, int]] = []
    last, new_last = -1, -1
    for pair, place in places.items():
        new_place = new_places.get(pair, -1)
        moved = abs((new_place - new_last) - (place - last))
        if new_place > new_last and moved <= _FARTHEST_MOVE:
            anchors.append((place, new_place))
            last, new_last = place, new_place
    return anchors


def _unique_pairs(words: Sequence[str]) -> dict[tuple[str, str], int]:
    places: dict[tuple[str, str], int] = {}
    repeated: set[tuple[str, str]] = set()
    for place, pair in enumerate(pairwise(words)):
        if pair in places:
            repeated.add(pair)
        places[pair] = place
    return {pair: place for pair, place in places.items() if pair not in repeated}


def _search(
    source: Sequence[str], hypothesis: Sequence[str], region: tuple[int, int, int, int]
) -> list[Operation]:
    """Align one region by dynamic programming over all pairs of prefixes."""
    start, end, new_start, new_end = region
    rows, columns = end - start, new_end - new_start
    if rows == 0 and columns == 0:
        return []
    if rows == 0 or columns == 0 or rows * columns > _MAX_CELLS:
        return [Operation(start, end, new_start, new_end)]
    old, new = source[start:end], hypothesis[new_start:new_end]
    costs = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    steps = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        costs[i][0], steps[i][0] = i * _GAP, (1, 0)
    for j in range(1, columns + 1):
        costs[0][j], steps[0][j] = j * _GAP, (0, 1)
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            costs[i][j], steps[i][j] = _cheapest(old, new, i, j, costs)
    return _trace(old, new, steps, start, new_start)


def _cheapest(
    old: Sequence[str], new: Sequence[str], i: int, j: int, costs: list[list[float]]
) -> tuple[float, tuple[int, int]]:
    """Return the cost of the best way to reach a cell, and its step back."""
    if old[i - 1] == new[j - 1]:
        best, step = costs[i - 1][j - 1], (1, 1)
    else:
        best, step = costs[i - 1][j - 1] + substitution_cost(old[i - 1], new[j - 1]), (1, 1)
    if costs[i - 1][j] + _GAP < best:
        best, step = costs[i - 1][j] + _GAP, (1, 0)
    if costs[i][j - 1] + _GAP < best:
        best, step = costs[i][j - 1] + _GAP, (0, 1)
    for length in range(2, min(i, j, _LONGEST_SWAP) + 1):
        cost = costs[i - length][j - length] + length - 1
        if cost <= best and _is_swap(old[i - length : i], new[j - length : j]):
            best, step = cost, (length, length)
    return best, step


def _is_swap(old: Sequence[str], new: Sequence[str]) -> bool:
    lowered = [word.casefold() for word in old]
    new_lowered = [word.casefold() for word in new]
    return lowered != new_lowered and sorted(lowered) == sorted(new_lowered)


def _trace(
    old: Sequence[str],
    new: Sequence[str],
    steps: list[list[tuple[int, int]]],
    start: int,
    new_start: int,
) -> list[Operation]:
    operations: list[Operation] = []
    i, j = len(old), len(new)
    while i or j:
        di, dj = steps[i][j]
        equal = di == dj == 1 and old[i - 1] == new[j - 1]
        operations.append(
            Operation(start + i - di, start + i, new_start + j - dj, new_start + j, equal)
        )
        i, j = i - di, j - dj
    return operations[::-1]


@lru_cache(maxsize=256)
def substitution_cost(old: str, new: str) -> float:
    """Return what it costs to take one word for the other; 0 equal, 2 unrelated.

    ERRANT adds a lemma cost (0 or 0.499), a part-of-speech cost (0, 0.25, 0.5)
    and a character cost (0..1). Above 2 a deletion and an insertion are
    cheaper, so that a word never becomes a punctuation mark.
    """
    if old.casefold() == new.casefold():
        return 0.1
    if old[:1].isalnum() != new[:1].isalnum():
        return 2.5
    if not old[:1].isalnum():
        return 0.6
    unlike = 1.0 - similarity(old.casefold(), new.casefold())
    old_class, new_class = word_class(old), word_class(new)
    same_stem = 0.0 if stem(old) == stem(new) else 0.499
    if old_class == new_class:
        return same_stem + unlike + (0.0 if old_class else 0.2)
    return same_stem + unlike + (0.5 if old_class and new_class else 0.35)


@lru_cache(maxsize=256)
def similarity(old: str, new: str) -> float:
    """Return how alike two words are written, 0..1.

    One minus the optimal string alignment distance (swapped neighbours count
    once) over the longer length.
    """
    longest = max(len(old), len(new))
    if longest == 0:
        return 1.0
    return 1.0 - edit_distance(old, new) / longest


def edit_distance(old: str, new: str) -> int:
    """Return the number of letters to insert, delete, change or swap with their neighbour.

    For strings far longer than words, whatever differs between what both begin
    and end with counts as wholly different.
    """
    head = _shared_length(old, new)
    old, new = old[head:], new[head:]
    tail = _shared_length(old[::-1], new[::-1])
    old, new = old[: len(old) - tail], new[: len(new) - tail]
    if not old or not new or len(old) * len(new) > _MAX_LETTER_PAIRS:
        return max(len(old), len(new))
    before: list[int] = []
    previous = list(range(len(new) + 1))
    for i, letter in enumerate(old, start=1):
        current = [i]
        for j, new_letter in enumerate(new, start=1):
            cost = min(
                previous[j] + 1,
                current[j - 1] + 1,
                previous[j - 1] + (letter != new_letter),
            )
            if i > 1 and j > 1 and letter == new[j - 2] and old[i - 2] == new_letter:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]


def _shared_length(old: str, new: str) -> int:
    """Return how many letters both strings begin with."""
    length = 0
    for letter, new_letter in zip(old, new, strict=False):
        if letter != new_letter:
            break
        length += 1
    return length
