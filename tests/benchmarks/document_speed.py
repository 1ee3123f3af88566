"""Measure opening and saving a long document in every format.

Times are of the process (CPU) and of the clock; the first tells how much work it is, the
second what a writer waits on this machine.

Run: ``python -m tests.benchmarks.document_speed --words 200000``
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from app.documents.document_file import (
    new_document,
    open_document,
    protected_spans,
    save_document,
    warnings_before_saving,
)
from app.documents.recovery import RecoveryStore
from tests.benchmarks.long_text import long_text

T = TypeVar("T")


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line per format and step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--words", type=int, default=200_000)
    options = parser.parse_args(argv)
    text = long_text(options.words)
    print(f"{len(text.split()):,} words, {len(text):,} characters", file=sys.stdout)
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".txt", ".md", ".docx", ".odt"):
            _measure_format(Path(folder) / f"long{suffix}", text)
        store = RecoveryStore(Path(folder) / "recovery")
        _timed("recovery copy", lambda: store.write("long", text, {}))
        store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"largest resident size {peak:.0f} MB")
    return 0


def _measure_format(path: Path, text: str) -> None:
    save_document(new_document(), text, path)
    one = text.replace("sister", "brother", 1)
    many = one.replace("buyed", "bought")
    kind = path.suffix
    document = _timed(f"{kind} open", lambda: open_document(path))
    _timed(f"{kind} warnings before saving", lambda: warnings_before_saving(document, one))
    saved = _timed(f"{kind} save, 1 paragraph changed", lambda: save_document(document, one))
    changed = sum(a != b for a, b in zip(one.split("\n"), many.split("\n"), strict=True))
    _timed(f"{kind} save, {changed} paragraphs changed", lambda: save_document(saved, many))
    _timed(f"{kind} protected spans after a change", lambda: protected_spans(saved, f"A {one}"))


def _timed(name: str, step: Callable[[], T]) -> T:
    """Carry a step out and print its times."""
    processor, clock = time.process_time(), time.perf_counter()
    result = step()
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    print(f"{name:45} {processor:6.2f} s CPU {clock:6.2f} s clock")
    return result


if __name__ == "__main__":
    sys.exit(main())
