"""Read text from a binary stream piece by piece.

Every character comes through as it stands: line ends are not translated.
Knows nothing of paragraphs or sentences.
"""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path

from app.command_line.encoding import (
    MARK_BYTES,
    TextFormat,
    detect_format,
    undecodable_message,
)
from app.command_line.errors import UnreadableTextError

PIECE_BYTES = 1 << 13  # about a second of correcting: the progress bar moves that often


class TextReader:
    """Decode a stream on the fly.

    Args:
        stream: where the bytes come from; not closed here.
        name: what to call the text in messages.
        encoding: the encoding named by the writer; None to detect it.

    Raises:
        UnreadableTextError: if the first bytes are no text.
    """

    def __init__(self, stream: BufferedIOBase, name: str, encoding: str | None = None) -> None:
        self._stream = stream
        self._name = name
        self._head = self._read_head()
        self.format: TextFormat = detect_format(self._head, name, encoding)
        self.bytes_read = 0

    def _read_head(self) -> bytes:
        """Read the first piece; at least as long as a byte order mark, if there is that much."""
        head = self._read()
        while len(head) < MARK_BYTES and (more := self._read()):
            head += more
        return head

    def _read(self) -> bytes:
        try:
            return self._stream.read1(PIECE_BYTES)
        except OSError as error:
            raise UnreadableTextError(f"{self._name} cannot be read: {error.strerror}.") from error

    def pieces(self) -> Iterator[str]:
        """Yield the text without its byte order mark, some thousand characters at a time.

        Raises:
            UnreadableTextError: where the text is not valid in its encoding.
        """
        decoder = codecs.getincrementaldecoder(self.format.codec)()
        self.bytes_read = len(self.format.mark)
        block = self._head[self.bytes_read :]
        self._head = b""
        while block:
            yield self._decode(decoder, block, final=False)
            self.bytes_read += len(block)
            block = self._read()
        yield self._decode(decoder, b"", final=True)

    def _decode(self, decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool) -> str:
        """Decode one block; bytes of a character cut in two wait in the decoder."""
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(block, final)
        except UnicodeDecodeError as error:
            position = self.bytes_read - waiting + error.start
            message = undecodable_message(
                self._name, self.format.codec, error.object[error.start], position
            )
            raise UnreadableTextError(message) from error
        if "\0" in text:
            raise UnreadableTextError(f"{self._name} is not a text file (it holds zero bytes).")
        return text


@contextmanager
def open_text(path: Path, encoding: str | None = None) -> Iterator[TextReader]:
    """Open a file for reading, after making sure that all of it is text.

    A regular file is read through once before, so that nothing half-done is
    printed of a file that turns out unreadable at its end.

    Raises:
        UnreadableTextError: if the file cannot be opened or is no text.
    """
    name = str(path)
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise UnreadableTextError(f"There is no file {name}.") from None
    except IsADirectoryError:
        raise UnreadableTextError(f"{name} is a folder. Name the files in it.") from None
    except OSError as error:
        raise UnreadableTextError(f"{name} cannot be read: {error.strerror}.") from error
    with stream:
        if stat.S_ISREG(path.stat().st_mode):
            for _ in TextReader(stream, name, encoding).pieces():
                pass
            stream.seek(0)
        yield TextReader(stream, name, encoding)
