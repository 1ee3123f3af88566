"""Learn the SentencePiece vocabulary that training and use share.

Unigram pieces (Kudo 2018) over a sample of the clean corpora, balanced by
source so that the encyclopedia does not crowd out everyday words. The settings
that make the round trip lossless (identity normalisation, byte fallback,
spaces kept) are fixed here; :class:`model.tokenizer.Tokenizer` relies on them.
2000 pieces: small vocabularies correct better (EdgeFormer, Table 12).
"""

from __future__ import annotations

import argparse
import io
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import sentencepiece

from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, UNK_ID, Tokenizer

PIECES = 2000
MAX_SENTENCES_PER_SOURCE = 60_000  # balances sources; more does not change 2000 pieces


def sample_sentences(data: Path, per_source: int, seed: int) -> Iterator[str]:
    """Yield a seeded reservoir sample of every clean source.

    Raises:
        FileNotFoundError: if there is no clean text below ``data``.
    """
    from training.corpora.compressed import iterate_lines

    paths = sorted((data / "clean").glob("*.txt*"))
    if not paths:
        raise FileNotFoundError(f"no clean text (*.txt, *.txt.zst) in {data / 'clean'}")
    for path in paths:
        rng = random.Random(f"{seed}:{path.name}")
        reservoir: list[str] = []
        for count, line in enumerate(iterate_lines(path)):
            if count < per_source:
                reservoir.append(line)
            elif (slot := rng.randrange(count + 1)) < per_source:
                reservoir[slot] = line
        yield from reservoir


def train_vocabulary(sentences: Iterator[str], pieces: int = PIECES, threads: int = 2) -> bytes:
    """Return a serialised vocabulary learnt from ``sentences``."""
    trained = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        # The same leading space as Tokenizer.encode puts there.
        sentence_iterator=(" " + sentence for sentence in sentences),
        model_writer=trained,
        vocab_size=pieces,
        model_type="unigram",
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        add_dummy_prefix=False,
        byte_fallback=True,
        character_coverage=0.9998,
        split_digits=True,
        max_sentence_length=4096,
        num_threads=threads,
        pad_id=PAD_ID,
        bos_id=BOS_ID,
        eos_id=EOS_ID,
        unk_id=UNK_ID,
        minloglevel=1,
    )
    return trained.getvalue()


def main(argv: Sequence[str] | None = None) -> int:
    """Learn a vocabulary and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--data", type=Path, required=True, help="folder that holds clean/*.txt.zst"
    )
    parser.add_argument("--out", type=Path, required=True, help="file to write (tokenizer.model)")
    parser.add_argument("--pieces", type=int, default=PIECES)
    parser.add_argument("--per-source", type=int, default=MAX_SENTENCES_PER_SOURCE)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    sentences = sample_sentences(options.data, options.per_source, options.seed)
    serialized = train_vocabulary(sentences, options.pieces)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(serialized)
    print(f"{len(Tokenizer(serialized))} pieces written to {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
