"""Count words, characters and sentences, and tell how hard a text is to read.

Pure functions over plain text. Readability is the Automated Readability Index
(Smith and Senter 1967), which needs no syllables and so no dictionary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"\w+(?:['\u2019\-]\w+)*")
SENTENCE_END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)")
LEAST_WORDS = 30
"""A readability figure for less text than this says nothing."""


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How much text there is; counts of parts add up to those of the whole."""

    characters: int = 0
    """Code points, with spaces."""
    words: int = 0
    sentences: int = 0
    letters: int = 0
    """Characters within words."""

    def __add__(self, other: TextCounts) -> TextCounts:
        return TextCounts(
            self.characters + other.characters,
            self.words + other.words,
            self.sentences + other.sentences,
            self.letters + other.letters,
        )

    @property
    def grade(self) -> float | None:
        """Years of schooling needed to read it easily, from 1 on; None for too little text."""
        if self.words < LEAST_WORDS or not self.sentences:
            return None
        index = 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43
        return max(1.0, index)


def count_paragraph(text: str) -> TextCounts:
    """Count one paragraph; text without a final mark counts as one more sentence."""
    if not text.strip():
        return TextCounts(characters=len(text))
    words = WORD.findall(text)
    ends = list(SENTENCE_END.finditer(text))
    rest = text[ends[-1].end() :] if ends else text
    unfinished = 1 if WORD.search(rest) else 0
    return TextCounts(
        characters=len(text),
        words=len(words),
        sentences=len(ends) + unfinished,
        letters=sum(map(len, words)),
    )
