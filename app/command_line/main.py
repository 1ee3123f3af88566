"""Entry of the command line: choose the verb, and end politely whatever happens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from app import __version__
from app.command_line.arguments import CorrectArguments, add_correct_parser, correct_arguments
from app.command_line.console import Console
from app.command_line.correct import FAILURE, CorrectCommand
from app.command_line.errors import CommandError
from app.command_line.start import USAGE, add_start_options
from app.serving.commands import add_lsp_parser, add_serve_parser, run_lsp, run_serve

if TYPE_CHECKING:
    from model.corrector import SentenceCorrector

_EPILOG = "A file with the name of a verb is opened as ./NAME. Each verb has a --help of its own."

INTERRUPTED = 130  # 128 + SIGINT, as shells count
CLOSED_PIPE = 141  # 128 + SIGPIPE

CorrectorLoader: TypeAlias = "Callable[[CorrectArguments], SentenceCorrector]"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    parser = argparse.ArgumentParser(
        prog="copyedge",
        usage=USAGE,
        description="Correct English text, offline. Without a verb the editor opens the files.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"copyedge {__version__}")
    add_start_options(parser)
    verbs = parser.add_subparsers(prog="copyedge", metavar="VERB", dest="command", required=True)
    add_correct_parser(verbs)
    add_serve_parser(verbs)
    add_lsp_parser(verbs)
    return parser


def run(
    argv: Sequence[str],
    load_corrector: CorrectorLoader | None = None,
    console: Console | None = None,
) -> int:
    """Carry out one command and return its exit code.

    Args:
        argv: the arguments, without the name of the program.
        load_corrector: makes the engine; by default the shipped one.
        console: where to read and write; by default the program's streams.
    """
    parsed = build_parser().parse_args(argv)
    console = console or Console.of_this_program()
    try:
        if parsed.command == "serve":
            return run_serve(parsed, console)
        if parsed.command == "lsp":
            return run_lsp(parsed, console)
        return _correct(correct_arguments(parsed), load_corrector, console)
    except CommandError as error:
        console.stderr.write(f"copyedge: {error}\n")
        return FAILURE
    except KeyboardInterrupt:
        console.stderr.write("Stopped.\n")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_output()
        return CLOSED_PIPE
    except OSError as error:
        _silence_output()
        console.stderr.write(f"copyedge: The output cannot be written: {error.strerror}.\n")
        return FAILURE


def _correct(
    arguments: CorrectArguments, load_corrector: CorrectorLoader | None, console: Console
) -> int:
    corrector = (load_corrector or _shipped_engine())(arguments)
    return CorrectCommand(arguments, corrector, console).run()


def _shipped_engine() -> CorrectorLoader:
    """Import the engine only now: help and wrong arguments answer without it."""
    from app.command_line.engine import load_corrector

    return load_corrector


def _silence_output() -> None:
    """Keep Python from complaining at exit that the output is closed or full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
