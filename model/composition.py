"""Edits of a text, and edits of the text they make, as edits of the first text.

Knows nothing of models: where the second edits come from is the caller's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.classification import category_of, classify
from model.edits import Edit, Span, apply_edits
from model.extraction import Change


def compose(source: str, first: Iterable[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits of ``source`` that do what ``first`` and then ``second`` do.

    A second edit away from all first ones stays what it is, in its new place.
    What meets becomes one edit, as sure as the least sure of its parts; where
    the second takes back what the first did, neither is left.

    Args:
        source: the text that ``first`` is about; spans count code points.
        first: edits of ``source``, not overlapping.
        second: edits of the text that ``first`` makes, not overlapping.

    Raises:
        ValueError: if edits overlap or do not fit their text.
    """
    made = sorted(first, key=lambda edit: edit.span)
    wanted = sorted(second, key=lambda edit: edit.span)
    between = apply_edits(source, made)
    apply_edits(between, wanted)  # refuses what does not fit
    composed: list[Edit] = []
    growth = 0  # of the text so far by the first edits
    while made or wanted:
        hull = min(_places(made, growth)[:1] + [edit.span for edit in wanted[:1]])
        firsts: list[Edit] = []
        seconds: list[Edit] = []
        start = hull.start - growth
        while True:
            if made and hull.overlaps(place := _places(made, growth)[0]):
                growth += len(made[0].replacement) - len(made[0].original)
                firsts.append(made.pop(0))
            elif wanted and hull.overlaps(place := wanted[0].span):
                seconds.append(wanted.pop(0))
            else:
                break
            hull = Span(hull.start, max(hull.end, place.end))
        span = Span(start, hull.end - growth)
        composed += _joined(source, between, (span, hull), firsts, seconds)
    return tuple(composed)


def _places(made: Sequence[Edit], growth: int) -> list[Span]:
    """Return where the replacement of the next first edit lies in the text between."""
    return [
        Span(edit.span.start + growth, edit.span.start + growth + len(edit.replacement))
        for edit in made[:1]
    ]


def _joined(
    source: str,
    between: str,
    spans: tuple[Span, Span],
    firsts: Sequence[Edit],
    seconds: Sequence[Edit],
) -> Iterable[Edit]:
    """Yield the edits of one place; ``spans`` are its ranges in both texts."""
    span, hull = spans
    if not seconds:
        yield from firsts
        return
    if not firsts:
        for edit in seconds:
            yield edit.shifted(span.start - hull.start)
        return
    original = source[span.start : span.end]
    inside = [edit.shifted(-hull.start) for edit in seconds]
    replacement = apply_edits(between[hull.start : hull.end], inside)
    if replacement == original:
        return
    _, error_type = classify(Change(span, span, original, replacement), source)
    yield replace(
        seconds[0],
        span=span,
        original=original,
        replacement=replacement,
        confidence=min(edit.confidence for edit in (*firsts, *seconds)),
        category=category_of(error_type, original, replacement),
        error_type=error_type,
    )
