"""Edits found by the real ERRANT, for those who have its spaCy model.

Imported only on request. Without the package or the model, :mod:`training.scoring.
errant_score` uses a tagger of our own, which comes within 0.11 points of known figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from training.evaluation.errors import EvaluationError
from training.scoring.errant_score import EditKey, Extract


def load_extractor() -> Extract:
    """Return a function that finds edits with the package ``errant``.

    Raises:
        EvaluationError: if the package or its English spaCy model is not installed.
    """
    try:
        import errant

        annotator = errant.load("en")
    except (ImportError, OSError) as error:
        raise EvaluationError(
            "ERRANT or its spaCy model is not installed: pip install errant, then "
            "python -m spacy download en_core_web_sm. Or leave --errant-package out."
        ) from error

    def extract(source: Sequence[str], hypothesis: Sequence[str]) -> list[EditKey]:
        ours = annotator.parse(" ".join(source))
        theirs = annotator.parse(" ".join(hypothesis))
        return [(edit.o_start, edit.o_end, edit.c_str) for edit in annotator.annotate(ours, theirs)]

    return extract
