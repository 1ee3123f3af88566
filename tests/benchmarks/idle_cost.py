"""Measure what the program costs while nobody uses it: memory, processor, wake-ups.

Starts the real program with the shipped model, without a screen, in a process of its
own; lets the model rest and come back; then watches the resting program from outside,
hidden (as in the tray), with its window shown, and with the caret blinking in it.
Memory is told twice: all resident pages, and those of this process alone (without
files that are mapped, such as libraries, which the system drops when it needs the
room). Times are told twice, too: as they passed, and of the processor alone, which
other work on the machine does not lengthen.

Run (Linux): ``python -m tests.benchmarks.idle_cost``
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
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from app.__main__ import NO_TELEMETRY
from app.application import Application
from app.instance.requests import Request, Verb
from tests.benchmarks.underline_latency import build

TEXT = (
    "In house {0} my sister have a small room near the river, and she like it. "
    "Yesterday {0} of us was there with to friends. At {0} the weather were lovely, so we has "
    "taken our tea in the garden. Nobody wanted to go home early, but bus {0} leave at nine, "
    "and it is a long way to walk."
)
"""60 words; with another number in every sentence none of them is known from before."""

FOCUSED, UNFOCUSED = "focused", "unfocused"
REST_SECONDS = 1
PATIENCE_SECONDS = 120
ROUNDS = 5


def memory(process: int | str = "self") -> dict[str, float]:
    """Return resident memory in MB: all of it, and what is neither file nor shared."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return {
        "resident_mb": round(sizes["Rss"] / 1024, 1),
        "own_mb": round(sizes["Anonymous"] / 1024, 1),
    }


class Round(QObject):
    """Takes the program through load, use, rest and use again, by its own signals alone."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._inference = application.inference
        self.figures: dict[str, object] = {"before_load": memory()}
        self._began = (time.perf_counter(), time.process_time())
        self._loaded: list[dict[str, float]] = []
        self._rested: list[dict[str, float]] = []
        self._rests: list[float] = []
        self._asked = 0
        self._waits_for_rest = False
        self._inference.worker.ready.connect(self._on_ready)
        self._inference.worker.unloaded.connect(self._on_unloaded)
        self._inference.text_corrected.connect(self._on_text_corrected)

    @Slot(str)
    def _on_ready(self, fingerprint: str) -> None:
        if "loaded" not in self.figures:
            self.figures["load"] = self._passed()
            self.figures["loaded"] = memory()
            self._ask()

    def _ask(self) -> None:
        self._asked += 1
        self._began = (time.perf_counter(), time.process_time())
        self._inference.correct_text(TEXT.format(self._asked), self._asked)

    @Slot(object, object)
    def _on_text_corrected(self, token: object, corrections: object) -> None:
        if self._waits_for_rest:
            self._rested.append(self._passed())
            self._waits_for_rest = False
            self._ask()
            return
        self._loaded.append(self._passed())
        self.figures.setdefault("used", memory())
        self._waits_for_rest = True
        self._inference.set_idle_unload(REST_SECONDS)

    @Slot()
    def _on_unloaded(self) -> None:
        self.figures["resting"] = resting = memory()
        self._rests.append(resting["own_mb"])
        self._inference.set_idle_unload(None)
        if len(self._rests) <= ROUNDS:
            self._ask()
            return
        # The first answer of all pays for what is set up once; tell the others.
        self.figures["answer_loaded"] = medians(self._loaded[1:])
        self.figures["own_mb_of_each_rest"] = self._rests
        self.figures["answer_after_rest"] = medians(self._rested)
        print(json.dumps(self.figures), flush=True)

    def _passed(self) -> dict[str, float]:
        wall, processor = self._began
        return {
            "ms": round(1000 * (time.perf_counter() - wall), 1),
            "processor_ms": round(1000 * (time.process_time() - processor), 1),
        }


def medians(rounds: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the median of each figure."""
    return {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}


def be_the_program(arguments: argparse.Namespace) -> int:
    """Run the program with a round of use; go on until killed."""
    with tempfile.TemporaryDirectory() as folder:
        qt, application = build(Path(folder), arguments.model)
        rounds = Round(application)
        if arguments.window:
            application.start([])
            if arguments.window == UNFOCUSED:
                # After the start has given the focus to the text.
                QTimer.singleShot(1000, application.window.editor.clearFocus)
        else:
            application.start_hidden(Request(Verb.BACKGROUND))
        QTimer.singleShot(1000 * PATIENCE_SECONDS * 5, qt.quit)
        code = qt.exec()
        application.stop()
        del rounds
    return code


def usage(process: int) -> tuple[int, int, int]:
    """Return processor ticks, and voluntary and forced context switches, of all threads."""
    ticks = voluntary = forced = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        fields = (task / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
        for line in (task / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                voluntary += int(line.split()[1])
            elif line.startswith("nonvoluntary_ctxt_switches"):
                forced += int(line.split()[1])
    return ticks, voluntary, forced


def watch(process: int, seconds: float) -> dict[str, float]:
    """Return what a process used while nothing was asked of it."""
    before = usage(process)
    time.sleep(seconds)
    ticks, voluntary, forced = (new - old for new, old in zip(usage(process), before, strict=True))
    return {
        "seconds": seconds,
        "cpu_percent": round(100 * ticks / os.sysconf("SC_CLK_TCK") / seconds, 3),
        "wake_ups": voluntary,
        "forced_switches": forced,
        "threads": len(list(Path(f"/proc/{process}/task").iterdir())),
    }


def measure(arguments: argparse.Namespace, window: str) -> dict[str, object]:
    """Start the program, let it go its round, watch it rest, end it."""
    command = [sys.executable, "-m", __spec__.name, "--be-the-program"]
    command += ["--model", str(arguments.model)] if arguments.model else []
    command += ["--window", window] if window else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            figures: dict[str, object] = json.loads(child.stdout.readline())
            time.sleep(arguments.settle)
            figures["idle"] = watch(child.pid, arguments.seconds)
            figures["resting_later"] = memory(child.pid)
        finally:
            child.kill()
    return figures


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, help="model folder; the shipped one if left out")
    parser.add_argument("--seconds", type=float, default=30, help="how long to watch; default 30")
    parser.add_argument("--settle", type=float, default=5, help="seconds before; default 5")
    parser.add_argument("--be-the-program", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--window", default="", help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ[NO_TELEMETRY] = "1"
    if arguments.be_the_program:
        return be_the_program(arguments)
    figures = {
        "hidden": measure(arguments, ""),
        "window": measure(arguments, UNFOCUSED),
        "window_with_caret": measure(arguments, FOCUSED),
    }
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
