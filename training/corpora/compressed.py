"""Read and write lines of text that may be compressed.

The compression is chosen by the ending of the file name (``.zst``, ``.gz``,
anything else is plain text). Knows nothing of what the lines mean.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

WINDOW_BITS = 27
"""The corpora are packed with a long window of 2**27 bytes (``zstd --long=27``)."""


class CorpusError(Exception):
    """A corpus file is missing, cannot be read, or is not in the promised form."""


def open_text(path: Path) -> IO[str]:
    """Open a file for reading as UTF-8, whatever its compression.

    Line ends are kept as they are: a line may hold a carriage return.

    Raises:
        CorpusError: if the file is missing, or is ``.zst`` and the package
            ``zstandard`` is not installed.
    """
    if not path.is_file():
        raise CorpusError(f"There is no file {path}. Check the folder given with --data.")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    if path.suffix != ".zst":
        return path.open(encoding="utf-8", newline="\n")
    try:
        import zstandard
    except ModuleNotFoundError as error:
        raise CorpusError(
            f"{path.name} is compressed with zstd: install the package 'zstandard' to read it."
        ) from error
    decompressor = zstandard.ZstdDecompressor(max_window_size=2**WINDOW_BITS)
    stream = decompressor.stream_reader(path.open("rb"), closefd=True)
    return io.TextIOWrapper(stream, encoding="utf-8", newline="\n")


def iterate_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a plain, ``.gz`` or ``.zst`` file without their line ends.

    Raises:
        CorpusError: as :func:`open_text`, and if the file is damaged.
    """
    with open_text(path) as lines:
        try:
            for line in lines:
                yield line.rstrip("\r\n")
        except (EOFError, UnicodeDecodeError, OSError) as error:
            raise CorpusError(f"{path} cannot be read to its end: {error}") from error


def write_lines(path: Path, lines: Iterable[str]) -> int:
    """Write lines to a plain or ``.gz`` file and return how many there were.

    The same lines always give the same bytes: no time stamp is stored.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("wb") as raw:
        zipped = path.suffix == ".gz"
        packed = gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) if zipped else raw
        with io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as out:
            for line in lines:
                out.write(line + "\n")
                count += 1
    return count


def find_text(folder: Path, name: str) -> Path:
    """Return the file ``name`` in ``folder``, plain or with a compression ending.

    Raises:
        CorpusError: if there is none.
    """
    for ending in ("", ".zst", ".gz"):
        path = folder / (name + ending)
        if path.is_file():
            return path
    raise CorpusError(f"There is no {name} (plain, .zst or .gz) in {folder}.")
