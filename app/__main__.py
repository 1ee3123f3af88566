"""The ``copyedge`` command: the program with its window, or with a verb the command line.

A start first asks whether Copyedge runs already, and hands over. Qt is imported
only when this start is to be the program.
"""

from __future__ import annotations

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

FAILURE = 2
GIVE_UP_SECONDS = 10.0
"""How long two starts at once, or one during an end, may take to find out who runs."""

AGAIN_SECONDS = 0.05


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: arguments without the program's name; None for those of the process.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if is_command(arguments):
        from app.command_line.main import run

        return run(arguments)
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


def start(request: Request) -> int:
    """Hand the request over, or become the program that takes it."""
    deadline = time.monotonic() + GIVE_UP_SECONDS
    while True:
        delivery = deliver(request)
        if delivery is Delivery.TAKEN:
            return 0
        if delivery is Delivery.REFUSED:
            _tell(REFUSED)
            return FAILURE
        if delivery is Delivery.NOBODY:
            if request.verb is Verb.QUIT:
                _tell(NOT_RUNNING)
                return 0
            code = become(request)
            if code is not None:
                return code
        if time.monotonic() > deadline:
            _tell(SILENT)
            return FAILURE
        # Another start was faster and does not listen yet, or one that ends does so no more.
        time.sleep(AGAIN_SECONDS)


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
        return run([str(path) for path in request.files])
    except AlreadyRunningError:
        return None


def _tell(sentence: str) -> None:
    """Write to the terminal, if there is one: a frozen program on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(sentence)


if __name__ == "__main__":
    sys.exit(main())
