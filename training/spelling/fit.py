"""Fit the judge of misspellings to people's corrections: ``python -m training.spelling.fit``.

Reads training sets and clean text, never a development set. Every tenth
example is held out and only reported on.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from model.errors import ModelError
from model.ngrams import Ngrams
from model.spelling.candidates import CandidateFinder
from model.spelling.judge import FEATURES
from model.spelling.speller import Speller
from model.spelling.words import WordList
from training.corpora.clean import CleanOptions, sample_sentences
from training.corpora.compressed import CorpusError
from training.learner_pairs import corrected_pairs
from training.spelling.examples import Example, collect

_HELD_OUT = 10  # every tenth example
_PENALTY = 1e-4  # of squared weights; keeps features that always agree from running away
_ITERATIONS = 200


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of the conditional logit with the greatest likelihood.

    Args:
        examples: at least one.
    """
    features, mask, answers = _padded(examples)
    weights = torch.zeros(len(FEATURES), dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=_ITERATIONS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        scores = (features @ weights).masked_fill(~mask, -torch.inf)
        value = torch.nn.functional.cross_entropy(scores, answers)
        value = value + _PENALTY * weights.square().sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    search.step(loss)  # type: ignore[no-untyped-call]
    found = weights.detach().tolist()
    return {name: round(weight, 4) for name, weight in zip(FEATURES, found, strict=True)}


def _padded(examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    most = max(len(example.features) for example in examples)
    features = np.zeros((len(examples), most, len(FEATURES)))
    mask = np.zeros((len(examples), most), dtype=np.bool_)
    for index, example in enumerate(examples):
        features[index, : len(example.features)] = example.features
        mask[index, : len(example.features)] = True
    answers = torch.tensor([example.answer for example in examples])
    return torch.from_numpy(features), torch.from_numpy(mask), answers


def report(examples: Sequence[Example], weights: dict[str, float]) -> list[str]:
    """Return lines on how a judge does at several thresholds.

    Args:
        examples: held-out ones.
        weights: of the judge.
    """
    vector = np.array([weights[name] for name in FEATURES])
    sure, right = [], []
    for example in examples:
        scores = example.features @ vector
        shares = np.exp(scores - scores.max())
        best = 1 + int(np.argmax(scores[1:]))
        sure.append(shares[best] / shares.sum())
        right.append(best == example.answer)
    mistakes = sum(example.is_mistake for example in examples)
    lines = [f"{len(examples)} unknown words held out, {mistakes} of them mistakes"]
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        chosen = [good for good, value in zip(right, sure, strict=True) if value >= threshold]
        precision = sum(chosen) / len(chosen) if chosen else 0.0
        lines.append(
            f"threshold {threshold:.1f}: precision {precision:.3f},"
            f" recall {sum(chosen) / max(1, mistakes):.3f}"
        )
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Collect examples, fit, report, write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.spelling.fit", description=str(__doc__).splitlines()[0]
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--words", type=Path, required=True, help="word list")
    parser.add_argument("--ngrams", type=Path, help="runs of words of training.count_ngrams")
    parser.add_argument("--clean", type=int, default=20_000, help="clean sentences to read")
    parser.add_argument("--pairs", type=int, help="corrected pairs to read (default: all)")
    parser.add_argument("--out", type=Path, required=True, help="JSON file of weights to write")
    options = parser.parse_args(argv)
    try:
        examples = _examples(options)
    except (CorpusError, ModelError, OSError, ValueError) as error:
        print(f"fit: {error}", file=sys.stderr)
        return 1
    held_out = examples[::_HELD_OUT]
    weights = fit([item for index, item in enumerate(examples) if index % _HELD_OUT])
    print("\n".join(report(held_out, weights)))
    options.out.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")
    return 0


def _examples(options: argparse.Namespace) -> list[Example]:
    words = WordList.from_bytes(options.words.read_bytes())
    ngrams = Ngrams.from_bytes(options.ngrams.read_bytes()) if options.ngrams else None
    speller = Speller(words, {}, ngrams)
    pairs = list(corrected_pairs(options.data / "gec" / "train"))[: options.pairs]
    clean = sample_sentences(options.data / "clean", CleanOptions(seed=7), options.clean)
    mixed = itertools.chain(pairs, ((line, line) for line in clean))
    shown = tqdm(mixed, total=len(pairs) + len(clean), unit="sentence", disable=None)
    return list(collect(shown, speller, CandidateFinder(words)))


if __name__ == "__main__":
    raise SystemExit(main())
