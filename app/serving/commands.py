"""The verbs ``copyedge serve`` and ``copyedge lsp``: arguments, start, end.

Imports the servers only when one is started: help answers at once.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.serving.errors import ServingError

if TYPE_CHECKING:
    from app.command_line.console import Console
    from app.serving.engine import EnginePool

FAILURE = 2
DEFAULT_PORT = 8081  # LanguageTool's own; the settings of its clients suggest it
MOST_ENGINES = 16  # each takes some 40 MB

_Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_SERVE_EPILOG = """\
Only programs on this machine can connect (127.0.0.1 and ::1). Web pages are refused;
browser extensions need --allow-extensions.

examples:
  copyedge serve                       # for LibreOffice and editors
  copyedge serve --allow-extensions    # for the LanguageTool extension of a browser, too
"""

_LSP_EPILOG = """\
Editors start this command themselves and talk to it through its standard streams.
docs/serving.md shows the settings for Neovim, Helix and VS Code.
"""


def add_serve_parser(verbs: _Subparsers) -> None:
    """Declare the verb ``serve``."""
    parser = verbs.add_parser(
        "serve",
        help="check texts for other programs on this machine, as a LanguageTool server",
        description="Speak LanguageTool's HTTP API on this machine, and nowhere else.",
        epilog=_SERVE_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--port", type=_port, default=DEFAULT_PORT, metavar="N", help="default 8081"
    )
    parser.add_argument(
        "--allow-extensions",
        action="store_true",
        help="let browser extensions connect, whichever they are",
    )
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let this origin connect, such as chrome-extension://abc...; may be repeated",
    )
    parser.add_argument(
        "--time-limit",
        type=_seconds,
        default=30.0,
        metavar="S",
        help="seconds that one request may take; default 30",
    )
    _add_engine_options(parser)


def add_lsp_parser(verbs: _Subparsers) -> None:
    """Declare the verb ``lsp``."""
    parser = verbs.add_parser(
        "lsp",
        help="check texts for an editor, as a language server",
        description="Speak the Language Server Protocol on standard input and output.",
        epilog=_LSP_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    # Editors and their plug-ins like to add it; there is no other way to talk.
    parser.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)
    _add_engine_options(parser)


def run_serve(arguments: argparse.Namespace, console: Console) -> int:
    """Serve until asked to stop, and return the exit code."""
    from app.serving.http.server import ServeOptions, listen, serve

    options = ServeOptions(
        port=arguments.port,
        origins=frozenset(arguments.allow_origin),
        extensions=arguments.allow_extensions,
        time_limit_s=arguments.time_limit,
        level=arguments.level,
    )
    try:
        sockets = listen(options.port)
    except ServingError as error:
        return _failed(console, str(error))
    pool = _load_pool(arguments, console)
    if pool is None:
        for each in sockets:
            each.close()
        return FAILURE
    try:
        serve(sockets, pool, _dictionary_path(arguments), options, console)
    finally:
        pool.close()
    return 0


def run_lsp(arguments: argparse.Namespace, console: Console) -> int:
    """Serve one editor until it says goodbye, and return the exit code."""
    from app.serving.lsp.server import serve_editor

    pool = _load_pool(arguments, console)
    if pool is None:
        return FAILURE
    try:
        return serve_editor(
            pool, _dictionary_path(arguments), arguments.level, console.stdin, console.stdout
        )
    finally:
        pool.close()


def _add_engine_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("engine")
    group.add_argument(
        "--level",
        type=_fraction,
        default=0.5,
        metavar="0..1",
        help="fewer (0) or more (1) suggestions; default 0.5",
    )
    group.add_argument(
        "--engines",
        type=_engine_count,
        metavar="N",
        help="texts to check at the same time; default 1, with four or more cores 2",
    )
    group.add_argument(
        "--dictionary",
        type=Path,
        metavar="FILE",
        help="words that are right, one a line; default: the editor's own dictionary",
    )
    group.add_argument("--model", type=Path, metavar="FOLDER", help="use another model bundle")


def _load_pool(arguments: argparse.Namespace, console: Console) -> EnginePool | None:
    """Return the engines, or None after a sentence."""
    from app.paths import model_folder
    from app.serving.engine import EnginePool
    from app.serving.loading import load_engines, usual_engine_count
    from model.errors import ModelError

    try:
        folder = arguments.model or model_folder()
        return EnginePool(load_engines(folder, arguments.engines or usual_engine_count()))
    except (ModelError, FileNotFoundError) as error:
        _failed(console, str(error))
        return None


def _dictionary_path(arguments: argparse.Namespace) -> Path:
    from app.paths import settings_folder

    path: Path | None = arguments.dictionary
    return path or settings_folder() / "dictionary.txt"


def _failed(console: Console, sentence: str) -> int:
    console.stderr.write(f"copyedge: {sentence}\n")
    return FAILURE


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (1 to 65535)")
    return int(text)


def _engine_count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_ENGINES):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_ENGINES}")
    return int(text)


def _seconds(text: str) -> float:
    value = _number(text)
    if not 0.1 <= value <= 600:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds from 0.1 to 600")
    return value


def _fraction(text: str) -> float:
    value = _number(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _number(text: str) -> float:
    """Return the number, or one that is out of every range."""
    try:
        return float(text)
    except ValueError:
        return -1.0
