"""Throughput, load time and memory of whole systems, each in fresh processes.

Systems take turns, so that a busy moment of the machine falls on all of them.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ENGINE, BATCHES, HARPER = "engine", "batches", "harper"


@dataclass(frozen=True, slots=True)
class SystemCosts:
    """Medians over several processes."""

    sentences_per_cpu_second: float
    sentences_per_second: float
    load_seconds: float
    """From nothing to the first corrected sentence."""
    added_mb: float | None
    """Peak resident minus the bare interpreter; None where it cannot be read."""
    runs: int


def harper_is_installed() -> bool:
    """Return True if the peer can be measured."""
    return importlib.util.find_spec("harper") is not None


def compare_systems(
    bundle: Path, sentences: Sequence[str], runs: int, *, with_harper: bool
) -> dict[str, SystemCosts]:
    """Run the engine, sentence by sentence and in batches, and Harper if wanted.

    Raises:
        RuntimeError: if one of the processes fails; the message is its own.
    """
    arguments = {ENGINE: [str(bundle.resolve())], BATCHES: [str(bundle.resolve())]}
    if with_harper:
        arguments[HARPER] = []
    costs: dict[str, list[dict[str, float]]] = {system: [] for system in arguments}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sentences.txt"
        lines = (" ".join(sentence.split()) for sentence in sentences)
        file.write_text("".join(f"{line}\n" for line in lines if line), encoding="utf-8")
        for _ in range(runs):
            for system, extra in arguments.items():
                costs[system].append(_run_probe([system, *extra, str(file)]))
    return {system: _summary(measured) for system, measured in costs.items()}


def _run_probe(arguments: Sequence[str]) -> dict[str, float]:
    command = [sys.executable, "-m", "training.benchmark.probe", *arguments]
    outcome = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if outcome.returncode:
        last = outcome.stderr.strip().splitlines()[-1:] or ["no message"]
        raise RuntimeError(f"measuring {arguments[0]} failed: {last[0]}")
    costs: dict[str, float] = json.loads(outcome.stdout.splitlines()[-1])
    return costs


def _summary(measured: Sequence[dict[str, float]]) -> SystemCosts:
    def median(what: Callable[[dict[str, float]], float]) -> float:
        return statistics.median(what(run) for run in measured)

    known = all(run["resident_peak_mb"] is not None for run in measured)
    return SystemCosts(
        sentences_per_cpu_second=median(lambda run: run["sentences"] / run["cpu_seconds"]),
        sentences_per_second=median(lambda run: run["sentences"] / run["wall_seconds"]),
        load_seconds=median(lambda run: run["load_seconds"]),
        added_mb=median(lambda run: run["resident_peak_mb"] - run["resident_before_mb"])
        if known
        else None,
        runs=len(measured),
    )
