"""Learn how a corpus cuts words, from its natural sources and their tokens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from training.scoring.gold_tokens import SourceAlignment
from training.scoring.word_rules import TokenStyle

EVIDENCE = {
    "cut_hyphens": re.compile(r"^[A-Za-z]+-[A-Za-z]+$"),
    "cut_slashes": re.compile(r"^[A-Za-z]+/[A-Za-z]+$"),
    "cut_percent": re.compile(r"^\d+%$"),
    "cut_cannot": re.compile(r"(?i)^(?:cannot|gonna|gotta)$"),
}
"""Words that show each habit."""


CONTRACTION = re.compile(r"(?i)^[a-z]+n't$")
"""Words of which a corpus may keep some whole."""

AROUND = ".,;:!?()\"'"
"""Punctuation that is no part of a telling word."""


def learn_style(alignments: Iterable[SourceAlignment]) -> TokenStyle:
    """Return the habits that the majority of telling words shows; the default where none does."""
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    for alignment in alignments:
        for unit in alignment.units:
            word = "".join(unit.words).strip(AROUND).lower()
            kept = any(alignment.folding(token).lower() == word for token in unit.tokens)
            for shown in _shown_by(word):
                (whole if kept else cut)[shown] += 1
    default = TokenStyle()
    cut_more = {
        habit: cut[habit] > whole[habit] if cut[habit] + whole[habit] else getattr(default, habit)
        for habit in EVIDENCE
    }
    return TokenStyle(
        cut_hyphens=cut_more["cut_hyphens"],
        cut_slashes=cut_more["cut_slashes"],
        cut_percent=cut_more["cut_percent"],
        cut_cannot=cut_more["cut_cannot"],
        whole=frozenset(word for word in whole if word not in EVIDENCE and whole[word] > cut[word]),
    )


def _shown_by(word: str) -> list[str]:
    """Return the habits that a word tells about; a contraction tells about itself."""
    shown = [habit for habit, pattern in EVIDENCE.items() if pattern.match(word)]
    return [*shown, word] if CONTRACTION.match(word) else shown
