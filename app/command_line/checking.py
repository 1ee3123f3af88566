"""Correct text chunk by chunk.

Knows the engine by its protocol only; neither files nor how results are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from app.command_line.chunks import Chunk
from model.edits import Correction, Edit, Sentence, apply_edits
from model.errors import DecodingError

if TYPE_CHECKING:  # the engine takes its time to import, and whoever asks for help need not wait
    from model.corrector import SentenceCorrector


@dataclass(frozen=True, slots=True)
class CheckedChunk:
    """A chunk and what the engine proposes for it."""

    chunk: Chunk
    corrections: tuple[Correction, ...]
    """All sentences in order; a sentence's start counts from the start of the chunk."""
    failures: int = 0
    """Sentences that could not be checked; they stand in ``corrections`` without edits."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All edits, sorted; spans count from the start of the chunk."""
        return tuple(
            chain.from_iterable(
                (edit.shifted(correction.sentence.start) for edit in correction.edits)
                for correction in self.corrections
            )
        )

    @property
    def corrected(self) -> str:
        """The text of the chunk with all edits carried out."""
        return apply_edits(self.chunk.text, self.edits)


def check_chunks(
    chunks: Iterable[Chunk],
    corrector: SentenceCorrector,
    can_encode: Callable[[str], bool],
) -> Iterator[CheckedChunk]:
    """Yield every chunk with its corrections.

    Args:
        chunks: the text.
        corrector: the engine.
        can_encode: tells whether a replacement can be written in the encoding
            of the file; edits that cannot are left out.
    """
    for chunk in chunks:
        corrections: list[Correction] = []
        failures = 0
        for sentence in corrector.segment(chunk.text):
            correction = _correct(sentence, corrector, can_encode)
            failures += correction is None
            corrections.append(correction or Correction(sentence, ()))
        yield CheckedChunk(chunk, tuple(corrections), failures)


def _correct(
    sentence: Sentence, corrector: SentenceCorrector, can_encode: Callable[[str], bool]
) -> Correction | None:
    """Correct one sentence; None if the engine fails on it."""
    try:
        correction = corrector.correct_sentence(sentence, None)
    except DecodingError:
        return None
    kept = tuple(edit for edit in correction.edits if can_encode(edit.replacement))
    return replace(correction, edits=kept)
