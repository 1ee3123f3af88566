"""The words of English, how often they occur, and how they are written.

A sorted array of bytes instead of a set of strings: a third of the memory, and
a look-up still takes microseconds; the words of late are remembered. Knows
single words only.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

STEPS_PER_BIT = 8
"""Frequencies are kept in eighths of a bit: one byte holds counts up to 2 ** 31."""
_COLUMNS = ("forms", "frequencies", "cases", "articles")
# Of the words of a page most have been looked up before.
_REMEMBERED = 1024


class Article(IntEnum):
    """Which indefinite article stands before a word: a matter of sound, not of letters."""

    UNKNOWN = 0
    A = 1
    AN = 2


class Case(IntEnum):
    """How a word is mostly written in the middle of a sentence."""

    SMALL = 0
    CAPITALISED = 1
    CAPITALS = 2


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """Known words in small letters, in order.

    Args:
        forms: (words,) bytes, sorted, ASCII letters and apostrophes.
        frequencies: (words,) ``STEPS_PER_BIT * log2(occurrences)``, rounded.
        cases: (words,) values of :class:`Case`.
        articles: (words,) values of :class:`Article`.
    """

    forms: NDArray[np.bytes_]
    frequencies: NDArray[np.uint8]
    cases: NDArray[np.uint8]
    articles: NDArray[np.uint8]
    _place: Callable[[str], int | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        columns = (self.frequencies, self.cases, self.articles)
        if self.forms.dtype.kind != "S" or any(column.dtype != np.uint8 for column in columns):
            raise ValueError("a word list has words in bytes, and numbers of one byte beside them")
        if any(column.ndim != 1 for column in (self.forms, *columns)):
            raise ValueError("the columns of a word list have one dimension")
        if any(len(column) != len(self.forms) for column in columns):
            raise ValueError("a word list needs a frequency, a case and an article for each word")
        if len(self.forms) > 1 and not bool(np.all(self.forms[:-1] < self.forms[1:])):
            raise ValueError("the words of a list must be sorted and differ")
        if self.cases.max(initial=0) > max(Case) or self.articles.max(initial=0) > max(Article):
            raise ValueError("a word list knows no such case or article")
        object.__setattr__(self, "_place", lru_cache(_REMEMBERED)(partial(_place_of, self.forms)))

    @classmethod
    def of(
        cls, entries: Sequence[tuple[str, int, Case]], articles: Mapping[str, Article] | None = None
    ) -> WordList:
        """Return the list of words with their occurrences.

        Args:
            entries: words in small letters, occurrences, case; in any order.
            articles: of the words of which it is known.

        Raises:
            ValueError: if a word is not ASCII, comes twice or never occurs.
        """
        entries = sorted(entries)
        if any(count < 1 for _, count, _ in entries):
            raise ValueError("a word of the list never occurs")
        bits = np.log2(np.array([count for _, count, _ in entries], dtype=np.float64))
        return cls(
            np.array([word.encode("ascii") for word, _, _ in entries], dtype=np.bytes_),
            np.minimum(255, np.rint(bits * STEPS_PER_BIT)).astype(np.uint8),
            np.array([case for _, _, case in entries], dtype=np.uint8),
            np.array(
                [(articles or {}).get(word, Article.UNKNOWN) for word, _, _ in entries],
                dtype=np.uint8,
            ),
        )

    @classmethod
    def from_bytes(cls, contents: bytes) -> WordList:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: if it is not a word list.
        """
        try:
            with np.load(io.BytesIO(contents), allow_pickle=False) as arrays:
                return cls(*(arrays[name] for name in _COLUMNS))
        except (
            *(OSError, KeyError, EOFError, TypeError, AttributeError, ValueError),
            zipfile.BadZipFile,
        ) as error:
            raise ValueError(f"this is no word list: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the list as a compressed NumPy archive."""
        file = io.BytesIO()
        np.savez_compressed(file, **{name: getattr(self, name) for name in _COLUMNS})
        return file.getvalue()

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def codes(self) -> NDArray[np.uint8]:
        """The letters of each word, (words, longest), 0 behind the end."""
        return self.forms.view(np.uint8).reshape(len(self.forms), self.forms.itemsize)

    def __contains__(self, word: str) -> bool:
        """Return True if the word is known in some case; a possessive "'s" may follow."""
        if self._place(word) is not None:
            return True
        return word.endswith("'s") and self._place(word[:-2]) is not None

    def bits(self, word: str) -> float | None:
        """Return log2 of how often the word occurs, in any case; None if it is unknown."""
        place = self._place(word)
        if place is None and word.endswith("'s"):
            place = self._place(word[:-2])
        return None if place is None else float(self.frequencies[place]) / STEPS_PER_BIT

    def article(self, word: str) -> Article:
        """Return the indefinite article of a word, as far as it is known."""
        place = self._place(word)
        return Article.UNKNOWN if place is None else Article(int(self.articles[place]))


def _place_of(forms: NDArray[np.bytes_], word: str) -> int | None:
    wanted = word.lower()
    # Of a text longer than any word NumPy would make a list that is as wide, to compare.
    if len(wanted) > forms.itemsize or not wanted.isascii():
        return None
    key = np.bytes_(wanted.encode("ascii"))
    place = int(np.searchsorted(forms, key))
    return place if place < len(forms) and forms[place] == key else None
