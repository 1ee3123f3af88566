"""Which proposed changes are worth showing.

Thresholds by kind of mistake, moved by the writer's "fewer .. more" setting,
and rules for changes that a corrector must never make: other digits, another
dialect, a rewritten sentence. Knows edits and their confidence; no model.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from model.dialects import is_dialect_swap
from model.edits import Category, Edit
from model.vetoes import is_vetoed

DEFAULT_THRESHOLD = 0.5
"""Where a bundle states none."""

# At "more" a threshold falls to this share of itself; at "fewer" its distance
# from certainty shrinks to this share. Both ends keep the order of thresholds.
_WIDEST = 0.3
# Words that an edit may replace at once, and letters beyond those it replaces;
# more is a rewrite, and rewrites are where models invent.
_MAX_WORDS = 5
_MAX_ONE_SIDED = 3  # words to insert or delete; the other half of a moved clause is elsewhere
_MORE_BY_RULE = 3  # patterns invent nothing: they put words in another order
_MAX_GROWTH = 25
# A name in mid-sentence is the most frequent false alarm of spelling checkers.
_NAME_CAUTION = 0.5
_WORD_CAUTION = 0.3
# A line of fewer words without a mark at its end is seldom meant as a sentence.
_FEWEST_WORDS = 5
# A line with more capitalised words than this share is a title.
_TITLE_SHARE = 0.6
_ITEM = re.compile(r"\s*(?:[-*+\u2022>#|]|\d+[.)]\s)")
_WORDS = re.compile(r"\w+(?:['\u2019\-]\w+)*")
_CAPITALISED_LAST = re.compile(r"[\w.,;:!?]\s+[A-Z][\w'\u2019]*\s+$")
_CAPITALISED_NEXT = re.compile(r"\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How sure the model must be before an edit is shown."""

    thresholds: Mapping[str, float]
    """Error type ("R:SPELL"), type without operation ("SPELL"), category or "default" → 0..1."""
    level: float = 0.5
    """0 fewer .. 1 more suggestions; 0.5 takes the thresholds as they are."""
    min_confidence: float | None = None
    """If given, replaces thresholds and level."""

    def __post_init__(self) -> None:
        if not 0.0 <= self.level <= 1.0:
            raise ValueError(f"the level must lie between 0 and 1, not at {self.level}")
        if self.min_confidence is not None and not 0.0 <= self.min_confidence <= 1.0:
            raise ValueError(
                f"the least confidence must lie between 0 and 1, not at {self.min_confidence}"
            )

    def threshold(self, error_type: str, category: Category) -> float:
        """Return the least confidence for edits of this kind."""
        if self.min_confidence is not None:
            return self.min_confidence
        names = (error_type, error_type[2:], category.value, "default")
        tuned = next(
            (self.thresholds[name] for name in names if name in self.thresholds), DEFAULT_THRESHOLD
        )
        if self.level >= 0.5:
            return tuned * (1.0 - (1.0 - _WIDEST) * (self.level - 0.5) * 2)
        return 1.0 - (1.0 - tuned) * (1.0 - (1.0 - _WIDEST) * (0.5 - self.level) * 2)


def is_wanted(
    edit: Edit, sentence: str, sensitivity: Sensitivity, *, respells_word: bool = False
) -> bool:
    """Return True if an edit should be shown to the writer.

    Args:
        edit: of the sentence.
        sentence: as it was written.
        sensitivity: what is sure enough.
        respells_word: the edit takes a known word for a misspelling of another, which has to be
            surer: "county" is no slip for "country" wherever that would fit, too.
    """
    if not is_acceptable(edit) or _ends_a_fragment(edit, sentence):
        return False
    if is_vetoed(edit, sentence):
        return False
    threshold = sensitivity.threshold(edit.error_type, edit.category)
    if sensitivity.min_confidence is None:
        threshold = cautious(threshold, edit, sentence)
        if respells_word:
            threshold += (1.0 - threshold) * _WORD_CAUTION
    return edit.confidence >= threshold


def cautious(threshold: float, edit: Edit, sentence: str) -> float:
    """Return a threshold, nearer to certainty for edits that may alter a name."""
    if not _renames(edit, sentence):
        return threshold
    return threshold + (1.0 - threshold) * _NAME_CAUTION


def is_acceptable(edit: Edit) -> bool:
    """Return False for changes that no confidence can justify."""
    if _digits(edit.original) != _digits(edit.replacement):
        return False
    if "\ufffd" in edit.replacement and "\ufffd" not in edit.original:
        return False  # broken bytes from the model
    if is_dialect_swap(edit.original, edit.replacement):
        return False
    if not edit.original.strip() and not edit.replacement.strip() and edit.replacement:
        return not edit.original and edit.replacement == " "  # no other kinds of space
    words = max(len(_WORDS.findall(text)) for text in (edit.original, edit.replacement))
    most = _MAX_WORDS if edit.original.strip() and edit.replacement.strip() else _MAX_ONE_SIDED
    most += _MORE_BY_RULE if edit.rule else 0
    return words <= most and len(edit.replacement) <= len(edit.original) + _MAX_GROWTH


def _ends_a_fragment(edit: Edit, sentence: str) -> bool:
    """Return True if an edit puts a full stop behind a heading, an item, a note or a greeting."""
    if edit.original or edit.replacement.strip() not in (".", "!", "?", ":", ","):
        return False
    rest = sentence[edit.span.end :].strip(" \t\r\n\"'\u2019\u201d)]*_")
    if rest:
        return not any(map(str.isalnum, rest))  # an emoji ends a sentence as well
    words = _WORDS.findall(sentence)
    if words and words[0][0].islower() and words[0] not in ("i", "i'm"):
        return True
    capitalised = sum(word[0].isupper() for word in words)
    return (
        bool(_ITEM.match(sentence))
        or len(words) < _FEWEST_WORDS
        or capitalised > _TITLE_SHARE * len(words)
    )


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _renames(edit: Edit, sentence: str) -> bool:
    """Return True if an edit respells a capitalised word in the middle of a sentence.

    A small word between two capitalised ones is of the name, too ("Rue des Lilas").
    """
    if edit.category is not Category.SPELLING:
        return False
    before = sentence[: edit.span.start]
    if not edit.original[:1].isupper():
        beside = _CAPITALISED_LAST.search(before), _CAPITALISED_NEXT.match(sentence, edit.span.end)
        return all(beside)
    if edit.original.casefold() == edit.replacement.casefold() or edit.original[:2] in ("I", "I'"):
        return False
    before = before.rstrip(" \t\r\n\"'([\u2018\u2019\u201c\u201d*_#>-")
    return bool(before) and before[-1] not in ".!?:"
