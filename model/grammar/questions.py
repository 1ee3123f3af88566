"""Questions that end with a full stop, or with nothing."""

from __future__ import annotations

from collections.abc import Iterator

from model.edits import Span
from model.grammar.proposals import Clause, Proposal
from model.lexicon import DO

_ASKING = frozenset({"what", "where", "when", "why", "how", "who", "which"})
_AFTER_ASKING = frozenset(
    "many much long often old far time kind sort of things people".split()  # noqa: SIM905
)
_INVERTED = (DO - {"done", "doing"}) | frozenset(
    """
    is are was were can could will would should have has isn't aren't wasn't can't couldn't won't
    """.split()  # noqa: SIM905
)
_SUBJECTS = frozenset(
    """
    you he she it we they i the my your his her our their this that there these those
    """.split()  # noqa: SIM905
)
_NOMINATIVES = frozenset({"you", "he", "she", "it", "we", "they", "i"})
_MORE_CLAUSES = frozenset(',;:()"\u201c\u201d?!')
_FEWEST_WORDS = 4


def question_proposals(clause: Clause) -> Iterator[Proposal]:
    """Yield the proposal to end a sentence of one clause with a question mark if it asks."""
    words = clause.words
    has_stop = words[-1:] == ["."]
    count = len(words) - has_stop
    if count < _FEWEST_WORDS or not _MORE_CLAUSES.isdisjoint(words) or "." in words[:-1]:
        return
    if not words[count - 1].isalpha() or not clause.is_small(count - 1):
        return  # a heading or an abbreviation
    kind = _kind(clause)
    if kind:
        last = clause.tokens[-1]
        start = last.start if has_stop else last.end
        yield Proposal(Span(start, last.end), "?", f"question:{kind}")


def _kind(clause: Clause) -> str:
    place = 1
    if clause.word(0) in _ASKING:
        while clause.word(place) in _AFTER_ASKING:
            place += 1
        asks = clause.word(place) in _INVERTED and clause.word(place + 1) in _SUBJECTS
        return "what" if asks else ""
    asks = clause.word(0) in _INVERTED and clause.word(1) in _NOMINATIVES
    return "whether" if asks else ""
