"""Count what annotators made of words: ``python -m training.count_phrases``.

Every change in the pairs makes entries of the words replaced and those beside
them; then all places where those words stand are counted, in the pairs and in
clean text. Of sentences that were counted every entry looks right, so that calibration is
fitted with a table of its own (``--for-fitting``), which lacks the pairs it is fitted to.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from model.errors import ModelError
from model.extraction import extract_changes
from model.parts import CorrectorParts
from model.phrases.keys import MOST_WORDS, TEMPLATES, Line
from model.phrases.table import Counts, PhraseTable
from model.phrases.tokens import Token, applied, tokens_of
from training.calibrate import clean_sentences
from training.corpora.clean import CleanOptions, sample_sentences
from training.corpora.compressed import CorpusError, iterate_lines
from training.learner_pairs import is_too_long

_MOST_LETTERS = 30
_FEWEST = 2  # times that annotators must have made a change
_ROW = 3  # columns of a file of pairs
_SHORTER = {
    template: tuple(
        other
        for other in TEMPLATES
        if other.count == template.count and set(other.parts) < set(template.parts)
    )
    for template in TEMPLATES
}
"""Templates that ask for less beside the same words."""


class PhraseCounter:
    """Collects entries and counts their words."""

    def __init__(self) -> None:
        self._changed: dict[int, Counter[str]] = defaultdict(Counter)
        self._words: dict[int, set[int]] = defaultdict(set)
        self._shorter: dict[int, tuple[int, ...]] = {}

    def add(self, source: str, target: str) -> None:
        """Take in what was changed in one sentence."""
        tokens = tokens_of(source)
        line = Line(tokens)
        for place, count, replacement in changes_of(source, target, tokens):
            keys = {
                template: int(line.keys(template)[place])
                for template in TEMPLATES
                if template.count == count
            }
            for template, key in keys.items():
                self._changed[key][replacement] += 1
                self._shorter[key] = tuple(keys[other] for other in _SHORTER[template])
                if template.is_general:
                    self._words[key].add(int(line.keys(template, plain=True)[place]))

    def forget_rare(self) -> None:
        """Drop the entries whose change was made too rarely to count their words.

        Of stems and classes also those that were seen with one set of words only.
        """
        best = {key: found.most_common(1)[0] for key, found in self._changed.items()}
        self._best = {
            key: item
            for key, item in best.items()
            if item[1] >= _FEWEST and len(self._words.get(key, "ab")) > 1
        }
        self._changed.clear()
        self._words.clear()
        self._keys = np.array(sorted(self._best), dtype=np.uint64)
        self._seen = np.zeros(len(self._keys), dtype=np.int64)
        self._clean = np.zeros(len(self._keys), dtype=np.int64)

    def count_seen(self, sentence: str) -> None:
        """Count the words of all entries in a sentence that annotators saw."""
        self._count(sentence, self._seen)

    def count_clean(self, sentence: str) -> None:
        """Count the words of all entries in a sentence of clean text."""
        self._count(sentence, self._clean)

    def _count(self, sentence: str, tally: NDArray[np.int64]) -> None:
        if not len(self._keys):
            return
        line = Line(tokens_of(sentence))
        keys = np.concatenate([line.keys(template) for template in TEMPLATES])
        rows = np.searchsorted(self._keys, keys)
        rows[rows == len(self._keys)] = 0
        np.add.at(tally, rows[self._keys[rows] == keys], 1)

    def entries(self, least_share: float) -> dict[int, tuple[str, Counts]]:
        """Return the entries that say something: likely enough, and likelier than a shorter one."""
        found = {}
        columns = (self._keys.tolist(), self._seen.tolist(), self._clean.tolist())
        for key, seen, clean in zip(*columns, strict=True):
            replacement, changed = self._best[key]
            found[key] = (replacement, Counts(changed, seen, clean))

        def is_told_by_shorter(key: int) -> bool:
            replacement, counts = found[key]
            known = (found[other] for other in self._shorter[key] if other in found)
            return any(text == replacement and it.share >= counts.share for text, it in known)

        return {
            key: entry
            for key, entry in found.items()
            if entry[1].share >= least_share and not is_told_by_shorter(key)
        }


def changes_of(source: str, target: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield the changes that an entry can make: first token, number of tokens, replacement.

    Args:
        source: a sentence.
        target: what people made of it.
        tokens: of the source.
    """
    for change in extract_changes(source, target):
        old, new = change.original.strip(), change.replacement.strip()
        start = change.span.start + len(change.original) - len(change.original.lstrip())
        place = sum(token.end <= start for token in tokens)
        count = sum(start <= token.start < start + len(old) for token in tokens)
        if count > MOST_WORDS or len(new) > _MOST_LETTERS or "\n" in new:
            continue
        if place == 0 and new[:1].isupper() and old[:1].isupper() and new != "I":
            new = new[0].lower() + new[1:]
        made = applied(source, tokens, place, count, new) if old or new else None
        wanted = _with(source, change.span.start, change.span.end, change.replacement)
        if made is not None and _with(source, made[0].start, made[0].end, made[1]) == wanted:
            yield place, count, new


def _with(text: str, start: int, end: int, replacement: str) -> str:
    return text[:start] + replacement + text[end:]


def count_phrases(
    pairs: Sequence[tuple[str, str]], clean: Iterable[str], least_share: float
) -> PhraseTable:
    """Return the table of some pairs.

    Args:
        pairs: sources and what annotators made of them.
        clean: sentences of people who write well.
        least_share: entries with a smaller share are left out.
    """
    counter = PhraseCounter()
    for source, target in tqdm(pairs, desc="changes", unit="pair", disable=None):
        if source != target:
            counter.add(source, target)
    counter.forget_rare()
    for source, _ in tqdm(pairs, desc="sources", unit="pair", disable=None):
        counter.count_seen(source)
    for sentence in tqdm(clean, desc="clean", unit="sentence", disable=None):
        counter.count_clean(sentence)
    return PhraseTable.of(counter.entries(least_share))


def _pairs(files: Sequence[Path], corpora: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of files, each once.

    Raises:
        CorpusError: if a file is missing or is none of pairs.
    """
    found: dict[tuple[str, str], None] = {}
    for path in files:
        for line in iterate_lines(path):
            columns = line.split("\t")
            if len(columns) != _ROW:
                raise CorpusError(
                    f"{path} holds no pairs; make it by training.corpora.prepare_pairs"
                )
            if columns[2].startswith(tuple(corpora)):
                found[columns[0], columns[1]] = None
    return list(found)


def main(argv: Sequence[str] | None = None) -> int:
    """Count and write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.count_phrases", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument(
        "--pairs",
        type=Path,
        nargs="+",
        required=True,
        help="made by training.corpora.prepare_pairs",
    )
    parser.add_argument(
        "--corpora", nargs="+", default=["wi.", "fce.", "lang8."], help="how their names begin"
    )
    parser.add_argument(
        "--for-fitting",
        type=Path,
        metavar="BUNDLE",
        help="leave out the pairs too long for this network, to which training.calibrate is fitted",
    )
    parser.add_argument("--clean", type=int, default=200_000, help="clean sentences to read")
    parser.add_argument("--leave-out", type=int, default=20_000, help="as of training.count_ngrams")
    parser.add_argument("--least-share", type=float, default=0.2, help="of an entry, 0..1")
    parser.add_argument("--out", type=Path, required=True, help="file to write, phrases.npz")
    options = parser.parse_args(argv)
    try:
        pairs = _pairs(options.pairs, options.corpora)
        if options.for_fitting:
            parts = CorrectorParts.load(options.for_fitting, threads=1)
            pairs = [pair for pair in pairs if not is_too_long(parts, *pair)]
        hidden = set(clean_sentences(options.data, options.leave_out))
        sample = sample_sentences(options.data / "clean", CleanOptions(seed=11), options.clean)
        clean = [sentence for sentence in sample if sentence not in hidden]
    except (CorpusError, ModelError) as error:
        print(f"count_phrases: {error}", file=sys.stderr)
        return 1
    table = count_phrases(pairs, clean, options.least_share)
    contents = table.to_bytes()
    options.out.write_bytes(contents)
    print(f"{len(pairs):,} pairs, {len(clean):,} clean sentences: {len(table):,} entries,")
    print(f"{len(table.replacements):,} replacements, {len(contents):,} bytes in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
