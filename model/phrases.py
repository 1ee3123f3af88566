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
# Words before and after that an entry may ask for, by how many it replaces.
_WINDOWS: Mapping[int, tuple[tuple[int, int], ...]] = {
    0: ((1, 1), (2, 1), (1, 2), (2, 2)),
    1: ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2)),
    2: ((0, 0), (1, 0), (0, 1), (1, 1)),
}
# The same of stems (s) and classes (k).
_GENERAL: Mapping[int, tuple[tuple[str, str], ...]] = {
    0: (("s", "s"), ("s", "k"), ("ss", "k"), ("k", "ss")),
    1: (("s", ""), ("", "s"), ("s", "s"), ("s", "k"), ("ss", ""), ("k", "s")),
    2: (("s", ""), ("", "s")),
}
_EDGE = 2  # words of context at most
_START = ("<s>",) * _EDGE
_END = ("</s>",) * _EDGE
_NUMBER = "<n>"
_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]|\w+")
_PRIOR = 1.0  # sentences in which the words were right, added to all
_CLEAN_WEIGHT = 0.3  # of a place in clean text: that writer had another text in mind
_CHECK_SEED = 1
_COLUMNS = ("hashes", "checks", "texts", "changed", "seen", "clean")


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
class Line:
    """A sentence as entries see it, with marks for where it begins and ends."""

    words: Sequence[str]
    """Numbers are all alike; the first word in small letters, unless it has capitals inside."""
    stems: Sequence[str]
    """What the forms of a word share: ``*listen``; words of closed classes as they are."""
    kinds: Sequence[str]
    """Classes of words: ``DET~``."""

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Line:
        """Return the line of a sentence's tokens."""
        words = [_NUMBER if token.text[0].isdigit() else token.text for token in tokens]
        if words and _is_capitalised(words[0]):
            words[0] = words[0].lower()
        bounded = [*_START, *(word.replace("\u2019", "'") for word in words), *_END]
        return cls(bounded, [_stem_of(word) for word in bounded], [_kind(word) for word in bounded])

    def keys_at(self, place: int, count: int) -> Iterator[str]:
        """Yield the keys of entries that ask for words: ``listen [] music``, ``in [the] other``.

        Args:
            place: of the first word replaced.
            count: of words replaced.
        """
        middle = f"[{' '.join(self.words[place : place + count])}]"
        end = place + count
        for before, after in _WINDOWS[count]:
            context = (self.words[place - before : place], self.words[end : end + after])
            yield " ".join((*context[0], middle, *context[1]))

    def general_keys_at(self, place: int, count: int) -> Iterator[tuple[str, str]]:
        """Yield the keys of entries that ask for stems or classes, each with its words.

        ``*listen [] DET~`` is a key for "listens the music", its words are ``listens [] the``.
        """
        middle = f"[{' '.join(self.words[place : place + count])}]"
        end = place + count
        for before, after in _GENERAL[count]:
            left = range(place - len(before), place)
            right = range(end, end + len(after))
            general = [self._as(kind, at) for kind, at in zip(before, left, strict=True)]
            general.append(middle)
            general += [self._as(kind, at) for kind, at in zip(after, right, strict=True)]
            words = [*(self.words[at] for at in left), middle, *(self.words[at] for at in right)]
            if general != words:
                yield " ".join(general), " ".join(words)

    def _as(self, kind: str, place: int) -> str:
        return self.stems[place] if kind == "s" else self.kinds[place]

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield each place and each number of words to replace there."""
        last = len(self.words) - _EDGE
        for place in range(_EDGE, last + 1):
            for count in range(min(MOST_WORDS, last - place) + 1):
                yield place, count


def _stem_of(word: str) -> str:
    if not word.isalpha() or not word.islower() or word_class(word):
        return word
    return f"*{stem(word)}"


def _kind(word: str) -> str:
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
        if place == 0 and _is_capitalised(tokens[0].text):
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
        hashes: (entries,) sorted, each once.
        checks: (entries,) a second hash of a byte.
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
    def of(cls, entries: Mapping[str, tuple[str, Counts]]) -> PhraseTable:
        """Return a table of replacements and counts by key; of two keys with one hash the first."""
        kept: dict[int, tuple[str, str, Counts]] = {}
        for key, (replacement, counts) in entries.items():
            kept.setdefault(_hash(key), (key, replacement, counts))
        rows = [kept[value] for value in sorted(kept)]
        replacements = tuple(sorted({replacement for _, replacement, _ in rows}))
        numbers = {replacement: number for number, replacement in enumerate(replacements)}
        columns = [(found.changed, found.seen, found.clean) for _, _, found in rows]
        return cls(
            np.array(sorted(kept), dtype=np.uint32),
            np.array([_check(key) for key, _, _ in rows], dtype=np.uint8),
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
        line = Line.of(tokens)
        asked = [
            (place, count, key)
            for place, count in line.places()
            for key in (
                *line.keys_at(place, count),
                *(general for general, _ in line.general_keys_at(place, count)),
            )
        ]
        hashes = np.array([_hash(key) for _, _, key in asked], dtype=np.uint32)
        rows = np.searchsorted(self.hashes, hashes)
        rows[rows == len(self.hashes)] = 0
        found: dict[tuple[Span, str], Counts] = {}
        for index in np.flatnonzero(self.hashes[rows] == hashes) if len(self.hashes) else ():
            place, count, key = asked[index]
            row = int(rows[index])
            if self.checks[row] != _check(key):
                continue
            replacement = self.replacements[self.texts[row]]
            change = applied(text, tokens, place - _EDGE, count, replacement)
            counts = Counts(*map(int, self.counts[row]))
            if change is not None and (change not in found or found[change].share < counts.share):
                found[change] = counts
        proposals = [Phrase(span, new, counts) for (span, new), counts in found.items()]
        return sorted(proposals, key=lambda item: (item.span.start, item.span.end))


def _hash(key: str) -> int:
    return zlib.crc32(key.encode())


def _check(key: str) -> int:
    return zlib.crc32(key.encode(), _CHECK_SEED) & 0xFF
