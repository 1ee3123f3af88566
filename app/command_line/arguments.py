"""The arguments of ``copyedge correct``: what can be asked for, and its help text."""

from __future__ import annotations

import argparse
import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.command_line.encoding import CHOICES

STANDARD_INPUT = "-"

_EPILOG = """\
exit codes:
  0    everything went well (with --check: nothing to correct)
  1    --check found something to correct
  2    wrong arguments, a file that cannot be read or written, or no usable model
  130  stopped by Ctrl-C
  141  whoever read the output closed it

examples:
  echo "She go to school ." | copyedge correct -
  copyedge correct --diff letter.txt
  copyedge correct --in-place *.txt
"""


class Output(Enum):
    """What becomes of the corrections."""

    TEXT = "text"
    DIFF = "diff"
    JSON = "json"
    IN_PLACE = "in-place"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class CorrectArguments:
    """One call of ``copyedge correct``."""

    files: tuple[str, ...] = (STANDARD_INPUT,)
    output: Output = Output.TEXT
    check: bool = False
    encoding: str | None = None
    """None to detect it."""
    min_confidence: float | None = None
    """0..1; None for the thresholds of the model."""
    level: float = 0.5
    """0 (only what is certain) .. 1 (all suggestions)."""
    dictionary: Path | None = None
    model: Path | None = None
    """None for the model that comes with the program."""
    strategy: str = "aggressive"
    threads: int = 1
    quiet: bool = False
    plain: bool = False
    """Take Markdown files for plain text."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The named files, without standard input."""
        return tuple(Path(file) for file in self.files if file != STANDARD_INPUT)


def add_correct_parser(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the verb ``correct``."""
    parser = verbs.add_parser(
        "correct",
        help="correct texts and print or save them",
        description="Correct English text. Without options the corrected text is printed.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="*", help="text files; - or none for standard input"
    )
    _add_output_options(parser)
    _add_engine_options(parser)
    parser.set_defaults(parser=parser)


def _add_output_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output").add_mutually_exclusive_group()
    for output, sentence in (
        (Output.DIFF, "show the changes: word by word on a terminal, else as a patch"),
        (Output.JSON, "print all sentences and edits with positions and confidences"),
        (Output.IN_PLACE, "correct the files themselves; FILE.bak keeps the old text"),
    ):
        short = ["-i"] if output is Output.IN_PLACE else []
        group.add_argument(
            *short,
            f"--{output.value}",
            dest="output",
            action="store_const",
            const=output,
            help=sentence,
        )
    parser.add_argument(
        "--check", action="store_true", help="exit with 1 if there is something to correct"
    )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help=f"encoding of the files ({', '.join(CHOICES)}); "
        "by default UTF-8 or what a byte order mark says",
    )
    parser.add_argument(
        "--plain", action="store_true", help="correct .md files as plain text, markup included"
    )
    parser.add_argument("--quiet", "-q", action="store_true", help="print no progress and no notes")


def _add_engine_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("engine")
    group.add_argument(
        "--min-confidence",
        type=_fraction,
        metavar="0..1",
        help="make only changes that are at least this certain",
    )
    group.add_argument(
        "--level",
        type=_fraction,
        default=0.5,
        metavar="0..1",
        help="fewer (0) or more (1) corrections; default 0.5",
    )
    group.add_argument(
        "--dictionary",
        type=Path,
        metavar="FILE",
        help="words never to be changed, one a line (UTF-8)",
    )
    group.add_argument("--model", type=Path, metavar="FOLDER", help="use another model bundle")
    group.add_argument(
        "--strategy",
        choices=("aggressive", "greedy", "beam"),
        default="aggressive",
        help="how to decode; aggressive (the default) is fastest, beam slowest",
    )
    group.add_argument(
        "--threads", type=_positive, default=1, metavar="N", help="threads to use; default 1"
    )


def correct_arguments(parsed: argparse.Namespace) -> CorrectArguments:
    """Turn parsed arguments into a value.

    Raises:
        SystemExit: with code 2, after a sentence, if they contradict each other.
    """
    parser: argparse.ArgumentParser = parsed.parser
    output = parsed.output or (Output.COUNTS if parsed.check else Output.TEXT)
    files: Sequence[str] = parsed.files or (STANDARD_INPUT,)
    if output is Output.IN_PLACE and STANDARD_INPUT in files:
        parser.error("--in-place needs files; standard input has no place to be saved to")
    if output is Output.IN_PLACE and parsed.check:
        parser.error("--check changes nothing, --in-place does: choose one")
    if files.count(STANDARD_INPUT) > 1:
        parser.error("standard input (-) can be read only once")
    return CorrectArguments(
        files=tuple(files),
        output=output,
        check=parsed.check,
        encoding=parsed.encoding,
        min_confidence=parsed.min_confidence,
        level=parsed.level,
        dictionary=parsed.dictionary,
        model=parsed.model,
        strategy=parsed.strategy,
        threads=parsed.threads,
        quiet=parsed.quiet,
        plain=parsed.plain,
    )


def _fraction(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of threads")
    return int(text)


def _encoding(text: str) -> str:
    """Return the name in ``CHOICES`` that means the same codec."""
    try:
        codec = codecs.lookup(text).name
    except LookupError:
        codec = ""
    for choice in CHOICES:
        if codecs.lookup(choice).name == codec:
            return choice
    raise argparse.ArgumentTypeError(f"{text!r} is not one of {', '.join(CHOICES)}")
