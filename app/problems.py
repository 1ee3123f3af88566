"""What happens when something unforeseen goes wrong: it is logged, shown once, survived."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from app import __version__

LOGGER = logging.getLogger(__name__)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what a developer needs to know; holds none of the writer's text."""
    lines = (
        f"Copyedge {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}",
        "",
        "".join(traceback.format_exception(kind, error, trace)).rstrip(),
    )
    return "\n".join(lines)


class ProblemReporter(QObject):
    """Catches exceptions that nobody else caught, from any thread.

    Signals:
        happened: the report; the program goes on.
    """

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._before = sys.excepthook

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._on_exception

    def remove(self) -> None:
        """Leave exceptions to whoever had them before."""
        sys.excepthook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        LOGGER.error("unforeseen problem", exc_info=(kind, error, trace))
        self.happened.emit(report(kind, error, trace))
