"""How many mistakes a text has: what is likely in its next sentence depends on those before.

Confidence is fitted to learners' texts. In a text that has hardly a mistake the same proposal is
more often a false alarm, in one full of them more often right. By Bayes' rule the odds that a
proposal is right go with the odds of a mistake before looking, and for these the sentences read so
far are the best witness. Knows counts only; what is a mistake is the engine's opinion.
"""

from __future__ import annotations

from model.edits import Correction

_TYPICAL = 0.02  # expected mistakes per word of learners' texts, as this engine sees them
_PRIOR_WORDS = 60.0  # a text counts as typical until it has some more than that
_HALF_LIFE = 150.0  # words; some ten sentences, so that the middle of a text may differ
_MOST_MISTAKES = 2.0  # of one sentence: one that is no English says little about the others
# The witness is unsure itself: of its odds this power is believed.
_TRUST = 0.8
# A few lines full of mistakes are no reason to doubt every word.
_LEAST_ODDS, _MOST_ODDS = 0.1, 1.5


class ErrorDensity:
    """Mistakes per word of the sentences read so far, the last ones counting most.

    One for each text, given its sentences in order.
    """

    def __init__(self) -> None:
        self._mistakes = 0.0
        self._words = 0.0

    @property
    def odds(self) -> float:
        """Odds of a mistake in the next sentence, as a multiple of those in a typical text."""
        seen = self._mistakes + _TYPICAL * _PRIOR_WORDS
        density = seen / (self._words + _PRIOR_WORDS)
        odds: float = (density / _TYPICAL) ** _TRUST
        return min(_MOST_ODDS, max(_LEAST_ODDS, odds))

    def follow(self, correction: Correction) -> None:
        """Learn from a sentence that has been read."""
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
