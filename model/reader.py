"""One reading of a sentence: what the model would change, and how sure it is of it.

Cuts what is too long, searches, extracts the changes, adds those of the phrase
table and the patterns, judges all of them, and asks the list of words. Filters nothing: what is
shown to the writer is the corrector's business.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from model.calibration import EditFacts
from model.classification import category_of, classify
from model.confidence import TokenEvidence, evidence_of_other, token_evidence, token_places
from model.decoding import decode
from model.decoding.aggressive import aggressive_rows
from model.decoding.common import Cancelled, DecodingOptions, Hypothesis
from model.edits import Category, Edit, Span
from model.extraction import Change, extract_changes
from model.grammar.patterns import error_type_by
from model.parts import CorrectorParts
from model.phrases.table import Counts
from model.pieces import readable_spans
from model.source_view import SourceView

# A sentence is encoded to see whether it has to be cut, to correct it and to
# place its edits: a few texts remembered spare all but the first.
_REMEMBERED_TEXTS = 16
# Nats by which the model may prefer the source to what table or patterns propose: of 809 proposals
# that it found less likely still, the calibration took 29, and 12 of them were right.
_LEAST_MARGIN = -5.0
# Confidence, at least, of what hardly a correct sentence has (decision 0140).
_CERTAIN = 0.9
# Of what is certain where the search went its own way.
_NO_OPINION = TokenEvidence(first=math.log(0.5), rest=0.0, source=math.log(0.5))
# What is certain gives way only to what will be shown itself: no threshold is that high.
_MORE_THAN_LIKELY = 0.7


class Reader:
    """Reads sentences with one loaded model.

    Args:
        parts: the model and what goes with it.
        decoding: options of the search.
        spelling: whether to ask the list of words, too.
    """

    def __init__(self, parts: CorrectorParts, decoding: DecodingOptions, *, spelling: bool) -> None:
        self._parts = parts
        self._decoding = decoding
        self.most_tokens = min(decoding.longest_source, parts.familiar_tokens)
        """Longer sources are read in parts."""
        self.speller = parts.speller if spelling else None
        self._pieces = parts.tokenizer.piece_texts()
        self._encode = lru_cache(_REMEMBERED_TEXTS)(
            lambda text: tuple(parts.tokenizer.encode(text))
        )
        # Of whole sentences: some patterns ask where one begins. A method here would be a cycle,
        # and the model would stay in memory when its last corrector is gone.
        patterns = parts.patterns
        self._patterned = lru_cache(_REMEMBERED_TEXTS)(
            lambda text: tuple(patterns.find(text)) if patterns else ()
        )

    def edits(self, view: SourceView, cancelled: Cancelled | None) -> list[Edit]:
        """Return all that the search would change.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on this sentence.
        """
        found: list[Edit] = []
        for part in self._parts_of(view.text):
            hypothesis = self._search(view.text[part.start : part.end], cancelled)
            found += self._edits(view, part, hypothesis)
        return found

    def edits_side_by_side(
        self, views: Sequence[SourceView], cancelled: Cancelled | None
    ) -> list[list[Edit]]:
        """Return for each of a few sentences what :meth:`edits` returns, read in one batch.

        None of them may have more than ``most_tokens``.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on these sentences.
        """
        sources = [self._encode(view.text) for view in views]
        hypotheses = aggressive_rows(self._parts.stepper, sources, self._decoding, cancelled)
        return [
            list(self._edits(view, Span(0, len(view.text)), hypothesis))
            for view, hypothesis in zip(views, hypotheses, strict=True)
        ]

    def facts(self, view: SourceView) -> list[EditFacts]:
        """Return what is known of each edit, for fitting a calibration.

        Raises:
            DecodingError: if the model failed on this sentence.
        """
        found: list[EditFacts] = []
        for part in self._parts_of(view.text):
            hypothesis = self._search(view.text[part.start : part.end], None)
            found += (facts for _, facts in self._facts(view, part, hypothesis))
        return found

    def proposals(self, view: SourceView) -> Iterator[Edit]:
        """Yield edits for what the word list tells, however unsure."""
        if self.speller is None:
            return
        for edit in self.speller.proposals(view.text):
            change = Change(edit.span, edit.span, edit.original, edit.replacement)
            carried = view.carried_back(change)
            if carried is not None:
                yield replace(
                    edit,
                    span=carried.span,
                    original=carried.original,
                    replacement=carried.replacement,
                )

    def is_certain_of_more(self, text: str) -> bool:
        """Return True if a mended sentence has what hardly a correct one has: "She don't"."""
        return any(item.is_certain for item in self._patterned(text))

    def _search(self, source: str, cancelled: Cancelled | None) -> Hypothesis:
        return decode(self._parts.stepper, self._encode(source), self._decoding, cancelled)

    def _parts_of(self, text: str) -> Iterator[Span]:
        return readable_spans(text, lambda part: len(self._encode(part)), self.most_tokens)

    def _edits(self, view: SourceView, part: Span, hypothesis: Hypothesis) -> Iterator[Edit]:
        """Yield the edits of one part, judged but not filtered."""
        known = list(self._facts(view, part, hypothesis))
        if not known:
            return
        calibration = self._parts.calibration
        changes = sum(facts.is_searched for _, facts in known)
        sentence = calibration.facts(view.text, changes) if calibration else None
        found: list[tuple[Edit, bool]] = []
        for carried, facts in known:
            sure = facts.evidence.confidence
            if calibration and sentence:
                sure = calibration.confidence(facts, sentence)
            if facts.is_certain:
                sure = max(sure, _CERTAIN)
            error_type = error_type_by(facts.rule, facts.error_type)
            category = category_of(error_type, facts.original, facts.replacement)
            edit = Edit(
                carried.span,
                carried.original,
                _in_case(carried, view.text),
                sure,
                category,
                error_type,
                facts.rule,
            )
            found.append((edit, facts.is_certain))
        yield from _without_rivals(found)

    def _facts(
        self, view: SourceView, part: Span, hypothesis: Hypothesis
    ) -> Iterator[tuple[Change, EditFacts]]:
        """Yield each change as a change of the sentence, and what is known of it."""
        source = view.text[part.start : part.end]
        if not hypothesis.finished:
            return  # the search lost itself; half a sentence is no correction
        listed = self._listed(view.text, part)
        if hypothesis.tokens == self._encode(source) and not listed:
            return
        for change, facts in self._judged(source, hypothesis, listed):
            if _is_about_a_cut(change, part, len(view.text)):
                continue
            carried = view.carried_back(change.shifted(part.start) if part.start else change)
            if carried is None:
                continue
            if part.start:
                yield carried, replace(facts, span=facts.span.shifted(part.start))
            else:
                yield carried, facts

    def _listed(self, text: str, part: Span) -> dict[str, _Listed]:
        """Return what table and patterns propose for a part, by what that becomes.

        One change can be written in two ways: "the " before a word, " the" behind the last.
        """
        source = text[part.start : part.end]
        found: dict[str, _Listed] = {}
        if self._parts.phrases is not None:
            for phrase in self._parts.phrases.find(source):
                result = _made(source, phrase.span, phrase.replacement)
                found[result] = _Listed(phrase.span, phrase.replacement, phrase.counts)
        for item in self._patterned(text):
            if item.span.start < part.start or item.span.end > part.end:
                continue
            span = item.span.shifted(-part.start)
            result = _made(source, span, item.replacement)
            known = found.get(result) or _Listed(span, item.replacement)
            if not known.is_certain:  # several patterns may say the same
                found[result] = replace(known, rule=item.rule, is_certain=item.is_certain)
        return found

    def _judged(
        self, source: str, hypothesis: Hypothesis, listed: dict[str, _Listed]
    ) -> Iterator[tuple[Change, EditFacts]]:
        """Yield what the search changes, then what only table or patterns would change."""
        tokenizer = self._parts.tokenizer
        places = token_places(hypothesis.tokens, tokenizer, self._pieces)
        source_places = token_places(self._encode(source), tokenizer, self._pieces)
        changes = extract_changes(source, tokenizer.decode(hypothesis.tokens))
        for change in changes:
            span, new_span = change.span, change.new_span
            evidence = token_evidence(hypothesis, places, source_places, span, new_span)
            same = listed.pop(_made(source, span, change.replacement), None)
            yield change, _facts_of(change, source, evidence, same)
        for result, item in listed.items():
            change = item.as_change(source)
            before = [other for other in changes if other.span.end < item.span.start]
            shift = before[-1].new_span.end - before[-1].span.end if before else 0
            other_ids = tokenizer.encode(result)
            other = evidence_of_other(hypothesis, places, source_places, other_ids, shift)
            if other is None and item.is_certain:
                other = _NO_OPINION
            if other is None:
                continue
            if item.is_certain or other.first - other.source >= _LEAST_MARGIN:
                facts = _facts_of(change, source, other, item)
                yield change, replace(facts, is_searched=False)


def _in_case(change: Change, text: str) -> str:
    """Return the replacement, with a capital where it begins a sentence that began with one.

    Of two changes that make "All the" of "Every" perhaps only the second is shown.
    """
    old, new = change.original, change.replacement
    if "internet" in old:
        new = new.replace("Internet", "internet")  # both are right: as the writer has it
    begins = old[:1].isupper() and not any(map(str.isalnum, text[: change.span.start]))
    if begins and new[:1].islower() and old.lower() != new.lower():
        return new[0].upper() + new[1:]
    return new


def _without_rivals(found: Sequence[tuple[Edit, bool]]) -> Iterator[Edit]:
    """Leave out what mends the same place as something certain, or the certain if that is likely.

    "They have went" is to become "They have gone" or "They went", not "They gone".

    Args:
        found: edits, and whether each is certain.
    """
    others = [edit for edit, is_certain in found if not is_certain]
    likely = [edit for edit in others if edit.confidence > _MORE_THAN_LIKELY]
    certain = [
        edit
        for edit, is_certain in found
        if is_certain
        and not any(_are_rivals(edit, one) and not _covers(edit, one) for one in likely)
    ]
    # Of two that mend the same words the later knows more of them: "has went ... yesterday".
    certain = [
        edit
        for place, edit in enumerate(certain)
        if not any(_mend_the_same(edit, later) for later in certain[place + 1 :])
    ]
    for edit, is_certain in found:
        if is_certain:
            if edit in certain:
                yield edit
        elif not any(_are_rivals(one, edit) for one in certain):
            yield edit


def _are_rivals(certain: Edit, other: Edit) -> bool:
    """Return True if two edits touch, or the other one changes the word that governs the place.

    "This are" becomes "These are" or "This is".
    """
    one, two = certain.span, other.span
    governs = two.end + 1 == one.start and other.category is Category.GRAMMAR
    agrees = one.end + 1 == two.start and other.error_type == "R:VERB:SVA"
    return governs or agrees or (one.start <= two.end and two.start <= one.end)


def _mend_the_same(one: Edit, other: Edit) -> bool:
    """Return True if two edits touch and neither only inserts."""
    first, second = one.span, other.span
    touch = first.start <= second.end and second.start <= first.end
    return touch and len(first) > 0 and len(second) > 0


def _covers(certain: Edit, other: Edit) -> bool:
    """Return True if an edit mends more than another one, which is a part of it.

    "For asking" becomes "to ask", where "for" alone would become "to".
    """
    one, two = certain.span, other.span
    return one.start <= two.start and two.end <= one.end and len(one) > len(two)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A change that the phrase table or a pattern proposes."""

    span: Span
    replacement: str
    counts: Counts | None = None
    rule: str = ""
    is_certain: bool = False

    def as_change(self, source: str) -> Change:
        start = self.span.start
        new_span = Span(start, start + len(self.replacement))
        return Change(self.span, new_span, source[start : self.span.end], self.replacement)


def _facts_of(
    change: Change, source: str, evidence: TokenEvidence, known: _Listed | None
) -> EditFacts:
    _, error_type = classify(change, source)
    facts = EditFacts(change.span, change.original, change.replacement, error_type, evidence)
    if known is None:
        return facts
    return replace(facts, precedent=known.counts, rule=known.rule, is_certain=known.is_certain)


def _made(text: str, span: Span, replacement: str) -> str:
    return text[: span.start] + replacement + text[span.end :]


def _is_about_a_cut(change: Change, part: Span, length: int) -> bool:
    """Return True if a change makes a sentence of its own of what is only a part of one."""
    begins = part.start > 0 and change.span.start == 0
    ends = part.end < length and change.span.end == len(part)
    capitalises = change.original.casefold() == change.replacement.casefold()
    return (begins and capitalises) or (ends and not change.replacement[-1:].isalnum())
