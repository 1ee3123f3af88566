"""Cut a stream of text into chunks that can be checked alone.

Bounds memory: whatever the input looks like, no more than a chunk and a piece
are held. Knows where sentences may not run across (blank lines); where a
sentence ends exactly is the business of the engine's segmentation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CHUNK_LIMIT = 1 << 14  # characters; a paragraph is seldom longer, so cutting inside one is rare
_CLUSTER_LIMIT = 32  # characters; how far to step back not to part a letter from its marks
_JOINERS = "\u200d\ufe0e\ufe0f"  # zero-width joiner, variation selectors

_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
_SENTENCE_END = r"[.!?\u2026][\"')\]\u2019\u201d\u00bb]*"
_BLANK_LINE = re.compile(rf"{_LINE_END}[ \t]*{_LINE_END}")
_FALLBACKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_SENTENCE_END}[ \t]*{_LINE_END}",
        rf"{_SENTENCE_END}\s",
        _LINE_END,
        r"\s",
    )
)
"""Where to cut a paragraph that is too long, from the best place to the worst."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of text and where it starts in its file (code points)."""

    text: str
    start: int


def cut_chunks(pieces: Iterable[str]) -> Iterator[Chunk]:
    """Yield chunks that join to the text, cut after blank lines where there are any.

    A chunk is at most :data:`CHUNK_LIMIT` characters longer than the longest piece.
    """
    waiting, start = "", 0
    for piece in pieces:
        waiting += piece
        cut = _find_cut(waiting)
        if cut:
            yield Chunk(waiting[:cut], start)
            waiting, start = waiting[cut:], start + cut
    if waiting:
        yield Chunk(waiting, start)


def _find_cut(text: str) -> int:
    """Return where to cut; 0 if it is better to wait for more text."""
    end = len(text) - text.endswith("\r")  # a line feed may follow
    cut = _end_of_last(_BLANK_LINE, text, end)
    if cut or len(text) < CHUNK_LIMIT:
        return cut
    for pattern in _FALLBACKS:
        cut = _end_of_last(pattern, text, end)
        if cut:
            return cut
    return _whole_characters(text, end)


def _end_of_last(pattern: re.Pattern[str], text: str, end: int) -> int:
    """Return the end of the last match before ``end``, or 0."""
    cut = 0
    for match in pattern.finditer(text, 0, end):
        cut = match.end()
    return cut


def _whole_characters(text: str, end: int) -> int:
    """Return the last place before ``end`` that does not part a letter from its marks."""
    for cut in range(end - 1, max(end - _CLUSTER_LIMIT, 0), -1):
        if not (_continues(text[cut]) or text[cut - 1] == _JOINERS[0]):
            return cut
    return end


def _continues(character: str) -> bool:
    """Return True if ``character`` belongs to the one before it."""
    return unicodedata.combining(character) != 0 or character in _JOINERS
