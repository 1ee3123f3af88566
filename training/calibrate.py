"""Fit the confidence of edits to people's corrections: ``python -m training.calibrate``.

The bundle proposes edits for sentences of the training sets; an edit that the
annotator made, too, is right, all others are wrong. Clean sentences are mixed
in, of which every edit is wrong. No development set is read.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm

from model.bundle import Bundle
from model.calibration import SentenceFacts, features
from model.corrector import WITNESS, Corrector, CorrectorOptions
from model.edits import Sentence, Span
from model.errors import ModelError
from model.extraction import extract_changes
from model.habits import MOST_MISTAKES
from model.ngrams import Ngrams
from model.parts import CorrectorParts
from model.spelling.words import WordList
from training.corpora.clean import CleanOptions, sample_sentences
from training.corpora.compressed import CorpusError
from training.learner_pairs import add_seen_option, unseen_pairs

_HELD_OUT = 5  # every fifth sentence
_FEWEST = 20  # edits that a feature must be seen in
_PENALTY = 1.5  # of squared weights, in edits: a feature seen in few edits stays small
_ITERATIONS = 300


@dataclass(frozen=True, slots=True)
class JudgedEdit:
    """An edit and whether the annotator agreed."""

    features: dict[str, float]
    is_right: bool
    raw: float
    """The search's own probability."""
    sentence: int
    """Number of the sentence, to hold out whole ones."""
    error_free: bool
    """The annotator changed nothing in the sentence."""


def clean_sentences(data: Path, number: int) -> list[str]:
    """Return the clean sentences that are mixed in.

    Raises:
        CorpusError: if there is no clean text.
    """
    return sample_sentences(data / "clean", CleanOptions(seed=7), number)


def judge(
    corrector: Corrector,
    words: WordList,
    ngrams: Ngrams | None,
    pairs: Iterable[tuple[str, str]],
) -> Iterator[JudgedEdit]:
    """Yield the edits that a bundle proposes for sources, compared with the references.

    As the corrector does, the model reads what the list of words has mended.

    Args:
        corrector: of the bundle.
        words: its word list.
        ngrams: its counts of runs of words, if it has any.
        pairs: sources and references; equal for clean text.
    """
    for number, (source, target) in enumerate(pairs):
        mended = corrector.spelled(Sentence(source, 0)).text
        text, found = corrector.facts(Sentence(mended, 0))
        if not found:
            continue
        wanted = extract_changes(mended, target) if mended != target else []
        # One change can be written in several ways ("the " before a word, " the" behind the last).
        gold = {_changed(mended, change.span, change.replacement) for change in wanted}
        shift = len(mended) - len(mended.lstrip())
        changes = sum(edit.is_searched for edit in found)
        sentence = SentenceFacts.of(text, changes, words)
        for edit in found:
            yield JudgedEdit(
                features(edit, sentence, words, ngrams),
                _changed(mended, edit.span.shifted(shift), edit.replacement) in gold,
                edit.evidence.confidence,
                number,
                source == target,
            )


def _changed(text: str, span: Span, replacement: str) -> str:
    return text[: span.start] + replacement + text[span.end :]


def fit(edits: Sequence[JudgedEdit]) -> dict[str, float]:
    """Return the weights of a logistic regression with small weights preferred.

    Args:
        edits: at least one right and one wrong.
    """
    seen = Counter(name for edit in edits for name, value in edit.features.items() if value)
    names = sorted(name for name, count in seen.items() if count >= _FEWEST)
    matrix = torch.from_numpy(_matrix(edits, names))
    right = torch.tensor([float(edit.is_right) for edit in edits], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=_ITERATIONS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(
            matrix @ weights, right, reduction="sum"
        )
        value = value + _PENALTY * weights.square().sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    search.step(loss)  # type: ignore[no-untyped-call]
    found = weights.detach().tolist()
    return {name: round(weight, 4) for name, weight in zip(names, found, strict=True)}


def _matrix(edits: Sequence[JudgedEdit], names: Sequence[str]) -> NDArray[np.float64]:
    places = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(edits), len(names)))
    for row, edit in enumerate(edits):
        for name, value in edit.features.items():
            if name in places:
                matrix[row, places[name]] = value
    return matrix


def report(edits: Sequence[JudgedEdit], weights: dict[str, float]) -> list[str]:
    """Return lines that compare the search's probability with the fitted one on held-out edits."""
    names = list(weights)
    fitted = _matrix(edits, names) @ np.array([weights[name] for name in names])
    raw = np.array([edit.raw for edit in edits])
    right = np.array([edit.is_right for edit in edits])
    lines = [f"{len(edits)} edits held out, {int(right.sum())} right"]
    for share in (0.1, 0.2, 0.3, 0.5):
        count = max(1, int(share * len(edits)))
        before, after = (right[np.argsort(-score)[:count]].mean() for score in (raw, fitted))
        lines.append(
            f"surest {share:.0%}: precision {before:.3f} by the search, {after:.3f} fitted"
        )
    return lines


def typical_mistakes(
    edits: Sequence[JudgedEdit], weights: dict[str, float], learners: int, words: int
) -> dict[str, float]:
    """Return how many mistakes of each type are expected in a thousand words of learners.

    Counted as :class:`model.habits.Habits` counts, whose constants these are.

    Args:
        edits: of learners' sentences and others.
        weights: of the calibration.
        learners: sentences with a lower number are learners'.
        words: of these sentences.
    """
    scores = _matrix(edits, list(weights)) @ np.array(list(weights.values()))
    expected: defaultdict[tuple[int, str], float] = defaultdict(float)
    for edit, probability in zip(edits, 1.0 / (1.0 + np.exp(-scores)), strict=True):
        if edit.sentence < learners and probability >= WITNESS:
            (named,) = (name for name in edit.features if name.startswith("type="))
            expected[edit.sentence, named.removeprefix("type=")] += probability
    found: defaultdict[str, float] = defaultdict(float)
    for (_, error_type), mistakes in expected.items():
        found[error_type] += 1000 * min(MOST_MISTAKES, mistakes) / words
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def main(argv: Sequence[str] | None = None) -> int:
    """Collect edits, fit, report, write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.calibrate", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--bundle", type=Path, required=True, help="a bundle with a word list")
    parser.add_argument("--pairs", type=int, default=20_000, help="corrected pairs to read")
    parser.add_argument("--clean", type=int, default=6_000, help="clean sentences to read")
    add_seen_option(parser)
    parser.add_argument("--out", type=Path, required=True, help="JSON file of weights to write")
    options = parser.parse_args(argv)
    try:
        edits, learners, words = _collect(options)
    except (CorpusError, ModelError, ValueError) as error:
        print(f"calibrate: {error}", file=sys.stderr)
        return 1
    held_out = [edit for edit in edits if edit.sentence % _HELD_OUT == 0]
    weights = fit([edit for edit in edits if edit.sentence % _HELD_OUT])
    print("\n".join(report(held_out, weights)))
    weights = fit(edits)
    print("expected in a thousand words of learners (model.habits):")
    for error_type, times in typical_mistakes(edits, weights, learners, words).items():
        print(f"  {error_type:14} {times:.2f}")
    options.out.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")
    return 0


def _collect(options: argparse.Namespace) -> tuple[list[JudgedEdit], int, int]:
    """Return the edits, how many sentences are learners', and their words."""
    bundle = Bundle.open(options.bundle)
    words = bundle.words()
    if words is None:
        raise ValueError(
            f"the bundle {options.bundle} has no word list; add one with --words of training.export"
        )
    parts = CorrectorParts.load(options.bundle, threads=1)
    corrector = Corrector.of(parts, CorrectorOptions())
    pairs = unseen_pairs(options.data / "gec" / "train", options.seen, parts)
    random.Random(5).shuffle(pairs)
    del pairs[options.pairs :]
    clean = clean_sentences(options.data, options.clean)
    mixed = itertools.chain(pairs, ((line, line) for line in clean))
    shown = tqdm(mixed, total=len(pairs) + len(clean), unit="sentence", disable=None)
    edits = list(judge(corrector, words, bundle.ngrams(), shown))
    return edits, len(pairs), sum(len(source.split()) for source, _ in pairs)


if __name__ == "__main__":
    raise SystemExit(main())
