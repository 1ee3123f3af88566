"""Source text and hypothesis text in, word-level edits with spans out.

Applying the edits to the source gives the hypothesis, for any two strings.
Knows words, spaces and spans; knows no tokens, models or thresholds. The
edits carry no confidence yet, no category and no error type.

Every gap between words belongs to the words around it: an edit is cut out with
the gaps on both its sides, then the whitespace that both sides share is
trimmed off again. So a deleted word takes one space with it, an inserted one
brings one, and a missing comma is attached to the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from model.alignment import Operation, align, edit_distance, similarity
from model.edits import Span
from model.lexicon import ARTICLES, AUXILIARIES, DEGREES, stem, word_class

# A word with inner apostrophes, hyphens or points; a number; a run of one
# repeated mark; or any other single character that is not a space.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)+|\w+(?:['\u2019\-]\w+)*(?:(?<=s)['\u2019](?=\s))?|([^\w\s])\1*|\S"
)


# Equal words that a moved word may jump over and still be shown as one edit.
_LONGEST_MOVE = 3
# Letters from which on one slip does not make "split or joined" a coincidence.
_SURE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One edit that is not judged yet."""

    span: Span
    """In the source."""
    new_span: Span
    """In the hypothesis."""
    original: str
    replacement: str

    def shifted(self, offset: int) -> Change:
        """Return the same change for a source that has ``offset`` more characters before it."""
        return replace(self, span=self.span.shifted(offset))


class Word(NamedTuple):
    """A word or punctuation mark and where it stands."""

    text: str
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """Return the words and punctuation marks of ``text``; spaces are left out."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def extract_changes(source: str, hypothesis: str) -> list[Change]:
    """Return the smallest natural edits that turn ``source`` into ``hypothesis``.

    They are sorted and do not overlap.
    """
    if source == hypothesis:
        return []
    start, words, new_words = _about_changes(source, hypothesis)
    operations = align([word.text for word in words], [word.text for word in new_words])
    operations = join_moves(operations, words, new_words)
    changes: list[Change] = []
    new_start = start
    for cut in _cuts(source, hypothesis, words, new_words, operations):
        if source[start : cut.place] != hypothesis[new_start : cut.new_place]:
            span, new_span = Span(start, cut.place), Span(new_start, cut.new_place)
            changes.append(_trimmed(source, hypothesis, span, new_span, cut.before_replacement))
        start, new_start = cut.place, cut.new_place
    return changes


def _about_changes(source: str, hypothesis: str) -> tuple[int, Sequence[Word], Sequence[Word]]:
    """Return the words of both texts but those at both ends that nothing happens to.

    One of these is left at each end.

    Returns:
        Where the texts begin to be looked at, and the words left of each.
    """
    words, new_words = split_words(source), split_words(hypothesis)
    shorter = min(len(words), len(new_words))
    head = 0
    while head < shorter and words[head] == new_words[head]:
        head += 1
    growth, tail = len(hypothesis) - len(source), 0
    while tail < shorter - head:
        old, new = words[-1 - tail], new_words[-1 - tail]
        if old.text != new.text or old.start + growth != new.start:
            break
        tail += 1
    first, last = max(0, head - 1), max(0, tail - 1)
    start = words[first].start if first else 0
    return start, words[first : len(words) - last], new_words[first : len(new_words) - last]


def join_moves(
    operations: Sequence[Operation], words: Sequence[Word], new_words: Sequence[Word]
) -> list[Operation]:
    """Make one operation of a word that is deleted here and inserted close by."""
    joined = list(operations)
    index = 0
    while index < len(joined):
        if joined[index].equal:
            index += 1
            continue
        for last in range(index + 2, min(index + 2 + _LONGEST_MOVE, len(joined))):
            if not joined[last - 1].equal:
                break
            if _is_move(joined[index], joined[last], words, new_words):
                first, final = joined[index], joined[last]
                joined[index : last + 1] = [
                    Operation(first.start, final.end, first.new_start, final.new_end)
                ]
                break
        index += 1
    return joined


def _is_move(
    left: Operation, right: Operation, words: Sequence[Word], new_words: Sequence[Word]
) -> bool:
    deleted, inserted = (left, right) if left.start < left.end else (right, left)
    if deleted.new_start < deleted.new_end or inserted.start < inserted.end:
        return False
    old = [word.text.lower() for word in words[deleted.start : deleted.end]]
    new = [word.text.lower() for word in new_words[inserted.new_start : inserted.new_end]]
    return old == new and old[0][0].isalnum()


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place at which both texts are cut into independent parts."""

    place: int
    new_place: int
    before_replacement: bool = False
    """True if an insertion or deletion ends here and a replaced word begins."""


def _cuts(
    source: str,
    hypothesis: str,
    words: Sequence[Word],
    new_words: Sequence[Word],
    operations: Sequence[Operation],
) -> list[_Cut]:
    """Return the cuts: around each pair of words, unless its neighbour belongs to it."""
    cuts: list[_Cut] = []
    apart = True  # from the operation before
    for index, operation in enumerate(operations):
        after = operations[index + 1] if index + 1 < len(operations) else None
        apart_next = (
            after is None
            or operation.equal
            or after.equal
            or not _belong_together(words, new_words, operation, after)
        )
        if _is_replacement(operation):
            old, new = words[operation.start], new_words[operation.new_start]
            if apart:
                cuts.append(_Cut(old.start, new.start, not operation.equal))
            if apart_next:
                old, new = words[operation.end - 1], new_words[operation.new_end - 1]
                cuts.append(_Cut(old.end, new.end))
        apart = apart_next
    cuts.append(_Cut(len(source), len(hypothesis)))
    return cuts


def _belong_together(
    words: Sequence[Word], new_words: Sequence[Word], left: Operation, right: Operation
) -> bool:
    """Return True if two neighbouring operations make one edit for the reader."""
    old = [word.text for word in words[left.start : right.end]]
    new = [word.text for word in new_words[left.new_start : right.new_end]]
    if _same_letters(old, new):
        return True  # "alot" -> "a lot", "every day" -> "everyday", "infact" -> "in fact"
    both = [_is_replacement(left), _is_replacement(right)]
    if not any(both):
        return True  # a deletion beside an insertion is a replacement
    if all(both):
        if _is_case_change(words, new_words, right):
            return not words[left.end - 1].text[0].isalnum()  # ". That" -> ", that"
        return _is_phrase(old, new)
    single = right if both[0] else left
    replaced = left if both[0] else right
    begins = _begins(words, left.start) or _begins(new_words, left.new_start)
    if begins and single is left and _moves_capital(words, new_words, replaced):
        return True  # "The life" -> "Life", "Weather" -> "The weather", "At last" -> "Finally"
    lone = [word.text.lower() for word in words[single.start : single.end]]
    lone += [word.text.lower() for word in new_words[single.new_start : single.new_end]]
    if not all(any(letter.isalnum() for letter in word) for word in lone):
        return _is_case_change(words, new_words, replaced)  # ". but" -> ", but"
    return single is left and _is_periphrasis(words, new_words, replaced, lone)


def _begins(words: Sequence[Word], place: int) -> bool:
    """Return True if no word stands right before a place."""
    return place == 0 or not words[place - 1].text[0].isalnum()


def _is_replacement(operation: Operation) -> bool:
    return operation.end > operation.start and operation.new_end > operation.new_start


def _same_letters(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return True if only spaces and hyphens differ, give or take a slip."""
    if len(old) == len(new):
        return False
    joined = "".join(old).lower().replace("-", "")
    new_joined = "".join(new).lower().replace("-", "")
    slips = 1 if len(joined) >= _SURE_LENGTH else 0
    return edit_distance(joined, new_joined) <= slips


def _is_phrase(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return True for two replacements that only make sense together.

    Verb groups ("was go" -> "had gone") and words that have nothing in common
    with what replaces them, which is a rephrasing.
    """
    if len(old) != len(new):
        return True
    lowered = [word.lower() for word in (*old, *new)]
    if lowered[0] in AUXILIARIES and lowered[len(old)] in AUXILIARIES:
        return stem(old[-1]) == stem(new[-1]) and word_class(old[-1]) in ("", "AUX")
    return all(
        not word_class(a) and not word_class(b) and similarity(a.lower(), b.lower()) < 0.4
        for a, b in zip(old, new, strict=True)
    )


def _is_case_change(words: Sequence[Word], new_words: Sequence[Word], operation: Operation) -> bool:
    old = words[operation.start].text
    new = new_words[operation.new_start].text
    return old != new and old.casefold() == new.casefold()


def _moves_capital(words: Sequence[Word], new_words: Sequence[Word], operation: Operation) -> bool:
    """Return True if a word gets or loses the capital that begins a sentence."""
    old = words[operation.start].text[0]
    new = new_words[operation.new_start].text[0]
    return old.isalpha() and new.isalpha() and old.isupper() != new.isupper()


def _is_periphrasis(
    words: Sequence[Word], new_words: Sequence[Word], replaced: Operation, lone: Sequence[str]
) -> bool:
    """Return True for "is going" -> "goes", "more big" -> "bigger", "to going" -> "go"."""
    old = words[replaced.start].text
    new = new_words[replaced.new_start].text
    if len(lone) > 2 or stem(old) != stem(new) or old.lower() == new.lower():
        return False
    if all(word in ARTICLES for word in lone):
        return False
    return all(word in AUXILIARIES or word in DEGREES or word in ("to", "not") for word in lone)


def _trimmed(
    source: str, hypothesis: str, span: Span, new_span: Span, keep_off_end: bool
) -> Change:
    """Cut off the whitespace that both sides share at their ends.

    An insertion keeps its space behind it ("to |school"), except where that
    would make it touch a replaced word (``keep_off_end``).
    """
    old, new = source[span.start : span.end], hypothesis[new_span.start : new_span.end]
    if keep_off_end:
        tail = _shared_space(old[::-1], new[::-1])
        head = _shared_space(old[: len(old) - tail], new[: len(new) - tail])
    else:
        head = _shared_space(old, new)
        tail = _shared_space(old[head:][::-1], new[head:][::-1])
    return Change(
        Span(span.start + head, span.end - tail),
        Span(new_span.start + head, new_span.end - tail),
        old[head : len(old) - tail],
        new[head : len(new) - tail],
    )


def _shared_space(old: str, new: str) -> int:
    """Return how many whitespace characters both strings begin with."""
    length = 0
    for character, other in zip(old, new, strict=False):
        if character != other or not character.isspace():
            break
        length += 1
    return length
