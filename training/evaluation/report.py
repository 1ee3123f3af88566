"""Scores as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from training.evaluation.scores import SetScores

HEADINGS = (
    "set",
    "system",
    "sentences",
    "tp",
    "fp",
    "fn",
    "P",
    "R",
    "F0.5",
    "ERRANT* P / R / F0.5",
    "GLEU",
    "false alarms",
    "errors touched",
    "sent/CPU-s",
)

NOTES = (
    "P, R, F0.5: MaxMatch, in percent. ERRANT*: span and replacement, with our own tagger.\n"
    "False alarms: changed sentences among those that no annotator changed."
)


def table(scores: Sequence[SetScores]) -> str:
    """Return the scores as lines with aligned columns."""
    rows = [HEADINGS, *(_cells(item) for item in scores)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, "", NOTES])


def _cells(item: SetScores) -> tuple[str, ...]:
    score = item.score
    speed = item.sentences_per_cpu_second
    errant = item.errant
    return (
        item.set_name,
        item.system,
        str(item.sentences),
        str(score.counts.tp),
        str(score.counts.fp),
        str(score.counts.fn),
        _percent(score.precision),
        _percent(score.recall),
        _percent(score.f_half),
        "-"
        if errant is None
        else " / ".join(_percent(x) for x in (errant.precision, errant.recall, errant.f_half)),
        "-" if item.gleu is None else _percent(item.gleu),
        _share(score.false_alarms, score.error_free),
        _share(score.erroneous_changed, score.erroneous),
        "-" if speed is None else f"{speed:.0f}",
    )


def _percent(ratio: float) -> str:
    return f"{100 * ratio:.2f}"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.1f} %" if whole else "-"


def type_table(scores: Sequence[SetScores]) -> str:
    """Return, by set and system, how many gold edits of each type were found."""
    lines: list[str] = []
    for item in scores:
        lines.append(f"{item.set_name}, {item.system}: gold edits found by type")
        ordered = sorted(item.score.types.items(), key=lambda pair: -pair[1].gold)
        lines += (
            f"  {name:<14}{counts.tp:>6} of {counts.gold:<6} {100 * counts.recall:6.2f} %"
            for name, counts in ordered
        )
    return "\n".join(lines)


def write_json(path: Path, scores: Sequence[SetScores]) -> None:
    """Write the scores of all systems and sets."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps([item.as_json() for item in scores], indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
