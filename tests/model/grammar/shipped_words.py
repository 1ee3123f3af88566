"""The shipped list of words: patterns are only as good as the forms they find there."""

from functools import cache
from pathlib import Path

from model.bundle import Bundle
from model.spelling.words import WordList

BUNDLE = Path(__file__).parents[3] / "assets" / "model"


@cache
def shipped_words() -> WordList:
    """Return the list of the bundle that is shipped."""
    words = Bundle.open(BUNDLE).words()
    assert words is not None
    return words
