"""All figures of one system on one set."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from training.evaluation.sets import EvaluationSet
from training.evaluation.systems import HypothesisFile, System, holds_tokens
from training.scoring.counts import Counts
from training.scoring.dev_score import DevScore
from training.scoring.errant_score import Extract, extract_edits, score_errant
from training.scoring.gleu import score_gleu


@dataclass(frozen=True, slots=True)
class SetScores:
    """What a system reached on a set."""

    system: str
    set_name: str
    sentences: int
    score: DevScore
    """MaxMatch, false alarms, types."""
    gleu: float | None
    """0..1; None where the set has one reference."""
    errant: Counts | None
    """ERRANT-style, span and replacement; None if left out."""
    cpu_seconds: float
    """Of correcting, all threads together; loading is not in it."""

    @property
    def sentences_per_cpu_second(self) -> float | None:
        """Speed; None where nothing was run."""
        return self.sentences / self.cpu_seconds if self.cpu_seconds else None

    def as_json(self) -> dict[str, Any]:
        """Return exact counts and ratios (0..1) as plain values."""
        score = self.score
        return {
            "system": self.system,
            "set": self.set_name,
            "sentences": self.sentences,
            "maxmatch": _counts_as_json(score.counts),
            "errant_style": None if self.errant is None else _counts_as_json(self.errant),
            "gleu": self.gleu,
            "error_free": {"sentences": score.error_free, "changed": score.false_alarms},
            "erroneous": {"sentences": score.erroneous, "changed": score.erroneous_changed},
            "false_alarm_rate": score.false_alarm_rate,
            "types": {
                name: {"found": counts.tp, "missed": counts.fn, "recall": counts.recall}
                for name, counts in sorted(score.types.items())
            },
            "cpu_seconds": self.cpu_seconds,
            "sentences_per_cpu_second": self.sentences_per_cpu_second,
        }


def _counts_as_json(counts: Counts) -> dict[str, float]:
    return {
        "tp": counts.tp,
        "fp": counts.fp,
        "fn": counts.fn,
        "precision": counts.precision,
        "recall": counts.recall,
        "f_half": counts.f_half,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreOptions:
    """What to compute."""

    errant: bool = True
    """ERRANT-style figures, the slowest."""
    extract: Extract = extract_edits
    """How ERRANT-style edits are found."""
    form: str = "auto"
    """Of hypothesis files: ``tokens``, ``natural`` or ``auto``."""


def evaluate(system: System, chosen: EvaluationSet, options: ScoreOptions) -> SetScores:
    """Correct a set and score the corrections.

    Raises:
        EvaluationError: if the system cannot correct this set.
    """
    started = time.process_time()
    corrected = system.correct(chosen.dev.sources)
    from_file = isinstance(system, HypothesisFile)
    seconds = 0.0 if from_file else time.process_time() - started
    hypotheses = _tokens(corrected, chosen, options.form if from_file else "natural")
    sentences = chosen.dev.sentences
    gleu = None
    if chosen.references:
        sources = [sentence.tokens for sentence in sentences]
        gleu = score_gleu(sources, hypotheses, chosen.references)
    return SetScores(
        system=system.name,
        set_name=chosen.name,
        sentences=len(sentences),
        score=chosen.dev.score_tokens(hypotheses),
        gleu=gleu,
        errant=score_errant(sentences, hypotheses, options.extract) if options.errant else None,
        cpu_seconds=seconds,
    )


def _tokens(corrected: Sequence[str], chosen: EvaluationSet, form: str) -> list[list[str]]:
    if form == "tokens" or (form == "auto" and holds_tokens(corrected, chosen.dev)):
        return [line.split() for line in corrected]
    return chosen.dev.tokenize(corrected)
