"""Measure the way from a pause in typing to the underline, the start, and the memory.

Types a wrong sentence of about 25 tokens again and again, each time with another
number in it so that the cache cannot answer, and takes the time from the end of the
pause (the debounce) until the answer is painted, underlines or none: how many
sentences the model underlined at all is told too. The start is that of a process of
its own: from its creation to the first painted window, and to the loaded model.

Run: ``python -m tests.benchmarks.underline_latency``
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import paths
from app.application import SWITCH_SECONDS, Application
from app.engine import EngineFactory
from app.places import Places
from app.settings import WELCOMED
from tests.benchmarks.typing_latency import resident

SENTENCE = "In house {0} she have a small room, and the weather were lovely when we was there. "
STARTS = 5


class FirstPaint(QObject):
    """Notes when a widget was painted first."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.moment = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at events, change none."""
        if event.type() == QEvent.Type.Paint and not self.moment:
            self.moment = time.time()
        return super().eventFilter(watched, event)


def build(home: Path, model: Path | None) -> tuple[QApplication, Application]:
    """Build the program in folders of its own."""
    sys.setswitchinterval(SWITCH_SECONDS)
    qt = QApplication(["benchmark"])
    qt.setStyle("Fusion")
    assets = paths.assets_folder()
    folder = model or assets / "model"
    places = Places(assets, folder, home / "s", home / "d", home / "t")
    application = Application(qt, places, EngineFactory(folder))
    application.settings.set(WELCOMED, True)
    return qt, application


def wait(qt: QApplication, ready: Callable[[], object], seconds: float = 30) -> None:
    """Serve events until something holds."""
    stop = time.perf_counter() + seconds
    while not ready() and time.perf_counter() < stop:
        qt.processEvents()
        time.sleep(0.0002)


def measure_start(arguments: argparse.Namespace) -> int:
    """Print the times of one start, in a process that was made for it."""
    with tempfile.TemporaryDirectory() as folder:
        qt, application = build(Path(folder), arguments.model)
        painted = FirstPaint(application.window.editor.viewport())
        application.start([])
        wait(qt, lambda: painted.moment)
        wait(qt, lambda: application.engine_state)
        ready = time.time()
        print(
            json.dumps(
                {
                    "window_s": painted.moment - arguments.since,
                    "model_s": ready - arguments.since,
                    "resident_mb": resident() / 2**20,
                }
            )
        )
        application.stop()
    return 0


def starts(model: Path | None) -> dict[str, float]:
    """Start the program several times and return the medians."""
    runs = []
    for _ in range(STARTS):
        command = [sys.executable, "-m", __spec__.name, "--since", str(time.time())]
        command += ["--model", str(model)] if model else []
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
        runs.append(json.loads(answer.stdout.splitlines()[-1]))
    return {
        "start_to_window_s": round(statistics.median(run["window_s"] for run in runs), 2),
        "start_to_model_s": round(statistics.median(run["model_s"] for run in runs), 2),
        "resident_mb": round(statistics.median(run["resident_mb"] for run in runs), 1),
    }


def underlines(model: Path | None, sentences: int) -> dict[str, float]:
    """Type sentences and time their marks."""
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        qt, application = build(Path(folder), model)
        editor, scheduler = application.window.editor, application.scheduler
        settled: list[float] = []
        answers: list[object] = []
        underlined = 0
        scheduler.accepted.connect(answers.append)
        scheduler._settle_timer.timeout.connect(lambda: settled.append(time.perf_counter()))
        application.start([])
        application.window.resize(1120, 760)
        editor.setFocus()
        wait(qt, lambda: application.engine_state)
        for number in range(sentences):
            editor.clear()
            editor.document().setModified(False)
            wait(qt, lambda: scheduler.is_idle)
            QTest.keyClicks(editor, SENTENCE.format(number))
            settled.clear()
            answers.clear()
            wait(qt, lambda: settled and answers)
            wait(qt, lambda: not application.window.underlines.is_pending)
            editor.viewport().repaint()
            times.append(1000 * (time.perf_counter() - settled[-1]))
            underlined += bool(editor.extraSelections())
        editor.document().setModified(False)
        application.stop()
        application.window.close()
    times.sort()
    return {
        "sentences": sentences,
        "underlined": underlined,
        "pause_to_underline_p50_ms": round(statistics.median(times), 1),
        "pause_to_underline_p95_ms": round(times[int(0.95 * (len(times) - 1))], 1),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, help="model folder; the shipped one if left out")
    parser.add_argument("--sentences", type=int, default=40)
    parser.add_argument("--since", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments.since is not None:
        return measure_start(arguments)
    figures = starts(arguments.model) | underlines(arguments.model, arguments.sentences)
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
