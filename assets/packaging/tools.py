"""Programs and Python packages that stages need: looked for first, run with their output kept."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.errors import BuildError, MissingToolError

LAST_LINES = 30
"""How much of a failed command's output is shown: enough for a traceback."""


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that has to be installed."""

    name: str
    """The command, or the package as Python imports it."""
    install: str
    """The command that installs it."""
    is_module: bool = False
    """A Python package, not a command."""

    def is_there(self) -> bool:
        """Return whether it can be used here."""
        if self.is_module:
            return importlib.util.find_spec(self.name) is not None
        return shutil.which(self.name) is not None


def debian(command: str, package: str | None = None) -> Tool:
    """Return a command that a Debian package brings (of the same name if none is given)."""
    return Tool(command, f"apt install {package or command}")


def python(module: str) -> Tool:
    """Return a package of the project's dependency group ``package``."""
    # pip before 25.1 knows no groups, and Debian 12 brings such a one.
    install = "python -m pip install --upgrade pip && python -m pip install --group package"
    return Tool(module, install, is_module=True)


def require(tools: Iterable[Tool], is_there: Callable[[Tool], bool] = Tool.is_there) -> None:
    """Check that all tools are there.

    Raises:
        MissingToolError: naming every one that is not, with the command that installs it.
    """
    missing = sorted({(tool.name, tool.install) for tool in tools if not is_there(tool)})
    if missing:
        lines = (f"  {name} is missing. Install it with: {install}" for name, install in missing)
        raise MissingToolError("\n".join(("Some tools are not installed.", *lines)))


def run(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    seconds: float | None = None,
) -> str:
    """Run a command and return what it printed (both streams, as they came).

    Args:
        command: the program and its arguments.
        environment: in place of this program's own.
        folder: where to run it.
        seconds: how long it may take; None for no limit.

    Raises:
        BuildError: if it cannot be started, takes too long or ends with another code than 0;
            the message holds the last lines that it printed.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            env=environment,
            cwd=folder,
            timeout=seconds,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise BuildError(f"{words[0]} could not be started: {error}") from error
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"{' '.join(words)} took longer than {seconds:g} s") from error
    if done.returncode:
        raise BuildError(
            f"{' '.join(words)} ended with code {done.returncode}:\n{last_lines(done.stdout)}"
        )
    return done.stdout


def last_lines(text: str, count: int = LAST_LINES) -> str:
    """Return the end of an output, indented."""
    return "\n".join(f"  {line}" for line in text.splitlines()[-count:])
