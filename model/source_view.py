"""The part of a sentence that the model reads, and the way back to the sentence.

The model was trained on single sentences with plain spaces and straight
quotes. So it is shown the core of a sentence: without the whitespace around
it, each run of whitespace inside as one space, curly quotes as straight ones.
What it proposes is carried back to the writer's text, with the writer's line
breaks and quotes. Knows characters and spans; knows no tokens and no models.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.edits import Span
from model.extraction import Change
from model.opaque import Opaque

# Invisible marks (byte order mark, zero-width and bidi marks) go with the whitespace around.
_MARGIN = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u200e\u200f\u202a"
    "\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
)
_UNUSUAL_SPACE = re.compile(r"[^\S ]|  ")
_SPACES = re.compile(r"\s+")
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the model reads of one sentence."""

    sentence: str
    """The writer's text, whole."""
    text: str
    """What the model reads."""
    places: Sequence[int]
    """Where each character of ``text`` begins in ``sentence``, and where the last one ends."""

    prose: str
    """What the model reads of the writer's own words: ``text`` without stand-ins."""
    opaque: Sequence[Opaque]
    """What it does not read."""

    @classmethod
    def of(cls, sentence: str, opaque: Sequence[Opaque] = ()) -> SourceView:
        """Return the view of one sentence; its text is empty if nothing can be read.

        Args:
            sentence: with the whitespace around it.
            opaque: parts to hide, in order, not overlapping.
        """
        start = len(sentence) - len(sentence.lstrip(_MARGIN))
        core = sentence.strip(_MARGIN)
        end = start + len(core)
        if not opaque and not _UNUSUAL_SPACE.search(core):
            text = core.translate(_STRAIGHT)
            return cls(sentence, text, range(start, end + 1), text, ())
        shown = _Shown(start)
        position = start
        for part in opaque:
            shown.add(sentence[position : part.span.start], position)
            shown.add_stand_in(part)
            position = max(position, part.span.end)
        shown.add(sentence[position:end], position)
        return cls(sentence, shown.text, shown.places, shown.prose, opaque)

    def carried_back(self, change: Change) -> Change | None:
        """Return a change of ``text`` as a change of ``sentence``.

        Returns:
            None if it would lose a line break or other special whitespace.
        """
        span = Span(self.places[change.span.start], self.places[change.span.end])
        original = self.sentence[span.start : span.end]
        replacement = self._with_curly_quotes(change.replacement, span.start)
        spaces, new_spaces = _SPACES.findall(original), _SPACES.findall(replacement)
        if spaces != new_spaces:
            if len(spaces) == len(new_spaces):
                own = iter(spaces)
                replacement = _SPACES.sub(lambda _: next(own), replacement)
            elif any(run != " " for run in spaces):
                return None
        if original == replacement:
            return None
        return Change(span, change.new_span, original, replacement)

    def _with_curly_quotes(self, replacement: str, place: int) -> str:
        """Return the replacement with curly quotes if the writer uses them."""
        if "'" in replacement and "\u2019" in self.sentence:
            replacement = replacement.replace("'", "\u2019")
        if '"' in replacement and re.search("[\u201c\u201d]", self.sentence):
            before = self.sentence[place - 1 : place]
            opened = re.sub(r'(^|[\s(\[])"', "\\1\u201c", before + replacement)
            replacement = opened.replace('"', "\u201d")[len(before) :]
        return replacement


class _Shown:
    """Collects what is shown, character by character."""

    def __init__(self, start: int) -> None:
        self._characters: list[str] = []
        self._places: list[int] = []
        self._prose: list[str] = []
        self._end = start
        self._spaced = False  # a run of whitespace waits for something to follow it
        self._space_place = start

    @property
    def text(self) -> str:
        return "".join(self._characters).translate(_STRAIGHT)

    @property
    def prose(self) -> str:
        return "".join(self._prose)

    @property
    def places(self) -> list[int]:
        return [*self._places, self._end]

    def add(self, text: str, place: int) -> None:
        """Show a piece of the sentence that begins at ``place``."""
        self._prose.append(text)
        for offset, character in enumerate(text, start=place):
            if not character.isspace():
                self._show(character, offset, offset + 1)
            elif not self._spaced and self._characters:
                self._spaced, self._space_place = True, offset

    def add_stand_in(self, part: Opaque) -> None:
        """Show a word, or nothing, for a part that is hidden."""
        for character in part.stand_in:
            self._show(character, part.span.start, part.span.end)

    def _show(self, character: str, place: int, end: int) -> None:
        if self._spaced:
            self._characters.append(" ")
            self._places.append(self._space_place)
            self._spaced = False
        self._characters.append(character)
        self._places.append(place)
        self._end = end
