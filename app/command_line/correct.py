"""``copyedge correct``: read texts, let the engine correct them, report.

The engine is handed in, so that this knows nothing of bundles or ONNX.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.command_line.arguments import STANDARD_INPUT, CorrectArguments, Output
from app.command_line.checking import CheckedChunk, check_chunks
from app.command_line.chunks import cut_chunks
from app.command_line.console import Console
from app.command_line.errors import CommandError, UnreadableTextError
from app.command_line.json_report import JsonReport
from app.command_line.markup import ProtectedSpans, is_markdown, read_markdown
from app.command_line.progress import ProgressBar
from app.command_line.reading import TextReader, open_text
from app.command_line.replacing import draft_for
from app.command_line.reports import CorrectedText, Counts, Report, counted
from app.command_line.unified_diff import UnifiedDiff
from app.command_line.word_diff import WordDiff

if TYPE_CHECKING:
    from model.corrector import SentenceCorrector

SUCCESS = 0
FOUND = 1
FAILURE = 2


class CorrectCommand:
    """One run of the command over all its files.

    Args:
        arguments: what was asked for.
        corrector: the engine.
        console: where to read and write.
    """

    def __init__(
        self, arguments: CorrectArguments, corrector: SentenceCorrector, console: Console
    ) -> None:
        self._arguments = arguments
        self._corrector = corrector
        self._console = console
        # A bar beside the text on one terminal would tear it apart.
        shown = (
            console.stderr_is_terminal
            and not arguments.quiet
            and (arguments.output is Output.IN_PLACE or not console.stdout_is_terminal)
        )
        self._progress = ProgressBar(arguments.paths, console.stderr, shown=shown)
        self._corrections = 0
        self._problems = 0

    def run(self) -> int:
        """Correct all files and return the exit code; a bad file does not stop the others."""
        try:
            if self._arguments.output is Output.IN_PLACE:
                for file in self._arguments.files:
                    self._correct_in_place(file)
            else:
                self._report_all(self._report())
        finally:
            self._progress.close()
        if self._problems:
            return FAILURE
        return FOUND if self._arguments.check and self._corrections else SUCCESS

    def _report(self) -> Report:
        console, out = self._console, self._console.stdout
        codec = console.terminal_codec if console.stdout_is_terminal else None
        match self._arguments.output:
            case Output.JSON:
                return JsonReport(out, self._corrector.fingerprint)
            case Output.COUNTS:
                return Counts(out)
            case Output.DIFF if codec is not None:
                return WordDiff(out, codec, colour=console.colour)
            case Output.DIFF:
                return UnifiedDiff(out)
            case _:
                return CorrectedText(out, codec)

    def _report_all(self, report: Report) -> None:
        for file in self._arguments.files:
            try:
                with self._open(file) as reader:
                    self._report_one(file, reader, report)
            except CommandError as error:
                self._complain(str(error))
        report.close()
        self._console.stdout.flush()

    def _report_one(self, file: str, reader: TextReader, report: Report) -> None:
        problem: str | None = None
        report.begin(file, reader.format)
        try:
            for checked in self._check(file, reader):
                report.add(checked)
        except UnreadableTextError as error:
            problem = str(error)
            raise
        finally:
            report.finish(problem)

    def _correct_in_place(self, file: str) -> None:
        before = self._corrections
        try:
            with self._open(file) as reader, draft_for(Path(file)) as draft:
                text = CorrectedText(draft.out)
                text.begin(file, reader.format)
                for checked in self._check(file, reader):
                    text.add(checked)
                made = self._corrections - before
                if made:
                    backup = draft.commit()
                    self._note(f"{file}: {counted(made, 'correction')}; old text in {backup}")
        except CommandError as error:
            self._complain(str(error))
        except OSError as error:  # the disk is full, say
            self._complain(f"{file} cannot be corrected ({error.strerror}); it is as it was.")

    @contextlib.contextmanager
    def _open(self, file: str) -> Iterator[TextReader]:
        encoding = self._arguments.encoding
        if file != STANDARD_INPUT:
            with open_text(Path(file), encoding) as reader:
                yield reader
            return
        if self._console.stdin_is_terminal:
            self._note("Type or paste a text; end with Ctrl-D (on Windows Ctrl-Z, Enter).")
        yield TextReader(self._console.stdin, "Standard input", encoding)

    def _check(self, file: str, reader: TextReader) -> Iterator[CheckedChunk]:
        """Yield the checked chunks of one text, counting what is found."""
        pieces, protected = reader.pieces(), ProtectedSpans()
        if is_markdown(file) and not self._arguments.plain:
            text, protected = read_markdown(pieces, file)
            pieces = iter([text])
        chunks = self._progress.follow(cut_chunks(pieces), reader, file)
        failures = 0
        for checked in check_chunks(chunks, self._corrector, reader.format, protected):
            self._corrections += len(checked.edits)
            failures += checked.failures
            yield checked
        if failures:
            self._note(f"{file}: {counted(failures, 'sentence')} could not be checked.")

    def _note(self, message: str) -> None:
        if not self._arguments.quiet:
            self._progress.say(message, self._console.stderr)

    def _complain(self, message: str) -> None:
        self._problems += 1
        self._progress.say(f"copyedge: {message}", self._console.stderr)
