"""Write the filtered, weighted mix of human pairs for one stage of fine-tuning.

Rows are source, target, corpus; the file is ``.gz`` or plain. Pairs of which a side
is a development sentence are left out.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora.clean import CleanOptions, sample_sentences
from training.corpora.cleaning import Standard, normalise, objection
from training.corpora.compressed import find_text, write_lines
from training.corpora.mixtures import CLEAN_SHARES, CLEAN_SOURCES, MIXTURES, Part
from training.corpora.overlap import held_out_keys, is_held_out
from training.corpora.parallel import iterate_pairs
from training.noise.table import NoiseTable


@dataclass(frozen=True, slots=True)
class TrainingPair:
    """One row of the mix."""

    source: str
    target: str
    corpus: str


class Filter:
    """Lets fit pairs through and counts why the others were refused."""

    def __init__(self, held_out: frozenset[str], known: Container[str] | None) -> None:
        self._held_out = held_out
        self._known = known
        self.refused: Counter[tuple[str, str]] = Counter()
        self.kept: Counter[str] = Counter()

    def fit(self, source: str, target: str, corpus: str, standard: Standard) -> TrainingPair | None:
        """Return the normalised pair, or None."""
        source, target = normalise(source, standard), normalise(target, standard)
        reason = objection(source, target, standard, self._known)
        if reason is None and is_held_out(source, target, self._held_out):
            reason = "held out"
        if reason is not None:
            self.refused[corpus, reason] += 1
            return None
        self.kept[corpus] += 1
        return TrainingPair(source, target, corpus)


def iterate_corpus(
    path: Path, corpus: str, part: Part, sieve: Filter, rng: random.Random
) -> Iterator[TrainingPair]:
    """Yield the fit pairs of one corpus as often as its share says.

    A pair that stands twice in the corpus is taken once. Pairs are thinned out
    before they are examined, which is the dear part.

    Raises:
        CorpusError: if the file is missing or damaged.
    """
    seen: set[tuple[str, str]] = set()
    for row in iterate_pairs(path):
        times = repeats(part.share, rng)
        if not times or (row.source, row.target) in seen:
            continue
        seen.add((row.source, row.target))
        pair = sieve.fit(row.source, row.target, corpus, part.standard)
        if pair is not None:
            yield from [pair] * times


def repeats(share: float, rng: random.Random) -> int:
    """Return how often to take one pair: 1.25 is once, and a second time by chance 1/4."""
    whole = int(share)
    return whole + (rng.random() < share - whole)


def build_mixture(data: Path, stage: str, sieve: Filter, seed: int) -> list[TrainingPair]:
    """Return the shuffled pairs of a stage, error-free sentences among them.

    Raises:
        CorpusError: if one of the corpora is missing.
    """
    rng = random.Random(f"{seed}:{stage}")
    pairs: list[TrainingPair] = []
    for corpus, part in MIXTURES[stage].items():
        path = find_text(data / "gec" / "train", corpus + ".tsv")
        pairs.extend(iterate_corpus(path, corpus, part, sieve, rng))
    wanted = int(CLEAN_SHARES[stage] * len(pairs))
    options = CleanOptions(shares=CLEAN_SOURCES, seed=seed + 1)
    standard = Standard()
    clean = sample_sentences(data / "clean", options, wanted)
    fit = (sieve.fit(sentence, sentence, "clean", standard) for sentence in clean)
    pairs.extend(pair for pair in fit if pair is not None)
    rng.shuffle(pairs)
    return pairs


def main(argv: Sequence[str] | None = None) -> int:
    """Write one stage and print what was kept and refused."""
    parser = argparse.ArgumentParser(
        prog="python -m training.corpora.prepare_pairs", description=__doc__
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="such as build/pairs.tsv.gz")
    parser.add_argument("--recipe", choices=sorted(MIXTURES), required=True)
    parser.add_argument("--noise", type=Path, help="noise table, for its known words")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    known = NoiseTable.from_file(options.noise).words if options.noise else None
    sieve = Filter(held_out_keys(options.data / "gec" / "dev"), known)
    pairs = build_mixture(options.data, options.recipe, sieve, options.seed)
    write_lines(options.out, (f"{p.source}\t{p.target}\t{p.corpus}" for p in pairs))
    _report(pairs, sieve)
    print(f"{len(pairs)} pairs in {options.out}, {options.out.stat().st_size / 2**20:.1f} MiB")
    return 0


def _report(pairs: Sequence[TrainingPair], sieve: Filter) -> None:
    rows = Counter(pair.corpus for pair in pairs)
    changed = Counter(pair.corpus for pair in pairs if pair.source != pair.target)
    for corpus, count in rows.most_common():
        reasons = {why: n for (name, why), n in sieve.refused.items() if name == corpus}
        shown = ", ".join(f"{why} {n}" for why, n in sorted(reasons.items(), key=lambda i: -i[1]))
        print(
            f"{corpus:38} {count:7} rows, {100 * changed[corpus] / count:5.1f} % changed; {shown}"
        )


if __name__ == "__main__":
    raise SystemExit(main())
