"""MaxMatch (M2): score a hypothesis by the edits that fit the gold best.

Of all cheapest edit scripts (see lattice.py), with neighbouring changes joined
into phrases across at most two unchanged words, the one is chosen that holds the
most gold edits, then the fewest changed words, then the fewest edits. With several
annotators the one counts who makes the corpus score best, given the counts of the
sentences before. Dahlmeier and Ng 2012, "Better Evaluation for Grammatical Error
Correction"; conventions of the official scorer, version 3.2. Case counts. Knows
tokens only.

Where the official scorer searches all pairs of vertices, this searches the states
(vertex, open edit, gold insertions used up here), which finds the same optimum in
time linear in the lattice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.scoring.counts import Counts
from training.scoring.lattice import DIAGONAL, STEPS, Lattice, Vertex, build_lattice

MAX_UNCHANGED_WORDS = 2
"""How many kept words an edit may hold between its changes (the official default)."""

BETA = 0.5

CLOSED = -1
"""State of a path that is not inside an edit."""

State = tuple[int, int]
"""(kept words inside the open edit or CLOSED, first gold insertion still unused here)."""

MatchedEdit = tuple[int, int, str]
"""Source span and replacement of an edit that the gold holds."""

Value = tuple[int, int, int, tuple[MatchedEdit, ...]]
"""What a path costs: (minus gold edits used, arcs outside them, edits outside them),
compared in this order; then the gold edits used, in order."""


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """A hypothesis against one annotator."""

    counts: Counts
    found: tuple[int, ...]
    """Indices of the gold edits that were found."""


@dataclass(frozen=True, slots=True)
class _Shortcut:
    """A stretch of the lattice that is exactly one gold edit."""

    end: Vertex
    gold: int
    """Index of the gold edit."""
    matched: MatchedEdit
    changes: bool
    """False where the gold edit leaves its word as it is (an error seen but not mended)."""


def match_sentence(
    source: Sequence[str],
    hypothesis: Sequence[str],
    annotations: Mapping[int, Sequence[TokenEdit]],
) -> dict[int, SentenceMatch]:
    """Return, by annotator, how the tokens of a hypothesis agree with the gold edits."""
    if list(source) == list(hypothesis):
        return {
            annotator: SentenceMatch(Counts(fn=len(edits)), ())
            for annotator, edits in annotations.items()
        }
    lattice = build_lattice(source, hypothesis)
    return {annotator: _match(lattice, edits) for annotator, edits in annotations.items()}


def choose_annotator(matches: Mapping[int, SentenceMatch], so_far: Counts) -> int:
    """Return the annotator with whom the corpus so far scores best.

    Ties go to more correct edits, then to fewer proposed and gold edits
    (the latter weighted by beta squared), then to the first annotator.

    Raises:
        ValueError: if there is no annotator.
    """

    def rank(annotator: int) -> tuple[float, int, float]:
        total = so_far + matches[annotator].counts
        return total.f_beta(BETA), total.tp, -(total.proposed + BETA * BETA * total.gold)

    return max(matches, key=rank)


def score_corpus(
    sentences: Sequence[AnnotatedSentence], hypotheses: Sequence[Sequence[str]]
) -> Counts:
    """Return the counts of tokenised hypotheses over a set.

    Raises:
        ValueError: if there are not as many hypotheses as sentences.
    """
    if len(sentences) != len(hypotheses):
        raise ValueError(f"{len(sentences)} sentences but {len(hypotheses)} hypotheses")
    return sum_best(
        match_sentence(sentence.tokens, hypothesis, sentence.annotations)
        for sentence, hypothesis in zip(sentences, hypotheses, strict=True)
    )


def sum_best(matches: Iterable[Mapping[int, SentenceMatch]]) -> Counts:
    """Add the counts of each sentence with the annotator who suits the sum so far best."""
    total = Counts()
    for by_annotator in matches:
        total += by_annotator[choose_annotator(by_annotator, total)].counts
    return total


def _match(lattice: Lattice, gold: Sequence[TokenEdit]) -> SentenceMatch:
    """Return the counts of the best path through the lattice for one annotator."""
    _, _, needless, matched = _best_path(lattice, gold)
    correct, found = _count_in_order(matched, gold)
    return SentenceMatch(
        Counts(correct, needless + len(matched) - correct, len(gold) - correct), found
    )


def _count_in_order(
    matched: Sequence[MatchedEdit], gold: Sequence[TokenEdit]
) -> tuple[int, tuple[int, ...]]:
    """Count matches as the official scorer does: in gold order, a gold edit given twice twice."""
    found: list[int] = []
    following = 0
    for start, end, text in matched:
        for index in range(following, len(gold)):
            edit = gold[index]
            if (edit.start, edit.end) == (start, end) and text in edit.replacements:
                found.append(index)
                following = index + 1
    return len(found), tuple(found)


def _best_path(lattice: Lattice, gold: Sequence[TokenEdit]) -> Value:
    """Search the cheapest path; vertices come in ascending order, so all arcs lead forward."""
    shortcuts = _shortcuts(lattice, gold)
    best: dict[Vertex, dict[State, Value]] = {(0, 0): {(CLOSED, 0): (0, 0, 0, ())}}
    for vertex, leaving in lattice.arcs.items():
        states = best.pop(vertex, None)
        if states is None:
            continue
        _close_edits(states)
        for shortcut in shortcuts.get(vertex, ()):
            _take_shortcut(vertex, shortcut, states, best)
        for step, down, right in STEPS:
            if leaving & step:
                target = best.setdefault((vertex[0] + down, vertex[1] + right), {})
                kept = step == DIAGONAL and lattice.keeps(vertex)
                _take_step(states, target, kept, resets=down > 0)
    final = best[lattice.end]
    return min(final.values())


def _improve(states: dict[State, Value], state: State, value: Value) -> None:
    known = states.get(state)
    if known is None or value < known:
        states[state] = value


def _close_edits(states: dict[State, Value]) -> None:
    """Let every open edit end here, at no cost."""
    for (kept, used), value in list(states.items()):
        if kept != CLOSED:
            _improve(states, (CLOSED, used), value)


def _take_step(
    states: dict[State, Value], target: dict[State, Value], kept: bool, resets: bool
) -> None:
    """Follow one arc from all states; a change opens an edit or goes on with the open one."""
    for (inside, used), (matches, arcs, edits, matched) in states.items():
        following = 0 if resets else used
        if not kept:
            opened = inside == CLOSED
            state = (0 if opened else inside, following)
            _improve(target, state, (matches, arcs + 1, edits + opened, matched))
        elif inside == CLOSED:
            _improve(target, (CLOSED, following), (matches, arcs + 1, edits, matched))
        elif inside < MAX_UNCHANGED_WORDS:
            _improve(target, (inside + 1, following), (matches, arcs + 1, edits, matched))


def _take_shortcut(
    vertex: Vertex,
    shortcut: _Shortcut,
    states: dict[State, Value],
    best: dict[Vertex, dict[State, Value]],
) -> None:
    """Use a gold edit; several insertions at one place must come in the order of the gold."""
    inserts = shortcut.end[0] == vertex[0]
    target = best.setdefault(shortcut.end, {})
    for (inside, used), (matches, arcs, edits, matched) in list(states.items()):
        if inside != CLOSED or (inserts and shortcut.gold < used):
            continue
        following = shortcut.gold + 1 if inserts else 0
        gained = (*matched, shortcut.matched) if shortcut.changes else matched
        _improve(target, (CLOSED, following), (matches - 1, arcs, edits, gained))


def _shortcuts(lattice: Lattice, gold: Sequence[TokenEdit]) -> dict[Vertex, list[_Shortcut]]:
    """Return, by vertex, the gold edits that the hypothesis could be making there."""
    shortcuts: dict[Vertex, list[_Shortcut]] = {}
    columns: dict[int, list[int]] = {}
    for i, j in (*lattice.arcs, lattice.end):
        columns.setdefault(i, []).append(j)
    for index, edit in enumerate(gold):
        for text in edit.replacements:
            words = tuple(text.split())
            for j in columns.get(edit.start, ()):
                start, end = (edit.start, j), (edit.end, j + len(words))
                if lattice.hypothesis[j : end[1]] == words and _is_edit(lattice, start, end):
                    changes = lattice.source[edit.start : edit.end] != words
                    matched = (edit.start, edit.end, text)
                    shortcuts.setdefault(start, []).append(_Shortcut(end, index, matched, changes))
    return shortcuts


def _is_edit(lattice: Lattice, start: Vertex, end: Vertex) -> bool:
    """Return True if the lattice joins the vertices by one edit or by one kept word."""
    if start == end:
        return False
    if end not in lattice.arcs and end != lattice.end:
        return False
    unchanged = lattice.source[start[0] : end[0]] == lattice.hypothesis[start[1] : end[1]]
    if unchanged:
        return end[0] - start[0] == 1 and bool(lattice.arcs.get(start, 0) & DIAGONAL)
    return lattice.fewest_kept(start, end, MAX_UNCHANGED_WORDS) is not None
