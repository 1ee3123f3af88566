"""The edit lattice: every cheapest way to turn a source into a hypothesis.

A vertex (i, j) means that i source tokens and j hypothesis tokens are consumed.
The lattice is the union of two: one where a substitution costs as much as a
deletion, one where it costs a deletion and an insertion, which keeps more words
in place (Dahlmeier and Ng 2012, section 3.1; the second since scorer 3.1).
Knows nothing of gold edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

DELETE = 1
INSERT = 2
DIAGONAL = 4
"""One token of each side: kept if they are equal, else substituted."""

STEPS = ((DELETE, 1, 0), (INSERT, 0, 1), (DIAGONAL, 1, 1))

Vertex = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Arcs between vertices; every path from (0, 0) to the end is a cheapest edit script."""

    source: tuple[str, ...]
    hypothesis: tuple[str, ...]
    arcs: dict[Vertex, int] = field(repr=False)
    """By vertex, in ascending order: the arcs that leave it, as a sum of step codes."""

    @property
    def end(self) -> Vertex:
        """The vertex where all tokens are consumed."""
        return len(self.source), len(self.hypothesis)

    def keeps(self, vertex: Vertex) -> bool:
        """Return True if the diagonal arc of ``vertex`` leaves its word unchanged."""
        return self.source[vertex[0]] == self.hypothesis[vertex[1]]

    def fewest_kept(self, start: Vertex, end: Vertex, most: int) -> int | None:
        """Return how few words a path between two vertices keeps; None if more than ``most``."""
        kept: dict[Vertex, int] = {start: 0}
        for i in range(start[0], end[0] + 1):
            for j in range(start[1], end[1] + 1):
                count = kept.get((i, j))
                if count is None:
                    continue
                leaving = self.arcs.get((i, j), 0)
                for step, down, right in STEPS:
                    target = (i + down, j + right)
                    if not leaving & step or target[0] > end[0] or target[1] > end[1]:
                        continue
                    total = count + (step == DIAGONAL and self.keeps((i, j)))
                    if total <= most and total < kept.get(target, most + 1):
                        kept[target] = total
        return kept.get(end)


def build_lattice(source: Sequence[str], hypothesis: Sequence[str]) -> Lattice:
    """Return the union of the cheapest edit scripts under both substitution costs.

    Time and memory grow with len(source) x len(hypothesis).
    """
    arcs: dict[Vertex, int] = {}
    for substitution_cost in (1, 2):
        _add_cheapest_arcs(source, hypothesis, substitution_cost, arcs)
    return Lattice(tuple(source), tuple(hypothesis), dict(sorted(arcs.items())))


def _distances(
    source: Sequence[str], hypothesis: Sequence[str], substitution_cost: int
) -> list[list[int]]:
    """Return the Levenshtein distances of all pairs of prefixes."""
    above = list(range(len(hypothesis) + 1))
    rows = [above]
    for i, word in enumerate(source, start=1):
        left = i
        row = [i]
        for j, other in enumerate(hypothesis):
            cost = above[j] if word == other else above[j] + substitution_cost
            removed = above[j + 1] + 1
            left = min(left + 1, removed, cost)
            row.append(left)
        rows.append(row)
        above = row
    return rows


def _add_cheapest_arcs(
    source: Sequence[str],
    hypothesis: Sequence[str],
    substitution_cost: int,
    arcs: dict[Vertex, int],
) -> None:
    """Walk back from the end over all cheapest predecessors and note their arcs."""
    distances = _distances(source, hypothesis, substitution_cost)
    waiting = [(len(source), len(hypothesis))]
    seen = set(waiting)
    while waiting:
        i, j = waiting.pop()
        here = distances[i][j]
        before: list[tuple[Vertex, int]] = []
        if i and distances[i - 1][j] + 1 == here:
            before.append(((i - 1, j), DELETE))
        if j and distances[i][j - 1] + 1 == here:
            before.append(((i, j - 1), INSERT))
        if i and j:
            cost = 0 if source[i - 1] == hypothesis[j - 1] else substitution_cost
            if distances[i - 1][j - 1] + cost == here:
                before.append(((i - 1, j - 1), DIAGONAL))
        for vertex, step in before:
            arcs[vertex] = arcs.get(vertex, 0) | step
            if vertex not in seen:
                seen.add(vertex)
                waiting.append(vertex)
