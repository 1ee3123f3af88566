"""The documents that are open in the editor, and what has been found in them.

A passage that has been checked keeps its result for as long as it stands
unchanged anywhere in the document. Knows no protocol but positions.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.serving.findings import Finding, find
from app.serving.lsp.kinds import DocumentKind, passages_of
from app.serving.lsp.parts import PlacedPassage
from app.serving.passages import Passage
from model.edits import Correction

_FIRST_BATCH = 400  # characters to check at first: the paragraph that the writer is at
_BATCH = 4_000  # and at once later on: seconds at most, then they are shown


@dataclass(slots=True)
class OpenDocument:
    """One document, as the editor shows it now."""

    uri: str
    kind: DocumentKind
    version: int
    text: str
    passages: tuple[PlacedPassage, ...] = ()
    """Of the present text; none until it has been divided."""
    known: dict[Passage, tuple[Correction, ...]] = field(default_factory=dict)
    """What was found in each passage, whatever the dictionary says."""
    checking: asyncio.Task[None] | None = None
    """Runs while something is still to be checked."""
    place: int = 0
    """Where the writer changed something last, in code points."""

    def replace(self, text: str, version: int) -> None:
        """Take a new text over; until it is divided nothing is known to be wrong in it."""
        self.place = first_difference(self.text, text)
        self.text, self.version = text, version
        self.passages = ()

    async def divide(self) -> None:
        """Find the passages of the present text and forget results of others.

        Runs beside the loop, where a long document does not keep the editor waiting.
        """
        passages = await asyncio.to_thread(passages_of, self.text, self.kind)
        self.passages = passages
        present = {placed.passage for placed in passages}
        self.known = {passage: found for passage, found in self.known.items() if passage in present}

    def unknown(self) -> Iterator[tuple[Passage, ...]]:
        """Yield the passages that are to be checked, in batches.

        Begins where the writer is, with little, so that it is shown at once; what stands
        before that comes last.
        """
        batch: list[Passage] = []
        length, enough = 0, _FIRST_BATCH
        for passage in dict.fromkeys(placed.passage for placed in self._from_here()):
            if passage in self.known:
                continue
            batch.append(passage)
            length += len(passage.reading)
            if length >= enough:
                yield tuple(batch)
                batch, length, enough = [], 0, min(2 * enough, _BATCH)
        if batch:
            yield tuple(batch)

    def _from_here(self) -> Iterator[PlacedPassage]:
        """Yield the passages from the last change to the end, then those before it."""
        yield from (placed for placed in self.passages if placed.end >= self.place)
        yield from (placed for placed in self.passages if placed.end < self.place)

    def learn(self, batch: Sequence[Passage], found: Sequence[tuple[Correction, ...]]) -> None:
        """Remember what was found in passages."""
        self.known.update(zip(batch, found, strict=True))

    def findings(self, known_words: frozenset[str]) -> tuple[Finding, ...]:
        """Return what is known to be wrong, in the order of the text, disjoint.

        Args:
            known_words: words that are right, casefolded.
        """
        found: list[Finding] = []
        for placed in self.passages:
            corrections = self.known.get(placed.passage, ())
            if any(correction.edits for correction in corrections):
                source = self.text[placed.origin : placed.end]
                found += (
                    finding.shifted(placed.origin)
                    for finding in find(source, placed.passage, corrections, known_words)
                )
        return _disjoint(found)

    def stop(self) -> None:
        """Stop checking."""
        if self.checking is not None:
            self.checking.cancel()
            self.checking = None


def first_difference(old: str, new: str) -> int:
    """Return the length of what two texts have in common at their beginning."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        # Comparing is far faster than looking at letters one by one: texts may be books.
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _disjoint(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings in order without those that reach into the one before."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda each: each.span):
        if not kept or kept[-1].span.end <= finding.span.start:
            kept.append(finding)
    return tuple(kept)
