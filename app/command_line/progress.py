"""A progress bar on a terminal, and nothing anywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Never, TextIO

from tqdm import tqdm

from app.command_line.chunks import Chunk
from app.command_line.reading import TextReader


class ProgressBar:
    """Show how many bytes of all files are through.

    Args:
        files: the files to come; those that cannot be read count nothing.
        out: the terminal.
        shown: False to show nothing.
    """

    def __init__(self, files: Iterable[Path], out: TextIO, *, shown: bool) -> None:
        total = sum(file.stat().st_size for file in files if file.is_file()) if shown else 0
        self._bar: tqdm[Never] = tqdm(
            total=total or None,
            unit="B",
            unit_scale=True,
            file=out,
            disable=not shown,
            leave=False,
        )

    def follow(self, chunks: Iterable[Chunk], reader: TextReader, name: str) -> Iterator[Chunk]:
        """Yield ``chunks``, moving the bar along with what ``reader`` has read."""
        self._bar.set_description(name)
        before = 0
        for chunk in chunks:
            yield chunk
            self._bar.update(reader.bytes_read - before)
            before = reader.bytes_read

    def say(self, message: str, out: TextIO) -> None:
        """Write a line without breaking the bar."""
        with tqdm.external_write_mode(file=out):
            out.write(message + "\n")
            out.flush()

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()
