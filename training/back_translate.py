"""Let a network that learnt to make learners' mistakes write training pairs.

``python -m training.back_translate CHECKPOINT --pack PACK --out build/pack/pairs.back.tsv.gz``.
The network is fine-tuned on the pairs of people with their sides changed round (a mixture with
``reversed = true``), reads clean sentences, and its output is sampled, not searched: the likeliest
sentence is the clean one (Kiyono et al. 2019, section 3.1; Edunov et al. 2018 for sampling).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from model.pieces import readable_spans
from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, Tokenizer
from training.batching import collate, cut_batches
from training.checkpoints import CheckpointError, load_model
from training.corpora.cleaning import SAMPLED, objection
from training.corpora.compressed import write_lines
from training.edgeformer.model import EdgeFormer
from training.pack import Pack, PackError
from training.precision import product_dtype

BATCH_TOKENS = 12_000
BLOCK = 8192
"""Sentences that are sorted by length together."""


@dataclass(frozen=True, slots=True)
class SamplingOptions:
    """How the network's output is drawn."""

    temperature: float = 1.0
    """Above 1 more mistakes and wilder ones, below 1 fewer."""
    least_probability: float = 0.002
    """What is less likely is never drawn (epsilon sampling, Hewitt et al. 2022, section 4)."""
    most_tokens: int = 42
    """Longer sentences are read in parts."""
    most_growth: int = 8
    """Tokens by which a sample may outgrow its sentence; what does is thrown away."""


def sample(
    model: EdgeFormer, sources: Sequence[Sequence[int]], options: SamplingOptions
) -> list[list[int] | None]:
    """Draw one output for each source.

    Args:
        model: in evaluation mode.
        sources: token ids without special ids, of about the same length.
        options: how to draw. The chance is torch's.

    Returns:
        Token ids without special ids; None where no end came in time.
    """
    padded = collate([(list(ids), []) for ids in sources]).sources.astype(np.int64)
    steps = padded.shape[1] + options.most_growth
    drawn: list[Tensor] = []
    with torch.inference_mode():
        state = model.start(*model.encode(torch.from_numpy(padded)))
        last = torch.full((len(sources), 1), BOS_ID)
        ended = torch.zeros(len(sources), 1, dtype=torch.bool)
        for _ in range(steps):
            logits = model.step(last, state)[:, -1].float() / options.temperature
            probabilities = logits.softmax(-1)
            probabilities[probabilities < options.least_probability] = 0
            probabilities[:, PAD_ID] = probabilities[:, BOS_ID] = 0
            # Where nothing is likely enough the sentence ends, and is soon thrown away or short.
            probabilities[:, EOS_ID] += 1e-9
            last = torch.multinomial(probabilities, 1).masked_fill(ended, PAD_ID)
            drawn.append(last)
            ended |= last == EOS_ID
            if bool(ended.all()):
                break
    rows = torch.cat(drawn, dim=1).tolist()
    return [row[: row.index(EOS_ID)] if EOS_ID in row else None for row in rows]


def make_pairs(
    model: EdgeFormer, tokenizer: Tokenizer, sentences: Sequence[str], options: SamplingOptions
) -> Iterator[tuple[str, str]]:
    """Yield (sentence with mistakes, sentence), in another order than the sentences.

    Long sentences come in parts. Samples that no end came to are left out.
    """
    texts = [part for text in sentences for part in readable(text, tokenizer, options.most_tokens)]
    ids = tokenizer.encode_batch(texts)
    # cut_batches keeps pairs; the text's number stands in the place of a target.
    for batch in cut_batches([(row, [number]) for number, row in enumerate(ids)], BATCH_TOKENS):
        outputs = sample(model, [row for row, _ in batch], options)
        for (_, (number,)), output in zip(batch, outputs, strict=True):
            if output:
                yield tokenizer.decode(output), texts[number]


def readable(text: str, tokenizer: Tokenizer, most_tokens: int) -> Iterator[str]:
    """Yield a sentence, or the parts in which a corrector would read it if it is too long."""
    for span in readable_spans(text, lambda part: len(tokenizer.encode(part)), most_tokens):
        yield text[span.start : span.end]


def clean_sentences(pack: Pack, skip: int, count: int) -> list[str]:
    """Return ``count`` sentences of a pack after the first ``skip``; a pack holds them shuffled."""
    store = pack.clean_sentences()
    return [store[number] for number in range(skip, min(skip + count, len(store)))]


def short_targets(pack: Pack, name: str, most_tokens: int) -> list[str]:
    """Return the targets of a file of pairs, each once: what people write about, to be spoilt anew.

    Pairs longer on either side than the network reads at once are left out: calibration is fitted
    to them, and the network must not know them (:func:`training.learner_pairs.unseen_pairs`).

    Raises:
        PackError: if the pack lacks the file.
    """
    pairs = pack.human_pairs(name, seed=0).pairs
    sides = [pack.tokenizer().encode_batch([pair[side] for pair in pairs]) for side in (0, 1)]
    lengths = (max(len(source), len(target)) for source, target in zip(*sides, strict=True))
    known = {pair[1] for pair, length in zip(pairs, lengths, strict=True) if length <= most_tokens}
    return sorted(known)


def main(argv: Sequence[str] | None = None) -> int:
    """Write pairs; 2 if a file cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m training.back_translate", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("checkpoint", type=Path, help="of the network that makes mistakes")
    parser.add_argument("--pack", type=Path, required=True, help="folder training.pack wrote")
    parser.add_argument("--out", type=Path, required=True, help="such as pairs.back.tsv.gz")
    parser.add_argument("--targets", default="", help="read the targets of these pairs instead")
    parser.add_argument("--skip", type=int, default=0, help="clean sentences to pass over")
    parser.add_argument("--count", type=int, default=300_000, help="clean sentences to read")
    parser.add_argument("--temperature", type=float, default=SamplingOptions().temperature)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, help="processor threads (default: all)")
    options = parser.parse_args(argv)
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    sampling = SamplingOptions(temperature=options.temperature)
    try:
        pack = Pack(options.pack)
        model, _ = load_model(options.checkpoint)
        model = model.to(product_dtype(torch.device("cpu")))
        sentences = (
            short_targets(pack, options.targets, sampling.most_tokens)
            if options.targets
            else clean_sentences(pack, options.skip, options.count)
        )
        rows = _told(_rows(model, pack.tokenizer(), sentences, sampling), len(sentences))
        written = write_lines(options.out, rows)
    except (CheckpointError, PackError, ValueError, OSError) as error:
        print(f"back_translate: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # the file was closed as it should be
        print(f"stopped; the pairs made so far are in {options.out}", file=sys.stderr)
        return 130
    print(f"{written} pairs in {options.out}")
    return 0


def _rows(
    model: EdgeFormer, tokenizer: Tokenizer, sentences: Sequence[str], options: SamplingOptions
) -> Iterator[str]:
    for first in range(0, len(sentences), BLOCK):
        block = sentences[first : first + BLOCK]
        pairs = list(make_pairs(model, tokenizer, block, options))
        random.Random(first).shuffle(pairs)
        for source, target in pairs:
            if "\t" not in source + target and objection(source, target, SAMPLED) is None:
                yield f"{source}\t{target}\tback-translated"


def _told(rows: Iterator[str], expected: int) -> Iterator[str]:
    """Pass rows on and say now and then how far it is."""
    began = time.monotonic()
    for number, row in enumerate(rows, 1):
        if not number % 20_000:
            rate = number / (time.monotonic() - began)
            print(f"{number} of at most {expected} pairs, {rate:.0f} per second", flush=True)
        yield row


if __name__ == "__main__":
    raise SystemExit(main())
