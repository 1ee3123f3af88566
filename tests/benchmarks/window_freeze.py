"""Measure for how long opening and saving a long document keep the window from painting.

A timer rings every few milliseconds; the longest time between two rings is how long the
window stood still. Beside it: how long opening and saving took in all.

Run: ``python -m tests.benchmarks.window_freeze --words 200000``
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.application import SWITCH_SECONDS
from app.documents.document_file import new_document, save_document
from app.editor.editor import Editor
from app.windows.document_session import DocumentSession
from app.windows.prompts import Prompts
from tests.benchmarks.long_text import long_text

TICK_MS = 4
FORMATS = (".txt", ".md", ".docx", ".odt")


class Heart(QObject):
    """Notes the longest time without a beat."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        """Note the time since the last beat."""
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def timed(qt: QApplication, step: Callable[[], object]) -> dict[str, int]:
    """Carry out a step; returns milliseconds in all, and without a beat."""
    heart, began = Heart(), time.perf_counter()
    step()
    took = time.perf_counter() - began
    qt.processEvents()
    heart.beat()
    return {"took_ms": round(1000 * took), "frozen_ms": round(1000 * heart.longest)}


def measure(words: int) -> dict[str, dict[str, int]]:
    """Open and save a text in all formats."""
    qt = QApplication(["benchmark"])
    sys.setswitchinterval(SWITCH_SECONDS)
    editor = Editor()
    editor.resize(900, 700)
    editor.show()
    session = DocumentSession(editor, Prompts(editor), None)
    text, figures = long_text(words), {}
    with tempfile.TemporaryDirectory() as folder:
        for suffix in FORMATS:
            path = Path(folder) / f"long{suffix}"
            save_document(new_document(), text, path)
            session.open(path)  # libraries are loaded once
            figures[f"open {suffix}"] = timed(qt, partial(session.open, path))
            cursor = editor.textCursor()
            cursor.setPosition(editor.document().characterCount() // 2)
            cursor.insertText("A change. ")
            figures[f"save {suffix}"] = timed(qt, session.save)
    session.close()
    return figures


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, default=200_000)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(measure(parser.parse_args(argv).words), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
