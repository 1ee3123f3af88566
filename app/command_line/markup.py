"""Keep the command line from correcting what in a text is markup.

Knows which files are Markdown and how to look a place up; what is markup in
them is told by :mod:`app.documents.markdown`, as for the editor.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from app.command_line.errors import UnreadableTextError
from model.edits import Span

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
MARKDOWN_LIMIT = (
    1 << 23
)  # characters: eight times a long novel; parsing needs the whole text at once


class ProtectedSpans:
    """Ranges of a text that nobody may change.

    Args:
        spans: sorted and disjoint, in code points of the text.
    """

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def touches(self, span: Span) -> bool:
        """Return True if a change of ``span`` would change a protected range.

        An insertion at the border of a range leaves the range whole.
        """
        return any(
            protected.start < span.end and span.start < protected.end
            for protected in self._around(span)
        )

    def covers(self, span: Span) -> bool:
        """Return True if all of ``span`` lies in one protected range."""
        return any(
            protected.start <= span.start and span.end <= protected.end
            for protected in self._around(span)
        )

    def _around(self, span: Span) -> Iterator[Span]:
        """Yield the ranges that may meet ``span``."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for protected in self._spans[first:]:
            if protected.start > span.end:
                return
            yield protected


def is_markdown(name: str) -> bool:
    """Return True if a file of this name is Markdown."""
    return PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES


def read_markdown(pieces: Iterable[str], name: str) -> tuple[str, ProtectedSpans]:
    """Return a whole Markdown text and what in it is markup.

    Raises:
        UnreadableTextError: if the text is too large to be taken whole.
    """
    # Markdown needs a parser that --help can do without.
    from app.documents.markdown import markup_spans

    text = ""
    for piece in pieces:
        text += piece
        if len(text) > MARKDOWN_LIMIT:
            raise UnreadableTextError(
                f"{name} is too large for Markdown (more than {MARKDOWN_LIMIT:,} characters). "
                "Split it, or use --plain to treat it as plain text."
            )
    # The parser knows line feeds only; a space instead of the carriage return keeps all positions.
    lines = text.replace("\r\n", " \n").replace("\r", "\n")
    return text, ProtectedSpans(markup_spans(lines))
