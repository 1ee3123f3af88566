"""Estimate the distribution of human errors from W&I and FCE training pairs.

Counts types, errors by sentence length, and who-for-whom tables; learns known
words, verbs and nouns from clean text; reads the misspelling lists. The result
holds words of the corpora, so it belongs outside the repository. Never opens a
development or test file.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.corpora.clean import CleanOptions, sample_sentences
from training.corpora.compressed import find_text
from training.corpora.parallel import iterate_pairs
from training.noise.alignment import Difference, differences
from training.noise.classification import DIALECT, classify
from training.noise.draft import Draft
from training.noise.lexicon import Lexicon, learn_lexicon
from training.noise.sampler import ErrorMaker, NoiseOptions
from training.noise.spelling import is_plausible, read_misspellings
from training.noise.table import BUCKETS, MOST_ERRORS, NoiseTable, length_class
from training.noise.words import split_words

SOURCES = ("wi.A.train", "wi.B.train", "wi.C.train", "fce.train", "fce.withheld-for-gmeg")
HUMAN_MISSPELLING = 8
"""Weight of a learner's own misspelling beside those of the lists."""
_QUOTES = str.maketrans("\u2018\u2019\u00b4`\u201c\u201d", "''''\"\"")


class Tally:
    """Counts over human pairs, one pair at a time."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.pairs = 0
        self.clean = 0
        self.types: Counter[str] = Counter()
        self.by_length = [[0] * MOST_ERRORS for _ in range(len(BUCKETS) + 1)]
        self.replacements: dict[str, dict[str, Counter[str]]] = {}
        self.missing: dict[str, Counter[str]] = {}
        self.before: dict[str, dict[str, Counter[str]]] = {}
        self.after: dict[str, dict[str, Counter[str]]] = {}
        self.swaps: Counter[str] = Counter()
        self.misspellings: dict[str, Counter[str]] = {}

    def add(self, source: str, target: str) -> None:
        """Count one pair."""
        old, new = _words(source), _words(target)
        self.pairs += 1
        if old == new:
            self.clean += 1
            return
        if _is_rewrite(old, new):
            self.pairs -= 1
            return
        kinds = [self._add_difference(item) for item in differences(old, new)]
        count = sum(kind != DIALECT for kind in kinds)
        if count:
            self.by_length[length_class(len(new))][min(count, MOST_ERRORS) - 1] += 1
        else:
            self.clean += 1

    def _add_difference(self, item: Difference) -> str:
        kind = classify(item, self._lexicon)
        if kind == DIALECT:
            return kind
        self.types[kind] += 1
        old, new = " ".join(item.source).lower(), " ".join(item.target).lower()
        if kind == "R:WO":
            self.swaps[new] += len(item.target) == 2
        elif kind == "R:SPELL":
            if is_plausible(old, new):
                self.misspellings.setdefault(new, Counter())[old] += HUMAN_MISSPELLING
        elif kind[0] == "M":
            self.missing.setdefault(kind, Counter())[new] += 1
        elif kind[0] == "U":
            self.before.setdefault(kind, {}).setdefault(item.after, Counter())[old] += 1
            self.after.setdefault(kind, {}).setdefault(item.before, Counter())[old] += 1
        elif kind == "R:ORTH:CASE":
            right = "".join(item.target)
            self._replace(kind, right, "".join(item.source))
        elif kind != "R:OTHER":
            self._replace(kind, new, old)
        return kind

    def _replace(self, kind: str, right: str, wrong: str) -> None:
        self.replacements.setdefault(kind, {}).setdefault(right, Counter())[wrong] += 1


def _words(text: str) -> list[str]:
    return [word for word in split_words(text.translate(_QUOTES)) if not word.isspace()]


def _is_rewrite(old: list[str], new: list[str]) -> bool:
    """Return True if most words changed: such pairs teach no single errors."""
    shared = sum((Counter(old) & Counter(new)).values())
    return shared < 0.5 * max(len(old), len(new)) and max(len(old), len(new)) > 4


def estimate(
    pairs: Iterable[tuple[str, str]], clean: Sequence[str], spelling: Path | None
) -> NoiseTable:
    """Count human errors.

    Args:
        pairs: Source and target of human corrections.
        clean: Clean sentences for the word lists.
        spelling: Folder of misspelling lists, or None to do without.
    """
    lexicon = learn_lexicon(clean)
    tally = Tally(lexicon)
    for source, target in pairs:
        tally.add(source, target)
    misspellings = read_misspellings(spelling, lexicon.counts) if spelling else {}
    for right, wrongs in tally.misspellings.items():
        if right in lexicon.counts:
            known = Counter(misspellings.get(right, {}))
            misspellings[right] = dict(known + wrongs)
    return NoiseTable(
        types=dict(tally.types),
        errors_by_length=tally.by_length,
        clean_share=tally.clean / max(1, tally.pairs),
        replacements=_plain(tally.replacements),
        missing={kind: dict(words) for kind, words in tally.missing.items()},
        unneeded_before=_plain(tally.before),
        unneeded_after=_plain(tally.after),
        swaps=dict(tally.swaps),
        misspellings=misspellings,
        words=lexicon.counts,
        verbs=list(lexicon.verbs),
        plurals=lexicon.plurals,
    )


def calibrate(table: NoiseTable, sentences: Sequence[str], rounds: int = 5) -> None:
    """Set the weights so that the made types come out like the human ones.

    A sentence without a comma cannot lose one, so drawing by the human shares would
    make too few of the types that find few places. Proportional fitting, seeded.
    """
    options = NoiseOptions(clean_share=0.0, emphasis={})
    table.weights = dict(table.types)
    for turn in range(rounds):
        maker = ErrorMaker(table, options)
        rng = random.Random(turn)
        made = Counter[str]()
        for sentence in sentences:
            made.update(maker.damage(Draft(sentence), rng))
        total = sum(made.values())
        wanted = sum(table.types[kind] for kind in maker.error_types)
        for kind in maker.error_types:
            share = max(made[kind], 0.5) / max(1, total)
            factor = table.types[kind] / wanted / share
            table.weights[kind] *= min(8.0, max(0.125, factor))


def _plain(counts: dict[str, dict[str, Counter[str]]]) -> dict[str, dict[str, dict[str, int]]]:
    return {
        kind: {word: dict(others) for word, others in table.items()}
        for kind, table in counts.items()
    }


def human_pairs(folder: Path) -> Iterable[tuple[str, str]]:
    """Yield the W&I and FCE training pairs.

    Raises:
        CorpusError: if one of the files is missing.
    """
    for name in SOURCES:
        for pair in iterate_pairs(find_text(folder, name + ".tsv")):
            yield pair.source, pair.target


def main(argv: Sequence[str] | None = None) -> int:
    """Write the table and print its error types."""
    parser = argparse.ArgumentParser(prog="python -m training.noise.estimate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=Path("build/noise.json"))
    parser.add_argument("--clean", type=int, default=300_000, help="clean sentences to learn from")
    options = parser.parse_args(argv)
    clean = sample_sentences(options.data / "clean", CleanOptions(seed=7), options.clean)
    table = estimate(human_pairs(options.data / "gec" / "train"), clean, options.data / "spelling")
    calibrate(table, clean[:6000])
    table.save(options.out)
    total = sum(table.types.values())
    for kind, count in sorted(table.types.items(), key=lambda item: -item[1]):
        print(f"{kind:14} {count:7.0f} {100 * count / total:6.2f} %")
    print(f"clean sentences: {100 * table.clean_share:.1f} %; written to {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
