"""Learn how a corpus cuts words, from its natural sources and their tokens."""

from __future__ import annotations

import re
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


def learn_style(alignments: Iterable[SourceAlignment]) -> TokenStyle:
    """Return the habits that the majority of telling words shows; the default where none does."""
    whole = dict.fromkeys(EVIDENCE, 0)
    cut = dict.fromkeys(EVIDENCE, 0)
    for alignment in alignments:
        for unit in alignment.units:
            word = "".join(unit.words).strip(".,;:!?()\"'")
            for habit, pattern in EVIDENCE.items():
                if pattern.match(word):
                    kept = any(alignment.folding(token) == word for token in unit.tokens)
                    whole[habit] += kept
                    cut[habit] += not kept
    habits = {habit: cut[habit] > whole[habit] for habit in EVIDENCE if cut[habit] + whole[habit]}
    return TokenStyle(**habits)
