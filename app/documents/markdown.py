"""Find what in a Markdown text is markup and must not be corrected.

markdown-it-py (CommonMark, with tables, front matter, footnotes and dollar
math) decides what is what; this module only asks it where. Everything that
is not the inline content of a block (fences, indented code, HTML, front
matter, reference definitions, list markers, table rules, blank lines) is
protected, and inside inline content whatever a rule other than plain text
consumed. Doubtful places are protected: a missed mistake is cheaper than a
broken link. Knows no files.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from model.edits import Span

_Ranges = list[tuple[int, int]]
_Rule = Callable[[StateInline, bool], bool]

# Rules whose whole match is markup, and those that consume marks such as ** around text.
_OPAQUE_RULES = frozenset(
    (
        "backticks",
        "escape",
        "entity",
        "html_inline",
        "autolink",
        "math_inline",
        "emphasis",
        "strikethrough",
    )
)
_LINK_RULES = frozenset(("link", "image"))  # their label is prose, the rest is not

# What Markdown's relatives write and what plain readers leave alone.
_EXTRAS = re.compile(
    r"""
    \b(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)[^\s<>]+   # bare address
    | [\w.+-]+@[\w-]+\.[\w.-]*\w                       # mail address
    | \A\[[ xX]\](?=\s)                               # task box
    | \{\{.*?\}\} | \{%.*?%\} | \{[#.:%][^{}\n]*\}   # template, attributes
    | \[\[[^\[\]\n]*\]\] | \[-?@[^\[\]\n]*\]         # wiki link, citation
    | \[\^[^\[\]\s]+\]:?                               # footnote
    | (?<![\w:]):[a-z0-9_+-]+:(?![\w:])                # emoji name
    | ^:::.*$                                          # container fence
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_CACHED_BLOCKS = 20_000  # about the blocks of a 500-page book: after a keystroke one is parsed


def markup_spans(text: str) -> tuple[Span, ...]:
    r"""Return the ranges of ``text`` that are no prose.

    Args:
        text: a whole Markdown document with "\n" line ends.

    Returns:
        Sorted, disjoint, half-open ranges in code points; line ends between paragraphs
        are part of them.
    """
    environment: dict[str, Any] = {}
    tokens = _block_parser().parse(text, environment)
    references = frozenset(environment.get("references", ()))
    prose: _Ranges = []
    for content, pieces in _locate(tokens, text.split("\n")):
        known = references if "[" in content else frozenset()
        for start, end in _complement(_inline_markup(content, known), len(content)):
            prose += _to_document(start, end, pieces)
    return tuple(Span(start, end) for start, end in _complement(sorted(prose), len(text)))


def _locate(
    tokens: Sequence[Token], lines: Sequence[str]
) -> Iterator[tuple[str, list[tuple[int, int, int]]]]:
    """Yield inline contents with pieces (start in content, start in document, length).

    Block rules cut indents and quote marks off the front of lines and blanks off the end,
    so each line of a content stands unchanged at the end of its line of the document, or
    in a table somewhere behind the cell before. What is not found there (an escaped bar
    in a cell) gets no piece and so stays protected.
    """
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    row, column = -1, 0  # where the last table cell ended
    for opening, token in itertools.pairwise(tokens):
        if token.type != "inline" or token.map is None:
            continue
        pieces: list[tuple[int, int, int]] = []
        position = 0
        for number, line in enumerate(token.content.split("\n"), start=token.map[0]):
            if opening.type in {"th_open", "td_open"}:
                found = lines[number].find(line, column if number == row else 0)
                row, column = number, max(found, 0) + len(line)
            else:
                found = lines[number].rfind(line)
            if found >= 0 and line:
                pieces.append((position, starts[number] + found, len(line)))
            position += len(line) + 1
        yield token.content, pieces


def _to_document(start: int, end: int, pieces: Sequence[tuple[int, int, int]]) -> _Ranges:
    """Map a range of an inline content to ranges of the document."""
    ranges: _Ranges = []
    first = max(0, bisect_right(pieces, start, key=lambda piece: piece[0]) - 1)
    for content_start, document_start, length in pieces[first:]:
        low = max(start, content_start)
        high = min(end, content_start + length)
        if low < high:
            shift = document_start - content_start
            ranges.append((low + shift, high + shift))
        if content_start >= end:
            break
    return ranges


def _complement(ranges: Sequence[tuple[int, int]], length: int) -> _Ranges:
    """Return what sorted ranges leave of 0..length."""
    result: _Ranges = []
    position = 0
    for start, end in ranges:
        if start > position:
            result.append((position, start))
        position = max(position, end)
    if position < length:
        result.append((position, length))
    return result


@lru_cache(maxsize=_CACHED_BLOCKS)
def _inline_markup(content: str, references: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return the sorted ranges of an inline content that are markup; they may overlap.

    Args:
        content: what a block holds.
        references: normalised labels of the document's link reference definitions.
    """
    found: _Ranges = []
    environment = {
        "references": {label: {"href": "", "title": ""} for label in references},
        "found": found,
        "content": content,
    }
    parser = _inline_parser()
    parser.inline.parse(content, parser, environment, [])
    found += (match.span() for match in _EXTRAS.finditer(content))
    return tuple(sorted(found))


def _create_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # "$5 and $6" is money: no digits outside, no blanks inside the dollar signs.
    return parser.use(dollarmath_plugin, allow_digits=False, allow_space=False)


@cache
def _block_parser() -> MarkdownIt:
    """Return a parser that finds blocks and leaves their content alone."""
    parser = _create_parser().use(front_matter_plugin).use(footnote_plugin)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@cache
def _inline_parser() -> MarkdownIt:
    """Return a parser whose inline rules note what they consume in ``env["found"]``."""
    parser = _create_parser()
    ruler = parser.inline.ruler
    for name, rule in list(zip(ruler.get_active_rules(), ruler.getRules(), strict=True)):
        if name in _OPAQUE_RULES:
            ruler.at(name, _note_all(rule))
        elif name in _LINK_RULES:
            ruler.at(name, _note_target(rule))
    return parser


def _note_all(rule: _Rule) -> _Rule:
    """Wrap a rule so that everything it consumes counts as markup."""

    def noting_rule(state: StateInline, silent: bool) -> bool:
        start = state.pos
        matched = rule(state, silent)
        if matched and not silent and state.src is state.env["content"]:
            state.env["found"].append((start, state.pos))
        return matched

    return noting_rule


def _note_target(rule: _Rule) -> _Rule:
    """Wrap a link rule so that all but its label counts as markup.

    The label of an image is parsed by itself (``state.src`` is another string then).
    """

    def noting_rule(state: StateInline, silent: bool) -> bool:
        start = state.pos
        matched = rule(state, silent)
        if matched and not silent and state.src is state.env["content"]:
            opening = state.src.index("[", start)
            closing = state.md.helpers.parseLinkLabel(state, opening)
            state.env["found"] += [(start, opening + 1), (closing, state.pos)]
        return matched

    return noting_rule
