"""Characters that differ between typed text and the tokens of a corpus.

M2 files mostly write plain quotes and hyphens where the text has curly quotes and
dashes. Folding makes both sides comparable. Folding replaces one character by one,
so positions stay.
"""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = {
    # apostrophes: right, left, reversed, modifier letter, prime
    **dict.fromkeys("\u2019\u2018\u201b\u02bc\u2032", "'"),
    # double quotes: left, right, low, reversed, double prime
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    # en and em dash, figure dash, non-breaking hyphen, minus, horizontal bar
    **dict.fromkeys("\u2013\u2014\u2012\u2011\u2212\u2015", "-"),
}
"""Pure typography: never an error by itself."""

# acute, grave
ACCENTS = dict.fromkeys("\u00b4`", "'")
"""Accents typed for an apostrophe: typography for some corpora, errors for others."""


class Folding:
    """Maps typographic characters to plain ones."""

    def __init__(self, kept: Iterable[str] = ()) -> None:
        """Fold everything but the characters in ``kept`` (only accents can be kept)."""
        accents = {sign: plain for sign, plain in ACCENTS.items() if sign not in set(kept)}
        self._table = str.maketrans({**SIGNS, **accents})

    def __call__(self, text: str) -> str:
        """Return ``text`` in plain characters; its length stays."""
        return text.translate(self._table)


def learn_folding(tokens: Iterable[str]) -> Folding:
    """Return a folding that keeps the accents which the tokens of a set keep."""
    seen = {sign for token in tokens for sign in token if sign in ACCENTS}
    return Folding(seen)
