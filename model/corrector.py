"""The engine's façade: sentences in, corrections out.

Puts the parts together: segment, view, encode, decode, extract, classify,
filter. Knows no Qt, no files but the bundle, and none of the search's inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from model.calibration import Calibration, EditFacts
from model.classification import category_of, classify
from model.composition import compose
from model.confidence import token_evidence, token_places
from model.decoding import decode
from model.decoding.aggressive import aggressive_rows
from model.decoding.common import (
    Cancelled,
    DecodingOptions,
    Hypothesis,
    Stepper,
    stop_if,
)
from model.decoding.remembering import RememberingStepper
from model.edits import Category, Correction, Edit, Sentence, Span
from model.errors import VersionMismatchError
from model.extraction import Change, extract_changes
from model.filtering import Sensitivity, cautious, is_acceptable, is_wanted
from model.opaque import opaque_parts
from model.pieces import readable_spans
from model.protection import PersonalDictionary, is_correctable, protected_spans, touches
from model.segmentation import iter_sentences, segment
from model.source_view import SourceView
from model.spelling.speller import (
    PROPOSAL,
    Speller,
    breaks_word,
    invents_word,
    without_conflicts,
)
from model.tokenizer import Tokenizer

_MAX_POSITIONS = 512  # of the shipped architecture; a bundle states its own
_BEAM_SIZE = 4
# Beyond the lengths it was trained on a model fails (decision 0031); where the
# manifest does not tell them, this is what the recipes for accelerators use.
_FAMILIAR_TOKENS = 128
# Sentences that are read side by side, and their tokens with padding: more
# leave the processor's caches and need more memory (decision 0117).
_MOST_ROWS = 4
_MOST_BATCH_TOKENS = 160
# A sentence is encoded to see whether it has to be cut, to correct it and to
# place its edits: a few texts remembered spare all but the first.
_REMEMBERED_TEXTS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectorOptions:
    """How to correct."""

    strategy: str = "aggressive"
    """``aggressive``, ``greedy`` (same result, slower) or ``beam``."""
    min_confidence: float | None = None
    """Least confidence of an edit; None takes the bundle's tuned thresholds."""
    edit_bias: float | None = None
    """Nats in favour of changing, see ``DecodingOptions``; None takes the bundle's."""
    level: float = 0.5
    """0 fewer .. 1 more suggestions around the tuned thresholds."""
    dictionary: frozenset[str] = frozenset()
    """The writer's own words, never changed."""
    spelling: bool = True
    """Look up unknown words, too, if the bundle has a word list."""
    passes: int = 2
    """How often a sentence is read while that changes it: once mended, it shows more."""
    threads: int = 1
    """Of ONNX Runtime; more gain nothing at sentence length."""

    def __post_init__(self) -> None:
        self.decoding(_MAX_POSITIONS)
        Sensitivity({}, self.level, self.min_confidence)
        if self.passes < 1:
            raise ValueError(f"at least one pass is needed, not {self.passes}")
        if self.threads < 1:
            raise ValueError(f"at least one thread is needed, not {self.threads}")

    def decoding(self, max_positions: int, bundle_bias: float = 0.0) -> DecodingOptions:
        """Return the options of the search."""
        beam_size = _BEAM_SIZE if self.strategy == "beam" else 1
        return DecodingOptions(
            strategy=self.strategy,
            beam_size=beam_size,
            max_positions=max_positions,
            edit_bias=bundle_bias if self.edit_bias is None else self.edit_bias,
        )


class SentenceCorrector(Protocol):
    """What the application needs of a corrector."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same sentence might get another correction."""

    def segment(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text; joined they are the text."""

    def correct_sentence(
        self, sentence: Sentence, cancelled: Cancelled | None = None
    ) -> Correction:
        """Propose edits for one sentence."""


@dataclass(frozen=True, slots=True)
class CorrectorParts:
    """What a corrector is made of; tests put in a fake stepper."""

    tokenizer: Tokenizer
    stepper: Stepper[Any]
    thresholds: Mapping[str, float] = field(default_factory=dict)
    fingerprint: str = ""
    max_positions: int = _MAX_POSITIONS
    familiar_tokens: int = _FAMILIAR_TOKENS
    """Longest source that the model was trained on; longer sentences are read in parts."""
    edit_bias: float = 0.0
    speller: Speller | None = None
    """For words that are on no list; None where a bundle has no list."""
    calibration: Calibration | None = None
    """Of the search's confidence; None where a bundle has no list of words."""

    @classmethod
    def load(cls, bundle_folder: Path, threads: int) -> CorrectorParts:
        """Read a model folder.

        Raises:
            BundleError: if it cannot be used; the message says what to do.
        """
        # ONNX Runtime takes a tenth of a second to import; users of the
        # protocol and of fakes need not wait for it.
        from model.bundle import Bundle
        from model.session import Session, SessionOptions

        bundle = Bundle.open(bundle_folder)
        # What reading these frees, the session takes; the other way round it would stay unused.
        tokenizer = bundle.tokenizer()
        words = bundle.words()
        ngrams = bundle.ngrams()
        session = Session(bundle, SessionOptions(threads=threads))
        stepper = RememberingStepper(session)
        weights = bundle.manifest.spelling_weights
        try:
            speller = None if words is None else Speller(words, weights, tokenizer, stepper, ngrams)
        except ValueError as error:  # made for a judge with other features
            raise VersionMismatchError(
                f"the model in {bundle_folder} is for another version of the program ({error});"
                " install both again"
            ) from error
        return cls(
            tokenizer,
            stepper,
            bundle.thresholds,
            bundle.fingerprint,
            session.max_positions,
            trained_tokens(bundle.manifest.training),
            bundle.manifest.edit_bias,
            speller,
            None if words is None else Calibration(bundle.manifest.calibration, words, ngrams),
        )


def trained_tokens(training: Mapping[str, Any]) -> int:
    """Return the longest source that a model was trained on, as its manifest tells."""
    batching = training.get("recipe", {}).get("batching", {})
    return max(1, int(batching.get("max_tokens", _FAMILIAR_TOKENS)))


class Corrector:
    """Corrects English sentences with one loaded model.

    Not for several threads at once; make one for each.
    """

    def __init__(self, bundle_folder: Path, options: CorrectorOptions | None = None) -> None:
        """Load a model.

        Args:
            bundle_folder: folder that ``python -m training.export`` wrote.
            options: defaults if None.

        Raises:
            BundleError: if the folder cannot be used; the message says what to do.
        """
        options = options or CorrectorOptions()
        self._set_up(CorrectorParts.load(bundle_folder, options.threads), options)

    @classmethod
    def of(cls, parts: CorrectorParts, options: CorrectorOptions | None = None) -> Corrector:
        """Return a corrector made of parts that are loaded already."""
        corrector = cls.__new__(cls)
        corrector._set_up(parts, options or CorrectorOptions())
        return corrector

    def _set_up(self, parts: CorrectorParts, options: CorrectorOptions) -> None:
        self._parts = parts
        self._decoding = options.decoding(parts.max_positions, parts.edit_bias)
        self._most_tokens = min(self._decoding.longest_source, parts.familiar_tokens)
        self._sensitivity = Sensitivity(parts.thresholds, options.level, options.min_confidence)
        self._passes = options.passes
        self._dictionary = PersonalDictionary(options.dictionary)
        self._speller = parts.speller if options.spelling else None
        self._pieces = parts.tokenizer.piece_texts()
        self._encode = lru_cache(_REMEMBERED_TEXTS)(
            lambda text: tuple(parts.tokenizer.encode(text))
        )

    @property
    def fingerprint(self) -> str:
        """Of the loaded model; options are the caller's to remember."""
        return self._parts.fingerprint

    def segment(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text; joined they are the text."""
        return segment(text)

    def correct_sentence(
        self, sentence: Sentence, cancelled: Cancelled | None = None
    ) -> Correction:
        """Propose edits for one sentence.

        Args:
            sentence: may have whitespace around it, which stays as it is.
            cancelled: asked between decoder steps.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on this sentence.
        """
        return self._read_again(self._read(sentence, cancelled), cancelled)

    def _read_again(self, correction: Correction, cancelled: Cancelled | None) -> Correction:
        """Add what shows once the edits of the passes before are made."""
        for _ in range(self._passes - 1):
            if not correction.edits:
                break
            sentence = correction.sentence
            more = self._read(Sentence(correction.text, sentence.start), cancelled)
            if not more.edits:
                break
            edits = compose(sentence.text, correction.edits, more.edits)
            correction = Correction(sentence, edits)
        return correction

    def _read(self, sentence: Sentence, cancelled: Cancelled | None) -> Correction:
        """Propose the edits of one pass."""
        stop_if(cancelled)
        view = _view(sentence)
        if not is_correctable(view):
            return Correction(sentence, ())
        edits: list[Edit] = []
        for part in self._parts_of(view.text):
            source = view.text[part.start : part.end]
            hypothesis = decode(
                self._parts.stepper, self._encode(source), self._decoding, cancelled
            )
            edits += self._edits(view, part, hypothesis)
        return self._correction(sentence, view, edits)

    def correct_sentences(
        self, sentences: Sequence[Sentence], cancelled: Cancelled | None = None
    ) -> tuple[Correction, ...]:
        """Propose edits for several sentences, a few of similar length read side by side.

        For throughput; in int8 the results may differ from ``correct_sentence``
        in rare cases, because a batch is quantised with one scale.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on these sentences.
        """
        if self._decoding.strategy != "aggressive":
            return tuple(self.correct_sentence(sentence, cancelled) for sentence in sentences)
        views = [_view(sentence) for sentence in sentences]
        encoded = self._parts.tokenizer.encode_batch([view.text for view in views])
        rows = [
            index
            for index, view in enumerate(views)
            if is_correctable(view) and len(encoded[index]) <= self._most_tokens
        ]
        found: dict[int, Hypothesis] = {}
        for batch in batches({row: len(encoded[row]) for row in rows}):
            sources = [encoded[row] for row in batch]
            hypotheses = aggressive_rows(self._parts.stepper, sources, self._decoding, cancelled)
            found |= zip(batch, hypotheses, strict=True)
        corrections: list[Correction] = []
        for index, (sentence, view) in enumerate(zip(sentences, views, strict=True)):
            if index in found:
                edits = self._edits(view, Span(0, len(view.text)), found[index])
                correction = self._correction(sentence, view, edits)
                corrections.append(self._read_again(correction, cancelled))
            else:
                corrections.append(self.correct_sentence(sentence, cancelled))
        return tuple(corrections)

    def correct_text(self, text: str, cancelled: Cancelled | None = None) -> tuple[Correction, ...]:
        """Propose edits for all sentences of a text, in order.

        Spans count from the start of each sentence, ``sentence.start`` from
        the start of the text.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on a sentence.
        """
        return tuple(self.correct_sentence(sentence, cancelled) for sentence in segment(text))

    def iter_corrections(
        self, chunks: str | Iterable[str], cancelled: Cancelled | None = None
    ) -> Iterator[Correction]:
        """Yield the corrections of a stream, sentence by sentence.

        Memory does not grow with the stream: only the sentences that a chunk
        leaves open are kept.

        Args:
            chunks: a text, or pieces of one cut anywhere.
            cancelled: asked between decoder steps.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on a sentence.
        """
        for sentence in iter_sentences(chunks):
            yield self.correct_sentence(sentence, cancelled)

    def _parts_of(self, text: str) -> Iterator[Span]:
        return readable_spans(text, lambda part: len(self._encode(part)), self._most_tokens)

    def _edits(self, view: SourceView, part: Span, hypothesis: Hypothesis) -> Iterator[Edit]:
        """Yield the edits of one part, judged but not filtered."""
        known = list(self._facts(view, part, hypothesis))
        if not known:
            return
        calibration = self._parts.calibration
        sentence = calibration.facts(view.text, len(known)) if calibration else None
        for carried, facts in known:
            sure = facts.evidence.confidence
            if calibration and sentence:
                sure = calibration.confidence(facts, sentence)
            category = category_of(facts.error_type, facts.original, facts.replacement)
            yield Edit(
                carried.span,
                carried.original,
                carried.replacement,
                sure,
                category,
                facts.error_type,
            )

    def facts(self, sentence: Sentence) -> tuple[str, list[EditFacts]]:
        """Return what the model reads of a sentence, and all that the search would change in it.

        For fitting a calibration; nothing is filtered.

        Raises:
            DecodingError: if the model failed on this sentence.
        """
        view = _view(sentence)
        if not is_correctable(view):
            return view.text, []
        found: list[EditFacts] = []
        for part in self._parts_of(view.text):
            ids = self._encode(view.text[part.start : part.end])
            hypothesis = decode(self._parts.stepper, ids, self._decoding, None)
            found += (facts for _, facts in self._facts(view, part, hypothesis))
        return view.text, found

    def _facts(
        self, view: SourceView, part: Span, hypothesis: Hypothesis
    ) -> Iterator[tuple[Change, EditFacts]]:
        """Yield each change as a change of the sentence, and what is known of it."""
        tokenizer = self._parts.tokenizer
        source = view.text[part.start : part.end]
        if not hypothesis.finished:
            return  # the search lost itself; half a sentence is no correction
        if hypothesis.tokens == self._encode(source):
            return
        changes = extract_changes(source, tokenizer.decode(hypothesis.tokens))
        if not changes:
            return
        places = token_places(hypothesis.tokens, tokenizer, self._pieces)
        source_places = token_places(self._encode(source), tokenizer, self._pieces)
        for change in changes:
            if _is_about_a_cut(change, part, len(view.text)):
                continue
            carried = view.carried_back(change.shifted(part.start))
            if carried is None:
                continue
            evidence = token_evidence(
                hypothesis, places, source_places, change.span, change.new_span
            )
            _, error_type = classify(change, source)
            span = change.span.shifted(part.start)
            yield (
                carried,
                EditFacts(span, change.original, change.replacement, error_type, evidence),
            )

    def _proposals(self, view: SourceView) -> Iterator[Edit]:
        """Yield edits for what the word list tells, however unsure."""
        if self._speller is None or not self._speller.has_proposals(view.text):
            return
        for part in self._parts_of(view.text):
            for edit in self._speller.proposals(view.text[part.start : part.end]):
                span = edit.span.shifted(part.start)
                change = Change(span, span, edit.original, edit.replacement)
                carried = view.carried_back(change)
                if carried is not None:
                    yield replace(
                        edit,
                        span=carried.span,
                        original=carried.original,
                        replacement=carried.replacement,
                    )

    def _correction(
        self, sentence: Sentence, view: SourceView, edits: Iterable[Edit]
    ) -> Correction:
        wanted = [edit for edit in edits if self._is_wanted(edit, sentence.text)]
        least = self._sensitivity.threshold(PROPOSAL, Category.SPELLING)
        looked_up = [
            edit
            for edit in self._proposals(view)
            if is_acceptable(edit) and edit.confidence >= cautious(least, edit, sentence.text)
        ]
        if not wanted and not looked_up:
            return Correction(sentence, ())
        protected = protected_spans(sentence.text, self._dictionary, view.opaque)
        allowed = [
            edit
            for edit in without_conflicts([*wanted, *looked_up])
            if not touches(edit, protected, sentence.text)
        ]
        return Correction(sentence, tuple(allowed))

    def _is_wanted(self, edit: Edit, sentence: str) -> bool:
        if self._speller is not None:
            words = self._speller.words
            if invents_word(edit, sentence, words) or breaks_word(edit, words):
                return False
        return is_wanted(edit, sentence, self._sensitivity)


def batches(lengths: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield the keys in batches of similar length, shortest first.

    Args:
        lengths: tokens by key.
    """
    batch: list[int] = []
    for key in sorted(lengths, key=lambda key: lengths[key]):
        is_full = len(batch) == _MOST_ROWS
        if batch and (is_full or (len(batch) + 1) * lengths[key] > _MOST_BATCH_TOKENS):
            yield batch
            batch = []
        batch.append(key)
    if batch:
        yield batch


def _view(sentence: Sentence) -> SourceView:
    return SourceView.of(sentence.text, opaque_parts(sentence.text))


def _is_about_a_cut(change: Change, part: Span, length: int) -> bool:
    """Return True if a change makes a sentence of its own of what is only a part of one."""
    begins = part.start > 0 and change.span.start == 0
    ends = part.end < length and change.span.end == len(part)
    capitalises = change.original.casefold() == change.replacement.casefold()
    return (begins and capitalises) or (ends and not change.replacement[-1:].isalnum())
