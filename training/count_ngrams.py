"""Count runs of words in clean text: ``python -m training.count_ngrams``.

All sources are read whole, but for the clean sentences that fit calibration and judge:
of those every run would look familiar.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from model.ngrams import HASH_BITS, Ngrams, bounded, packed, split
from training.calibrate import clean_sentences
from training.corpora.clean import DEFAULT_SHARES
from training.corpora.compressed import CorpusError, find_text, iterate_lines

_AT_ONCE = 1 << 24  # hashes that wait to be counted: 64 MiB
_SHIFT = 32 - HASH_BITS


def count(lines: Iterable[str]) -> tuple[NDArray[np.int32], int]:
    """Return how often each hash of a run of one, two or three words occurs, and all words.

    Returns:
        Counts, (2 ** HASH_BITS,), and the number of words.
    """
    counts = np.zeros(1 << HASH_BITS, dtype=np.int32)
    waiting: list[int] = []
    total = 0
    for line in lines:
        words = bounded(split(line))
        total += len(words)
        coded = [word.encode() for word in words]
        waiting += map(crc32, coded)
        waiting += map(crc32, map(b"%b %b".__mod__, itertools.pairwise(coded)))
        triples = zip(coded, coded[1:], coded[2:], strict=False)
        waiting += map(crc32, map(b"%b %b %b".__mod__, triples))
        if len(waiting) >= _AT_ONCE:
            _tally(waiting, counts)
            waiting.clear()
    _tally(waiting, counts)
    return counts, total


def most_frequent(counts: NDArray[np.int32], total: int, entries: int) -> Ngrams:
    """Return the runs that occur most often, as many as there is room for.

    Args:
        counts: by hash.
        total: words that were counted.
        entries: at most so many runs.
    """
    histogram = np.bincount(np.minimum(counts[counts > 0], 1 << 16))
    at_least = np.cumsum(histogram[::-1])[::-1]  # runs that occur so often or more
    least = max(2, int(np.argmax(at_least <= entries)))
    hashes = np.flatnonzero(counts >= least)
    return Ngrams.of_hashes(hashes.astype(np.uint32), packed(counts[hashes]), total)


def _tally(hashes: list[int], counts: NDArray[np.int32]) -> None:
    """Add the hashes to their counts."""
    found, times = np.unique(np.array(hashes, dtype=np.uint32) >> _SHIFT, return_counts=True)
    counts[found] += times.astype(np.int32)


def _lines(data: Path, left_out: int) -> Iterator[str]:
    hidden = set(clean_sentences(data, left_out))
    for name in sorted(DEFAULT_SHARES):
        lines = iterate_lines(find_text(data / "clean", name + ".txt"))
        for line in tqdm(lines, desc=name, unit="sentence", disable=None):
            if line not in hidden:
                yield line


def main(argv: Sequence[str] | None = None) -> int:
    """Count and write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.count_ngrams", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--entries", type=int, default=1_900_000, help="runs to keep at most")
    parser.add_argument(
        "--leave-out",
        type=int,
        default=20_000,
        help="clean sentences of training.calibrate and training.spelling.fit that are not counted",
    )
    parser.add_argument("--out", type=Path, required=True, help="file to write, ngrams.npz")
    options = parser.parse_args(argv)
    try:
        counts, total = count(_lines(options.data, options.leave_out))
        ngrams = most_frequent(counts, total, options.entries)
    except (CorpusError, ValueError) as error:
        print(f"count_ngrams: {error}", file=sys.stderr)
        return 1
    contents = ngrams.to_bytes()
    options.out.write_bytes(contents)
    least = 2 ** (ngrams.counts.min() / 2)
    print(f"{total:,} words; {len(ngrams):,} runs seen {least:.0f} times or more")
    print(f"{len(contents):,} bytes in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
