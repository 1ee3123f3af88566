"""The ``copyedge`` command: the editor, or with a verb the command line.

Qt is imported only when a window is wanted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

NO_QT = """\
copyedge: The editor needs Qt, which cannot be loaded here ({reason}).
Install it with: python -m pip install PySide6-Essentials
On Debian or Ubuntu also: apt install libegl1 libgl1 libxkbcommon0 libxcb-cursor0 libdbus-1-3
Without a window you can use: copyedge correct FILE
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: arguments without the program's name; None for those of the process.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] == "correct" or arguments[0].startswith("-")):
        from app.command_line.main import run

        return run(arguments)
    return open_editor(arguments)


def open_editor(files: Sequence[str]) -> int:
    """Open the files in the editor; say so if Qt is missing."""
    try:
        import_module("PySide6.QtWidgets")
    except ImportError as error:
        sys.stderr.write(NO_QT.format(reason=error))
        return 2
    from app.application import run

    return run(files)


if __name__ == "__main__":
    sys.exit(main())
