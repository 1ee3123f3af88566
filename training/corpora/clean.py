"""Clean sentences, mixed from several sources.

A source is one text file with a sentence a line. Shares thin out what would
drown the rest (an encyclopedia) and are drawn by seed, so that a mix can be
made again. Knows nothing of noise.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from training.corpora.compressed import CorpusError, find_text, iterate_lines

DEFAULT_SHARES: Mapping[str, float] = {
    "tatoeba": 1.0,
    "dialogue_self": 0.9,
    "dialogue_sgd": 0.5,
    "blogs": 1.0,
    "onestop": 1.0,
    "handbooks": 1.0,
    "govuk": 1.0,
    "usgov": 0.9,
    "medquad": 0.6,
    "openstax": 1.0,
    "us_presidents": 1.0,
    "software_docs": 0.8,
    "standardebooks_nonfiction": 0.8,
    "standardebooks_fiction": 0.8,
    "recipes_factbook": 1.0,
    "wikipedia": 0.6,
    "wikipedia2014a": 0.35,
    "wikipedia2014b": 0.35,
}
"""Share of each source that is used: everyday prose in full, encyclopedia to about 0.65 M."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanOptions:
    """What to take from a folder of clean text."""

    shares: Mapping[str, float] = field(default_factory=lambda: dict(DEFAULT_SHARES))
    """Source name -> share 0..1 of its sentences."""
    seed: int = 1
    shortest: int = 12
    """Characters; shorter lines carry nothing to correct."""
    longest: int = 300
    """Characters; longer sentences cost more attention than they teach."""

    def __post_init__(self) -> None:
        for name, share in self.shares.items():
            if not 0.0 <= share <= 1.0:
                raise ValueError(f"the share of {name} must be within 0..1, not {share}")


def iterate_source(folder: Path, name: str, options: CleanOptions) -> Iterator[str]:
    """Yield the chosen sentences of one source, in the order of its file.

    Raises:
        CorpusError: if the source is missing or damaged.
    """
    share = options.shares.get(name, 0.0)
    rng = random.Random(f"{options.seed}:{name}")
    for line in iterate_lines(find_text(folder, name + ".txt")):
        if rng.random() >= share or not options.shortest <= len(line) <= options.longest:
            continue
        yield line


def sample_sentences(folder: Path, options: CleanOptions, limit: int | None = None) -> list[str]:
    """Return the mix of all sources, shuffled by the seed.

    Args:
        folder: The folder with one file a source.
        options: Shares, seed and lengths.
        limit: Keep at most so many sentences (the shares stay as they are).

    Raises:
        CorpusError: if none of the sources is in the folder.
    """
    sentences: list[str] = []
    for name in options.shares:
        try:
            sentences.extend(iterate_source(folder, name, options))
        except CorpusError:
            if _is_there(folder, name):
                raise
    if not sentences:
        raise CorpusError(f"None of the clean sources is in {folder}.")
    random.Random(options.seed).shuffle(sentences)
    return sentences if limit is None else sentences[:limit]


def _is_there(folder: Path, name: str) -> bool:
    return any((folder / f"{name}.txt{ending}").is_file() for ending in ("", ".zst", ".gz"))
