"""Where training pairs come from: noised clean text, human pairs, mixtures.

Every source answers ``chunk(n)`` with the same pairs whenever it is asked (see
:mod:`training.batching`); all chance is seeded by the seed, the epoch and ``n``.
"""

from __future__ import annotations

import gzip
import lzma
import random
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.batching import Pair, PairSource

Corrupt = Callable[[str, random.Random], str]
"""Clean sentence and a random source -> sentence with errors."""


class EqualChunks(PairSource, Protocol):
    """A source all of whose chunks hold the same number of pairs."""

    chunk_pairs: int


class SentenceStore:
    """Millions of sentences in one block of memory.

    A list of strings would take five times the memory, and forked workers
    would copy it page by page as reference counts change.
    """

    def __init__(self, block: bytes) -> None:
        """Take UTF-8 lines, each ended by a newline."""
        self._block = np.frombuffer(block, dtype=np.uint8)
        ends = np.flatnonzero(self._block == ord("\n"))
        self._ends: NDArray[np.int64] = ends.astype(np.int64)
        self._starts: NDArray[np.int64] = np.concatenate([[0], ends[:-1] + 1]).astype(np.int64)

    @classmethod
    def from_file(cls, path: Path) -> SentenceStore:
        """Read a text file of one sentence a line, plain, .gz or .xz.

        Raises:
            OSError: if the file cannot be read.
            ValueError: if a compressed file is cut short.
        """
        return cls(_read_bytes(path))

    @classmethod
    def from_files(cls, paths: Sequence[Path]) -> SentenceStore:
        """Read several such files as one, all at the same time.

        Raises:
            OSError: if a file cannot be read.
            ValueError: if a compressed file is cut short.
        """
        with ThreadPoolExecutor() as pool:  # decompression does not hold the interpreter's lock
            return cls(b"".join(pool.map(_read_bytes, paths)))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> str:
        return self._block[self._starts[index] : self._ends[index]].tobytes().decode("utf-8")


class NoisedSource:
    """Clean sentences, each with errors made anew in every epoch."""

    def __init__(
        self, sentences: SentenceStore, corrupt: Corrupt, seed: int, chunk_size: int = 4096
    ) -> None:
        if not len(sentences):
            raise ValueError("there are no clean sentences to put errors into")
        self.chunk_pairs = min(chunk_size, len(sentences))
        self._sentences = sentences
        self._corrupt = corrupt
        self._order = ShuffledChunks(len(sentences), seed, chunk_size)
        self._seed = seed

    def chunk(self, index: int) -> list[Pair]:
        """Return pairs (noised, clean)."""
        rng = random.Random(f"noise:{self._seed}:{index}")
        pairs = []
        for place in self._order.indices(index):
            sentence = self._sentences[int(place)]
            pairs.append((self._corrupt(sentence, rng), sentence))
        return pairs


class HumanSource:
    """Pairs that people wrote, shuffled anew in every epoch."""

    def __init__(self, pairs: Sequence[Pair], seed: int, chunk_size: int = 4096) -> None:
        if not pairs:
            raise ValueError("there are no pairs to train on")
        self.chunk_pairs = min(chunk_size, len(pairs))
        self.pairs = pairs
        self._seed = seed
        self._order = ShuffledChunks(len(pairs), seed, self.chunk_pairs)

    def reversed(self) -> HumanSource:
        """Return the same pairs in the same order, each from its target to its source."""
        turned = [(target, source) for source, target in self.pairs]
        return HumanSource(turned, self._seed, self.chunk_pairs)

    @classmethod
    def from_file(cls, path: Path, seed: int, chunk_size: int = 4096) -> HumanSource:
        """Read tab-separated source and target (further columns are ignored), plain, .gz or .xz.

        Raises:
            OSError: if the file cannot be read.
            ValueError: if a line has no tab, or a compressed file is cut short.
        """
        pairs = []
        for number, line in enumerate(_read_bytes(path).decode("utf-8").split("\n"), 1):
            columns = line.split("\t")
            if line and len(columns) < 2:
                raise ValueError(f"{path}, line {number}: source and target need a tab between")
            if line:
                pairs.append((columns[0], columns[1]))
        return cls(pairs, seed, chunk_size)

    def __len__(self) -> int:
        return len(self.pairs)

    def chunk(self, index: int) -> list[Pair]:
        """Return pairs (source, target)."""
        return [self.pairs[int(place)] for place in self._order.indices(index)]


class MixedSource:
    """Several sources in fixed shares."""

    def __init__(self, parts: Sequence[tuple[EqualChunks, float]], chunk_size: int = 4096) -> None:
        """Mix ``parts``: sources with their shares (any positive numbers)."""
        counts = share_counts([share for _, share in parts], chunk_size)
        self.chunk_pairs = sum(counts)
        self._readers = [
            (SequentialReader(source), count)
            for (source, _), count in zip(parts, counts, strict=True)
        ]

    def chunk(self, index: int) -> list[Pair]:
        """Return pairs of all sources; the batches are shuffled later."""
        return [
            pair for reader, count in self._readers for pair in reader.pairs(index * count, count)
        ]


class SequentialReader:
    """Reads any stretch of a source whose chunks are equally long."""

    def __init__(self, source: EqualChunks) -> None:
        self._source = source
        self._size = source.chunk_pairs
        self._last: tuple[int, Sequence[Pair]] = (-1, ())

    def pairs(self, start: int, count: int) -> list[Pair]:
        """Return ``count`` pairs from the ``start``-th on."""
        found: list[Pair] = []
        while len(found) < count:
            chunk, offset = divmod(start + len(found), self._size)
            if self._last[0] != chunk:
                self._last = (chunk, self._source.chunk(chunk))
            found += self._last[1][offset : offset + count - len(found)]
        return found


class ShuffledChunks:
    """Indices 0..size-1 in a new order each epoch, cut into equal chunks."""

    def __init__(self, size: int, seed: int, chunk_size: int) -> None:
        self._size = size
        self._seed = seed
        self._chunk_size = min(chunk_size, size)
        self._per_epoch = size // self._chunk_size  # the rest of an epoch is left out
        self._epoch = -1
        self._order: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def indices(self, chunk: int) -> NDArray[np.int64]:
        """Return the indices of chunk ``chunk``."""
        epoch, turn = divmod(chunk, self._per_epoch)
        if epoch != self._epoch:
            self._order = np.random.default_rng([self._seed, epoch]).permutation(self._size)
            self._epoch = epoch
        return self._order[turn * self._chunk_size : (turn + 1) * self._chunk_size]


def share_counts(shares: Sequence[float], total: int) -> list[int]:
    """Return how many of ``total`` pairs each share gets.

    Raises:
        ValueError: if no share is positive.
    """
    whole = sum(shares)
    if not shares or whole <= 0:
        raise ValueError("a mixture needs at least one source with a positive share")
    return [round(total * share / whole) for share in shares]


def _read_bytes(path: Path) -> bytes:
    contents = path.read_bytes()
    try:
        if path.suffix == ".xz":
            return lzma.decompress(contents)
        if path.suffix == ".gz":
            return gzip.decompress(contents)
    except (lzma.LZMAError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValueError(
            f"{path} is cut short or damaged; build the pack again and let training.pack finish"
        ) from error
    return contents
