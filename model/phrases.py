"""What people made of the same words before: a phrase table.

Learners share their mistakes: "listen music", "in the other hand", "informations".
For words and the ones beside them, or their stems and classes, it is kept how often annotators saw
them, how often they put what in their place, and how often people who write
well leave them as they are. Such a table was the heart of correction by
statistical translation (Brockett et al. 2006); here it makes proposals that
the model's own probabilities are weighed against. Knows strings only.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.edits import Span
from model.lexicon import stem, word_class

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
_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]|\w+")
_PRIOR = 1.0  # sentences in which the words were right, added to all
_CLEAN_WEIGHT = 0.3  # of a place in clean text: that writer had another text in mind
_PRIME = 0x9E3779B97F4A7C15  # odd, its bits as if drawn: 2 ** 64 divided by the golden ratio
_WORD_BITS = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How often an entry's words were seen, in sentences that annotators read and in clean text."""

    changed: int
    """Times that annotators put its replacement there."""
    seen: int
    """Times that annotators saw the words, changed or not."""
    clean: int
    """Times that they stand in clean text."""

    @property
    def share(self) -> float:
        """Return how likely the words are to be replaced so, 0..1, rare ones less."""
        return self.changed / (self.seen + _PRIOR + _CLEAN_WEIGHT * self.clean)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A proposal for one place of a sentence."""

    span: Span
    replacement: str
    counts: Counts
    """Of the entry that speaks most for it."""


def tokens_of(text: str) -> list[Token]:
    """Return the words, numbers and marks of a sentence."""
    return [Token(match[0], *match.span()) for match in _TOKEN.finditer(text)]


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


TEMPLATES = tuple(_templates())


class Line:
    """A sentence as entries see it: hashes of its words, their stems and their classes.

    Numbers are all alike; the first word is taken in small letters, unless it has capitals
    inside. Marks stand for where the sentence begins and ends.

    Args:
        tokens: of the sentence.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        words = [_NUMBER if token.text[0].isdigit() else token.text for token in tokens]
        if words and _is_capitalised(words[0]):
            words[0] = words[0].lower()
        bounded = [*_START, *(word.replace("\u2019", "'") for word in words), *_END]
        self._parts = {
            "w": _codes(bounded),
            "s": _codes([_stem_of(word) for word in bounded]),
            "k": _codes([_kind_of(word) for word in bounded]),
        }
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
            codes = self._parts["w" if plain else kind][first : first + places]
            keys = _mixed(keys, codes)
        return keys


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
            for code in _codes(words):
                key = _mixed(key, np.array([code], dtype=np.uint64))
            return int(key[0])
    raise ValueError(f"no template has the shape of {text!r}")


def _seed(template: Template) -> int:
    return (template.number + 1) * _PRIME & _WORD_BITS


def _mixed(keys: NDArray[np.uint64], codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (keys ^ codes) * np.uint64(_PRIME)
    return mixed ^ (mixed >> np.uint64(29))


def _codes(words: Sequence[str]) -> NDArray[np.uint64]:
    return np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)


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


def applied(
    text: str, tokens: Sequence[Token], place: int, count: int, replacement: str
) -> tuple[Span, str] | None:
    """Return what to replace in a text, spaces and capitals minded; None if that is not clear.

    Args:
        text: of the sentence.
        tokens: its tokens.
        place: index of the first token replaced.
        count: of tokens replaced.
        replacement: as an entry has it; empty to delete.
    """
    if count and replacement:
        start, end = tokens[place].start, tokens[place + count - 1].end
        if place == 0 and tokens[0].text[0].isupper():
            replacement = replacement[0].upper() + replacement[1:]
        return None if text[start:end] == replacement else (Span(start, end), replacement)
    if place == 0 or not (count or replacement):
        return None  # another word would begin the sentence, or nothing is said
    before = tokens[place - 1].end
    if count:
        return Span(before, tokens[place + count - 1].end), ""
    if not replacement[0].isalnum():
        return Span(before, before), replacement
    if place == len(tokens) or before == tokens[place].start:
        return None
    return Span(tokens[place].start, tokens[place].start), replacement + " "


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word[1:] == word[1:].lower() and word not in ("I", "I'm")


@dataclass(frozen=True, slots=True, eq=False)
class PhraseTable:
    """Entries by a hash of their words.

    Args:
        hashes: (entries,) upper 32 bits of their keys, sorted, each once.
        checks: (entries,) the next byte of their keys.
        texts: (entries,) which of ``replacements`` each puts in.
        counts: (entries, 3) as in :class:`Counts`, capped at 255.
        replacements: as they are written in mid-sentence.
    """

    hashes: NDArray[np.uint32]
    checks: NDArray[np.uint8]
    texts: NDArray[np.uint16]
    counts: NDArray[np.uint8]
    replacements: tuple[str, ...]

    def __post_init__(self) -> None:
        lengths = {len(column) for column in (self.hashes, self.checks, self.texts, self.counts)}
        if len(lengths) != 1 or self.counts.shape[1:] != (3,):
            raise ValueError("the columns of a phrase table differ in length")
        if len(self.hashes) > 1 and not bool(np.all(self.hashes[:-1] < self.hashes[1:])):
            raise ValueError("the hashes of phrases must be sorted and differ")
        if len(self.texts) and int(self.texts.max()) >= len(self.replacements):
            raise ValueError("a phrase has a replacement that is not there")

    @classmethod
    def of(cls, entries: Mapping[int, tuple[str, Counts]]) -> PhraseTable:
        """Return a table of replacements and counts by key; of two keys with one hash the first."""
        kept: dict[int, tuple[int, str, Counts]] = {}
        for key, (replacement, counts) in entries.items():
            kept.setdefault(key >> 32, (key, replacement, counts))
        rows = [kept[value] for value in sorted(kept)]
        replacements = tuple(sorted({replacement for _, replacement, _ in rows}))
        numbers = {replacement: number for number, replacement in enumerate(replacements)}
        columns = [(found.changed, found.seen, found.clean) for _, _, found in rows]
        return cls(
            np.array(sorted(kept), dtype=np.uint32),
            np.array([key >> 24 & 0xFF for key, _, _ in rows], dtype=np.uint8),
            np.array([numbers[replacement] for _, replacement, _ in rows], dtype=np.uint16),
            np.minimum(255, np.array(columns, dtype=np.int64).reshape(-1, 3)).astype(np.uint8),
            replacements,
        )

    @classmethod
    def from_bytes(cls, contents: bytes) -> PhraseTable:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: if it is not that.
        """
        try:
            with np.load(io.BytesIO(contents), allow_pickle=False) as arrays:
                gaps, checks, texts = (arrays[name] for name in ("gaps", "checks", "texts"))
                counts, written = arrays["counts"], arrays["replacements"]
            hashes = np.cumsum(gaps, dtype=np.uint32)
            replacements = tuple(written.tobytes().decode("utf-8").split("\n"))
            return cls(hashes, checks, texts, counts.T.copy(), replacements)
        except (
            *(OSError, KeyError, EOFError, TypeError, AttributeError, ValueError),
            zipfile.BadZipFile,
        ) as error:
            raise ValueError(f"this is no phrase table: {error}") from error

    def to_bytes(self) -> bytes:
        """Return the table as a compressed NumPy archive."""
        file = io.BytesIO()
        np.savez_compressed(
            file,
            gaps=np.diff(self.hashes, prepend=np.uint32(0)),
            checks=self.checks,
            texts=self.texts,
            counts=np.ascontiguousarray(self.counts.T),
            replacements=np.frombuffer("\n".join(self.replacements).encode(), dtype=np.uint8),
        )
        return file.getvalue()

    def __len__(self) -> int:
        return len(self.hashes)

    def find(self, text: str) -> list[Phrase]:
        """Return what the table proposes for a sentence, in order of place.

        Of entries that propose the same at one place the one with the largest share speaks.
        """
        tokens = tokens_of(text)
        found: dict[tuple[Span, str], Counts] = {}
        for template, place, row in self._rows(Line(tokens)):
            replacement = self.replacements[self.texts[row]]
            change = applied(text, tokens, place, template.count, replacement)
            counts = Counts(*map(int, self.counts[row]))
            if change is not None and (change not in found or found[change].share < counts.share):
                found[change] = counts
        proposals = [Phrase(span, new, counts) for (span, new), counts in found.items()]
        return sorted(proposals, key=lambda item: (item.span.start, item.span.end))

    def _rows(self, line: Line) -> Iterator[tuple[Template, int, int]]:
        """Yield template, place and row of each entry whose words stand in a sentence."""
        if not len(self):
            return
        keys = [line.keys(template) for template in TEMPLATES]
        every = np.concatenate(keys)
        hashes = (every >> np.uint64(32)).astype(np.uint32)
        rows = np.searchsorted(self.hashes, hashes)
        rows[rows == len(self)] = 0
        checks = (every >> np.uint64(24)).astype(np.uint8)
        hits = np.flatnonzero((self.hashes[rows] == hashes) & (self.checks[rows] == checks))
        ends = np.cumsum([len(column) for column in keys])
        for hit in map(int, hits):
            template = TEMPLATES[int(np.searchsorted(ends, hit, side="right"))]
            start = int(ends[template.number]) - len(keys[template.number])
            yield template, hit - start, int(rows[hit])
