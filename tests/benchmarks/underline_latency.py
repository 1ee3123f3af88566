"""Measure the way from a pause in typing to the underline, the start, and the memory.

Types a sentence of about 25 tokens again and again, each time with another number in
it so that the cache cannot answer, and takes the time from the end of the pause (the
debounce) until the answer is painted, underlines or none: how many sentences the model
underlined at all is told too. Three kinds: wrong in its grammar, misspelt (for which the
word list is asked and the model once more for each word), and right. The start is that
of a process of its own: from its creation to the first painted window, and to the
loaded model. Times are told twice, too: as they passed, and of the processor alone (all
threads), which other work on the machine lengthens less.

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

SENTENCES = {
    "grammar": "In house {0} she have a small room, and the weather were lovely when we was in. ",
    "misspelt": "In house {0} she recieved a email from a freind, and it was late in the night. ",
    "right": "In house {0} she has a small room, and the weather was lovely when we were there. ",
}
STARTS = 5


class FirstPaint(QObject):
    """Notes when a widget was painted first."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.moment = 0.0
        self.processor = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at events, change none."""
        if event.type() == QEvent.Type.Paint and not self.moment:
            self.moment = time.time()
            self.processor = time.process_time()
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
        ready, processor = time.time(), time.process_time()
        print(
            json.dumps(
                {
                    "window_s": painted.moment - arguments.since,
                    "model_s": ready - arguments.since,
                    "window_processor_s": painted.processor,
                    "model_processor_s": processor,
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
        f"start_to_{name}": round(statistics.median(run[name] for run in runs), 2)
        for name in ("window_s", "window_processor_s", "model_s", "model_processor_s")
    } | {"resident_mb": round(statistics.median(run["resident_mb"] for run in runs), 1)}


def underlines(model: Path | None, sentences: int) -> dict[str, dict[str, float]]:
    """Type sentences of each kind and time their marks."""
    with tempfile.TemporaryDirectory() as folder:
        qt, application = build(Path(folder), model)
        application.start([])
        application.window.resize(1120, 760)
        application.window.editor.setFocus()
        wait(qt, lambda: application.engine_state)
        figures = {
            kind: underlines_of(qt, application, sentence, sentences)
            for kind, sentence in SENTENCES.items()
        }
        application.stop()
        application.window.close()
    return figures


def underlines_of(
    qt: QApplication, application: Application, sentence: str, count: int
) -> dict[str, float]:
    """Type one sentence with another number each time."""
    editor, scheduler = application.window.editor, application.scheduler
    times: list[float] = []
    processor: list[float] = []
    settled: list[tuple[float, float]] = []
    answers: list[object] = []
    underlined = 0

    def note_pause() -> None:
        settled.append((time.perf_counter(), time.process_time()))

    scheduler.accepted.connect(answers.append)
    scheduler._settle_timer.timeout.connect(note_pause)
    for number in range(count):
        editor.clear()
        editor.document().setModified(False)
        wait(qt, lambda: scheduler.is_idle)
        QTest.keyClicks(editor, sentence.format(number))
        settled.clear()
        answers.clear()
        wait(qt, lambda: settled and answers)
        wait(qt, lambda: not application.window.underlines.is_pending)
        editor.viewport().repaint()
        times.append(1000 * (time.perf_counter() - settled[-1][0]))
        processor.append(1000 * (time.process_time() - settled[-1][1]))
        underlined += bool(editor.extraSelections())
    editor.document().setModified(False)
    scheduler.accepted.disconnect(answers.append)
    scheduler._settle_timer.timeout.disconnect(note_pause)
    times.sort()
    return {
        "sentences": count,
        "underlined": underlined,
        "pause_to_underline_p50_ms": round(statistics.median(times), 1),
        "pause_to_underline_p95_ms": round(times[int(0.95 * (len(times) - 1))], 1),
        "processor_p50_ms": round(statistics.median(processor), 1),
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
