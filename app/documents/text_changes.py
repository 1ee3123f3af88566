"""What changed between two versions of a text, as few and as small replacements.

Words are compared first (difflib), so that a changed word is one change and
not three letters of it that happen to match. Knows strings only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\n|\w+|[^\S\n]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class TextChange:
    """Replace ``old[start:end]``; positions are code points of the old text."""

    start: int
    end: int
    replacement: str


def text_changes(old: str, new: str) -> list[TextChange]:
    """Return the changes that make ``new`` of ``old``: ascending, disjoint, each minimal."""
    head = _common_prefix(old, new)
    tail = _common_suffix(old[head:], new[head:])
    old_tokens = _TOKEN.findall(old[head : len(old) - tail])
    new_tokens = _TOKEN.findall(new[head : len(new) - tail])
    old_starts = _starts(old_tokens, head)
    new_starts = _starts(new_tokens, head)
    matcher = SequenceMatcher(None, old_tokens, new_tokens)
    return [
        _trimmed(
            old[old_starts[low] : old_starts[high]],
            new[new_starts[new_low] : new_starts[new_high]],
            old_starts[low],
        )
        for operation, low, high, new_low, new_high in matcher.get_opcodes()
        if operation != "equal"
    ]


def _starts(tokens: Sequence[str], origin: int) -> list[int]:
    """Return where each token starts, and where the last one ends."""
    starts = [origin]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _trimmed(old: str, new: str, start: int) -> TextChange:
    """Return the change without what both sides have in common at their ends."""
    head = _common_prefix(old, new)
    tail = _common_suffix(old[head:], new[head:])
    return TextChange(start + head, start + len(old) - tail, new[head : len(new) - tail])


def _common_prefix(first: str, second: str) -> int:
    """Return how many characters both begin with."""
    length = min(len(first), len(second))
    for position in range(length):
        if first[position] != second[position]:
            return position
    return length


def _common_suffix(first: str, second: str) -> int:
    return _common_prefix(first[::-1], second[::-1])
