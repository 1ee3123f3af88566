"""Propose corrections that a list of words tells, before the model reads a sentence.

A model with two thousand pieces and millions of parameters has not seen every
misspelling often enough to be sure of it. But a word that is on no list and
close to one that fits is hardly ever meant. Puts the parts together; filters
nothing: protected words and thresholds are the corrector's business.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.edits import Category, Edit, Span
from model.grammar.confusables import MEANT
from model.ngrams import Ngrams, in_context
from model.spelling.articles import article_edits
from model.spelling.candidates import CandidateFinder
from model.spelling.judge import Judge, Written
from model.spelling.slips import slip_edits
from model.spelling.words import WordList

ERROR_TYPE = "R:SPELL"
PROPOSAL = "R:SPELL:LIST"
"""Name of the threshold of proposals; the search has thresholds of its own."""
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ '\u2019-]$")
_WORD_AFTER = re.compile(r"[ '\u2019-]([^\W\d_]+)")
_LONGEST = 20  # letters
# A sentence of which more words are on no list is not English.
_MOST_SHARE = 0.5
_MOST_WORDS = 8
_OF_WORDS = 40
# Letters of other alphabets, digits, and marks that make a word part of a longer one.
_QUOTES = ("", "'", "\u2019")
_JOINING = re.compile(r"[\w\-/@&+.'\u2019\u00b4`]")


class Speller:
    """Finds unknown words and what they stand for.

    Args:
        words: the known words.
        weights: of the judge.
        ngrams: runs of words, if their frequencies are known.
    """

    def __init__(
        self,
        words: WordList,
        weights: Mapping[str, float],
        ngrams: Ngrams | None = None,
    ) -> None:
        self.words = words
        self._finder = CandidateFinder(words)
        self._judge = Judge(weights)
        self._ngrams = ngrams

    def proposals(self, source: str) -> Iterator[Edit]:
        """Yield an edit for each wrong article, slip and unknown word that has candidates.

        However unsure: the caller compares the confidence with a threshold.

        Args:
            source: what the model reads of a sentence.
        """
        yield from article_edits(source, self.words)
        yield from slip_edits(source)
        unknown = self.unknown_words(source)
        for span in unknown:
            word = source[span.start : span.end]
            candidates = self._finder.near(word)
            if not candidates:
                continue
            written = written_at(source, span, unknown)
            texts = [in_case_of(word, candidate.text) for candidate in candidates]
            runs = self.familiarity(source, span, texts)
            verdict = self._judge.verdict(written, candidates, runs)
            replacement = in_case_of(word, verdict.candidate.text)
            yield Edit(span, word, replacement, verdict.confidence, Category.SPELLING, ERROR_TYPE)

    def familiarity(self, source: str, span: Span, texts: Sequence[str]) -> list[float]:
        """Return how much more familiar the words around a span are with each text in it, in nats.

        Zeros if nothing is known of runs of words.
        """
        if self._ngrams is None:
            return [0.0] * len(texts)
        written = source[span.start : span.end]
        old, *new = map(self._ngrams.log_score, in_context(source, span, [written, *texts]))
        return [score - old for score in new]

    def unknown_words(self, source: str) -> list[Span]:
        """Return where words stand that are on no list; none if they are too many."""
        found = list(_WORD.finditer(source))
        new = [Span(*match.span()) for match in found if match[0] not in self.words]
        unknown = [span for span in new if _is_plain_word(source, span)]
        most = min(_MOST_WORDS * math.ceil(len(found) / _OF_WORDS), _MOST_SHARE * len(found))
        if len(unknown) > max(1, most):
            return []
        return unknown


def _is_plain_word(source: str, span: Span) -> bool:
    """Return True for no acronym, no name with capitals inside and no part of an address."""
    word = source[span.start : span.end]
    if not 2 <= len(word) <= _LONGEST or not (word[1:].islower() or word.isupper()):
        return False
    if word.isupper() and not source.isupper():
        return False  # an acronym
    before = source[max(0, span.start - 1) : span.start]
    if before not in _QUOTES and _JOINING.match(before):
        return False
    return not _joins(source[span.end : span.end + 2])


def _joins(after: str) -> bool:
    """Return True if what follows a word makes it part of something longer."""
    if not after or not _JOINING.match(after[0]):
        return False
    if after[0] in ".'\u2019":
        return len(after) > 1 and after[1].isalnum()  # an abbreviation, a domain
    return True


def written_at(source: str, span: Span, unknown: Sequence[Span]) -> Written:
    """Return what the judge asks of an unknown word.

    Args:
        source: the sentence.
        span: of the word.
        unknown: of all unknown words of the sentence.
    """
    before = _WORD_BEFORE.search(source, max(0, span.start - 2 * _LONGEST), span.start)
    after = _WORD_AFTER.match(source, span.end)
    beside = [match.span(1) for match in (before, after) if match]
    return Written(
        source[span.start : span.end],
        is_first=_is_first(source, span.start),
        is_beside_unknown=any(Span(*place) in unknown for place in beside),
        is_beside_name=any(_is_name(source, Span(*place)) for place in beside),
    )


def _is_name(source: str, span: Span) -> bool:
    word = source[span.start : span.end]
    is_capitalised = word[0].isupper() and word != "I" and not _is_first(source, span.start)
    return is_capitalised or not word.isascii()


def _is_first(source: str, start: int) -> bool:
    """Return True if no word stands before a place."""
    return not any(character.isalnum() for character in source[:start])


def in_case_of(written: str, candidate: str) -> str:
    """Return a candidate capitalised as the word it replaces."""
    if written.isupper() and len(written) > 1:
        return candidate.upper()
    if written[0].isupper():
        return candidate[0].upper() + candidate[1:]
    return candidate


def invents_word(edit: Edit, sentence: str, words: WordList) -> bool:
    """Return True if an edit brings in a word that is neither known nor in the sentence.

    A model that writes in pieces can put together what is no word ("coffeee").
    """
    new = _WORD.findall(edit.replacement.replace("\u2019", "'"))
    unknown = [word for word in new if word not in words]
    if not unknown:
        return False
    present = {word.lower() for word in _WORD.findall(sentence.replace("\u2019", "'"))}
    return any(word.lower() not in present for word in unknown)


def breaks_word(edit: Edit, words: WordList) -> bool:
    """Return True if an edit cuts a known word into parts of which one is rarer than it."""
    whole = words.bits(edit.original)
    parts = edit.replacement.split()
    if whole is None or len(parts) < 2 or "".join(parts).lower() != edit.original.lower():
        return False
    return min(words.bits(part) or 0.0 for part in parts) < whole


def respells_word(edit: Edit, words: WordList) -> bool:
    """Return True if an edit takes a known word for a misspelling, one of no confusable pair."""
    is_word = edit.original in words and edit.original.lower() not in MEANT
    return is_word and edit.error_type == ERROR_TYPE


def without_conflicts(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits in order of place; of those that overlap, the surest, then the longest."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda item: (-item.confidence, -len(item.span))):
        if not any(_conflict(edit, other) for other in kept):
            kept.append(edit)
    return sorted(kept, key=lambda item: (item.span.start, item.span.end))


def _conflict(edit: Edit, other: Edit) -> bool:
    overlap = edit.span.start < other.span.end and other.span.start < edit.span.end
    return overlap or edit.span == other.span or _owns(edit, other) or _owns(other, edit)


def _owns(edit: Edit, other: Edit) -> bool:
    """Return True if an edit makes a word own what the other makes a verb of."""
    plain, written = edit.original, edit.replacement.replace("\u2019", "'")
    is_possessive = written in (f"{plain}'", f"{plain}'s") or (
        plain.endswith("s") and written == f"{plain[:-1]}'s"
    )
    return is_possessive and other.span.start == edit.span.end + 1
