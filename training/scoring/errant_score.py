"""ERRANT-style scores: edits extracted from both sides, compared by span and replacement.

The hypothesis is aligned with its source and cut into edits as ERRANT does it
(errant_alignment.py, errant_merging.py); gold edits are taken from the M2 file as they
stand. An edit is right if an annotator has the same span with the same replacement.
Errors only seen (UNK) are left out. Annotator chosen per sentence by the corpus F so far,
as ``errant_compare`` does. With the package ``errant`` and a spaCy model, its own tagger
takes part instead of ours (see errant_package.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.scoring.counts import Counts
from training.scoring.errant_alignment import align
from training.scoring.errant_merging import MergeRules
from training.scoring.gold import SEEN_ONLY
from training.scoring.tagging import tag

BETA = 0.5

EditKey = tuple[int, int, str]
"""(start, end, replacement) of an edit; two edits with equal keys are the same edit."""

Extract = Callable[[Sequence[str], Sequence[str]], list[EditKey]]


def extract_edits(source: Sequence[str], hypothesis: Sequence[str]) -> list[EditKey]:
    """Return the edits that turn the source into the hypothesis, in order."""
    if list(source) == list(hypothesis):
        return []
    ours, theirs = tag(source), tag(hypothesis)
    return [
        (
            edit.source_start,
            edit.source_end,
            " ".join(hypothesis[edit.target_start : edit.target_end]),
        )
        for edit in MergeRules(ours, theirs).merge(align(ours, theirs))
    ]


@dataclass(frozen=True, slots=True)
class ErrantMatch:
    """One sentence against one annotator."""

    counts: Counts
    found: tuple[TokenEdit, ...]
    missed: tuple[TokenEdit, ...]


def compare(proposed: Iterable[EditKey], gold: Iterable[TokenEdit]) -> ErrantMatch:
    """Compare proposed edits with those of one annotator."""
    keys = set(proposed)
    wanted = [edit for edit in gold if edit.error_type != SEEN_ONLY]
    found = tuple(edit for edit in wanted if _key(edit) in keys)
    missed = tuple(edit for edit in wanted if _key(edit) not in keys)
    needless = len(keys - {_key(edit) for edit in wanted})
    return ErrantMatch(Counts(len(found), needless, len(missed)), found, missed)


def _key(edit: TokenEdit) -> EditKey:
    return edit.start, edit.end, " ".join(edit.replacement.split())


def score_errant(
    sentences: Sequence[AnnotatedSentence],
    hypotheses: Sequence[Sequence[str]],
    extract: Extract = extract_edits,
) -> Counts:
    """Return the span-based correction counts of tokenised hypotheses.

    Args:
        sentences: gold.
        hypotheses: as many.
        extract: how edits are found in (source, hypothesis).

    Raises:
        ValueError: if there are not as many hypotheses as sentences.
    """
    total = Counts()
    for sentence, hypothesis in zip(sentences, hypotheses, strict=True):
        proposed = extract(sentence.tokens, hypothesis)
        matches = {name: compare(proposed, gold) for name, gold in sentence.annotations.items()}
        total += matches[best_annotator(matches, total)].counts
    return total


def best_annotator(matches: Mapping[int, ErrantMatch], so_far: Counts) -> int:
    """Return who makes the F of the corpus so far best; then more found, fewer needless, missed.

    Raises:
        ValueError: if there is no annotator.
    """

    def rank(annotator: int) -> tuple[float, int, int, int]:
        counts = matches[annotator].counts
        return f_score(so_far + counts), counts.tp, -counts.fp, -counts.fn

    return max(matches, key=rank)


def f_score(counts: Counts) -> float:
    """Return F0.5 as ERRANT computes it: precision 1 without needless edits, recall alike."""
    precision = counts.tp / counts.proposed if counts.fp else 1.0
    recall = counts.tp / counts.gold if counts.fn else 1.0
    weighted = BETA * BETA * precision + recall
    return (1.0 + BETA * BETA) * precision * recall / weighted if weighted else 0.0
