"""Which human corpora go into which stage of fine-tuning, and how much of each.

Names are files of the folder ``gec/train``; shares above one repeat pairs. Reads
nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from training.corpora import cleaning
from training.corpora.cleaning import Standard


@dataclass(frozen=True, slots=True)
class Part:
    """One corpus of a mixture."""

    share: float
    """Of the pairs that pass; 2.0 takes each twice, 0.5 every second by chance."""
    standard: Standard


_LEARNERS = {
    "wi.A.train": Part(1.0, cleaning.LEARNER),
    "wi.B.train": Part(1.0, cleaning.LEARNER),
    "wi.C.train": Part(1.0, cleaning.LEARNER),
    "fce.train": Part(1.0, cleaning.LEARNER),
    "fce.withheld-for-gmeg": Part(1.0, cleaning.LEARNER),
}
_NEGATIVES = {
    "harper.negative": Part(1.0, cleaning.EXAMPLE),
    "languagetool.examples.grammar.correct": Part(1.0, cleaning.EXAMPLE),
}
MIXTURES: Mapping[str, Mapping[str, Part]] = {
    "broad": {
        **_LEARNERS,
        **_NEGATIVES,
        "lang8.amt-checked.train": Part(1.0, cleaning.NOISY),
        "lang8.entries.train.detok": Part(1.0, cleaning.NOISY),
        "lang8.raw20k.train": Part(1.0, cleaning.STRIPPED),
        "github-edits.typo.train": Part(1.0, cleaning.EDITED),
        "github-edits.wording.train": Part(0.5, cleaning.EDITED),
        "github-edits.edit.train": Part(0.25, cleaning.EDITED),
        "github-edits.books.train": Part(0.5, cleaning.EDITED),
        "wikedits-sva.derived.detok": Part(0.07, cleaning.DERIVED),
        "iterater.fluency.train": Part(1.0, cleaning.EDITED),
        "arxivedits.language-only.train.detok": Part(1.0, cleaning.EDITED),
        "harper.pairs": Part(1.0, cleaning.EXAMPLE),
        "languagetool.examples.grammar": Part(1.0, cleaning.EXAMPLE),
        "kaggle-grammar-correction.train": Part(0.7, cleaning.EXAMPLE),
        "handmade-grammar-check.train": Part(1.0, cleaning.EXAMPLE),
        "realec.exercises": Part(0.7, cleaning.EDITED),
        "c4_200m.sample.train": Part(0.4, cleaning.NOISY),
    },
    "mistakes": {
        **_LEARNERS,
        "lang8.amt-checked.train": Part(1.0, cleaning.NOISY),
        "lang8.entries.train.detok": Part(1.0, cleaning.NOISY),
        "lang8.raw20k.train": Part(1.0, cleaning.STRIPPED),
    },
    "learner": {**_LEARNERS, "languagetool.examples.grammar.correct": Part(0.3, cleaning.EXAMPLE)},
}
"""Stage -> corpus -> part."""
CLEAN_SHARES: Mapping[str, float] = {"broad": 0.06, "learner": 0.08, "mistakes": 0.04}
"""Stage -> error-free sentences added, as a share of its pairs.

A third of the learner pairs are error-free already."""
CLEAN_SOURCES: Mapping[str, float] = {
    "tatoeba": 0.25,
    "blogs": 1.0,
    "onestop": 1.0,
    "us_presidents": 0.5,
    "usgov": 0.5,
    "handbooks": 1.0,
    "wikipedia": 0.1,
    "standardebooks_fiction": 0.1,
}
"""Everyday prose by people who write well."""
