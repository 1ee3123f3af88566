"""Unknown words of real sentences, and what was meant.

From corrected pairs: what the annotator wrote in place of an unknown word, or
that it was left. From clean text: rare words that stand there rightly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.edits import Span
from model.extraction import extract_changes
from model.spelling.candidates import Candidate, CandidateFinder
from model.spelling.judge import choices
from model.spelling.speller import Speller, in_case_of, written_at


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One decision of the judge."""

    features: NDArray[np.float64]
    """(1 + candidates, features); row 0 is to keep the word."""
    answer: int
    """Row that is right: 0 too where none of the candidates was meant."""
    is_mistake: bool
    """The annotator changed the word, to a candidate or to something else."""


def collect(
    pairs: Iterable[tuple[str, str]], speller: Speller, finder: CandidateFinder
) -> Iterator[Example]:
    """Yield an example for each unknown word that has candidates.

    Args:
        pairs: sources and references; equal for clean text.
        speller: finds the unknown words.
        finder: finds candidates.
    """
    for source, target in pairs:
        unknown = speller.unknown_words(source)
        for span in unknown:
            word = source[span.start : span.end]
            candidates = finder.near(word)
            if candidates:
                texts = [in_case_of(word, candidate.text) for candidate in candidates]
                features = choices(
                    written_at(source, span, unknown),
                    candidates,
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


def _answer(candidates: Sequence[Candidate], meant: str | None) -> int:
    if meant is None:
        return 0
    wanted = meant.strip().lower()
    texts = [candidate.text.lower() for candidate in candidates]
    if wanted in texts:
        return 1 + texts.index(wanted)
    words = wanted.split()
    return next((1 + index for index, text in enumerate(texts) if text in words), 0)
