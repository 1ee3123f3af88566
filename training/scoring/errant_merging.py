"""Join neighbouring alignment steps into edits, by ERRANT's rules.

Bryant, Felice and Briscoe 2017, section 3.2 (rules of Felice et al. 2016, table 2):
possessives apart, case changes with what stands before, split and joined words
together, verb phrases together, similar neighbours apart. Knows steps and tagged
words; scores nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from string import punctuation

from training.scoring.errant_alignment import (
    DELETE,
    INSERT,
    MATCH,
    SUBSTITUTE,
    TRANSPOSE,
    Step,
    letter_similarity,
)
from training.scoring.tagging import OPEN_CLASSES, TaggedWord

SIMILAR = 0.75
"""Letter similarity above which two words are the same word misspelt or inflected."""

CONTENT_CLASSES = OPEN_CLASSES | {"AUX"}
"""A run of changes that holds one of these is one edit unless a rule cuts it."""

VERB_CLASSES = frozenset({"AUX", "PART", "VERB"})


@dataclass(frozen=True, slots=True)
class MergeRules:
    """The rules, bound to both sides of one sentence."""

    source: Sequence[TaggedWord]
    target: Sequence[TaggedWord]

    def merge(self, steps: Sequence[Step]) -> list[Step]:
        """Return the steps that are edits; transpositions stay alone, matches vanish."""
        merged: list[Step] = []
        for kind, group in groupby(steps, key=_kind):
            stretch = list(group)
            if kind == TRANSPOSE:
                merged += stretch
            elif kind != MATCH:
                merged += self._split(stretch)
        return merged

    def _split(self, steps: list[Step]) -> list[Step]:
        """Cut a stretch of changes into edits: the rules, longest stretches first."""
        if len(steps) <= 1:
            return steps
        if {step.operation for step in steps} in ({DELETE}, {INSERT}):
            return [_join(steps)]
        content = False
        ranges = sorted(
            combinations(range(len(steps)), 2), key=lambda pair: pair[1] - pair[0], reverse=True
        )
        for start, end in ranges:
            if all(step.operation != SUBSTITUTE for step in steps[start : end + 1]):
                continue
            found = self._cut_at(steps, start, end)
            if found is not None:
                before, whole, after = found
                middle = [_join(whole)] if len(whole) > 1 else whole
                return [*self._split(before), *middle, *self._split(after)]
            classes = self._classes(steps[start], steps[end])
            content = content or not classes.isdisjoint(CONTENT_CLASSES)
        return [_join(steps)] if content else steps

    def _cut_at(
        self, steps: list[Step], start: int, end: int
    ) -> tuple[list[Step], list[Step], list[Step]] | None:
        """Return (before, one edit, after) if a rule fires for the range, else None."""
        ours = self.source[steps[start].source_start : steps[end].source_end]
        theirs = self.target[steps[start].target_start : steps[end].target_end]
        if start == 0 and (ours[0].possessive or theirs[0].possessive):
            return [], steps[:1], steps[1:]
        if ours[-1].possessive or theirs[-1].possessive:
            return steps[: end - 1], steps[end - 1 : end + 1], steps[end + 1 :]
        if ours[-1].lower == theirs[-1].lower:
            grown = len(ours) == 1 and theirs[0].text[0].isupper()
            shrunk = len(theirs) == 1 and ours[0].text[0].isupper()
            if start == 0 and (grown or shrunk):
                return [], steps[start : end + 1], steps[end + 1 :]
            if _ends_after_punctuation(ours) or _ends_after_punctuation(theirs):
                return steps[: end - 1], steps[end - 1 : end + 1], steps[end + 1 :]
        if _letters(ours) == _letters(theirs) or self._is_one_phrase(ours, theirs):
            return steps[:start], steps[start : end + 1], steps[end + 1 :]
        if end - start < 2:
            return self._cut_pair(steps, start, end)
        return None

    def _cut_pair(
        self, steps: list[Step], start: int, end: int
    ) -> tuple[list[Step], list[Step], list[Step]] | None:
        """Keep two neighbouring steps apart where they are different matters."""
        ours = self.source[steps[start].source_start : steps[end].source_end]
        theirs = self.target[steps[start].target_start : steps[end].target_end]
        first, second = steps[start].operation, steps[end].operation
        both = len(ours) == len(theirs) == 2
        similar = (
            first == SUBSTITUTE and letter_similarity(ours[0].text, theirs[0].text) > SIMILAR
        ) or (second == SUBSTITUTE and letter_similarity(ours[-1].text, theirs[-1].text) > SIMILAR)
        if both or similar:
            return steps[: start + 1], [], steps[start + 1 :]
        removed = second in {DELETE, SUBSTITUTE} and ours[-1].pos == "DET"
        added = second in {INSERT, SUBSTITUTE} and theirs[-1].pos == "DET"
        if end == len(steps) - 1 and (removed or added):
            return steps[:-1], steps[-1:], []
        return None

    def _is_one_phrase(self, ours: Sequence[TaggedWord], theirs: Sequence[TaggedWord]) -> bool:
        """Return True for words of one class, or verbs with their helpers, of unequal number."""
        classes = {word.pos for word in (*ours, *theirs)}
        return len(ours) != len(theirs) and (len(classes) == 1 or classes <= VERB_CLASSES)

    def _classes(self, first: Step, last: Step) -> set[str]:
        ours = self.source[first.source_start : last.source_end]
        theirs = self.target[first.target_start : last.target_end]
        return {word.pos for word in (*ours, *theirs)}


def _kind(step: Step) -> str:
    return step.operation if step.operation in {MATCH, TRANSPOSE} else ""


def _join(steps: Sequence[Step]) -> Step:
    first, last = steps[0], steps[-1]
    return Step(
        SUBSTITUTE, first.source_start, last.source_end, first.target_start, last.target_end
    )


def _letters(words: Sequence[TaggedWord]) -> str:
    """Return the letters of a phrase without spaces, hyphens and apostrophes."""
    return re.sub(r"['-]", "", "".join(word.lower for word in words))


def _ends_after_punctuation(words: Sequence[TaggedWord]) -> bool:
    return len(words) > 1 and (words[-2].pos == "PUNCT" or words[-2].text in punctuation)
