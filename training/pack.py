"""Gather all that training needs into one folder small enough to carry.

A pack holds ``tokenizer.model``, ``clean.txt.xz`` (balanced clean sentences),
``noise.json`` (error statistics), ``pairs.*.tsv.gz`` (human corrections) and
``dev/`` (development sets). Trainers read a pack and nothing else, so a machine
without the corpora, the network or zstandard can train.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.tokenizer import Tokenizer
from training.sources import HumanSource, SentenceStore

CLEAN = "clean.txt.xz"
NOISE = "noise.json"
VOCABULARY = "tokenizer.model"
CONTENTS = "pack.json"


class PackError(Exception):
    """A pack cannot be made or read; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder that :func:`build_pack` has made."""

    folder: Path

    def path(self, name: str) -> Path:
        """Return the path of one file.

        Raises:
            PackError: if the pack lacks it.
        """
        path = self.folder / name
        if not path.exists():
            raise PackError(f"{self.folder} has no {name}; build the pack again (training.pack)")
        return path

    def tokenizer(self) -> Tokenizer:
        """Load the vocabulary."""
        return Tokenizer.from_file(self.path(VOCABULARY))

    def vocabulary_hash(self) -> str:
        """Return the SHA-256 of the tokeniser file."""
        return hashlib.sha256(self.path(VOCABULARY).read_bytes()).hexdigest()

    def clean_sentences(self) -> SentenceStore:
        """Load the clean sentences."""
        return SentenceStore.from_file(self.path(CLEAN))

    def human_pairs(self, name: str, seed: int) -> HumanSource:
        """Load one file of human pairs."""
        return HumanSource.from_file(self.path(name), seed)


def write_clean(sentences: list[str], path: Path, seed: int) -> int:
    """Shuffle ``sentences``, write them compressed, return how many."""
    random.Random(seed).shuffle(sentences)
    with lzma.open(path, "wt", preset=6, encoding="utf-8", newline="\n") as file:
        for sentence in sentences:
            file.write(sentence + "\n")
    return len(sentences)


def build_pack(
    out: Path, vocabulary: Path, noise: Path, pairs: Sequence[Path], dev: Sequence[Path]
) -> None:
    """Copy the small parts of a pack to ``out`` (the clean text is written by itself)."""
    (out / "dev").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(vocabulary, out / VOCABULARY)
    shutil.copyfile(noise, out / NOISE)
    for path in pairs:
        shutil.copyfile(path, out / path.name)
    for path in dev:
        shutil.copyfile(path, out / "dev" / path.name)


def main(argv: Sequence[str] | None = None) -> int:
    """Build a pack from the corpora."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder to fill")
    parser.add_argument("--vocabulary", type=Path, required=True, help="tokenizer.model")
    parser.add_argument("--noise", type=Path, required=True, help="training.noise.estimate's JSON")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="pairs.*.tsv.gz")
    parser.add_argument("--limit", type=int, help="so many clean sentences at most")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    from training.corpora.clean import CleanOptions, sample_sentences

    dev = [
        options.data / "gec/dev/m2/wi+locness.ABCN.dev.gold.bea19.m2",
        options.data / "gec/dev/natural/wi_locness.ABCN.dev.m2-aligned.natural.txt",
    ]
    build_pack(options.out, options.vocabulary, options.noise, options.pairs, dev)
    sentences = sample_sentences(
        options.data / "clean", CleanOptions(seed=options.seed), options.limit
    )
    count = write_clean(sentences, options.out / CLEAN, options.seed)
    sizes = {
        str(path.relative_to(options.out)): path.stat().st_size
        for path in sorted(options.out.rglob("*"))
        if path.is_file() and path.name != CONTENTS
    }
    contents = {"clean_sentences": count, "seed": options.seed, "bytes": sizes}
    (options.out / CONTENTS).write_text(json.dumps(contents, indent=1), encoding="utf-8")
    print(f"{count} clean sentences, {sum(sizes.values()) / 2**20:.1f} MiB in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
