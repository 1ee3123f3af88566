"""Pairs of a source and its references, in tab-separated files.

One row: source, reference, further references. Knows nothing of edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpora.compressed import CorpusError, iterate_lines


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and what one or more annotators made of it."""

    source: str
    references: tuple[str, ...]

    @property
    def target(self) -> str:
        """The first reference, which training uses."""
        return self.references[0]


def iterate_pairs(path: Path) -> Iterator[Pair]:
    """Yield the rows of a TSV file (plain, ``.gz`` or ``.zst``).

    Raises:
        CorpusError: if a row has fewer than two columns; it names the line.
    """
    for number, line in enumerate(iterate_lines(path), start=1):
        source, *references = line.split("\t")
        if not references:
            raise CorpusError(f"{path}, line {number}: a source and a reference are expected.")
        yield Pair(source, tuple(references))


def pair_lines(pairs: Iterable[Pair]) -> Iterator[str]:
    """Yield each pair as a row.

    Raises:
        CorpusError: if a text holds a tab or a line end and would break the row.
    """
    for pair in pairs:
        columns = (pair.source, *pair.references)
        if any(mark in column for column in columns for mark in "\t\n\r"):
            raise CorpusError(f"A tab or line end in {pair.source!r} would break its row.")
        yield "\t".join(columns)
