"""Keep development and test sentences out of training.

Sentences are compared by their letters and digits alone, lower-cased. The rows of
the sets are read for their keys and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.corpora.compressed import CorpusError, iterate_lines
from training.corpora.m2 import read_m2
from training.corpora.parallel import iterate_pairs

_OTHERS = re.compile(r"[\W_]+")
SHORTEST = 12
"""Letters; shorter keys are greetings and dates that everybody writes."""


def key(text: str) -> str:
    """Return the letters and digits of a text, lower-cased."""
    return _OTHERS.sub("", text.lower())


def held_out_keys(folder: Path) -> frozenset[str]:
    """Return the keys of all sources and references of the sets in a folder.

    Reads ``*.tsv``, ``natural/*.txt`` and ``m2/*.m2`` (plain or compressed).

    Raises:
        CorpusError: if the folder holds none of them.
    """
    keys = frozenset(key(text) for text in _texts(folder))
    if not keys:
        raise CorpusError(f"There are no development sets in {folder}; is --data right?")
    return keys


def _texts(folder: Path) -> Iterator[str]:
    for path in _files(folder, ".tsv"):
        for pair in iterate_pairs(path):
            yield pair.source
            yield from pair.references
    for path in _files(folder / "natural", ".txt"):
        yield from iterate_lines(path)
    for path in _files(folder / "m2", ".m2"):
        for sentence in read_m2(path):
            yield "".join(sentence.tokens)
            for annotator in sentence.annotations:
                yield "".join(sentence.reference(annotator))


def _files(folder: Path, ending: str) -> list[Path]:
    names = sorted(folder.glob(f"*{ending}*")) if folder.is_dir() else []
    return [path for path in names if path.suffix in (ending, ".zst", ".gz")]


def is_held_out(source: str, target: str, keys: frozenset[str]) -> bool:
    """Return True if either side is a sentence of a held-out set."""
    return any(len(name) >= SHORTEST and name in keys for name in (key(source), key(target)))
