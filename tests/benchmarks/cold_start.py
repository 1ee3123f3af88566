"""How long the installed program takes from its start to a window that takes keys.

``python -m tests.benchmarks.cold_start --program /usr/lib/copyedge/copyedge``: before each cold
start the program's files are dropped from the page cache (the system's own libraries stay);
warm starts follow. A window counts as usable when a key typed into it has reached the text, which
its title shows. Needs Xvfb and xdotool.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.linux_screen import Screen, wait_until

LETTER = "letter.txt"
POLL_SECONDS = 0.01
"""Between two questions to the screen, each of which takes about as long itself."""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process."""

    to_window: float
    to_usable: float
    processor: float
    """Seconds of processor time that the program took until then, whatever else was running."""


def evict(folder: Path) -> None:
    """Drop the files of a folder from the page cache (those that no process has open)."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)


def measure(program: Path, screen: Screen, home: Path) -> Start:
    """Start the program on an empty letter, type, and end it."""
    letter = home / LETTER
    letter.write_text("", encoding="utf-8")
    environment = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "DISPLAY": screen.display,
        "XDG_RUNTIME_DIR": str(home),
    }
    began = time.perf_counter()
    process = subprocess.Popen([program, letter], env=environment)

    def shown() -> list[str]:
        if process.poll() is not None:
            raise SystemExit(f"{program} ended with code {process.returncode} before its window")
        return screen.windows(LETTER)

    try:
        window = wait_until(shown, "the window", between=POLL_SECONDS)[-1]
        to_window = time.perf_counter() - began
        screen.focus(window)
        title = screen.title(window)

        def taken() -> bool:
            screen.keys("x")
            return screen.title(window) != title

        wait_until(taken, "a key to arrive", between=POLL_SECONDS)
        return Start(to_window, time.perf_counter() - began, processor_seconds(process.pid))
    finally:
        process.kill()
        process.wait()


def processor_seconds(pid: int) -> float:
    """Return the processor time of a running process, of all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    # proc(5): utime and stime are the 14th and 15th field; the name in brackets is the second.
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(name: str, starts: list[Start]) -> None:
    """Print the median and the range of both times."""
    for part, times in (
        ("window", [start.to_window for start in starts]),
        ("usable", [start.to_usable for start in starts]),
        ("cpu", [start.processor for start in starts]),
    ):
        print(
            f"{name:<5} {part:<7} median {statistics.median(times):5.2f} s "
            f"(from {min(times):.2f} to {max(times):.2f}, {len(times)} starts)",
            flush=True,
        )


def main() -> None:
    """Measure cold and warm starts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=Path("/usr/lib/copyedge/copyedge"))
    parser.add_argument("--runs", type=int, default=10)
    chosen = parser.parse_args()
    program = chosen.program.resolve()
    load = os.getloadavg()[0]
    print(f"{program}, load of the machine {load:.1f} on {os.cpu_count()} cores", flush=True)
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        for name in ("cold", "warm"):
            starts = []
            for _ in range(chosen.runs):
                if name == "cold":
                    evict(program.parent)
                starts.append(measure(program, screen, Path(folder)))
            show(name, starts)


if __name__ == "__main__":
    main()
