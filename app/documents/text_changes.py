"""What changed between two versions of a text, as few and as small replacements.

Words are compared first (difflib), so that a changed word is one change and
not three letters of it that happen to match. Knows strings only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from model.edits import Span

_TOKEN = re.compile(r"\n|\w+|[^\S\n]+|[^\w\s]")

_REPLACED_SHARE = 0.25  # beyond this texts of the same length are not the same words replaced


@dataclass(frozen=True, slots=True)
class TextChange:
    """Replace ``old[start:end]``; positions are code points of the old text."""

    start: int
    end: int
    replacement: str


def text_changes(old: str, new: str) -> list[TextChange]:
    """Return the changes that make ``new`` of ``old``: ascending, disjoint, each minimal."""
    head, tail = common_ends(old, new)
    old_tokens = _TOKEN.findall(old[head : len(old) - tail])
    new_tokens = _TOKEN.findall(new[head : len(new) - tail])
    old_starts = _starts(old_tokens, head)
    new_starts = _starts(new_tokens, head)
    return [
        _trimmed(
            old[old_starts[low] : old_starts[high]],
            new[new_starts[new_low] : new_starts[new_high]],
            old_starts[low],
        )
        for low, high, new_low, new_high in _changed_tokens(old_tokens, new_tokens)
    ]


def _changed_tokens(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[int, int, int, int]]:
    """Yield ranges of old tokens and the ranges of new tokens that replace them."""
    if len(old) == len(new):
        different = [at for at in range(len(old)) if old[at] != new[at]]
        if len(different) <= _REPLACED_SHARE * len(old):
            # Words were replaced one by one, as corrections do: no search is needed.
            return [(at, at + 1, at, at + 1) for at in different]
    opcodes = SequenceMatcher(None, old, new).get_opcodes()
    return [opcode[1:] for opcode in opcodes if opcode[0] != "equal"]


def line_changes(old: str, new: str) -> list[TextChange]:
    r"""Return the changes between long texts: whole lines first, then words in changed lines.

    Positions and replacements are those of texts with a "\n" at the end of the last line too.
    """
    old_lines, new_lines = old.split("\n"), new.split("\n")
    old_starts = _starts([line + "\n" for line in old_lines], 0)
    head, tail = common_ends(old_lines, new_lines)
    matcher = SequenceMatcher(
        None, old_lines[head : len(old_lines) - tail], new_lines[head : len(new_lines) - tail]
    )
    changes: list[TextChange] = []
    for operation, low, high, new_low, new_high in matcher.get_opcodes():
        if operation == "equal":
            continue
        start = old_starts[low + head]
        before = "".join(line + "\n" for line in old_lines[low + head : high + head])
        after = "".join(line + "\n" for line in new_lines[new_low + head : new_high + head])
        changes += [
            TextChange(change.start + start, change.end + start, change.replacement)
            for change in text_changes(before, after)
        ]
    return changes


def carry_spans(spans: Sequence[Span], old: str, new: str) -> tuple[Span, ...]:
    """Find spans of an old text again in a new one; those that were changed are dropped."""
    changes = line_changes(old, new)
    carried: list[Span] = []
    index = shift = 0
    for span in spans:
        while index < len(changes) and changes[index].end <= span.start:
            change = changes[index]
            shift += len(change.replacement) - (change.end - change.start)
            index += 1
        moved = span.shifted(shift)
        untouched = index == len(changes) or changes[index].start >= span.end
        # Line changes count a line end behind the text, which a span at its end may include.
        if untouched and moved.end <= len(new):
            carried.append(moved)
    return tuple(carried)


def common_ends(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """Return how many items are the same at the start, and at the end of the rest."""
    shorter = min(len(first), len(second))
    head = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if first[-1 - at] != second[-1 - at]), rest)
    return head, tail


def _starts(tokens: Sequence[str], origin: int) -> list[int]:
    """Return where each token starts, and where the last one ends."""
    starts = [origin]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _trimmed(old: str, new: str, start: int) -> TextChange:
    """Return the change without what both sides have in common at their ends."""
    head, tail = common_ends(old, new)
    return TextChange(start + head, start + len(old) - tail, new[head : len(new) - tail])
