"""A virtual screen and hands for the proofs: Xvfb and xdotool.

The screen lies outside the root in which the program runs, so that its own
libraries do not stand in for what the package should have asked for.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from assets.packaging.errors import BuildError
from assets.packaging.tools import Tool, debian

TOOLS: tuple[Tool, ...] = (debian("Xvfb", "xvfb"), debian("xdotool"))
PATIENCE = 120.0
"""Seconds for something to happen on a loaded machine."""
BETWEEN_LOOKS = 0.05
"""Seconds between two looks at another process."""

Found = TypeVar("Found")


def wait_until(
    ready: Callable[[], Found],
    what: str,
    seconds: float = PATIENCE,
    between: float = BETWEEN_LOOKS,
) -> Found:
    """Look again and again until there is something, and return it.

    Args:
        ready: returns something true when it is there.
        what: for the error, such as "the window to open".
        seconds: how long to wait.
        between: seconds between two looks.

    Raises:
        BuildError: if it did not happen in time.
    """
    stop = time.monotonic() + seconds
    while not (found := ready()):
        if time.monotonic() > stop:
            raise BuildError(f"Waited {seconds:.0f} s for {what}, in vain.")
        time.sleep(between)
    return found


class Screen:
    """A virtual screen; use it with ``with``."""

    def __enter__(self) -> Self:
        read, write = os.pipe()
        # -noreset: otherwise the server begins anew whenever its last client leaves, and a program
        # that connects at that moment is turned away.
        options = ("-screen", "0", "1280x800x24", "-ac", "-noreset", "-nolisten", "tcp")
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), *options],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            self._server.wait(10)
            raise BuildError("Xvfb did not start. Try it by hand: Xvfb -displayfd 1")
        self.display = f":{number}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(10)

    def keys(self, *names: str) -> None:
        """Press keys, such as ``ctrl+s``."""
        self._xdotool("key", "--delay", "40", *names)

    def windows(self, title: str) -> list[str]:
        """Return the numbers of visible windows whose title contains some text."""
        return self._xdotool("search", "--onlyvisible", "--name", title).split()

    def title(self, window: str) -> str:
        """Return the title of a window."""
        return self._xdotool("getwindowname", window).strip()

    def wait_for_window(self, title: str, seconds: float = PATIENCE) -> str:
        """Wait for a window, give it the keyboard, and return its number.

        Raises:
            BuildError: if it does not appear.
        """
        found = wait_until(lambda: self.windows(title), f"a window called {title!r}", seconds)
        self.focus(found[-1])
        return found[-1]

    def focus(self, window: str) -> None:
        """Give a window the keyboard."""
        self._xdotool("windowfocus", "--sync", window)

    def _xdotool(self, *arguments: str) -> str:
        return subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        ).stdout
