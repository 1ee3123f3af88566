"""Find the differences between a human source and target, word by word.

A weighted edit distance over words (as in ERRANT, Bryant et al. 2017, without its
linguistic costs). Knows nothing of kinds of error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_GAP = 1.0
_UNLIKE = 1.8
"""Slightly under two gaps, so that one word for another beats a deletion and an insertion."""
_MOVE = {2: 0.9, 3: 1.4}
"""Cost of so many neighbouring words in another order, less than of leaving out and adding one."""

Step = tuple[int, int, bool]
"""So many source words stand for so many target words; whether they are equal."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Source words start..end stand where the target has its words."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    before: str
    """The target word before, lower-cased; empty at the start."""
    after: str
    """The target word after, lower-cased; empty at the end."""


def similarity(first: str, second: str) -> float:
    """Return 0..1: one minus the edit distance over the longer length."""
    longer = max(len(first), len(second))
    return 1.0 if longer == 0 else 1.0 - edit_distance(first, second) / longer


def edit_distance(first: str, second: str) -> int:
    """Return the optimal string alignment distance (Levenshtein with transpositions)."""
    previous: list[int] = []
    current = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        older, previous, current = previous, current, [row]
        for column, other in enumerate(second, start=1):
            cost = min(
                previous[column] + 1,
                current[column - 1] + 1,
                previous[column - 1] + (letter != other),
            )
            swapped = row > 1 and column > 1 and letter == second[column - 2]
            if swapped and first[row - 2] == other:
                cost = min(cost, older[column - 2] + 1)
            current.append(cost)
    return current[-1]


def differences(source: Sequence[str], target: Sequence[str]) -> list[Difference]:
    """Return what differs, from left to right; neighbouring changes stay apart unless moved.

    Args:
        source: Words and marks as written.
        target: Words and marks as corrected.
    """
    start, source_end, target_end = 0, len(source), len(target)
    while start < min(source_end, target_end) and source[start] == target[start]:
        start += 1
    while min(source_end, target_end) > start and source[source_end - 1] == target[target_end - 1]:
        source_end, target_end = source_end - 1, target_end - 1
    steps = _steps(source[start:source_end], target[start:target_end])
    return _collect(steps, source, target, start)


def _steps(source: Sequence[str], target: Sequence[str]) -> list[Step]:
    """Return the steps of the best path."""
    rows, columns = len(source), len(target)
    costs = [[column * _GAP for column in range(columns + 1)]]
    for row in range(1, rows + 1):
        line = [row * _GAP]
        above = costs[-1]
        for column in range(1, columns + 1):
            pair = above[column - 1] + _pair_cost(source[row - 1], target[column - 1])
            cost = min(pair, above[column] + _GAP, line[column - 1] + _GAP)
            for size in _moved(source, target, row, column):
                cost = min(cost, costs[row - size][column - size] + _MOVE[size])
            line.append(cost)
        costs.append(line)
    return _walk_back(costs, source, target)


def _moved(source: Sequence[str], target: Sequence[str], row: int, column: int) -> list[int]:
    """Return the sizes of windows ending here that hold the same words in another order."""
    sizes = []
    for size in _MOVE:
        if size <= row and size <= column and source[row - 1] != target[column - 1]:
            old = [word.lower() for word in source[row - size : row]]
            new = [word.lower() for word in target[column - size : column]]
            if old != new and sorted(old) == sorted(new) and all(w[0].isalpha() for w in old):
                sizes.append(size)
    return sizes


def _walk_back(
    costs: list[list[float]], source: Sequence[str], target: Sequence[str]
) -> list[Step]:
    steps: list[Step] = []
    row, column = len(source), len(target)
    while row or column:
        here = costs[row][column]
        moves = _moved(source, target, row, column) if row and column else []
        size = next((n for n in moves if _same(costs[row - n][column - n] + _MOVE[n], here)), 0)
        if size:
            steps.append((size, size, False))
            row, column = row - size, column - size
            continue
        if row and column:
            pair = _pair_cost(source[row - 1], target[column - 1])
            if _same(costs[row - 1][column - 1] + pair, here):
                steps.append((1, 1, pair == 0.0))
                row, column = row - 1, column - 1
                continue
        if row and _same(costs[row - 1][column] + _GAP, here):
            steps.append((1, 0, False))
            row -= 1
        else:
            steps.append((0, 1, False))
            column -= 1
    return steps[::-1]


def _same(first: float, second: float) -> bool:
    return abs(first - second) < 1e-9


def _pair_cost(source: str, target: str) -> float:
    if source == target:
        return 0.0
    if source.lower() == target.lower():
        return 0.2
    if source[0].isalpha() != target[0].isalpha():
        return 2.5
    if not source[0].isalpha():
        return 0.8
    if source[0].lower() == target[0].lower() and similarity(source.lower(), target.lower()) > 0.5:
        return 0.6
    return _UNLIKE if len(source) > 3 or len(target) > 3 else 1.5


def _collect(
    steps: list[Step], source: Sequence[str], target: Sequence[str], start: int
) -> list[Difference]:
    found: list[Difference] = []
    row = column = start
    group: list[tuple[int, int, int, int]] = []
    for takes_source, takes_target, equal in [*steps, (0, 0, True)]:
        if equal:
            found.extend(_split_group(group, source, target))
            group = []
        else:
            group.append((row, row + takes_source, column, column + takes_target))
        row += takes_source
        column += takes_target
    return found


def _split_group(
    group: list[tuple[int, int, int, int]], source: Sequence[str], target: Sequence[str]
) -> list[Difference]:
    """Keep joined, split and moved words together; take other neighbours apart."""
    if not group:
        return []
    whole = (group[0][0], group[-1][1], group[0][2], group[-1][3])
    old = [word.lower() for word in source[whole[0] : whole[1]]]
    new = [word.lower() for word in target[whole[2] : whole[3]]]
    moved = len(group) > 1 and (sorted(old) == sorted(new) or "".join(old) == "".join(new))
    parts = [whole] if moved else group
    return [
        Difference(
            tuple(source[a:b]),
            tuple(target[c:d]),
            target[c - 1].lower() if c else "",
            target[d].lower() if d < len(target) else "",
        )
        for a, b, c, d in parts
    ]
