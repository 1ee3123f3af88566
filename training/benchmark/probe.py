"""Run one system on sentences in a process of its own and tell what it cost.

``python -m training.benchmark.probe engine BUNDLE FILE``, ``... batches BUNDLE FILE``
(the engine, several sentences at a time) or ``... harper FILE``; prints one JSON
object. The interpreter is measured before anything else is imported, so that all of
a system counts, libraries included. Only a process that does nothing else can tell
peak memory, hence no function of the main benchmark.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

STATUS = "/proc/self/status"
KILOBYTES_PER_MEGABYTE = 1024
_AT_ONCE = 16  # about what a caller has at hand: a long paragraph


def resident(field: str) -> float | None:
    """Return ``VmRSS`` (now) or ``VmHWM`` (peak) in MB, or None where /proc is not."""
    try:
        with open(STATUS, encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status if ":" in line)
    except OSError:
        return None
    return int(lines[field].split()[0]) / KILOBYTES_PER_MEGABYTE


def load_engine(bundle: str, at_once: int) -> Callable[[Sequence[str]], object]:
    """Return what corrects ``at_once`` sentences with our engine."""
    from pathlib import Path

    from model.corrector import Corrector
    from model.edits import Sentence

    corrector = Corrector(Path(bundle))
    if at_once == 1:
        return lambda texts: corrector.correct_sentence(Sentence(texts[0], 0))
    return lambda texts: corrector.correct_sentences([Sentence(text, 0) for text in texts])


def load_harper() -> Callable[[Sequence[str]], object]:
    """Return what checks one sentence with Harper."""
    import harper

    linter = harper.Linter()
    return lambda texts: linter.lint(texts[0])


def main(arguments: list[str]) -> int:
    """Load, correct every line of the file, print the costs."""
    before = resident("VmRSS")
    import json
    import time

    system, *bundle, file = arguments
    began = time.perf_counter()
    at_once = _AT_ONCE if system == "batches" else 1
    correct = load_harper() if system == "harper" else load_engine(bundle[0], at_once)
    correct(["This is the first sentence."])
    loaded = time.perf_counter() - began
    with open(file, encoding="utf-8") as lines:
        sentences = [line.rstrip("\n") for line in lines]
    cpu, wall = time.process_time(), time.perf_counter()
    for first in range(0, len(sentences), at_once):
        correct(sentences[first : first + at_once])
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
