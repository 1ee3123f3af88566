"""Gather all that training needs into one folder small enough to carry.

A pack holds ``tokenizer.model``, ``clean.txt.xz`` (balanced clean sentences),
``noise.json`` (error statistics), ``pairs.*.tsv.gz`` (human corrections) and
``dev/`` (development sets). Trainers read a pack and nothing else, so a machine
without the corpora, the network or zstandard can train. More clean sentences
than one transfer may carry go to folders of their own (``--parts``), which hold
nothing else and are named beside the pack.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
    more: tuple[Path, ...] = ()
    """Folders with further clean sentences."""

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
        """Load the clean sentences of all folders."""
        further = [Pack(folder).path(CLEAN) for folder in self.more]
        return SentenceStore.from_files([self.path(CLEAN), *further])

    def human_pairs(self, name: str, seed: int, chunk_size: int = 4096) -> HumanSource:
        """Load one file of human pairs."""
        return HumanSource.from_file(self.path(name), seed, chunk_size)


def part_folders(out: Path, parts: int) -> list[Path]:
    """Return the folders of a pack in parts: ``out``, ``out-1``, ``out-2``, ..."""
    return [out, *(out.with_name(f"{out.name}-{number}") for number in range(1, parts))]


def write_clean(sentences: list[str], paths: Sequence[Path], seed: int) -> int:
    """Shuffle ``sentences``, deal them out to compressed files, return how many."""
    random.Random(seed).shuffle(sentences)
    share = -(-len(sentences) // len(paths))
    dealt = [sentences[turn * share : (turn + 1) * share] for turn in range(len(paths))]
    with ThreadPoolExecutor() as pool:  # compression does not hold the interpreter's lock
        list(pool.map(_compress, dealt, paths))
    return len(sentences)


def _compress(sentences: Sequence[str], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(path, "wt", preset=6, encoding="utf-8", newline="\n") as file:
        for sentence in sentences:
            file.write(sentence + "\n")


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
    parser.add_argument("--parts", type=int, default=1, help="spread them over so many folders")
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
    folders = part_folders(options.out, options.parts)
    count = write_clean(sentences, [folder / CLEAN for folder in folders], options.seed)
    sizes = {
        str(path.relative_to(options.out.parent)): path.stat().st_size
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != CONTENTS
    }
    contents = {"clean_sentences": count, "seed": options.seed, "bytes": sizes}
    (options.out / CONTENTS).write_text(json.dumps(contents, indent=1), encoding="utf-8")
    mebibytes = sum(sizes.values()) / 2**20
    print(f"{count} clean sentences, {mebibytes:.1f} MiB in {', '.join(map(str, folders))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
