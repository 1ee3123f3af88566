"""Known words that an unknown one may stand for.

A word is compared with all known ones of about its length at once: first by
the letters they hold, packed into one integer each, then the few hundred that
are left by the edit distance with swapped neighbours (Damerau 1964; optimal
string alignment). No index of deletions, which would take some hundred
megabytes. Knows letters and frequencies; what fits the sentence is judged
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.lexicon import regularised_forms
from model.spelling.words import STEPS_PER_BIT, Case, WordList

_MOST = 8  # candidates
_REMEMBERED = 64  # words: a name, or the sentence that is being written
_WORTH_OF_SOUND = 3.0  # bits
_LONGEST = 20  # letters; longer words are not looked for
_RAREST = 2.3  # bits: words seen fewer than 5 times are known, but not proposed
_RAREST_NAME = 5.0  # bits
_LEAST_PART = 11.0  # bits: parts of what should be two words are frequent ones
_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_FAR_FROM = 8  # letters: from this length on three edits are looked at
_ENDLESS = np.int16(1000)  # edits
_AT_ONCE = 8192  # words
# By code: where a letter is marked in packed letters. There is none for the end of a word.
_BITS = np.zeros(256, dtype=np.uint64)
_BITS[list(_LETTERS.encode("ascii"))] = np.uint64(1) << np.arange(
    0, 2 * len(_LETTERS), 2, dtype=np.uint64
)
# Letters often written for each other; the skeleton of a word has one for all.
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("gh", "g"), ("wh", "w"), ("sc", "s"), ("ce", "s"), ("ci", "s"),
    ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("v", "f"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=.)[aeiouyh']")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known word, or two, and how it differs from the one that was written."""

    text: str
    """As it is written in the middle of a sentence."""
    bits: float
    """log2 of its occurrences."""
    distance: int
    same_first: bool
    same_last: bool
    same_skeleton: bool
    same_without_doubles: bool
    is_regularised: bool = False
    """It is the irregular form of what was written by rule ("buyed": "bought")."""
    is_split: bool = False
    """A space was left out."""


class CandidateFinder:
    """Finds candidates among the words of a list.

    Args:
        words: the list; the index is made of it when the first word is looked for.
    """

    def __init__(self, words: WordList) -> None:
        self._words = words
        self._remembered = lru_cache(_REMEMBERED)(self._find)

    def near(self, word: str) -> Sequence[Candidate]:
        """Return a few candidates for an unknown word, likeliest first.

        Args:
            word: ASCII letters and apostrophes, in any case.
        """
        return self._remembered(word.lower())

    def _find(self, written: str) -> tuple[Candidate, ...]:
        if not 2 <= len(written) <= _LONGEST:
            return ()
        found = [*self._similar(written), *self._regularised(written), *self._splits(written)]
        unique = {candidate.text: candidate for candidate in found}
        return tuple(sorted(unique.values(), key=_rank, reverse=True)[:_MOST])

    def _similar(self, written: str) -> Iterator[Candidate]:
        index, words = self._index, self._words
        far = 3 if len(written) >= _FAR_FROM else 2 if len(written) > 3 else 1
        close = index.near(written, far)
        rows = index.rows[close]
        codes = words.codes[rows, : len(written) + far]  # no word of these is longer
        distances = edit_distances(_codes_of(written), codes, index.lengths[close])
        near = np.flatnonzero(distances <= far)
        last = codes[near, index.lengths[close[near]] - 1]
        alike = 2.0 * (codes[near, 0] == ord(written[0])) + (last == ord(written[-1]))
        ranks = words.frequencies[rows[near]] / STEPS_PER_BIT - 5.0 * distances[near] + alike
        if (
            len(ranks) > _MOST
        ):  # to compare how words sound takes longest, so only of those it may help
            near = near[ranks >= np.partition(ranks, -_MOST)[-_MOST] - _WORTH_OF_SOUND]
        for row, distance in zip(rows[near], distances[near], strict=True):
            form = words.forms[row].decode("ascii")
            bits = float(words.frequencies[row]) / STEPS_PER_BIT
            is_capitalised = bool(words.cases[row] != Case.SMALL)
            yield _candidate(written, form, bits, int(distance), is_capitalised)

    def _regularised(self, written: str) -> Iterator[Candidate]:
        for form in regularised_forms(written):
            bits = self._words.bits(form)
            if bits is not None:
                yield Candidate(form, bits, 2, True, False, False, False, is_regularised=True)

    def _splits(self, written: str) -> Iterator[Candidate]:
        for place in range(1, len(written)):
            left, right = written[:place], written[place:]
            if min(len(left), len(right)) < 2 and left not in ("a", "i"):
                continue
            left_bits, right_bits = self._words.bits(left), self._words.bits(right)
            if left_bits is None or right_bits is None or min(left_bits, right_bits) < _LEAST_PART:
                continue
            bits = min(left_bits, right_bits) - 8.0  # how rare a pair of words is beside its words
            yield Candidate(f"{left} {right}", bits, 1, True, True, True, True, is_split=True)

    @cached_property
    def _index(self) -> _Index:
        return _Index.of(self._words)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Words that may be proposed, shortest first."""

    rows: NDArray[np.int32]
    """Where they stand in the list."""
    lengths: NDArray[np.uint8]
    firsts: NDArray[np.uint8]
    """The first letter of each."""
    letters: NDArray[np.uint64]
    """Which letters occur, see :func:`packed_letters`."""

    @classmethod
    def of(cls, words: WordList) -> _Index:
        bits = words.frequencies * np.float32(1 / STEPS_PER_BIT)
        least = np.where(words.cases == Case.SMALL, np.float32(_RAREST), np.float32(_RAREST_NAME))
        wanted = (bits >= least) & (words.cases != Case.CAPITALS)
        lengths = np.zeros(len(words), dtype=np.uint8)
        for column in words.codes.T:
            lengths += column != 0
        rows = np.flatnonzero(wanted & (lengths <= _LONGEST)).astype(np.int32)
        rows = rows[np.argsort(lengths[rows], kind="stable")]
        # A part at a time: what is allocated at once stays with the process for long.
        letters = [
            packed_letters(words.codes[rows[first : first + _AT_ONCE], :_LONGEST])
            for first in range(0, len(rows), _AT_ONCE)
        ]
        return cls(
            rows,
            lengths[rows],
            words.codes[rows, 0],
            np.concatenate(letters) if letters else np.zeros(0, dtype=np.uint64),
        )

    def near(self, written: str, far: int) -> NDArray[np.int64]:
        """Return which of the words can be within ``far`` edits, by length and letters."""
        first = int(np.searchsorted(self.lengths, max(0, len(written) - far), side="left"))
        last = int(np.searchsorted(self.lengths, len(written) + far, side="right"))
        wanted = packed_letters(_codes_of(written)[None])[0]
        differing = np.bitwise_count(self.letters[first:last] ^ wanted)
        # A replaced letter differs twice; three edits are looked at where the first letter stays.
        close = differing <= 4
        if far > 2:
            close |= (differing <= 2 * far) & (self.firsts[first:last] == ord(written[0]))
        return np.flatnonzero(close) + first


def packed_letters(codes: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Return two bits for each letter of the alphabet: it occurs, it occurs again.

    The bits in which two words differ are at most as many as the letters.

    Args:
        codes: (words, longest) codes, 0 behind the end.

    Returns:
        (words,) bits.
    """
    packed = np.zeros(len(codes), dtype=np.uint64)
    for column in codes.T:
        bit = _BITS[column]
        packed |= bit | ((packed & bit) << np.uint64(1))
    return packed


def edit_distances(
    written: NDArray[np.uint8], codes: NDArray[np.uint8], lengths: NDArray[np.integer[Any]]
) -> NDArray[np.int16]:
    """Return the edit distance of one word to each of many, swaps of neighbours counting one.

    Args:
        written: (letters,) codes of the word.
        codes: (words, longest) codes, 0 behind the end.
        lengths: (words,) letters of each.

    Returns:
        (words,) distances.
    """
    count, longest = codes.shape
    letters = np.ascontiguousarray(codes.T)  # a place of all words at once
    inserted = np.arange(longest + 1, dtype=np.int16)[:, None]
    row = np.repeat(inserted, count, axis=1)
    before, matched = row, np.zeros(letters.shape, dtype=np.bool_)
    for i, letter in enumerate(written):
        matches = letters == letter
        new = row + np.int16(1)
        np.minimum(new[1:], row[:-1] + ~matches, out=new[1:])
        if i > 0:
            # The letter before stands here, and this one stood there.
            swapped = np.where(matches[:-1] & matched[1:], before[:-2] + np.int16(1), _ENDLESS)
            np.minimum(new[2:], swapped, out=new[2:])
        # Any number of letters may be left out: the least of all ways to come from the left.
        new -= inserted
        np.minimum.accumulate(new, axis=0, out=new)
        new += inserted
        before, row, matched = row, new, matches
    picked: NDArray[np.int16] = row[lengths, np.arange(count)]
    return picked


def skeleton(word: str) -> str:
    """Return a word as it roughly sounds: no vowels after the first letter, no doubles."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _SILENT.sub("", _DOUBLE.sub(r"\1", word))


def _candidate(
    written: str, form: str, bits: float, distance: int, is_capitalised: bool
) -> Candidate:
    return Candidate(
        form.capitalize() if is_capitalised else form,
        bits,
        distance,
        written[0] == form[0],
        written[-1] == form[-1],
        skeleton(written) == skeleton(form),
        _DOUBLE.sub(r"\1", written) == _DOUBLE.sub(r"\1", form),
    )


def _rank(candidate: Candidate) -> float:
    """Return a rough order, to keep the likely ones; the judge has the word after it."""
    alike = 2.0 * candidate.same_first + candidate.same_last
    alike += _WORTH_OF_SOUND * candidate.same_skeleton
    chosen = 6.0 * candidate.is_regularised
    return candidate.bits - 5.0 * candidate.distance + alike + chosen


def _codes_of(word: str) -> NDArray[np.uint8]:
    return np.frombuffer(word.encode("ascii"), dtype=np.uint8)
