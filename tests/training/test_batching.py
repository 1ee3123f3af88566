import itertools
import os
import random

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from model.tokenizer import BOS_ID, EOS_ID, PAD_ID
from tests.training.tiny import pairs, tiny_tokenizer
from training import batching
from training.batching import (
    Batch,
    BatchingOptions,
    BatchStream,
    PaddedPairs,
    Position,
    collate,
    cut_batches,
)
from training.sources import HumanSource

id_lists = st.lists(st.integers(4, 60_000), max_size=20)
id_pairs = st.lists(st.tuples(id_lists, id_lists), min_size=1, max_size=40)


def stream(**changes):
    options = BatchingOptions(**{"batch_tokens": 300, "max_tokens": 64, **changes})
    return BatchStream(HumanSource(pairs(90), 7, 25), tiny_tokenizer(), options, seed=5)


def first(batches, count):
    return [
        (padded.sources.tolist(), padded.targets.tolist(), position)
        for padded, position in itertools.islice(batches, count)
    ]


def test_a_stream_resumed_anywhere_gives_the_same_batches():
    whole = first(stream().iterate(Position()), 12)
    for taken, (_, _, position) in enumerate(whole[:-1], 1):
        assert first(stream().iterate(position), len(whole) - taken) == whole[taken:]


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
@pytest.mark.parametrize("workers", [1, 3])
def test_the_number_of_workers_does_not_matter(workers):
    alone = first(stream().iterate(Position(1, 1)), 9)
    assert first(stream().iterate(Position(1, 1), workers), 9) == alone


def test_other_seeds_give_another_order():
    options = BatchingOptions(batch_tokens=300, max_tokens=64)
    source = HumanSource(pairs(90), 7, 25)
    orders = [
        first(BatchStream(source, tiny_tokenizer(), options, seed).iterate(Position()), 4)
        for seed in (1, 2)
    ]
    assert orders[0] != orders[1]


def test_a_chunk_keeps_all_pairs_that_are_short_enough():
    tokenizer = tiny_tokenizer()
    chunk = HumanSource(pairs(90), 7, 25).chunk(0)
    longest = sorted(max(map(len, tokenizer.encode_batch(list(pair)))) for pair in chunk)
    limit = longest[len(longest) // 2]
    batches = stream(max_tokens=limit).chunk_batches(0)
    kept = sum(len(padded.sources) for padded in batches)
    assert kept == sum(length < limit for length in longest)
    assert 0 < kept < len(chunk)


@given(pairs=id_pairs, budget=st.integers(30, 200))
def test_batches_hold_every_pair_once_and_stay_within_the_budget(pairs, budget):
    batches = cut_batches(list(pairs), budget)
    assert sorted(itertools.chain(*batches)) == sorted(pairs)
    for batch in batches:
        width = 1 + max(max(len(source), len(target)) for source, target in batch)
        assert len(batch) * width <= budget


@given(pairs=id_pairs, multiple=st.sampled_from([1, 4, 8]))
def test_padding_ends_rows_and_fills_up_to_a_multiple(pairs, multiple):
    padded = collate(pairs, multiple)
    for rows, side in ((padded.sources, 0), (padded.targets, 1)):
        assert rows.dtype == np.uint16
        assert rows.shape[1] % multiple == 0
        for row, pair in zip(rows.tolist(), pairs, strict=True):
            ids = pair[side]
            assert row[: len(ids)] == ids
            assert row[len(ids)] == EOS_ID
            assert set(row[len(ids) + 1 :]) <= {PAD_ID}


def test_the_decoder_reads_the_target_shifted_by_one():
    padded = PaddedPairs(
        np.array([[5, 6, EOS_ID]], dtype=np.uint16),
        np.array([[7, EOS_ID, PAD_ID]], dtype=np.uint16),
    )
    batch = Batch.from_padded(padded, torch.device("cpu"))
    assert batch.source_ids.tolist() == [[5, 6, EOS_ID]]
    assert batch.target_ids.tolist() == [[BOS_ID, 7, PAD_ID]]
    assert batch.label_ids.tolist() == [[7, EOS_ID, PAD_ID]]
    assert batch.pairs == 1


def test_ids_above_the_signed_range_survive_the_way_to_the_device():
    rows = np.array([[40_000, 65_535, EOS_ID]], dtype=np.uint16)
    batch = Batch.from_padded(PaddedPairs(rows, rows), torch.device("cpu"))
    assert batch.source_ids.tolist() == [[40_000, 65_535, EOS_ID]]


def test_a_worker_ends_when_its_trainer_is_gone(monkeypatch):
    parents = iter([41, 41, 1])
    ended = []
    monkeypatch.setattr(os, "getppid", lambda: next(parents))
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(batching, "PARENT_CHECK_SECONDS", 0)
    batching._end_with(41)
    assert ended == [1]


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"batch_tokens": 20, "max_tokens": 30}, "at least one pair"), ({"chunk_pairs": 0}, "chunk")],
)
def test_impossible_options_are_refused(changes, words):
    with pytest.raises(ValueError, match=words):
        BatchingOptions(**changes)


def test_long_pairs_do_not_wait_for_short_ones():
    rng = random.Random(0)
    mixed = [([5] * n, [5] * n) for n in (rng.randrange(1, 60) for _ in range(400))]
    batches = cut_batches(mixed, 600)
    padded = sum(len(batch) * max(len(source) for source, _ in batch) for batch in batches)
    real = sum(len(source) for source, _ in mixed)
    assert padded < 1.1 * real
