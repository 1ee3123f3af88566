"""Places where learners leave a comma out.

Behind what opens a sentence ("However I think"), before a clause that "but" or "so" adds, behind a
clause that began the sentence ("If you go you will see"). Knows tokens; asks no model.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.edits import Span
from model.grammar.proposals import Clause, Proposal
from model.lexicon import AUXILIARIES

_OPENING = {
    "adverb": """
        however | therefore | moreover | furthermore | nevertheless | firstly | secondly | thirdly |
        finally | lastly | nowadays | unfortunately | fortunately | luckily | actually |
        personally | also | well | yes
    """,
    "time": "sometimes | today | yesterday | recently | suddenly | these days | at the moment",
    "phrase": """
        for example | for instance | of course | in fact | in conclusion | in addition |
        in general | in my opinion | in other words | in this case | in this way | in my view |
        in my case | at first | at last | as a result | as you know | as we know | after that |
        first of all | on the other hand | on the one hand | because of this | to sum up |
        to conclude | all in all
    """,
}
_BY_FIRST: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
for _kind, _phrases in _OPENING.items():
    for _phrase in map(str.split, _phrases.split("|")):
        _BY_FIRST.setdefault(_phrase[0], []).append((_kind, tuple(_phrase)))
_CONJUNCTIONS = frozenset(
    """
    if when although though because since while after before as once unless
    """.split()  # noqa: SIM905
)
_SUBJECTS = frozenset("i you he she it we they there this".split())  # noqa: SIM905
_ADDING = frozenset({"but", "so"})
_JOINING = frozenset({"and", "or", "that", *_ADDING})
_LEAST_CLAUSE = 3  # words


def comma_proposals(clause: Clause) -> Iterator[Proposal]:
    """Yield the places where a comma may be missing."""
    words = clause.words
    if not words:
        return
    for kind, phrase in _BY_FIRST.get(words[0], ()):
        end = len(phrase)
        if tuple(words[:end]) == phrase and _goes_on(clause, end):
            yield _comma(clause, end, f"comma:{kind}")
    if words[0] in _CONJUNCTIONS:
        yield from _behind_clause(clause)
    for place in range(_LEAST_CLAUSE, len(words) - 1):
        word, following = words[place], words[place + 1]
        if word in _ADDING and following in _SUBJECTS and _goes_on(clause, place):
            yield _comma(clause, place, f"comma:{word}")
        elif word == "which" and _goes_on(clause, place) and following in AUXILIARIES:
            yield _comma(clause, place, "comma:which")


def _behind_clause(clause: Clause) -> Iterator[Proposal]:
    """Yield the place before the second subject, the first that is not the clause's own."""
    words = clause.words
    if "," in words:
        return
    for place in range(_LEAST_CLAUSE + 1, len(words) - 1):
        if words[place] in _SUBJECTS and words[place - 1] not in _CONJUNCTIONS | _JOINING:
            yield _comma(clause, place, "comma:clause")
            return


def _goes_on(clause: Clause, place: int) -> bool:
    """Return True if words stand on both sides of a place."""
    return place < len(clause.words) and all(
        word[:1].isalnum() for word in (clause.word(place - 1), clause.word(place))
    )


def _comma(clause: Clause, place: int, rule: str) -> Proposal:
    end = clause.tokens[place - 1].end
    return Proposal(Span(end, end), ",", rule)
