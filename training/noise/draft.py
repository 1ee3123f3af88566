"""A sentence while errors are put into it.

Two parallel lists of segments, what stands in the clean target and what stands in
the damaged source, make the inverse edits fall out without any alignment. Knows
nothing of kinds of error.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.edits import Category, Edit, Span
from training.noise.words import CURLY, like, split_words


@dataclass(frozen=True, slots=True)
class NoisyPair:
    """A damaged sentence and the edits that mend it."""

    source: str
    """With errors."""
    target: str
    """The clean sentence, unchanged."""
    edits: tuple[Edit, ...]
    """Sorted, in code points of the source; applied to it they give the target."""


class Draft:
    """Segments of one sentence; each may be damaged once.

    A change of a segment is refused (False) when it was changed before, so
    that errors do not pile up on one word.
    """

    __slots__ = ("_types", "lowered", "source", "target")

    def __init__(self, text: str) -> None:
        self.target = split_words(text)
        self.source = self.target.copy()
        self.lowered = [segment.lower() for segment in self.target]
        if CURLY in text:
            self.lowered = [word.replace(CURLY, "'") for word in self.lowered]
        self._types: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.target)

    def is_free(self, place: int) -> bool:
        """Return True if the segment exists and is as it was."""
        return 0 <= place < len(self.target) and place not in self._types

    def is_space(self, place: int) -> bool:
        """Return True if the segment exists and is one plain space."""
        return 0 <= place < len(self.target) and self.target[place] == " "

    def word_before(self, place: int) -> str:
        """Return the word before, lower-cased, or an empty string if a mark or nothing is there."""
        if place >= 2 and self.target[place - 1] == " ":
            return self.lowered[place - 2]
        return ""

    def word_after(self, place: int) -> str:
        """Return the word after, lower-cased, or an empty string if a mark or nothing is there."""
        if place + 2 < len(self.target) and self.target[place + 1] == " ":
            return self.lowered[place + 2]
        return ""

    def replace(self, place: int, text: str, error_type: str) -> bool:
        """Put another text in the place of a segment."""
        if not self.is_free(place) or text == self.target[place]:
            return False
        self.source[place] = text
        self._types[place] = error_type
        return True

    def replace_word(self, place: int, word: str, error_type: str) -> bool:
        """Put another word, in lower case, in the place of a word; keeps its capitals."""
        return self.replace(place, like(word, self.target[place]), error_type)

    def insert_before(self, place: int, word: str, error_type: str) -> bool:
        """Put a word between the space before ``place`` and the word there."""
        if not self.is_space(place - 1):
            return False
        return self.replace(place - 1, f" {word} ", error_type)

    def remove_word(self, place: int, error_type: str) -> bool:
        """Take a word and one space beside it away; the next word takes over a capital."""
        if not self.is_free(place):
            return False
        if self.is_space(place + 1) and self.is_free(place + 1) and self.is_free(place + 2):
            space, capital = place + 1, self.target[place][0].isupper()
        elif self.is_space(place - 1) and self.is_free(place - 1):
            space, capital = place - 1, False
        else:
            return False
        if capital and self.target[place] != "I" and place == 0:
            following = self.target[place + 2]
            self.source[place + 2] = following[:1].upper() + following[1:]
            self._types[place + 2] = error_type
        for gone in (place, space):
            self.source[gone] = ""
            self._types[gone] = error_type
        return True

    def swap_words(self, place: int, error_type: str) -> bool:
        """Exchange a word with the next one; a capital stays in its place."""
        other = place + 2
        if not (self.is_space(place + 1) and all(map(self.is_free, range(place, place + 3)))):
            return False
        if other >= len(self.target):
            return False
        first, second = self.target[place], self.target[other]
        if place == 0 and first[0].isupper() and first != "I" and not second.isupper():
            first, second = first[:1].lower() + first[1:], second[:1].upper() + second[1:]
        self.source[place], self.source[other] = second, first
        for index in (place, place + 1, other):
            self._types[index] = error_type
        return True

    def damaged(self) -> str:
        """Return the sentence as it stands now."""
        return "".join(self.source)

    def pair(self) -> NoisyPair:
        """Return both sentences and the edits between them."""
        return NoisyPair(self.damaged(), "".join(self.target), tuple(self._edits()))

    def _edits(self) -> list[Edit]:
        edits: list[Edit] = []
        position = index = 0
        while index < len(self.target):
            end = index
            while end in self._types:
                end += 1
            if end == index:
                position += len(self.source[index])
                index += 1
                continue
            original = "".join(self.source[index:end])
            edit = _trimmed(position, original, "".join(self.target[index:end]), self._types[index])
            if edit is not None:
                edits.append(edit)
            position += len(original)
            index = end
        return edits


def _trimmed(position: int, original: str, replacement: str, error_type: str) -> Edit | None:
    """Return the edit without the white space both sides share, or None if nothing is left."""
    if original == replacement:
        return None
    while original and replacement and original[0] == replacement[0] and original[0].isspace():
        original, replacement, position = original[1:], replacement[1:], position + 1
    while original and replacement and original[-1] == replacement[-1] and original[-1].isspace():
        original, replacement = original[:-1], replacement[:-1]
    span = Span(position, position + len(original))
    return Edit(span, original, replacement, 1.0, _category(error_type), error_type)


def _category(error_type: str) -> Category:
    if error_type == "R:SPELL":
        return Category.SPELLING
    if error_type in ("M:PUNCT", "U:PUNCT", "R:PUNCT", "R:ORTH", "R:CONTR"):
        return Category.PUNCTUATION
    return Category.GRAMMAR
