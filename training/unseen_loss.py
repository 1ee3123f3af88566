"""The loss of pairs that were not taught: ``python -m training.unseen_loss``.

The training loss falls for two reasons: the network corrects better, or it knows the pairs of
people by heart, which are few and met again in every stage. On pairs it has not met only the first
one counts. Tokens of edits and copied ones are told apart: the latter are many and easy. How many
are the network's first choice says more about what it will correct: the loss falls, too, where it
is merely less certain of what is wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch
from torch.nn import functional

from model.tokenizer import PAD_ID, Tokenizer
from training.batching import Batch, collate, cut_batches
from training.checkpoints import CheckpointError, load_model
from training.corpora.compressed import CorpusError
from training.corpora.parallel import iterate_pairs
from training.edgeformer.model import EdgeFormer
from training.losses import edited_tokens

BATCH_TOKENS = 4000
MOST_TOKENS = 60
"""Of a side; about what the engine reads at once."""

IdPair = tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True)
class UnseenLoss:
    """What unseen tokens cost, each token counting once."""

    edited: float
    """Nats per token of an edit."""
    copied: float
    """Nats per copied token."""
    edited_first: float
    """Share of the tokens of edits that are the network's first choice."""
    copied_first: float
    """The same of copied tokens; the others are needless changes."""


def load_changed_pairs(path: Path, tokenizer: Tokenizer, count: int, seed: int = 0) -> list[IdPair]:
    """Return token ids of some pairs that their annotator changed, drawn at random.

    Raises:
        CorpusError: if the file is no table of pairs, or holds no such pair.
    """
    pairs = [pair for pair in iterate_pairs(path) if pair.source != pair.target]
    random.Random(seed).shuffle(pairs)
    ids = ((tokenizer.encode(pair.source), tokenizer.encode(pair.target)) for pair in pairs)
    short = (pair for pair in ids if max(map(len, pair)) <= MOST_TOKENS)
    chosen = list(islice(short, count))
    if not chosen:
        raise CorpusError(f"{path}: no pair of at most {MOST_TOKENS} tokens with a change.")
    return chosen


def unseen_loss(model: EdgeFormer, pairs: Sequence[IdPair]) -> UnseenLoss:
    """Return the loss of some pairs, the target's own tokens given.

    Args:
        model: in evaluation mode, on the CPU.
        pairs: token ids of source and target, without special ids; at least one edit among them.
    """
    sums = {True: 0.0, False: 0.0}
    firsts = {True: 0, False: 0}
    counts = {True: 0, False: 0}
    with torch.inference_mode():
        for rows in cut_batches(list(pairs), BATCH_TOKENS):
            batch = Batch.from_padded(collate(rows), torch.device("cpu"))
            logits = model(batch.source_ids, batch.target_ids)
            labels = batch.label_ids
            losses = functional.cross_entropy(
                logits.flatten(0, 1).float(), labels.flatten(), reduction="none"
            ).view_as(labels)
            is_first = logits.argmax(-1) == labels
            edited = edited_tokens(batch.source_ids, batch.target_ids, labels)
            for is_edited, chosen in ((True, edited), (False, (labels != PAD_ID) & ~edited)):
                sums[is_edited] += float(losses[chosen].sum())
                firsts[is_edited] += int(is_first[chosen].sum())
                counts[is_edited] += int(chosen.sum())
    means = [
        found[kind] / max(1, counts[kind]) for found in (sums, firsts) for kind in (True, False)
    ]
    return UnseenLoss(*means)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the losses of checkpoints, a line each; 2 if a file cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m training.unseen_loss", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--vocabulary", type=Path, required=True, help="tokenizer.model")
    parser.add_argument(
        "--pairs", type=Path, nargs="+", required=True, help="tables: source, tab, correction"
    )
    parser.add_argument("--count", type=int, default=700, help="pairs of each table")
    options = parser.parse_args(argv)
    try:
        tokenizer = Tokenizer.from_file(options.vocabulary)
        tables = [load_changed_pairs(path, tokenizer, options.count) for path in options.pairs]
        for path in options.checkpoints:
            model, _ = load_model(path)
            found = [unseen_loss(model, pairs) for pairs in tables]
            told = (
                f"{table.name} {loss.edited:.3f} / {loss.copied:.4f}, first choice"
                f" {loss.edited_first:.2%} / {loss.copied_first:.2%}"
                for table, loss in zip(options.pairs, found, strict=True)
            )
            print(f"{path}  " + "  ".join(told), flush=True)
    except (CheckpointError, CorpusError, ValueError, OSError) as error:
        print(f"unseen_loss: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
