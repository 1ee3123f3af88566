"""What a pattern proposes, and the sentence as patterns see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from model.edits import Span
from model.phrases.tokens import Token, tokens_of

_OPENERS = frozenset(
    """
    , ; : ( " and but or because that when if so which as where since although though while who
    whether until before after what how why then
    """.split()  # noqa: SIM905
)
_FAR = 4  # words
_PAST_TIMES = frozenset({"yesterday", "ago"})
_TIMES = frozenset({"week", "month", "year", "night", "summer", "weekend", "winter"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that a pattern holds possible."""

    span: Span
    replacement: str
    rule: str
    """Name of the pattern, by which its proposals are judged."""
    is_certain: bool = False
    """Whether hardly a correct sentence has these words (decision 0140)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, token by token."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    """In small letters, straight apostrophes."""

    @classmethod
    def of(cls, text: str) -> Clause:
        """Cut a sentence into tokens."""
        tokens = tokens_of(text)
        words = [token.text.lower().replace("\u2019", "'") for token in tokens]
        return cls(text, tokens, words)

    def word(self, place: int) -> str:
        """Return the word at a place; nothing beyond the ends."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def opens_at(self, place: int) -> bool:
        """Return True if a clause may begin there."""
        return place == 0 or self.words[place - 1] in _OPENERS

    def has_before(self, place: int, words: Set[str]) -> bool:
        """Return True if one of some words stands a little before a place."""
        return any(word in words for word in self.words[max(0, place - _FAR) : place])

    def is_small(self, place: int) -> bool:
        """Return True for a word in small letters: no name and no title."""
        return 0 <= place < len(self.tokens) and self.tokens[place].text.islower()

    def is_of_the_past(self) -> bool:
        """Return True if a word or two say that it was before today."""
        return not _PAST_TIMES.isdisjoint(self.words) or any(
            word == "last" and self.word(place + 1) in _TIMES
            for place, word in enumerate(self.words)
        )

    def instead(
        self, place: int, replacement: str | None, rule: str, *, is_certain: bool = False
    ) -> Iterator[Proposal]:
        """Yield the proposal to replace one word, in its case, if there is one."""
        if replacement is None or not 0 <= place < len(self.tokens):
            return
        token = self.tokens[place]
        if token.text[:1].isupper():
            if token.text.isupper() and len(token.text) > 1:
                return
            replacement = replacement[0].upper() + replacement[1:]
        if replacement.lower() != self.words[place]:
            yield Proposal(Span(token.start, token.end), replacement, rule, is_certain)

    def without(self, place: int, rule: str, *, is_certain: bool = False) -> Iterator[Proposal]:
        """Yield the proposal to delete one word and the space before it."""
        if 0 < place < len(self.tokens):
            start = self.tokens[place - 1].end
            yield Proposal(Span(start, self.tokens[place].end), "", rule, is_certain)
