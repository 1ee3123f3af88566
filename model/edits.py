"""Values that describe corrections, and how to apply them.

Pure values: nothing here knows tokens, models or files. All offsets are code
points of the text that the edit belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Category(StrEnum):
    """What kind of mistake an edit mends, as shown to the writer."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    PUNCTUATION = "punctuation"
    STYLE = "style"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Return True if both share a code point, or one is an insertion inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> Span:
        """Return the same range counted from another origin."""
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace one span of the source."""

    span: Span
    original: str
    """What stands in the span; empty for an insertion."""
    replacement: str
    """What should stand there; empty for a deletion."""
    confidence: float
    """Probability in 0..1 that the change is wanted, as the model sees it."""
    category: Category = Category.GRAMMAR
    error_type: str = "R:OTHER"
    """ERRANT-style code: M (missing), U (unnecessary) or R (replacement), then a type."""
    rule: str = ""
    """Name of the pattern that proposed it, by which it can be explained; empty for the model's."""

    def shifted(self, offset: int) -> Edit:
        """Return the same edit for a text in which its sentence starts at ``offset``."""
        return replace(self, span=self.span.shifted(offset))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it starts in its text."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where the sentence lies in its text."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Correction:
    """What the engine proposes for one sentence."""

    sentence: Sentence
    edits: tuple[Edit, ...]
    """Sorted, not overlapping; spans count from the start of the sentence."""
    expected: Mapping[str, float] = field(default_factory=dict, hash=False)
    """By error type, the summed probabilities of the changes that are not too unlikely, shown or
    not, whatever text the sentence stands in."""

    @property
    def expected_mistakes(self) -> float:
        """How many mistakes the engine expects, of all types."""
        return sum(self.expected.values())

    @property
    def text(self) -> str:
        """The sentence with all its edits applied."""
        return apply_edits(self.sentence.text, self.edits)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with every edit carried out.

    Raises:
        ValueError: if two edits overlap, or the text does not hold what an
            edit says it replaces (the text has changed since).
    """
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda item: item.span):
        if edit.span.start < position:
            raise ValueError(f"edits overlap at {edit.span.start}")
        if text[edit.span.start : edit.span.end] != edit.original:
            raise ValueError(
                f"the text has changed at {edit.span.start}: {edit.original!r} expected"
            )
        pieces += (text[position : edit.span.start], edit.replacement)
        position = edit.span.end
    return "".join(pieces) + text[position:]
