"""What entries ask for, as numbers: words, stems and classes around what they replace."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.lexicon import stem, word_class
from model.phrases.tokens import Token, is_capitalised

MOST_WORDS = 2
"""That an entry replaces; none for an insertion."""
# What entries ask for before and after, by how many words they replace: words (w), stems (s) or
# classes (k), outwards in.
_CONTEXTS: Mapping[int, tuple[tuple[str, str], ...]] = {
    0: (
        *(("w", "w"), ("ww", "w"), ("w", "ww"), ("ww", "ww")),
        *(("s", "s"), ("s", "k"), ("ss", "k"), ("k", "ss")),
    ),
    1: (
        *(("", ""), ("w", ""), ("", "w"), ("w", "w"), ("ww", ""), ("", "ww")),
        *(("s", ""), ("", "s"), ("s", "s"), ("s", "k"), ("ss", ""), ("k", "s")),
    ),
    2: (("", ""), ("w", ""), ("", "w"), ("w", "w"), ("s", ""), ("", "s")),
}
_EDGE = 2  # words of context at most
_START = ("<s>",) * _EDGE
_END = ("</s>",) * _EDGE
_NUMBER = "<n>"
_PRIME = 0x9E3779B97F4A7C15  # odd, its bits as if drawn: 2 ** 64 divided by the golden ratio
_WORD_BITS = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Template:
    """What the entries of one shape ask for."""

    number: int
    count: int
    """Words that they replace."""
    parts: tuple[tuple[str, int], ...]
    """Words (w), stems (s) and classes (k), and where they stand, from the first word replaced."""

    @property
    def is_general(self) -> bool:
        """Whether it asks for stems or classes."""
        return any(kind != "w" for kind, _ in self.parts)


def _templates() -> Iterator[Template]:
    shapes = [(count, *shape) for count, found in _CONTEXTS.items() for shape in found]
    for number, (count, before, after) in enumerate(shapes):
        left = [(kind, at - len(before)) for at, kind in enumerate(before)]
        middle = [("w", at) for at in range(count)]
        right = [(kind, count + at) for at, kind in enumerate(after)]
        yield Template(number, count, (*left, *middle, *right))


TEMPLATES = tuple(sorted(_templates(), key=lambda template: -len(template.parts)))
"""Those that ask for most first."""
_KINDS = "wsk"
_MOST_PARTS = max(len(template.parts) for template in TEMPLATES)
_REMEMBERED = 128  # words
_SPARE = 1  # all templates are asked behind the last token, too, where only insertions have a place


class Line:
    """A sentence as entries see it: hashes of its words, their stems and their classes.

    Numbers are all alike; the first word is taken in small letters, unless it has capitals
    inside. Marks stand for where the sentence begins and ends.

    Args:
        tokens: of the sentence.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        words = [_NUMBER if token.text[0].isdigit() else token.text for token in tokens]
        if words and is_capitalised(words[0]):
            words[0] = words[0].lower()
        bounded = [*_START, *(word.replace("\u2019", "'") for word in words), *_END]
        self._codes = np.zeros((len(_KINDS), len(bounded) + _SPARE), dtype=np.uint64)
        self._codes[:, : len(bounded)] = np.array([_codes_of(word) for word in bounded]).T
        self._length = len(words)

    def keys(self, template: Template, *, plain: bool = False) -> NDArray[np.uint64]:
        """Return the keys of a template at each token, (tokens + 1 - count,).

        Args:
            template: for an insertion there is a place behind the last token, too.
            plain: ask for words where the template asks for stems or classes.
        """
        places = max(0, self._length + 1 - template.count)
        keys = np.full(places, _seed(template), dtype=np.uint64)
        for kind, offset in template.parts:
            first = _EDGE + offset
            row = 0 if plain else _KINDS.index(kind)
            keys = _mixed(keys, self._codes[row, first : first + places])
        return keys

    def all_keys(self) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
        """Return the keys of all templates at once, and which of them there are.

        Returns:
            Keys (templates, tokens + 1), and a mask: where a template's words would end behind
            the last token there is none.
        """
        places = np.arange(self._length + 1)
        keys = np.repeat(_SEEDS[:, None], len(places), axis=1)
        codes, width = self._codes.ravel(), self._codes.shape[1]
        for part, number in enumerate(_ASKED_FOR):
            firsts = _ROWS[:number, part] * width + _OFFSETS[:number, part]
            _mix(keys[:number], codes.take(firsts[:, None] + places))
        return keys, places + _COUNTS[:, None] <= self._length


def _table(value: Callable[[str, int], int]) -> NDArray[np.int64]:
    """Return what ``value`` says of each part, (templates, parts); 0 where there is none."""
    table = np.zeros((len(TEMPLATES), _MOST_PARTS), dtype=np.int64)
    for row, template in enumerate(TEMPLATES):
        table[row, : len(template.parts)] = [value(*part) for part in template.parts]
    return table


_ROWS = _table(lambda kind, _: _KINDS.index(kind))
_OFFSETS = _table(lambda _, offset: _EDGE + offset)
# By part: how many templates have so many.
_ASKED_FOR = [
    sum(len(template.parts) > part for template in TEMPLATES) for part in range(_MOST_PARTS)
]
_COUNTS = np.array([template.count for template in TEMPLATES])


def key_of(text: str) -> int:
    """Return the key of an entry: ``listen [] music``, ``*listen [] DET~``, ``in [the] other``.

    Raises:
        ValueError: if no template has this shape.
    """
    before, rest = text.split("[")
    middle, after = rest.split("]")
    words = [*before.split(), *middle.split(), *after.split()]
    kinds = ["s" if word[0] == "*" else "k" if word[-1] == "~" else "w" for word in words]
    first = -len(before.split())
    shape = tuple((kind, first + at) for at, kind in enumerate(kinds))
    for template in TEMPLATES:
        if template.parts == shape and template.count == len(middle.split()):
            key = np.array([_seed(template)], dtype=np.uint64)
            for word in words:
                key = _mixed(key, np.array([_code(word)], dtype=np.uint64))
            return int(key[0])
    raise ValueError(f"no template has the shape of {text!r}")


def _seed(template: Template) -> int:
    return (template.number + 1) * _PRIME & _WORD_BITS


_SEEDS = np.array([_seed(template) for template in TEMPLATES], dtype=np.uint64)


def _mixed(keys: NDArray[np.uint64], codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = keys.copy()
    _mix(mixed, codes)
    return mixed


def _mix(keys: NDArray[np.uint64], codes: NDArray[np.uint64]) -> None:
    """Let keys know of one more word each, in place."""
    keys ^= codes
    keys *= np.uint64(_PRIME)
    keys ^= keys >> np.uint64(29)


def _code(word: str) -> int:
    return zlib.crc32(word.encode())


@lru_cache(maxsize=_REMEMBERED)
def _codes_of(word: str) -> tuple[int, int, int]:
    """Return the hashes of a word, its stem and its class."""
    return _code(word), _code(_stem_of(word)), _code(_kind_of(word))


def _stem_of(word: str) -> str:
    """Return what the forms of a word share, ``*listen``; words of closed classes as they are."""
    if not word.isalpha() or not word.islower() or word_class(word):
        return word
    return f"*{stem(word)}"


def _kind_of(word: str) -> str:
    """Return the class of a word, ``DET~``; marks as they are."""
    if not word[0].isalpha():
        return word
    return f"{word_class(word) or ('WORDS' if word.endswith('s') else 'WORD')}~"
