"""Pairs to padded batches of a token budget, in an order that can be resumed.

A stream is cut into chunks. Chunk ``n`` depends on the seed and ``n`` only: its
pairs are made, sorted by length and cut into batches, which are then shuffled.
So any worker can make any chunk, and a run that stopped after batch ``b`` of
chunk ``n`` goes on with exactly the batches it would have seen.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import random
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, Tokenizer

Pair = tuple[str, str]
IdPair = tuple[list[int], list[int]]
IdArray = NDArray[np.uint16]

PARENT_CHECK_SECONDS = 2.0  # how long a worker may outlive a trainer that was killed


class PairSource(Protocol):
    """Where pairs come from; chunk ``n`` is the same whenever it is asked for."""

    def chunk(self, index: int) -> Sequence[Pair]:
        """Return the pairs (source, target) of chunk ``index`` (0, 1, ... without end)."""
        ...


@dataclass(frozen=True, slots=True)
class Position:
    """Where a stream stands: the next batch to be read."""

    chunk: int = 0
    batch: int = 0


@dataclass(frozen=True, slots=True)
class PaddedPairs:
    """One micro-batch as it crosses from a worker process: small integers."""

    sources: IdArray
    """(B, S) uint16, EOS at the end of each source, then PAD."""
    targets: IdArray
    """(B, T) uint16, EOS at the end of each target, then PAD."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One micro-batch on its device."""

    source_ids: Tensor
    """(B, S) int64, EOS at the end of each source."""
    target_ids: Tensor
    """(B, T) int64, BOS first: what the decoder reads."""
    label_ids: Tensor
    """(B, T) int64, EOS last: what it should say."""

    @classmethod
    def from_padded(cls, padded: PaddedPairs, device: torch.device) -> Batch:
        """Move a micro-batch to ``device`` and shift its targets."""
        sources = _to_device(padded.sources, device)
        labels = _to_device(padded.targets, device)
        begins = torch.full_like(labels[:, :1], BOS_ID)
        inputs = torch.cat([begins, labels[:, :-1]], dim=1)
        return cls(sources, inputs.masked_fill(inputs == EOS_ID, PAD_ID), labels)

    @property
    def pairs(self) -> int:
        """Number of rows."""
        return self.source_ids.shape[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchingOptions:
    """How pairs are grouped."""

    batch_tokens: int = 2048
    """Longest side times rows of one micro-batch stays below this."""
    max_tokens: int = 96
    """Longer pairs are left out (source or target, in tokens)."""
    width_multiple: int = 1
    """Pad to a multiple of this; 8 keeps a GPU's tensor cores busy."""
    chunk_pairs: int = 4096
    """Pairs that are made and sorted by length together: many micro-batches' worth, or rows of
    one micro-batch differ in length and padding is computed in vain."""

    def __post_init__(self) -> None:
        if self.chunk_pairs < 1:
            raise ValueError("chunk_pairs must be at least 1")
        if self.batch_tokens < self.max_tokens + 1:
            raise ValueError("batch_tokens must hold at least one pair of max_tokens")


class BatchStream:
    """Batches of a pair source from a given position on, without end."""

    def __init__(
        self, source: PairSource, tokenizer: Tokenizer, options: BatchingOptions, seed: int
    ) -> None:
        self._source = source
        self._tokenizer = tokenizer
        self._options = options
        self._seed = seed

    def chunk_batches(self, chunk: int) -> list[PaddedPairs]:
        """Return the shuffled batches of one chunk."""
        pairs = self._source.chunk(chunk)
        sources = self._tokenizer.encode_batch([source for source, _ in pairs])
        targets = self._tokenizer.encode_batch([target for _, target in pairs])
        limit = self._options.max_tokens
        kept = [
            pair
            for pair in zip(sources, targets, strict=True)
            if max(len(pair[0]), len(pair[1])) < limit
        ]
        batches = cut_batches(kept, self._options.batch_tokens)
        random.Random(f"batches:{self._seed}:{chunk}").shuffle(batches)
        return [collate(batch, self._options.width_multiple) for batch in batches]

    def iterate(self, start: Position, workers: int = 0) -> Iterator[tuple[PaddedPairs, Position]]:
        """Yield batches from ``start`` on, each with the position after it.

        Args:
            start: where to begin.
            workers: processes that make chunks ahead; 0 makes them here. The
                order is the same for any number.
        """
        if workers:
            return self._batches(start, self._chunks_ahead(start.chunk, workers))
        return self._batches(start, map(self.chunk_batches, itertools.count(start.chunk)))

    def _batches(
        self, start: Position, chunks: Iterator[list[PaddedPairs]]
    ) -> Iterator[tuple[PaddedPairs, Position]]:
        skip = start.batch
        for chunk, batches in enumerate(chunks, start.chunk):
            for index in range(skip, len(batches)):
                last = index + 1 == len(batches)
                yield batches[index], Position(chunk + last, 0 if last else index + 1)
            skip = 0

    def _chunks_ahead(self, first: int, workers: int) -> Iterator[list[PaddedPairs]]:
        """Start the workers at once, so that they are ahead when the first batch is read."""
        # fork shares the corpus with the workers at no cost; the GPU is not touched in them
        pool = ProcessPoolExecutor(
            workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=_adopt_stream,
            initargs=(self, os.getpid()),
        )
        numbers = itertools.count(first)
        ahead = deque(pool.submit(_make_chunk, next(numbers)) for _ in range(2 * workers))
        return _drain(pool, ahead, numbers)


def _drain(
    pool: ProcessPoolExecutor, ahead: deque[Future[list[PaddedPairs]]], numbers: Iterator[int]
) -> Iterator[list[PaddedPairs]]:
    try:
        while True:
            made = ahead.popleft().result()
            ahead.append(pool.submit(_make_chunk, next(numbers)))
            yield made
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _Worker:
    """What a worker process has for life; tasks then carry a number only."""

    stream: ClassVar[BatchStream]


def _adopt_stream(stream: BatchStream, parent: int) -> None:
    _Worker.stream = stream
    for number in (signal.SIGINT, signal.SIGTERM):  # the trainer saves first, then ends its workers
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this worker when its trainer is gone: siblings keep its queue open for ever."""
    while os.getppid() == parent:
        time.sleep(PARENT_CHECK_SECONDS)
    os._exit(1)


def _make_chunk(chunk: int) -> list[PaddedPairs]:
    return _Worker.stream.chunk_batches(chunk)


def _to_device(ids: IdArray, device: torch.device) -> Tensor:
    tensor = torch.from_numpy(ids.astype(np.int32))
    if device.type == "cuda":
        # From pinned memory the copy does not wait for the steps that are still being computed.
        return tensor.pin_memory().to(device, non_blocking=True).long()
    return tensor.to(device).long()


def cut_batches(pairs: list[IdPair], batch_tokens: int) -> list[list[IdPair]]:
    """Sort by length and cut so that rows times the longest side fit the budget."""
    pairs.sort(key=lambda pair: (max(len(pair[0]), len(pair[1])), len(pair[0])))
    batches: list[list[IdPair]] = []
    batch: list[IdPair] = []
    for pair in pairs:
        width = max(len(pair[0]), len(pair[1])) + 1  # the end mark
        if batch and width * (len(batch) + 1) > batch_tokens:
            batches.append(batch)
            batch = []
        batch.append(pair)
    if batch:
        batches.append(batch)
    return batches


def collate(pairs: Sequence[IdPair], width_multiple: int = 1) -> PaddedPairs:
    """Pad id lists into one micro-batch."""
    return PaddedPairs(
        sources=_pad([source for source, _ in pairs], width_multiple),
        targets=_pad([target for _, target in pairs], width_multiple),
    )


def _pad(rows: Sequence[list[int]], multiple: int) -> IdArray:
    width = max(map(len, rows)) + 1
    width += -width % multiple
    padded = np.full((len(rows), width), PAD_ID, dtype=np.uint16)
    for row, ids in zip(padded, rows, strict=True):
        row[: len(ids)] = ids
        row[len(ids)] = EOS_ID
    return padded
