"""Measure typing while a long document is checked.

Opens a text in the real window, injects a key press at regular moments and
takes the time from the moment each was due until its letter is painted, so
that anything that holds the GUI thread counts. Beside the clock stands the
thread's own processor time, which other programs on the machine do not change.
Also: when the first visible underline came; and with ``--to-the-end``, how
long the whole check took, memory per character, and CPU time when all is done.

Run: ``python -m tests.benchmarks.typing_latency --words 200000 [--to-the-end]``
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import paths
from app.application import SWITCH_SECONDS, Application
from app.checking.worker import EngineOptions, MakeCorrector
from app.engine import EngineFactory
from app.places import Places
from model.edits import Correction, Sentence
from model.error_density import EVEN, Odds
from tests.app.fakes import RuleCorrector
from tests.benchmarks.long_text import long_text

TEXT = "the quick brown fox jumps over a lazy dog and runs on. "
IDLE_SECONDS = 5.0
WHOLE_CHECK_SECONDS = 1800.0  # a slow machine takes some ten minutes for 200,000 words


class BusyCorrector(RuleCorrector):
    """The rules, as slow as a model: half of the time it holds Python's lock."""

    def __init__(self, milliseconds: float) -> None:
        super().__init__()
        self._seconds = milliseconds / 1000

    def correct_sentence(
        self, sentence: Sentence, cancelled: object = None, odds: Odds = EVEN
    ) -> Correction:
        stop = time.perf_counter() + self._seconds / 2
        while time.perf_counter() < stop:
            pass
        time.sleep(self._seconds / 2)
        return super().correct_sentence(sentence)


class Typist(QObject):
    """Presses a key at regular moments and notes how late its letter appeared."""

    def __init__(self, application: Application, keys: int, interval_ms: int) -> None:
        super().__init__()
        self._window = application.window
        self._editor = application.window.editor
        self._keys = keys
        self._interval = interval_ms / 1000
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)
        self._painted = 0
        self._editor.viewport().installEventFilter(self)
        self.latencies: list[float] = []
        self.work: list[float] = []
        """Processor seconds of the GUI thread for each key and its painting."""
        self.done = False

    def start(self) -> None:
        self._due = time.perf_counter() + self._interval
        self._timer.start(round(self._interval * 1000))

    def _press(self) -> None:
        letter = TEXT[len(self.latencies) % len(TEXT)]
        painted, began = self._painted, time.thread_time()
        QTest.keyClick(self._editor, letter)  # type: ignore[call-overload]  # takes letters, too
        # What the key made dirty is painted now and not with the next frame.
        QCoreApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        self.work.append(time.thread_time() - began)
        now = time.perf_counter()
        if self._painted == painted:
            raise RuntimeError("a key was pressed and nothing was painted")
        # A timer may ring up to a millisecond early; that is no negative latency.
        self.latencies.append(max(0.0, now - self._due))
        if len(self.latencies) == self._keys:
            self.done = True
            return
        self._due = max(self._due + self._interval, now)
        self._timer.start(max(0, round((self._due - now) * 1000)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what is painted."""
        if event.type() == QEvent.Type.Paint:
            self._painted += 1
        return super().eventFilter(watched, event)


def resident() -> int:
    """Return the resident memory in bytes."""
    with open("/proc/self/statm", encoding="ascii") as stream:
        return int(stream.read().split()[1]) * resource.getpagesize()


def wait(qt: QApplication, ready: object, seconds: float) -> float:
    """Serve events until something holds; returns the seconds that took."""
    began = time.perf_counter()
    while not ready() and time.perf_counter() - began < seconds:  # type: ignore[operator]
        qt.processEvents()
        time.sleep(0.0002)
    return time.perf_counter() - began


def measure(arguments: argparse.Namespace) -> dict[str, float]:
    """Run the whole measurement."""
    qt = QApplication(["benchmark"])
    qt.setStyle("Fusion")
    sys.setswitchinterval(SWITCH_SECONDS)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        text = long_text(arguments.words)
        path = home / "long.txt"
        path.write_text(text, encoding="utf-8")
        places = Places(
            paths.assets_folder(), paths.model_folder(), home / "s", home / "d", home / "t"
        )
        application = Application(qt, places, _engine(arguments, places))
        began = time.perf_counter()
        application.start([])
        application.window.resize(1120, 760)
        wait(qt, lambda: application.engine_state != "", 60)
        figures["model_loaded_s"] = round(time.perf_counter() - began, 3)
        before, used = resident(), time.process_time()
        began = time.perf_counter()
        application.session.open(path)
        figures["open_s"] = round(time.perf_counter() - began, 3)
        wait(qt, lambda: bool(application.window.editor.extraSelections()), 60)
        figures["first_underline_s"] = round(time.perf_counter() - began, 3)
        figures |= type_keys(qt, application, arguments)
        if arguments.to_the_end:
            figures |= finish(qt, application, len(text), before)
            figures["whole_check_cpu_s"] = round(time.process_time() - used, 1)
            figures["whole_check_s"] = round(time.perf_counter() - began - 1 - IDLE_SECONDS, 1)
            figures["memory_peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        application.window.editor.document().setModified(False)
        application.stop()
        application.window.close()
    return figures


def type_keys(
    qt: QApplication, application: Application, arguments: argparse.Namespace
) -> dict[str, float]:
    """Type while the document is being checked."""
    application.window.editor.setFocus()
    typist = Typist(application, arguments.keys, arguments.interval)
    typist.start()
    while not typist.done:
        qt.processEvents()
        time.sleep(0.0001)
    late = sorted(1000 * value for value in typist.latencies)
    work = sorted(1000 * value for value in typist.work)
    return {
        "keys": len(late),
        "still_checking": float(not application.scheduler.is_idle),
        "key_p50_ms": round(statistics.median(late), 2),
        "key_p95_ms": round(late[int(0.95 * len(late))], 2),
        "key_p99_ms": round(late[int(0.99 * len(late))], 2),
        "key_max_ms": round(late[-1], 2),
        "key_work_p50_ms": round(statistics.median(work), 2),
        "key_work_p99_ms": round(work[int(0.99 * len(work))], 2),
    }


def finish(
    qt: QApplication, application: Application, characters: int, before: int
) -> dict[str, float]:
    """Serve events to the end of the check, then look at memory and idle CPU."""
    ended, patience = QEventLoop(), QTimer(singleShot=True)
    application.scheduler.activity_changed.connect(ended.quit)
    patience.timeout.connect(ended.quit)
    patience.start(round(WHOLE_CHECK_SECONDS * 1000))
    while patience.isActive() and not application.scheduler.is_idle:
        ended.exec()
    qt.processEvents()
    figures = {"complete": float(application.scheduler.is_idle)}
    figures["bytes_per_character"] = round((resident() - before) / characters, 1)
    figures["resident_mb"] = round(resident() / 2**20, 1)
    figures["issues"] = application.window.issues.rowCount()
    wait(qt, lambda: False, 1.0)
    used = time.process_time()
    loop = QEventLoop()
    QTimer.singleShot(round(IDLE_SECONDS * 1000), loop.quit)
    loop.exec()
    figures["idle_cpu_percent"] = round(100 * (time.process_time() - used) / IDLE_SECONDS, 2)
    return figures


def _engine(arguments: argparse.Namespace, places: Places) -> MakeCorrector:
    if arguments.stand_in is None:
        return EngineFactory(arguments.model or places.model)

    def make(options: EngineOptions) -> BusyCorrector:
        del options
        return BusyCorrector(arguments.stand_in)

    return make


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--keys", type=int, default=500)
    parser.add_argument("--interval", type=int, default=60, help="milliseconds between keys")
    parser.add_argument(
        "--to-the-end",
        action="store_true",
        help="wait until the whole text is checked: minutes for 200,000 words",
    )
    parser.add_argument(
        "--stand-in",
        type=float,
        metavar="MS",
        help="no model: rules that take this many milliseconds a sentence",
    )
    parser.add_argument("--model", type=Path, help="model folder; the shipped one if left out")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(measure(parser.parse_args(argv)), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
