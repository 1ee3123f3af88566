"""Text to piece ids and back, without loss.

The only importer of sentencepiece. ``decode(encode(text)) == text`` holds for
every Python string: normalisation is off, spaces are kept, characters outside
the vocabulary become UTF-8 byte pieces. SentencePiece itself is not lossless:
it writes a space as U+2581, so a U+2581 in the text would come back as a
space, and it rejects lone surrogates. Both take the byte pieces here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import sentencepiece

PAD_ID = 0
BOS_ID = 1
EOS_ID = 2
UNK_ID = 3

# One space is put before every text so that a word is the same piece at the
# start of a sentence and inside it; decoding takes it away again.
_PREFIX = " "
_SPACE_MARK = "\u2581"
_UNENCODABLE = re.compile("([\u2581\ud800-\udfff\\x00]+)")
_BYTE_PIECE = re.compile(r"<0x([0-9A-F]{2})>")


class Tokenizer:
    """A SentencePiece vocabulary used losslessly."""

    def __init__(self, serialized: bytes) -> None:
        """Read a vocabulary.

        Args:
            serialized: contents of a SentencePiece ``.model`` file.

        Raises:
            ValueError: if these bytes are no vocabulary of the kind this
                class needs (byte fallback, fixed special ids).
        """
        try:
            self._processor = sentencepiece.SentencePieceProcessor(model_proto=serialized)
        except RuntimeError as error:
            raise ValueError("the tokeniser file is damaged; install the model again") from error
        specials = (
            self._processor.pad_id(),
            self._processor.bos_id(),
            self._processor.eos_id(),
            self._processor.unk_id(),
        )
        if specials != (PAD_ID, BOS_ID, EOS_ID, UNK_ID):
            raise ValueError(f"the tokeniser has special ids {specials}, not 0, 1, 2, 3")
        self._byte_ids: dict[int, int] = {}
        self._bytes_of: dict[int, int] = {}
        self._texts: list[str] = []
        for index in range(self._processor.get_piece_size()):
            piece = self._processor.id_to_piece(index)
            self._texts.append(piece.replace(_SPACE_MARK, " "))
            if match := _BYTE_PIECE.fullmatch(piece):
                byte = int(match[1], 16)
                self._byte_ids[byte] = index
                self._bytes_of[index] = byte
        if len(self._byte_ids) != 256:
            raise ValueError("the tokeniser has no byte pieces; train it with byte fallback")

    @classmethod
    def from_file(cls, path: Path) -> Tokenizer:
        """Read a vocabulary from a ``.model`` file.

        Raises:
            OSError: if the file cannot be read.
            ValueError: as the constructor.
        """
        return cls(path.read_bytes())

    def __len__(self) -> int:
        """Return the number of pieces, special and byte pieces included."""
        return len(self._texts)

    def encode(self, text: str) -> list[int]:
        """Return the piece ids of ``text``, without begin or end marks."""
        text = _PREFIX + text
        ids: list[int] = []
        if not _UNENCODABLE.search(text):
            ids += self._processor.encode(text)
            return ids
        for index, part in enumerate(_UNENCODABLE.split(text)):
            if index % 2:
                ids += (self._byte_ids[byte] for byte in part.encode("utf-8", "surrogatepass"))
            elif part:
                ids += self._processor.encode(part)
        return ids

    def encode_batch(self, texts: Sequence[str]) -> list[list[int]]:
        """Encode many texts; equal to ``encode`` on each, but faster."""
        if any(_UNENCODABLE.search(text) for text in texts):
            return [self.encode(text) for text in texts]
        return list(self._processor.encode([_PREFIX + text for text in texts]))

    def decode(self, ids: Iterable[int]) -> str:
        """Return the text of ``ids``; special ids stand for nothing.

        Byte pieces that form no valid UTF-8 (a model may propose them) become
        U+FFFD, so this never raises for ids of the vocabulary.
        """
        text = "".join(self._decode_runs(ids))
        return text.removeprefix(_PREFIX)

    def piece_texts(self) -> tuple[str, ...]:
        """Return the surface of each id; byte pieces keep their ``<0x..>`` name."""
        return tuple(self._texts)

    def _decode_runs(self, ids: Iterable[int]) -> Iterable[str]:
        run = bytearray()
        for index in ids:
            if (byte := self._bytes_of.get(index)) is not None:
                run.append(byte)
                continue
            if run:
                yield _decode_bytes(run)
                run.clear()
            if index not in (PAD_ID, BOS_ID, EOS_ID, UNK_ID):
                yield self._texts[index]
        if run:
            yield _decode_bytes(run)


def _decode_bytes(run: bytearray) -> str:
    try:
        return run.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return run.decode("utf-8", "replace")
