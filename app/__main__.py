"""The ``copyedge`` command: the program with its window, or with a verb the command line.

A start first asks whether Copyedge runs already, and hands over. Qt is imported
only when this start is to be the program.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module

from app.command_line.start import is_command, start_request
from app.instance.client import Delivery, deliver
from app.instance.requests import MalformedRequest, Request, Verb

NO_QT = """\
copyedge: The editor needs Qt, which cannot be loaded here ({reason}).
Install it with: python -m pip install PySide6-Essentials
On Debian or Ubuntu also: apt install libegl1 libgl1 libxkbcommon0 libxcb-cursor0 libdbus-1-3
Without a window you can use: copyedge correct FILE
"""

NOT_RUNNING = "Copyedge is not running.\n"
SILENT = """\
copyedge: Copyedge is running, but does not answer. Wait until it has done what it does, or end it.
"""
REFUSED = """\
copyedge: Copyedge is running in another version. End it (Quit in its menu), then start again.
"""

NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"
"""ONNX Runtime from 1.29 reports to its maker unless this is "1" before it is loaded; the
switch in its interface comes too late and does not cover all (docs/decisions/0094)."""

FAILURE = 2
INTERRUPTED = 130
TRIES = 200
"""Of starts at one moment, or of one during an end, to find out who runs."""

AGAIN_SECONDS = 0.05
"""Between two tries; all together 10 s, far longer than a program takes to begin or end."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: arguments without the program's name; None for those of the process.
    """
    os.environ[NO_TELEMETRY] = "1"
    arguments = list(sys.argv[1:] if argv is None else argv)
    if is_command(arguments):
        return carry_out(arguments)
    request = start_request(arguments)
    if request is None:
        from app.command_line.main import build_parser

        build_parser().print_help()
        return 0
    try:
        return start(request)
    except MalformedRequest as error:
        _tell(f"copyedge: {error}\n")
        return FAILURE


def carry_out(arguments: Sequence[str]) -> int:
    """Run a verb of the command line; Ctrl-C ends it politely from the first moment."""
    try:
        from app.command_line.main import run

        return run(arguments)
    except KeyboardInterrupt:  # while it was loaded, which may take a while
        _tell("Stopped.\n")
        return INTERRUPTED


def start(request: Request) -> int:
    """Hand the request over, or become the program that takes it."""
    for _ in range(TRIES):
        delivery = deliver(request)
        if delivery is not Delivery.NOBODY:
            return _tell_delivery(delivery)
        if request.verb is Verb.QUIT:
            _tell(NOT_RUNNING)
            return 0
        code = become(request)
        if code is not None:
            return code
        # Another start was faster and does not listen yet, or one that ends does so no more.
        time.sleep(AGAIN_SECONDS)
    return _tell_delivery(Delivery.SILENT)


def become(request: Request) -> int | None:
    """Be the program until it ends; None if another start was faster."""
    try:
        import_module("PySide6.QtWidgets")
    except ImportError as error:
        _tell(NO_QT.format(reason=error))
        return FAILURE
    from app.application import run
    from app.instance.server import AlreadyRunningError

    try:
        return run(request)
    except AlreadyRunningError:
        return None


def _tell_delivery(delivery: Delivery) -> int:
    """Say what became of a request if it was not taken; return the exit code."""
    if delivery is Delivery.TAKEN:
        return 0
    _tell(REFUSED if delivery is Delivery.REFUSED else SILENT)
    return FAILURE


def _tell(sentence: str) -> None:
    """Write to the terminal, if there is one: a frozen program on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(sentence)


if __name__ == "__main__":
    sys.exit(main())
