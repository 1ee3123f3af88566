"""The arguments of a start of the program: files, or what the running one shall do.

Knows what can be asked for; handing it over and carrying it out is done
elsewhere. Needs neither Qt nor the verbs with engines, for a second start has to
be over before one notices it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from app import __version__
from app.instance.requests import MAX_TOKEN, Request, Verb

COMMANDS = ("correct", "serve", "lsp")
"""First words that are verbs with arguments of their own; such a file is opened as ./NAME."""

USAGE = """\
copyedge [FILE ...]
       copyedge --show | --quick | --correct-clipboard | --background | --quit
       copyedge correct [OPTION ...] [FILE ...]
       copyedge serve [OPTION ...]
       copyedge lsp [OPTION ...]
       copyedge --version"""

_OPTIONS = (
    (Verb.SHOW, "show the window"),
    (Verb.QUICK, "correct the text that is selected, in a small window"),
    (Verb.CORRECT_CLIPBOARD, "correct the text in the clipboard"),
    (Verb.BACKGROUND, "start in the tray, without a window"),
    (Verb.QUIT, "end the running program"),
)

_DESCRIPTION = "Where Copyedge runs already, it does this; else (but for --quit) it starts first."

# Desktops put one of these into the environment of a program that may come to the front.
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def is_command(argv: Sequence[str]) -> bool:
    """Return True if the arguments begin with a verb of the command line."""
    return bool(argv) and argv[0] in COMMANDS


def add_start_options(parser: argparse.ArgumentParser) -> None:
    """Declare what can be asked of the running program."""
    group = parser.add_argument_group("the running program", _DESCRIPTION)
    choice = group.add_mutually_exclusive_group()
    for verb, sentence in _OPTIONS:
        choice.add_argument(
            f"--{verb.value}", dest="verb", action="store_const", const=verb, help=sentence
        )


def start_request(
    argv: Sequence[str], environment: Mapping[str, str] = os.environ
) -> Request | None:
    """Read the arguments of a start.

    Args:
        argv: the arguments, without the name of the program.
        environment: where the desktop leaves its activation token.

    Returns:
        What is wanted; None if it is the help.

    Raises:
        SystemExit: with code 2 after a sentence if they contradict each other, with 0 after
            the version.
    """
    parser = _parser()
    parsed = parser.parse_args(argv)
    if parsed.help:
        return None
    if parsed.verb is not None and parsed.files:
        parser.error(f"--{parsed.verb.value} takes no files; leave it out to open them")
    token = next(filter(None, (environment.get(name) for name in _TOKENS)), "")
    return Request(
        parsed.verb or Verb.OPEN,
        tuple(Path(name).absolute() for name in parsed.files),
        token if len(token) <= MAX_TOKEN else "",
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="copyedge", usage=USAGE, add_help=False, allow_abbrev=False
    )
    parser.add_argument("--help", "-h", action="store_true")
    parser.add_argument("--version", action="version", version=f"copyedge {__version__}")
    parser.add_argument("files", metavar="FILE", nargs="*")
    add_start_options(parser)
    return parser
