"""What a leg leaves behind: few files, small enough to fetch, that give checkpoints again.

``leg.json`` describes the rest: parts of ``weights.pt`` (averaged weights, to be
used), parts of ``state.pt`` (the weights as they were, to go on from),
``metrics.jsonl`` and ``metrics.png``. Both checkpoints are bf16; the moments of
the optimiser stay behind (docs/decisions/0072).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.checkpoints import load_checkpoint, save_checkpoint, weights_in_bf16
from training.metrics import plot_metrics, read_metrics
from training.parcels import Parcel, ParcelError, join_file, split_file

WEIGHTS = "weights.pt"
STATE = "state.pt"
DESCRIPTION = "leg.json"


def deliver(out: Path, weights: Path, last: Path, logs: Sequence[tuple[str, Path]]) -> None:
    """Write everything but ``leg.json`` into ``out``.

    Args:
        out: folder to fill; files of an earlier stage are replaced.
        weights: checkpoint whose averaged weights are the yield.
        last: checkpoint to go on from.
        logs: stage names and their metrics files.
    """
    out.mkdir(parents=True, exist_ok=True)
    scratch = last.parent / "parcels"
    save_checkpoint(scratch / WEIGHTS, weights_in_bf16(load_checkpoint(weights)))
    save_checkpoint(scratch / STATE, weights_in_bf16({**load_checkpoint(last), "ema": None}))
    parcels = {name: split_file(scratch / name, out).to_dict() for name in (WEIGHTS, STATE)}
    shutil.rmtree(scratch)
    describe(out, {"parcels": parcels})
    rows = [{"stage": name, **row} for name, path in logs for row in read_metrics(path)]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (out / "metrics.jsonl").write_text(text, encoding="utf-8")
    plot_metrics(last.parent / "metrics.jsonl", out / "metrics.png")


def describe(out: Path, values: dict[str, Any]) -> None:
    """Add ``values`` to ``leg.json``."""
    path = out / DESCRIPTION
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps({**known, **values}, indent=1), encoding="utf-8")


def read_description(folder: Path) -> dict[str, Any]:
    """Return what ``leg.json`` in a fetched folder holds.

    Raises:
        ParcelError: if the folder is no output of a leg.
    """
    try:
        text = (folder / DESCRIPTION).read_text(encoding="utf-8")
        description: dict[str, Any] = json.loads(text)
    except (OSError, json.JSONDecodeError) as error:
        raise ParcelError(f"{folder} has no readable {DESCRIPTION}: {error}") from error
    return description


def join_checkpoint(folder: Path, name: str, out: Path) -> None:
    """Make a checkpoint file of a fetched folder.

    Raises:
        ParcelError: if parts are missing or damaged.
    """
    parcels = read_description(folder).get("parcels", {})
    if name not in parcels:
        raise ParcelError(f"{folder} holds no {name}; the leg ended before it was written")
    join_file(Parcel.from_dict(parcels[name]), folder, out)
