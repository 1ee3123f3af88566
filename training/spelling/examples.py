"""Unknown words of real sentences, and what was meant.

From corrected pairs: what the annotator wrote in place of an unknown word, or
that it was left. From clean text: rare words that stand there rightly. Only
training sets are read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.edits import Span
from model.extraction import extract_changes
from model.parts import CorrectorParts
from model.spelling.candidates import Candidate, CandidateFinder
from model.spelling.context import ContextScorer
from model.spelling.judge import choices
from model.spelling.speller import Speller, in_case_of, written_at
from training.corpora import cleaning
from training.corpora.compressed import find_text
from training.corpora.parallel import iterate_pairs

PAIRS = ("wi.A.train", "wi.B.train", "wi.C.train", "fce.train")
"""Sets of corrected learner text, from the folder ``gec/train``."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One decision of the judge."""

    features: NDArray[np.float64]
    """(1 + candidates, features); row 0 is to keep the word."""
    answer: int
    """Row that is right: 0 too where none of the candidates was meant."""
    is_mistake: bool
    """The annotator changed the word, to a candidate or to something else."""


def corrected_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield sources and references of the training sets.

    Raises:
        CorpusError: if one is missing.
    """
    for name in PAIRS:
        for pair in iterate_pairs(find_text(folder, f"{name}.tsv")):
            yield pair.source, pair.target


def add_seen_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be told what :func:`unseen_pairs` leaves out."""
    parser.add_argument(
        "--seen",
        type=Path,
        nargs="*",
        default=[],
        help="pairs that the network was trained on; left out, but for those too long for it",
    )


def unseen_pairs(
    folder: Path, seen: Sequence[Path], parts: CorrectorParts
) -> list[tuple[str, str]]:
    """Return the pairs of the training sets that the network was not taught with.

    Of what it was taught it is surer than it has reason to be, so that nothing
    fitted to it there holds elsewhere.

    Args:
        folder: of the training sets.
        seen: files of pairs of its recipes (``training.corpora.prepare_pairs``); of none, all pairs
            are returned.
        parts: the network, whose recipe left out longer sentences than it is familiar with.

    Raises:
        CorpusError: if a file is missing.
    """
    taught = {pair.source for path in seen for pair in iterate_pairs(path)}

    def is_seen(source: str, target: str) -> bool:
        # The files of pairs hold them as they were cleaned.
        clean = [cleaning.normalise(text, cleaning.LEARNER) for text in (source, target)]
        return clean[0] in taught and not is_too_long(parts, *clean)

    return [pair for pair in corrected_pairs(folder) if not is_seen(*pair)]


def is_too_long(parts: CorrectorParts, source: str, target: str) -> bool:
    """Return True if a network's recipe left out a pair for its length."""
    longest = parts.familiar_tokens - 2  # without the marks of begin and end
    return max(len(parts.tokenizer.encode(text)) for text in (source, target)) > longest


def collect(
    pairs: Iterable[tuple[str, str]],
    speller: Speller,
    finder: CandidateFinder,
    scorer: ContextScorer,
) -> Iterator[Example]:
    """Yield an example for each unknown word that has candidates.

    Args:
        pairs: sources and references; equal for clean text.
        speller: finds the unknown words.
        finder: finds candidates.
        scorer: asks the model about them.
    """
    for source, target in pairs:
        unknown = speller.unknown_words(source)
        for span in unknown:
            word = source[span.start : span.end]
            candidates = finder.near(word)
            if candidates:
                texts = [in_case_of(word, candidate.text) for candidate in candidates]
                fits = scorer.scores(source, span, texts)
                features = choices(
                    written_at(source, span, unknown),
                    candidates,
                    fits,
                    speller.familiarity(source, span, texts),
                )
                meant = _meant(source, target, span)
                yield Example(features, _answer(candidates, meant), meant is not None)


def _meant(source: str, target: str, span: Span) -> str | None:
    """Return what the annotator put where a word stood; None if it was left alone."""
    if source == target:
        return None
    for change in extract_changes(source, target):
        if change.span.start < span.end and span.start < change.span.end:
            return change.replacement
    return None


def _answer(candidates: list[Candidate], meant: str | None) -> int:
    if meant is None:
        return 0
    wanted = meant.strip().lower()
    texts = [candidate.text.lower() for candidate in candidates]
    if wanted in texts:
        return 1 + texts.index(wanted)
    words = wanted.split()
    return next((1 + index for index, text in enumerate(texts) if text in words), 0)
