"""What a person sees of a run: lines, or a progress bar on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any, TextIO

from tqdm import tqdm


class Display:
    """Shows nothing; the display of all processes but the first."""

    def begin(self, step: int, last_step: int, seconds: float | None) -> None:
        """Start a stretch from ``step`` to ``last_step`` of at most ``seconds``."""

    def advance(self) -> None:
        """Count one step."""

    def show(self, row: Mapping[str, Any]) -> None:
        """Show a row of the metrics log."""

    def line(self, text: str) -> None:
        """Show a sentence."""

    def end(self) -> None:
        """End the stretch."""


class LineDisplay(Display):
    """One line per row, for log files and pipes."""

    def show(self, row: Mapping[str, Any]) -> None:
        """Print the row."""
        self.line(
            f"step {row['step']}  loss {row['loss']:.4f}  norm {row['gradient_norm']:.2f}  "
            f"rate {row['rate']:.2e}  {row['pairs_per_second']:.0f} pairs/s  "
            f"{row['pairs'] / 1e6:.3f} M pairs"
        )

    def line(self, text: str) -> None:
        """Print the sentence."""
        print(text, flush=True)


class BarDisplay(Display):
    """A progress bar with loss, rate and the time left of the stretch."""

    FORMAT = "step {n_fmt}/{total_fmt} |{bar}| {elapsed}{postfix}"

    def __init__(self, stream: TextIO) -> None:
        """Draw to ``stream``, a terminal."""
        self._stream = stream
        self._bar: tqdm[Any] | None = None
        self._seconds: float | None = None
        self._began = 0.0
        self._first_step = 0

    def begin(self, step: int, last_step: int, seconds: float | None) -> None:
        """Draw the bar."""
        self._began, self._seconds, self._first_step = time.monotonic(), seconds, step
        self._bar = tqdm(
            total=last_step,
            initial=step,
            file=self._stream,
            bar_format=self.FORMAT,
            dynamic_ncols=True,
        )

    def advance(self) -> None:
        """Move the bar by one step."""
        if self._bar is not None:
            self._bar.update()

    def show(self, row: Mapping[str, Any]) -> None:
        """Put loss, rate and time left beside the bar."""
        if self._bar is not None:
            self._bar.set_postfix_str(
                f"loss {row['loss']:.4f}, {row['pairs_per_second']:.0f} pairs/s, "
                f"{self.time_left()} left"
            )

    def line(self, text: str) -> None:
        """Print above the bar."""
        tqdm.write(text, file=self._stream)

    def end(self) -> None:
        """Leave the bar as it is."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def time_left(self) -> str:
        """Return the time until the last step or the time limit, whichever is nearer."""
        elapsed = time.monotonic() - self._began
        bounds = [] if self._seconds is None else [self._seconds - elapsed]
        if self._bar is not None and self._bar.total and self._bar.n > self._first_step:
            per_step = elapsed / (self._bar.n - self._first_step)
            bounds.append(per_step * (self._bar.total - self._bar.n))
        if not bounds:
            return "?"
        minutes, seconds = divmod(round(max(0.0, min(bounds))), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def choose_display(*, first: bool) -> Display:
    """Return a bar if the first process writes to a terminal, else lines; silence elsewhere."""
    if not first:
        return Display()
    return BarDisplay(sys.stderr) if sys.stderr.isatty() else LineDisplay()
