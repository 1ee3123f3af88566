"""A text, what would change in it, and which of the changes are wanted.

Pure values: knows no window, engine or clipboard. Spans count code points of the
whole text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.checking.messages import CheckRequest, Issue, issues_of
from model.edits import Correction, Edit, apply_edits

Shows = Callable[[Issue], bool]
"""Whether the writer wants to see an issue: the dictionary, ignored rules and so on."""


@dataclass(frozen=True, slots=True)
class Change:
    """One correction in its place."""

    edit: Edit
    """Its span counts code points of the whole text."""
    issue: Issue
    """The same, as lists, cards and explanations of the editor take it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is shown on the card; every change counts as accepted until it is rejected."""

    text: str
    changes: tuple[Change, ...] = ()
    """In the order of the text, not overlapping."""
    rejected: frozenset[int] = frozenset()
    """Places in ``changes``."""

    @classmethod
    def of(cls, text: str, corrections: tuple[Correction, ...], shows: Shows) -> Proposal:
        """Make a proposal of what the engine found.

        Args:
            text: what was corrected.
            corrections: its sentences; their starts count code points of ``text``.
            shows: what the writer wants to see.
        """
        request = CheckRequest(0, 0, 0, text)
        found: list[Change] = []
        end = 0
        edits = (
            edit.shifted(correction.sentence.start)
            for correction in corrections
            for edit in correction.edits
        )
        for edit, issue in zip(edits, issues_of(request, corrections), strict=True):
            if edit.span.start >= end and shows(issue):
                found.append(Change(edit, issue))
                end = edit.span.end
        return cls(text, tuple(found))

    def is_accepted(self, place: int) -> bool:
        """Return True if a change is wanted."""
        return place not in self.rejected

    def with_change(self, place: int, accepted: bool) -> Proposal:
        """Return the proposal with one change accepted or rejected.

        Raises:
            IndexError: if there is no such change.
        """
        if not 0 <= place < len(self.changes):
            raise IndexError(f"there is no change {place} among {len(self.changes)}")
        rejected = self.rejected - {place} if accepted else self.rejected | {place}
        return replace(self, rejected=rejected)

    def with_all(self, accepted: bool) -> Proposal:
        """Return the proposal with every change accepted or rejected."""
        rejected = () if accepted else range(len(self.changes))
        return replace(self, rejected=frozenset(rejected))

    @property
    def accepted_count(self) -> int:
        """How many changes are wanted."""
        return len(self.changes) - len(self.rejected)

    @property
    def result(self) -> str:
        """The text with every accepted change carried out."""
        return apply_edits(
            self.text,
            (
                change.edit
                for place, change in enumerate(self.changes)
                if place not in self.rejected
            ),
        )
