"""What crosses the line between the writing window and the inference thread.

Frozen values only: no widget, block or document ever leaves the GUI thread.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.checking.offsets import Utf16Offsets
from model.edits import Category, Correction, Edit, Span

LEAD = 8
"""Code points before an insertion that must still be there when it is accepted."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """Check one paragraph as it stood at one moment."""

    epoch: int
    """Which "forget everything" period it belongs to."""
    block_id: int
    revision: int
    """Version of the paragraph; the answer is dropped when the paragraph has moved on."""
    text: str
    """The paragraph without its line end."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Corrections for the sentences that were looked at."""

    request: CheckRequest
    corrections: tuple[Correction, ...]
    """Sentences in order; their starts count code points of the paragraph."""
    complete: bool
    """False while more sentences of the same paragraph are still to come, or after a stop."""
    stopped: bool = False
    """True if the work was cancelled: nothing more comes for this request."""
    failures: int = 0
    """Sentences that the engine could not correct."""


@dataclass(frozen=True, slots=True)
class IssueKey:
    """What stays the same about an issue while text around its sentence changes."""

    sentence: str
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An edit as shown to the writer; positions are UTF-16 units of its block."""

    block_id: int
    start: int
    end: int
    edit: Edit
    """As the engine gave it: its span counts code points of its sentence."""
    sentence: str
    sentence_start: int

    @property
    def category(self) -> Category:
        """What kind of mistake it is."""
        return self.edit.category

    @property
    def key(self) -> IssueKey:
        """Identity for "not this one": same sentence, same place, same proposal."""
        return IssueKey(self.sentence, self.edit.span, self.edit.replacement)

    @property
    def lead(self) -> str:
        """Text right before an insertion, which proves its place; empty for other edits."""
        if self.end > self.start:
            return ""
        return self.sentence[: self.edit.span.start][-LEAD:]

    def moved(self, offset: int, position: int) -> Issue:
        """Return the issue after an edit before it changed the text length by ``offset``.

        Args:
            offset: UTF-16 units inserted less those removed.
            position: where in the block that happened.
        """
        sentence_start = self.sentence_start
        if position < sentence_start:
            sentence_start = max(0, sentence_start + offset)
        return replace(
            self,
            start=self.start + offset,
            end=self.end + offset,
            sentence_start=sentence_start,
        )


def issues_of(request: CheckRequest, corrections: tuple[Correction, ...]) -> tuple[Issue, ...]:
    """Place the edits of corrected sentences in their paragraph."""
    offsets = Utf16Offsets(request.text)
    return tuple(
        Issue(
            block_id=request.block_id,
            start=offsets.to_qt(correction.sentence.start + edit.span.start),
            end=offsets.to_qt(correction.sentence.start + edit.span.end),
            edit=edit,
            sentence=correction.sentence.text,
            sentence_start=offsets.to_qt(correction.sentence.start),
        )
        for correction in corrections
        for edit in correction.edits
    )
