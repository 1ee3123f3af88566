"""Weighted draws that cost one random number and one bisection."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate


class Choices:
    """Words with weights, ready to draw from."""

    __slots__ = ("_cumulative", "_words")

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take positive weights; there must be at least one."""
        if not weights:
            raise ValueError("there is nothing to draw from")
        self._words = tuple(weights)
        self._cumulative = tuple(accumulate(weights.values()))

    def __contains__(self, word: str) -> bool:
        return word in self._words

    @property
    def words(self) -> tuple[str, ...]:
        """What can be drawn."""
        return self._words

    def items(self) -> Iterator[tuple[str, float]]:
        """Yield the words and their weights."""
        before = 0.0
        for word, total in zip(self._words, self._cumulative, strict=True):
            yield word, total - before
            before = total

    def draw(self, rng: random.Random) -> str:
        """Return one word."""
        if len(self._words) == 1:
            return self._words[0]
        place = bisect_right(self._cumulative, rng.random() * self._cumulative[-1])
        return self._words[min(place, len(self._words) - 1)]


def compile_choices(
    counts: Mapping[str, Mapping[str, float]], least: float = 1
) -> dict[str, Choices]:
    """Return word -> draws of its alternatives seen at least ``least`` times."""
    table: dict[str, Choices] = {}
    for word, others in counts.items():
        kept = {other: count for other, count in others.items() if count >= least and other != word}
        if kept:
            table[word] = Choices(kept)
    return table


def uniform(table: Mapping[str, tuple[str, ...]]) -> dict[str, Choices]:
    """Return word -> equally likely alternatives."""
    return {word: Choices(dict.fromkeys(others, 1.0)) for word, others in table.items()}
