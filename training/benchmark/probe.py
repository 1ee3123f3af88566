"""Run one system on sentences in a process of its own and tell what it cost.

``python -m training.benchmark.probe engine BUNDLE FILE`` or ``... harper FILE``;
prints one JSON object. The interpreter is measured before anything else is
imported, so that all of a system counts, libraries included. Only a process
that does nothing else can tell peak memory, hence no function of the main
benchmark.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

STATUS = "/proc/self/status"
KILOBYTES_PER_MEGABYTE = 1024


def resident(field: str) -> float | None:
    """Return ``VmRSS`` (now) or ``VmHWM`` (peak) in MB, or None where /proc is not."""
    try:
        with open(STATUS, encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status if ":" in line)
    except OSError:
        return None
    return int(lines[field].split()[0]) / KILOBYTES_PER_MEGABYTE


def load_engine(bundle: str) -> Callable[[str], object]:
    """Return what corrects one sentence with our engine."""
    from pathlib import Path

    from model.corrector import Corrector
    from model.edits import Sentence

    corrector = Corrector(Path(bundle))
    return lambda text: corrector.correct_sentence(Sentence(text, 0))


def load_harper() -> Callable[[str], object]:
    """Return what checks one sentence with Harper."""
    import harper

    linter = harper.Linter()
    check: Callable[[str], object] = linter.lint
    return check


def main(arguments: list[str]) -> int:
    """Load, correct every line of the file, print the costs."""
    before = resident("VmRSS")
    import json
    import time

    system, *bundle, file = arguments
    began = time.perf_counter()
    correct = load_engine(*bundle) if system == "engine" else load_harper()
    correct("This is the first sentence.")
    loaded = time.perf_counter() - began
    with open(file, encoding="utf-8") as lines:
        sentences = [line.rstrip("\n") for line in lines]
    cpu, wall = time.process_time(), time.perf_counter()
    for sentence in sentences:
        correct(sentence)
    costs = {
        "load_seconds": loaded,
        "cpu_seconds": time.process_time() - cpu,
        "wall_seconds": time.perf_counter() - wall,
        "sentences": len(sentences),
        "resident_before_mb": before,
        "resident_now_mb": resident("VmRSS"),
        "resident_peak_mb": resident("VmHWM"),
    }
    print(json.dumps(costs))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
