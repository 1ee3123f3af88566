"""How often short runs of words occur in English, and what that says of a change.

Counts of one, two and three words in a row, kept by a hash of the words: a few
bytes each, at the price that one unseen run in four hundred passes for a rare one.
Scores by stupid backoff (Brants et al. 2007). Knows strings only.
"""

from __future__ import annotations

import io
import itertools
import math
import re
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from model.edits import Span

HASH_BITS = 28
"""Each bit costs an eighth of a byte a run, and halves the unseen runs that pass for seen."""
STEPS_PER_BIT = 2
"""Counts are kept in halves of a bit."""
ORDER = 3
"""Words of the longest run."""
START = "<s>"
END = "</s>"
_NUMBER = "<n>"
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+|[^\w\s]")
_BACKOFF = 0.4  # as Brants et al. found it best
_HALF = 0.5  # occurrences of what is on no list
_REMEMBERED = 384
# Differences of neighbouring hashes, a byte each; 255 says "and more follows".
_ESCAPE = 255
# A hash is kept as its lower bits, in a bucket for its upper ones.
_LOW_BITS = 16
_LOW_MASK = np.uint32((1 << _LOW_BITS) - 1)
_BUCKETS = 1 << (HASH_BITS - _LOW_BITS)
_AT_ONCE = 1 << 16  # gaps
_CONTEXT = 64  # characters to each side that are cut into words


@dataclass(frozen=True, slots=True, eq=False)
class Ngrams:
    """Counts of runs of words, three bytes each: see :meth:`of_hashes`.

    Args:
        lows: (runs,) lower 16 bits of each hash; sorted within each bucket of equal upper bits.
        starts: (buckets + 1,) where each bucket begins in ``lows``, and where the last one ends.
        counts: (runs,) ``STEPS_PER_BIT * log2(occurrences)``, rounded.
        total: words that were counted.
    """

    lows: NDArray[np.uint16]
    starts: NDArray[np.uint32]
    counts: NDArray[np.uint8]
    total: int
    _count: Callable[[str], float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.lows) != len(self.counts) or self.total < 1:
            raise ValueError("runs of words need a count each, and a total")
        look_up = partial(_count_of, self.lows.data, self.starts.tolist(), self.counts)
        object.__setattr__(self, "_count", lru_cache(_REMEMBERED)(look_up))

    @classmethod
    def of(cls, occurrences: Mapping[str, int], total: int) -> Ngrams:
        """Return the counts of runs, each of words joined by spaces."""
        found = {hash_of(run): count for run, count in occurrences.items()}
        hashes = np.array(sorted(found), dtype=np.uint32)
        return cls.of_hashes(hashes, packed([found[int(value)] for value in hashes]), total)

    @classmethod
    def of_hashes(cls, hashes: NDArray[np.uint32], counts: NDArray[np.uint8], total: int) -> Ngrams:
        """Return the counts of runs that are given by their hashes.

        Args:
            hashes: (runs,) of the words of each run, sorted, each once.
            counts: (runs,) as :func:`packed` returns them.
            total: words that were counted.

        Raises:
            ValueError: if the hashes are not sorted, or are not as many as the counts.
        """
        return cls(*_bucketed([hashes], len(hashes)), counts, total)

    @classmethod
    def from_bytes(cls, contents: bytes) -> Ngrams:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: if it is not that.
        """
        try:
            with np.load(io.BytesIO(contents), allow_pickle=False) as arrays:
                gaps, counts, total = (arrays[name] for name in ("gaps", "counts", "total"))
            if gaps.dtype != np.uint8 or counts.dtype != np.uint8:
                raise ValueError("its columns are of another kind")
            return cls(*_bucketed(_hashes_of(gaps), len(counts)), counts, int(total))
        except (
            *(OSError, KeyError, EOFError, TypeError, AttributeError, ValueError),
            zipfile.BadZipFile,
        ) as error:
            raise ValueError(f"these are no counts of runs of words: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the counts as a compressed NumPy archive."""
        gaps = np.diff(self.hashes().astype(np.int64), prepend=0)
        wholes, rests = np.divmod(gaps, _ESCAPE)
        column = np.full(int(wholes.sum()) + len(gaps), _ESCAPE, dtype=np.uint8)
        column[np.cumsum(wholes + 1) - 1] = rests
        file = io.BytesIO()
        np.savez_compressed(file, gaps=column, counts=self.counts, total=np.array(self.total))
        return file.getvalue()

    def hashes(self) -> NDArray[np.uint32]:
        """Return the hashes of all runs, sorted."""
        buckets = np.repeat(np.arange(_BUCKETS, dtype=np.uint32), np.diff(self.starts))
        whole: NDArray[np.uint32] = (buckets << np.uint32(_LOW_BITS)) | self.lows.astype(np.uint32)
        return whole

    def __len__(self) -> int:
        return len(self.lows)

    def occurrences(self, *words: str) -> float:
        """Return how often words stand in a row; 0 if that is on no list."""
        return self._count(" ".join(words))

    def log_share(self, word: str, before: Sequence[str]) -> float:
        """Return the log of the share that a word has after two others, by stupid backoff."""
        first, second = before
        if longest := self.occurrences(first, second, word):
            return math.log(min(1.0, longest / max(1.0, self.occurrences(first, second))))
        if pair := self.occurrences(second, word):
            return math.log(min(1.0, _BACKOFF * pair / max(1.0, self.occurrences(second))))
        alone = self.occurrences(word) or _HALF
        return math.log(_BACKOFF * _BACKOFF * alone / self.total)

    def log_score(self, words: Sequence[str]) -> float:
        """Return the summed :meth:`log_share` of all words but the first two."""
        return sum(
            self.log_share(words[place], words[place - 2 : place])
            for place in range(ORDER - 1, len(words))
        )

    def log_links(self, words: Sequence[str]) -> float:
        """Return how firmly each word but the first two hangs on the one before it, summed."""
        return sum(
            math.log((self.occurrences(first, second) + _HALF) / (self.occurrences(first) + 1.0))
            for first, second in itertools.pairwise(words[1:])
        )


def split(text: str) -> list[str]:
    """Return the words and marks of a text in small letters; numbers are all alike."""
    plain = text.replace("\u2019", "'")
    return [as_counted(token.lower()) for token in _TOKEN.findall(plain)]


def as_counted(word: str) -> str:
    """Return a word in small letters as it is counted: numbers are all alike."""
    return _NUMBER if word[0].isdigit() else word


def bounded(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence with marks for where it begins and ends."""
    return [START, START, *words, END, END]


def in_context(text: str, span: Span, replacements: Sequence[str]) -> list[list[str]]:
    """Return each replacement between the two words before and the two after the span."""
    before = split(text[max(0, span.start - _CONTEXT) : span.start])[1 - ORDER :]
    after = split(text[span.end : span.end + _CONTEXT])[: ORDER - 1]
    before = [START] * (ORDER - 1 - len(before)) + before
    after = after + [END] * (ORDER - 1 - len(after))
    return [[*before, *split(replacement), *after] for replacement in replacements]


def hash_of(run: str) -> int:
    """Return the hash of words joined by spaces."""
    return zlib.crc32(run.encode()) >> (32 - HASH_BITS)


def packed(counts: Sequence[int] | NDArray[np.int32]) -> NDArray[np.uint8]:
    """Return counts, 1 or more, as they are kept."""
    steps = np.rint(STEPS_PER_BIT * np.log2(np.asarray(counts, dtype=np.float64)))
    capped: NDArray[np.uint8] = np.minimum(255, steps).astype(np.uint8)
    return capped


def _hashes_of(gaps: NDArray[np.uint8]) -> Iterator[NDArray[np.uint32]]:
    """Yield the hashes between which the gaps are, a few at a time."""
    last = 0
    for first in range(0, len(gaps), _AT_ONCE):
        part = gaps[first : first + _AT_ONCE]
        sums = np.cumsum(part, dtype=np.uint32) + np.uint32(last)
        last = int(sums[-1])
        if last >> HASH_BITS:
            raise ValueError("a hash is too large")
        yield sums[part != _ESCAPE]


def _bucketed(
    parts: Iterable[NDArray[np.uint32]], number: int
) -> tuple[NDArray[np.uint16], NDArray[np.uint32]]:
    """Return the lower bits of sorted hashes, and where each bucket of equal upper bits begins.

    In parts, because what an array of all hashes takes while loading is not given back (decision
    0133).
    """
    lows = np.empty(number, dtype=np.uint16)
    sizes = np.zeros(_BUCKETS, dtype=np.uint32)
    done, last = 0, -1
    for part in parts:
        if not len(part):
            continue
        if int(part[0]) <= last or not bool(np.all(part[:-1] < part[1:])):
            raise ValueError("the hashes of runs must be sorted and differ")
        lows[done : done + len(part)] = part & _LOW_MASK  # too many for it are an error
        sizes += np.bincount(part >> _LOW_BITS, minlength=_BUCKETS).astype(np.uint32)
        done += len(part)
        last = int(part[-1])
    if done != number:
        raise ValueError("runs of words need a count each, and a total")
    return lows, np.cumsum(np.concatenate([[0], sizes]), dtype=np.uint32)


def _count_of(
    lows: Sequence[int], starts: Sequence[int], counts: NDArray[np.uint8], run: str
) -> float:
    bucket, low = divmod(hash_of(run), 1 << _LOW_BITS)
    first, end = starts[bucket], starts[bucket + 1]
    place = bisect_left(lows, low, first, end)  # quicker than NumPy's for one number
    if place == end or lows[place] != low:
        return 0.0
    return float(2.0 ** (int(counts[place]) / STEPS_PER_BIT))
