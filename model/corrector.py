"""The engine's façade: sentences in, corrections out.

Segments, has each sentence read, keeps what the writer should see, and has
mended sentences read again. Knows no Qt, no files, and nothing of the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from model.calibration import EditFacts
from model.composition import compose
from model.decoding.common import (
    Cancelled,
    DecodingOptions,
    stop_if,
)
from model.edits import Category, Correction, Edit, Sentence
from model.error_density import EVEN, ErrorDensity, Odds, at_odds
from model.filtering import Sensitivity, cautious, is_acceptable, is_wanted
from model.opaque import opaque_parts
from model.parts import CorrectorParts
from model.protection import PersonalDictionary, is_correctable, protected_spans, touches
from model.reader import Reader
from model.segmentation import iter_sentences, segment
from model.source_view import SourceView
from model.spelling.speller import (
    PROPOSAL,
    breaks_word,
    invents_word,
    respells_word,
    without_conflicts,
)

_MAX_POSITIONS = 512  # of the shipped architecture; a bundle states its own
_BEAM_SIZE = 4
# Sentences that are read side by side, and their tokens with padding: more
# leave the processor's caches and need more memory (decision 0117).
_MOST_ROWS = 4
_MOST_BATCH_TOKENS = 160
# A sentence leaves doubt if of several rejected edits one was that sure: of 301 second readings of
# such sentences 45 right edits came, of 248 others 6 (decisions 0134, 0144).
_DOUBT = 0.25
_SEVERAL = 2
# Less likely changes say nothing about how many mistakes a text has.
WITNESS = 0.15
# Where the model's own favourite is less likely than this, what the search would make of it is
# hardly ever shown (decision 0142).
_LEAST_PROBABILITY = 0.4
# Behind changes less likely than this the rest of a sentence is not verified again (decision 0145).
_REREADING_PROBABILITY = 0.8


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
            least_probability=_LEAST_PROBABILITY,
            rereading_probability=_REREADING_PROBABILITY,
        )


class SentenceCorrector(Protocol):
    """What the application needs of a corrector."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same sentence might get another correction."""

    def segment(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text; joined they are the text."""

    def correct_sentence(
        self, sentence: Sentence, cancelled: Cancelled | None = None, odds: Odds = EVEN
    ) -> Correction:
        """Propose edits for one sentence."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the model's reading of a sentence brought."""

    edits: tuple[Edit, ...] = ()
    leaves_doubt: bool = False
    """Whether the search saw more that it was not sure enough of."""
    expected: Mapping[str, float] = field(default_factory=dict)
    """Mistakes by type, by the probabilities of all that was considered, whatever text it is in."""


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
        self._options = options
        decoding = options.decoding(parts.max_positions, parts.edit_bias)
        self._reader = Reader(parts, decoding, spelling=options.spelling)
        self._sensitivity = Sensitivity(parts.thresholds, options.level, options.min_confidence)
        self._dictionary = PersonalDictionary(options.dictionary)

    @property
    def fingerprint(self) -> str:
        """Of the loaded model; options are the caller's to remember."""
        return self._parts.fingerprint

    def segment(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of a text; joined they are the text."""
        return segment(text)

    def correct_sentence(
        self, sentence: Sentence, cancelled: Cancelled | None = None, odds: Odds = EVEN
    ) -> Correction:
        """Propose edits for one sentence.

        Args:
            sentence: may have whitespace around it, which stays as it is.
            cancelled: asked between decoder steps.
            odds: of mistakes in this text, see :class:`model.error_density.ErrorDensity`.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on this sentence.
        """
        stop_if(cancelled)
        view = _view(sentence)
        if not is_correctable(view):
            return Correction(sentence, ())
        spelled = self._spelled(sentence, view, odds)
        if spelled.edits:
            reading = self._read(spelled.text, odds, cancelled)
        else:
            reading = self._reading(view, self._reader.edits(view, cancelled), odds)
        return self._read_again(spelled, reading, odds, cancelled)

    def spelled(self, sentence: Sentence, odds: Odds = EVEN) -> Correction:
        """Return what the list of words mends, before the model reads the sentence."""
        view = _view(sentence)
        if not is_correctable(view):
            return Correction(sentence, ())
        return self._spelled(sentence, view, odds)

    def _spelled(self, sentence: Sentence, view: SourceView, odds: Odds) -> Correction:
        # Twice, because a word that is mended may want another article.
        correction = Correction(sentence, ())
        for _ in range(2):
            found = self._shown(view, self._reader.proposals(view), odds)
            if not found:
                break
            correction = _with(correction, found)
            view = _view(Sentence(correction.text, 0))
        return correction

    def _shown(self, view: SourceView, proposals: Iterable[Edit], odds: Odds) -> list[Edit]:
        """Keep of what the list of words proposes what the writer should see."""
        least = self._sensitivity.threshold(PROPOSAL, Category.SPELLING)
        likely = [
            edit
            for edit in (_at_odds(edit, odds.overall) for edit in proposals)
            if is_acceptable(edit) and edit.confidence >= cautious(least, edit, view.sentence)
        ]
        return self._unprotected(view, likely) if likely else []

    def _read(self, text: str, odds: Odds, cancelled: Cancelled | None) -> _Reading:
        """Have the model read a mended sentence."""
        stop_if(cancelled)
        view = _view(Sentence(text, 0))
        if not is_correctable(view):
            return _Reading()
        return self._reading(view, self._reader.edits(view, cancelled), odds)

    def _read_again(
        self, correction: Correction, reading: _Reading, odds: Odds, cancelled: Cancelled | None
    ) -> Correction:
        """Add what a reading brought, and what shows once that is mended, too."""
        expected = reading.expected
        correction = _with(correction, reading.edits)
        for _ in range(self._options.passes - 1):
            if not reading.edits:
                break
            if not (reading.leaves_doubt or self._reader.is_certain_of_more(correction.text)):
                break
            reading = self._read(correction.text, odds, cancelled)
            correction = _with(correction, reading.edits)
        return replace(correction, expected=expected)

    def correct_sentences(
        self,
        sentences: Sequence[Sentence],
        cancelled: Cancelled | None = None,
        odds: Odds = EVEN,
    ) -> tuple[Correction, ...]:
        """Propose edits for several sentences, a few of similar length read side by side.

        For throughput; in int8 the results may differ from ``correct_sentence``
        in rare cases, because a batch is quantised with one scale.

        Args:
            sentences: of one text or of many.
            cancelled: asked between decoder steps.
            odds: of mistakes in all of them, as for ``correct_sentence``.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on these sentences.
        """
        if self._options.strategy != "aggressive":
            return tuple(self.correct_sentence(sentence, cancelled, odds) for sentence in sentences)
        spelled = [self.spelled(sentence, odds) for sentence in sentences]
        views = [_view(Sentence(correction.text, 0)) for correction in spelled]
        encoded = self._parts.tokenizer.encode_batch([view.text for view in views])
        lengths = {
            index: len(encoded[index])
            for index, view in enumerate(views)
            if is_correctable(view) and len(encoded[index]) <= self._reader.most_tokens
        }
        readings: dict[int, _Reading] = {}
        for batch in batches(lengths):
            chosen = [views[row] for row in batch]
            found = self._reader.edits_side_by_side(chosen, cancelled)
            for row, view, edits in zip(batch, chosen, found, strict=True):
                readings[row] = self._reading(view, edits, odds)
        corrections: list[Correction] = []
        for index, correction in enumerate(spelled):
            reading = readings.get(index) or self._read(correction.text, odds, cancelled)
            corrections.append(self._read_again(correction, reading, odds, cancelled))
        return tuple(corrections)

    def correct_text(self, text: str, cancelled: Cancelled | None = None) -> tuple[Correction, ...]:
        """Propose edits for all sentences of a text, in order.

        Spans count from the start of each sentence, ``sentence.start`` from
        the start of the text.

        Raises:
            CancelledError: if ``cancelled`` returned True.
            DecodingError: if the model failed on a sentence.
        """
        return tuple(self._in_order(segment(text), cancelled, ErrorDensity()))

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
        yield from self._in_order(iter_sentences(chunks), cancelled, ErrorDensity())

    def _in_order(
        self, sentences: Iterable[Sentence], cancelled: Cancelled | None, density: ErrorDensity
    ) -> Iterator[Correction]:
        """Yield the corrections of sentences that follow each other."""
        for sentence in sentences:
            correction = self.correct_sentence(sentence, cancelled, density.odds)
            density.follow(correction)
            yield correction

    def facts(self, sentence: Sentence) -> tuple[str, list[EditFacts]]:
        """Return what the model reads of a sentence, and all that the search would change in it.

        For fitting a calibration; nothing is filtered.

        Raises:
            DecodingError: if the model failed on this sentence.
        """
        view = _view(sentence)
        return view.text, self._reader.facts(view) if is_correctable(view) else []

    def _reading(self, view: SourceView, edits: Sequence[Edit], odds: Odds) -> _Reading:
        """Keep of the edits that the model proposes what the writer should see."""
        expected: dict[str, float] = {}
        for edit in edits:
            if edit.confidence >= WITNESS:
                expected[edit.error_type] = expected.get(edit.error_type, 0.0) + edit.confidence
        edits = [_at_odds(edit, odds.of(edit.error_type)) for edit in edits]
        wanted = [edit for edit in edits if self._is_wanted(edit, view.sentence)]
        if not wanted:
            return _Reading(expected=expected)
        shown = self._unprotected(view, wanted)
        rejected = [edit.confidence for edit in edits if edit not in shown]
        doubt = len(rejected) >= _SEVERAL and max(rejected) >= _DOUBT
        return _Reading(tuple(shown), leaves_doubt=doubt, expected=expected)

    def _unprotected(self, view: SourceView, edits: Sequence[Edit]) -> list[Edit]:
        """Leave out what overlaps something surer or touches what is not to be changed."""
        protected = protected_spans(view.sentence, self._dictionary, view.opaque)
        return [
            edit for edit in without_conflicts(edits) if not touches(edit, protected, view.sentence)
        ]

    def _is_wanted(self, edit: Edit, sentence: str) -> bool:
        respells = False
        if self._reader.speller is not None:
            words = self._reader.speller.words
            if invents_word(edit, sentence, words) or breaks_word(edit, words):
                return False
            respells = respells_word(edit, words)
        return is_wanted(edit, sentence, self._sensitivity, respells_word=respells)


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


def _at_odds(edit: Edit, odds: float) -> Edit:
    """Return an edit as sure as it is in a text with these odds of such a mistake."""
    if odds == 1.0:
        return edit
    return replace(edit, confidence=at_odds(edit.confidence, odds))


def _view(sentence: Sentence) -> SourceView:
    return SourceView.of(sentence.text, opaque_parts(sentence.text))


def _with(correction: Correction, edits: Sequence[Edit]) -> Correction:
    """Return a correction that goes on with edits of its text."""
    sentence = correction.sentence
    if not edits:
        return correction
    if not correction.edits:
        return replace(correction, edits=tuple(edits))
    return replace(correction, edits=compose(sentence.text, correction.edits, edits))
