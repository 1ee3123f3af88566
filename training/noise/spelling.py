"""Misspell a word: as people did in real lists, or by keyboard and ear.

Never turns one dialect's spelling into the other's, and makes known words only
as far as the lists hold them. Knows nothing of sentences.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Container
from pathlib import Path

from model.dialects import is_dialect_swap
from training.corpora.compressed import CorpusError, find_text, iterate_lines
from training.noise.alignment import edit_distance

LISTS: dict[str, int] = {
    "norvig-spell-errors": 2,
    "wikipedia-common": 4,
    "toefl-spell": 6,
    "holbrook": 3,
    "birkbeck.missp": 1,
    "twitter-typo-corpus-r1": 1,
    "codespell": 1,
    "typos-rs": 1,
}
"""Lists and their weights: learners' and writers' own slips count more than generated ones."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = (
    "ie ei|ei ie|able ible|ible able|ance ence|ence ance|ant ent|ent ant|ph f|tion sion|sion tion"
    "|ous us|ful full|ea e|ee ea|ea ee|ou o|ai a|ck k|ch c|sc s|wh w|kn n|gh g|c s|s c|y i|i y|a e"
    "|e a|i e|e i|o u|u o|er or|or er|er ar|ur er|z s|k c|qu k|ie y|ough ouf|aught ought|au o|x cs"
)


def neighbours() -> dict[str, str]:
    """Return each letter's neighbours on a QWERTY keyboard."""
    beside: dict[str, str] = {}
    for row, keys in enumerate(_KEYS):
        for column, key in enumerate(keys):
            near = keys[max(0, column - 1) : column] + keys[column + 1 : column + 2]
            for other in (row - 1, row + 1):
                if 0 <= other < len(_KEYS):
                    near += _KEYS[other][max(0, column - 1) : column + 1]
            beside[key] = near
    return beside


def sound_swaps() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return first letter -> (letters, letters that sound alike)."""
    table: dict[str, list[tuple[str, str]]] = {}
    for pair in _SOUNDS.split("|"):
        right, wrong = pair.split()
        table.setdefault(right[0], []).append((right, wrong))
    return {letter: tuple(pairs) for letter, pairs in table.items()}


def is_plausible(wrong: str, right: str) -> bool:
    """Return True if ``right`` can be guessed from ``wrong`` and both are one lower-case word."""
    if wrong == right or not (wrong.isalpha() and right.isalpha() and right.islower()):
        return False
    if not wrong.islower() or len(right) < 3 or is_dialect_swap(wrong, right):
        return False
    return edit_distance(wrong, right) <= max(1, len(right) // 3)


def read_misspellings(
    folder: Path, known: Container[str], lists: dict[str, int] | None = None
) -> dict[str, dict[str, int]]:
    """Return correction -> misspelling -> weight from the lists in a folder.

    Args:
        folder: Holds files ``NAME.tsv`` (misspelling, correction), plain or packed.
        known: Correct words: only these are misspelt, and never into one of them.
        lists: Name -> weight; :data:`LISTS` if left out.

    Raises:
        CorpusError: if none of the lists is there.
    """
    table: dict[str, Counter[str]] = {}
    found = 0
    for name, weight in (lists or LISTS).items():
        try:
            path = find_text(folder, name + ".tsv")
        except CorpusError:
            continue
        found += 1
        for line in iterate_lines(path):
            wrong, _, rest = line.partition("\t")
            right = rest.split("\t")[0]
            if right in known and wrong not in known and is_plausible(wrong, right):
                table.setdefault(right, Counter())[wrong] += weight
    if not found:
        raise CorpusError(f"None of the misspelling lists is in {folder}.")
    return {right: dict(wrongs) for right, wrongs in table.items()}


class Typist:
    """Makes slips of the finger and of the ear."""

    def __init__(self, known: Container[str]) -> None:
        """Take the known words, which a slip must not hit."""
        self._known = known
        self._neighbours = neighbours()
        self._sounds = sound_swaps()

    def misspell(self, word: str, rng: random.Random) -> str:
        """Return a lower-case word with one slip, or the word itself if none was found."""
        for _ in range(4):
            wrong = self._slip(word, rng)
            if wrong != word and wrong not in self._known and not is_dialect_swap(wrong, word):
                return wrong
        return word

    def _slip(self, word: str, rng: random.Random) -> str:
        draw = rng.random()
        at = int(rng.random() * len(word))
        if draw < 0.32:
            return self._mishear(word, at)
        if draw < 0.50 and at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if draw < 0.70:
            return word[:at] + word[at + 1 :] if at else word
        if draw < 0.86:
            return word[:at] + word[at] + word[at:] if at else word
        keys = self._neighbours.get(word[at])
        if not keys:
            return word
        key = keys[int(rng.random() * len(keys))]
        return word[:at] + key + word[at + (draw < 0.94) :]

    def _mishear(self, word: str, at: int) -> str:
        """Swap or undouble the first fitting letters from ``at`` on."""
        for place in range(at, len(word)):
            if place and word[place] == word[place - 1]:
                return word[:place] + word[place + 1 :]
            for right, wrong in self._sounds.get(word[place], ()):
                if word.startswith(right, place):
                    return word[:place] + wrong + word[place + len(right) :]
        return word
