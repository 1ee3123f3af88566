"""The record of a run: one JSON object a line, and a plot of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class MetricsLog:
    """Appends rows to a JSONL file; a resumed run first drops rows after its checkpoint."""

    def __init__(self, path: Path, from_step: int = 0) -> None:
        """Open ``path`` and forget rows of steps after ``from_step``."""
        self._path = path
        kept = [row for row in read_metrics(path) if row["step"] <= from_step]
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(json.dumps(row) + "\n" for row in kept)
        path.write_text(text, encoding="utf-8")

    def write(self, row: dict[str, Any]) -> None:
        """Append one row; it has a ``step``."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def read_metrics(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a metrics file; none if it does not exist.

    A last line that a kill has cut short is left out.
    """
    if not path.exists():
        return []
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return rows


def plot_metrics(path: Path, out: Path) -> None:
    """Draw loss and dev scores over the steps into a PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = read_metrics(path)
    losses = [(row["step"], row["loss"]) for row in rows if "loss" in row]
    scores = [(row["step"], row["f_half"]) for row in rows if "f_half" in row]
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    FigureCanvasAgg(figure)
    axis = figure.add_subplot()
    axis.set_xlabel("step")
    axis.set_ylabel("loss per weighted token (nats)")
    if losses:
        axis.plot(*zip(*losses, strict=True), color="tab:blue", label="loss")
    if scores:
        right = axis.twinx()
        right.set_ylabel("dev F0.5")
        right.plot(*zip(*scores, strict=True), color="tab:red", marker="o", label="dev F0.5")
    figure.savefig(out, dpi=110)
