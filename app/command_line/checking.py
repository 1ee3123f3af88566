"""Correct text chunk by chunk.

Knows the engine by its protocol only; neither files nor how results are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from app.command_line.chunks import Chunk
from app.command_line.encoding import TextFormat
from app.command_line.markup import ProtectedSpans
from model.edits import Correction, Edit, apply_edits
from model.error_density import ErrorDensity
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
    text_format: TextFormat,
    protected: ProtectedSpans,
) -> Iterator[CheckedChunk]:
    """Yield every chunk with its corrections.

    Args:
        chunks: the text.
        corrector: the engine.
        text_format: edits whose replacement it cannot express are left out.
        protected: places of the text; edits that touch them are left out.
    """
    density = ErrorDensity()
    for chunk in chunks:
        corrections: list[Correction] = []
        failures = 0
        for sentence in corrector.segment(chunk.text):
            proposed: tuple[Edit, ...] = ()
            start = chunk.start + sentence.start
            if not protected.covers(sentence.span.shifted(chunk.start)):
                try:
                    correction = corrector.correct_sentence(sentence, None, density.odds)
                    density.follow(correction)
                    proposed = correction.edits
                except DecodingError:
                    failures += 1
            kept = tuple(
                edit
                for edit in proposed
                if text_format.can_encode(edit.replacement)
                and not protected.touches(edit.span.shifted(start))
            )
            corrections.append(Correction(sentence, kept))
        yield CheckedChunk(chunk, tuple(corrections), failures)
