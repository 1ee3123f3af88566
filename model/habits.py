"""Which mistakes a writer makes more often than others do.

Whose language has no articles puts "the" where none belongs, again and again; whoever dictates
misspells nothing. So the odds that a proposal of some type is right go with how many mistakes of
that type were there before, in this text and in earlier ones of the same writer. Knows counts
only; nothing of what was written is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from model.edits import Correction

# Expected mistakes per thousand words of learners, as this engine sees them: what
# ``python -m training.calibrate`` prints. Rarer types tell too little.
_TYPICAL = {
    "M:PUNCT": 4.24,
    "R:ORTH": 3.04,
    "R:PREP": 1.73,
    "R:NOUN:NUM": 1.63,
    "M:DET": 1.60,
    "U:DET": 1.57,
    "R:SPELL": 1.10,
    "R:VERB:FORM": 1.09,
    "R:PUNCT": 1.08,
    "R:VERB:SVA": 0.94,
    "R:VERB:TENSE": 0.85,
    "R:OTHER": 0.66,
    "U:PREP": 0.52,
    "M:PREP": 0.50,
    "U:PUNCT": 0.43,
    "R:DET": 0.33,
    "R:WO": 0.29,
    "R:ADJ:FORM": 0.24,
    "R:PRON": 0.24,
    "M:PRON": 0.23,
    "R:VERB": 0.22,
    "R:MORPH": 0.19,
}
_ALL_TYPICAL = sum(_TYPICAL.values())
_PRIOR_WORDS = 1500.0  # a writer counts as typical until some more than that have been read
_HALF_LIFE = 4000.0  # words; a dozen letters
# Half of what the writer does more or less of in everything is believed of each type, too: the
# other half is what the sentences just before tell (model.error_density).
_SHARED = 0.5
_LEAST_ODDS, _MOST_ODDS = 0.7, 4.0
MOST_MISTAKES = 1.0
"""Of one type in one sentence."""


class Habits:
    """Mistakes per word by type, of all sentences of one writer that were read."""

    def __init__(self) -> None:
        self._mistakes: defaultdict[str, float] = defaultdict(float)
        self._words = 0.0

    def odds(self) -> Mapping[str, float]:
        """Return by type what the odds of a mistake are multiplied by."""
        words = (self._words + _PRIOR_WORDS) / 1000.0
        prior = _PRIOR_WORDS / 1000.0
        every = sum(self._mistakes.values()) + _ALL_TYPICAL * prior
        overall = every / words / _ALL_TYPICAL
        return {
            error_type: min(
                _MOST_ODDS,
                max(
                    _LEAST_ODDS,
                    (self._mistakes.get(error_type, 0.0) + typical * prior)
                    / words
                    / typical
                    / overall**_SHARED,
                ),
            )
            for error_type, typical in _TYPICAL.items()
        }

    def follow(self, correction: Correction) -> None:
        """Learn from a sentence that has been read."""
        words = len(correction.sentence.text.split())
        kept = 0.5 ** (words / _HALF_LIFE)
        self._words = self._words * kept + words
        for error_type in self._mistakes:
            self._mistakes[error_type] *= kept
        for error_type, expected in correction.expected.items():
            if error_type in _TYPICAL:
                self._mistakes[error_type] += min(MOST_MISTAKES, expected)
