"""What becomes of every edit a bundle could propose: right or needless, and how sure it was.

The engine runs once without thresholds; each edit is then judged alone by MaxMatch. So
any thresholds can be tried without running the engine again. Chooses no thresholds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.edits import Correction, Edit, Sentence, apply_edits
from model.filtering import Sensitivity, is_wanted
from training.corpora.m2 import AnnotatedSentence
from training.evaluation.sets import EvaluationSet
from training.scoring.counts import Counts
from training.scoring.dev_score import DevScore
from training.scoring.gold import is_error_free
from training.scoring.gold_tokens import SourceAlignment
from training.scoring.maxmatch import match_sentence
from training.scoring.word_rules import TokenStyle

HALVINGS = 16
"""Steps of the search for an edit's limit: to 1/65536."""

Correct = Callable[[Sentence], Correction]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One edit, alone."""

    edit: Edit
    limit: float
    """Highest threshold at which the engine still shows the edit."""
    counts: Counts
    """Of a sentence with only this edit: found and needless edits."""


@dataclass(frozen=True, slots=True)
class SentenceOutcomes:
    """All edits of one sentence."""

    text: str
    error_free: bool
    outcomes: tuple[Outcome, ...]

    def corrected(self, sensitivity: Sensitivity) -> str:
        """Return the text with the edits that are wanted."""
        return apply_edits(
            self.text,
            [
                outcome.edit
                for outcome in self.outcomes
                if is_wanted(outcome.edit, self.text, sensitivity)
            ],
        )


@dataclass(frozen=True, slots=True)
class SetOutcomes:
    """All edits of one set."""

    chosen: EvaluationSet
    sentences: tuple[SentenceOutcomes, ...]

    def score(self, sensitivity: Sensitivity) -> DevScore:
        """Return the true score of the set under given thresholds, by MaxMatch."""
        return self.chosen.dev.score([row.corrected(sensitivity) for row in self.sentences])


def collect(chosen: EvaluationSet, correct: Correct) -> SetOutcomes:
    """Correct a set without thresholds and judge every edit.

    Args:
        chosen: the set.
        correct: an engine that hides no edit for lack of confidence.
    """
    dev = chosen.dev
    rows: list[SentenceOutcomes] = []
    for sentence, alignment in zip(dev.sentences, dev.alignments, strict=True):
        correction = correct(Sentence(alignment.natural, 0))
        outcomes = tuple(
            Outcome(
                edit,
                limit_of(edit, alignment.natural),
                judge(edit, alignment, sentence, dev.style),
            )
            for edit in correction.edits
        )
        rows.append(SentenceOutcomes(alignment.natural, is_error_free(sentence), outcomes))
    return SetOutcomes(chosen, tuple(rows))


def limit_of(edit: Edit, text: str) -> float:
    """Return the highest threshold at which the engine shows an edit; -1 if at none.

    Not always its confidence: the engine is more careful with names, for example.
    """

    def shown(threshold: float) -> bool:
        return is_wanted(edit, text, Sensitivity({"default": threshold}))

    if not shown(0.0):
        return -1.0
    if shown(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if shown(middle) else (low, middle)
    return low


def judge(
    edit: Edit, alignment: SourceAlignment, sentence: AnnotatedSentence, style: TokenStyle
) -> Counts:
    """Return what a sentence with only this edit finds and what it does needlessly.

    With several annotators the kindest counts.
    """
    tokens = alignment.tokenize(apply_edits(alignment.natural, [edit]), style)
    matches = match_sentence(sentence.tokens, tokens, sentence.annotations)
    best = max((match.counts for match in matches.values()), key=lambda c: (c.tp, -c.fp))
    return Counts(tp=best.tp, fp=best.fp)


def gold_edits(sentences: Sequence[AnnotatedSentence]) -> float:
    """Return how many edits an annotator makes in all, as a mean over annotators."""
    return sum(
        sum(len(edits) for edits in sentence.annotations.values()) / len(sentence.annotations)
        for sentence in sentences
    )
