"""The engine's façade: sentences in, corrections out.

Segments, has each sentence read, keeps what the writer should see, and has
mended sentences read again. Knows no Qt, no files, and nothing of the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
# A rejected edit that sure was almost worth showing: of 129 second readings after one, 25 found
# something, of 87 others 6 (decisions 0134, 0142).
_DOUBT = 0.2
# Where the model's own favourite is less likely than this, what the search would make of it is
# hardly ever shown (decision 0142).
_LEAST_PROBABILITY = 0.35


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
class _Reading:
    """What one pass brought."""

    correction: Correction
    leaves_doubt: bool = False
    """Whether the search saw more that it was not sure enough of."""


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

    def _read_again(self, reading: _Reading, cancelled: Cancelled | None) -> Correction:
        """Add what shows once the edits of the passes before are made."""
        correction = reading.correction
        for _ in range(self._options.passes - 1):
            if not reading.correction.edits:
                break
            if not (reading.leaves_doubt or self._reader.is_certain_of_more(correction.text)):
                break
            sentence = correction.sentence
            reading = self._read(Sentence(correction.text, sentence.start), cancelled)
            if reading.correction.edits:
                edits = compose(sentence.text, correction.edits, reading.correction.edits)
                correction = Correction(sentence, edits)
        return correction

    def _read(self, sentence: Sentence, cancelled: Cancelled | None) -> _Reading:
        """Read a sentence once."""
        stop_if(cancelled)
        view = _view(sentence)
        if not is_correctable(view):
            return _Reading(Correction(sentence, ()))
        return self._reading(sentence, view, self._reader.edits(view, cancelled))

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
        if self._options.strategy != "aggressive":
            return tuple(self.correct_sentence(sentence, cancelled) for sentence in sentences)
        views = [_view(sentence) for sentence in sentences]
        encoded = self._parts.tokenizer.encode_batch([view.text for view in views])
        lengths = {
            index: len(encoded[index])
            for index, view in enumerate(views)
            if is_correctable(view) and len(encoded[index]) <= self._reader.most_tokens
        }
        found: dict[int, list[Edit]] = {}
        for batch in batches(lengths):
            edits = self._reader.edits_side_by_side([views[row] for row in batch], cancelled)
            found |= zip(batch, edits, strict=True)
        corrections: list[Correction] = []
        for index, (sentence, view) in enumerate(zip(sentences, views, strict=True)):
            if index in found:
                reading = self._reading(sentence, view, found[index])
            else:
                reading = self._read(sentence, cancelled)
            corrections.append(self._read_again(reading, cancelled))
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

    def facts(self, sentence: Sentence) -> tuple[str, list[EditFacts]]:
        """Return what the model reads of a sentence, and all that the search would change in it.

        For fitting a calibration; nothing is filtered.

        Raises:
            DecodingError: if the model failed on this sentence.
        """
        view = _view(sentence)
        return view.text, self._reader.facts(view) if is_correctable(view) else []

    def _reading(self, sentence: Sentence, view: SourceView, edits: Sequence[Edit]) -> _Reading:
        """Keep of the edits found what the writer should see."""
        wanted = [edit for edit in edits if self._is_wanted(edit, sentence.text)]
        least = self._sensitivity.threshold(PROPOSAL, Category.SPELLING)
        looked_up = [
            edit
            for edit in self._reader.proposals(view)
            if is_acceptable(edit) and edit.confidence >= cautious(least, edit, sentence.text)
        ]
        if not wanted and not looked_up:
            return _Reading(Correction(sentence, ()))
        protected = protected_spans(sentence.text, self._dictionary, view.opaque)
        allowed = [
            edit
            for edit in without_conflicts([*wanted, *looked_up])
            if not touches(edit, protected, sentence.text)
        ]
        doubt = any(edit.confidence >= _DOUBT for edit in edits if edit not in allowed)
        return _Reading(Correction(sentence, tuple(allowed)), leaves_doubt=doubt)

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


def _view(sentence: Sentence) -> SourceView:
    return SourceView.of(sentence.text, opaque_parts(sentence.text))
