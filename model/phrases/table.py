"""Entries by the words they ask for, and what they propose for a sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from model.edits import Span
from model.phrases.keys import TEMPLATES, Line, Template
from model.phrases.tokens import applied, tokens_of

_PRIOR = 1.0  # sentences in which the words were right, added to all
_BEGINNING = 17  # bits
_BEHIND = np.uint32(32 - _BEGINNING)
_CLEAN_WEIGHT = 0.3  # of a place in clean text: that writer had another text in mind


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
    _begun: NDArray[np.bool_] = field(init=False, repr=False)
    """(2 ** bits,) with which upper bits a hash begins: most that are asked for have no entry."""

    def __post_init__(self) -> None:
        lengths = {len(column) for column in (self.hashes, self.checks, self.texts, self.counts)}
        if len(lengths) != 1 or self.counts.shape[1:] != (3,):
            raise ValueError("the columns of a phrase table differ in length")
        if len(self.hashes) > 1 and not bool(np.all(self.hashes[:-1] < self.hashes[1:])):
            raise ValueError("the hashes of phrases must be sorted and differ")
        if len(self.texts) and int(self.texts.max()) >= len(self.replacements):
            raise ValueError("a phrase has a replacement that is not there")
        begun = np.zeros(1 << _BEGINNING, dtype=np.bool_)
        begun[self.hashes >> _BEHIND] = True
        object.__setattr__(self, "_begun", begun)

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
        keys, exists = line.all_keys()
        hashes = (keys >> np.uint64(32)).astype(np.uint32)
        asked = np.flatnonzero(exists & self._begun[hashes >> _BEHIND])
        keys, hashes = keys.ravel()[asked], hashes.ravel()[asked]
        rows = np.searchsorted(self.hashes, hashes)
        rows[rows == len(self)] = 0
        checks = (keys >> np.uint64(24)).astype(np.uint8)
        known = np.flatnonzero((self.hashes[rows] == hashes) & (self.checks[rows] == checks))
        for number, row in zip(asked[known].tolist(), rows[known].tolist(), strict=True):
            template, place = divmod(number, exists.shape[1])
            yield TEMPLATES[template], place, row
