"""How many mistakes a text has: what is likely in its next sentence depends on those before.

Confidence is fitted to learners' texts. In a text that has hardly a mistake the same proposal is
more often a false alarm, in one full of them more often right. By Bayes' rule the odds that a
proposal is right go with the odds of a mistake before looking, and for these the sentences read so
far are the best witness. Which mistakes they are says more still: see :mod:`model.habits`.
Knows counts only; what is a mistake is the engine's opinion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.edits import Correction
from model.habits import Habits

_TYPICAL = 0.02  # expected mistakes per word of learners' texts, as this engine sees them
_PRIOR_WORDS = 60.0  # a text counts as typical until it has some more than that
_HALF_LIFE = 150.0  # words; some ten sentences, so that the middle of a text may differ
_MOST_MISTAKES = 2.0  # of one sentence: one that is no English says little about the others
# The witness is unsure itself: of its odds this power is believed.
_TRUST = 0.8
# A few lines full of mistakes are no reason to doubt every word.
_LEAST_ODDS, _MOST_ODDS = 0.1, 1.5


@dataclass(frozen=True, slots=True)
class Odds:
    """Odds of mistakes in a sentence, as multiples of those in a typical text."""

    overall: float = 1.0
    by_type: Mapping[str, float] = field(default_factory=dict, hash=False)
    """What the odds of a type of mistakes are multiplied by besides; 1 where it is missing."""

    def of(self, error_type: str) -> float:
        """Return the odds of a mistake of this type."""
        return self.overall * self.by_type.get(error_type, 1.0)


EVEN = Odds()
"""Of a text that nothing is known of."""


class ErrorDensity:
    """Mistakes per word of the sentences read so far, the last ones counting most.

    One for each text, given its sentences in order.

    Args:
        habits: of the writer, if other texts were read before; they go on with this one.
    """

    def __init__(self, habits: Habits | None = None) -> None:
        self._mistakes = 0.0
        self._words = 0.0
        self._habits = Habits() if habits is None else habits

    @property
    def odds(self) -> Odds:
        """Odds of mistakes in the next sentence."""
        seen = self._mistakes + _TYPICAL * _PRIOR_WORDS
        density = seen / (self._words + _PRIOR_WORDS)
        overall: float = (density / _TYPICAL) ** _TRUST
        return Odds(min(_MOST_ODDS, max(_LEAST_ODDS, overall)), self._habits.odds())

    def follow(self, correction: Correction, *, is_new: bool = True) -> None:
        """Learn from a sentence that has been read.

        Args:
            correction: of the sentence.
            is_new: whether it counts as one of the writer's habits, too; not if it did before.
        """
        if is_new:
            self._habits.follow(correction)
        words = len(correction.sentence.text.split())
        kept = 0.5 ** (words / _HALF_LIFE)
        mistakes = min(_MOST_MISTAKES, correction.expected_mistakes)
        self._mistakes = self._mistakes * kept + mistakes
        self._words = self._words * kept + words


def at_odds(probability: float, odds: float) -> float:
    """Return a probability when what it is about is ``odds`` times as likely as thought.

    Args:
        probability: 0..1.
        odds: more than 0; 1 changes nothing.
    """
    return probability * odds / (probability * odds + 1.0 - probability)
