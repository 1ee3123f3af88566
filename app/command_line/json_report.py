"""Write the corrections as one JSON document, piece by piece.

The document is valid however large the texts are, and none of it is kept.
Its shape is described in README.md, section "JSON".
"""

from __future__ import annotations

import json
from typing import BinaryIO

from app.command_line.checking import CheckedChunk
from app.command_line.encoding import TextFormat
from model.edits import Correction, Edit

FORMAT_VERSION = 1  # raised when a field changes its meaning or goes away


class JsonReport:
    """One object with the model's fingerprint and a list of files.

    Args:
        out: where to write; always UTF-8.
        fingerprint: which model made the corrections.
    """

    def __init__(self, out: BinaryIO, fingerprint: str) -> None:
        self._out = out
        self._first_file = True
        self._first_sentence = True
        self._write(f'{{"version": {FORMAT_VERSION}, "model": {_dump(fingerprint)}, "files": [')

    def begin(self, name: str, text_format: TextFormat) -> None:
        """Open the object of one file."""
        separator = "\n" if self._first_file else ",\n"
        self._first_file, self._first_sentence = False, True
        encoding = _dump(text_format.codec)
        self._write(f'{separator}{{"name": {_dump(name)}, "encoding": {encoding}, "sentences": [')

    def add(self, checked: CheckedChunk) -> None:
        """Write the sentences of one chunk, counted from the start of the file."""
        for correction in checked.corrections:
            separator = "\n" if self._first_sentence else ",\n"
            self._first_sentence = False
            self._write(separator + _dump(_sentence_fields(correction, checked.chunk.start)))
        self._out.flush()

    def finish(self, problem: str | None) -> None:
        """Close the object of one file."""
        self._write(f'], "problem": {_dump(problem)}}}')

    def close(self) -> None:
        """Close the document."""
        self._write("]}\n")

    def _write(self, text: str) -> None:
        self._out.write(text.encode())


def _sentence_fields(correction: Correction, chunk_start: int) -> dict[str, object]:
    """Describe a sentence; spans count code points from the start of the file."""
    span = correction.sentence.span.shifted(chunk_start)
    return {
        "start": span.start,
        "end": span.end,
        "text": correction.sentence.text,
        "corrected": correction.text,
        "edits": [_edit_fields(edit.shifted(span.start)) for edit in correction.edits],
    }


def _edit_fields(edit: Edit) -> dict[str, object]:
    """Describe an edit whose span already counts from the start of the file."""
    return {
        "start": edit.span.start,
        "end": edit.span.end,
        "original": edit.original,
        "replacement": edit.replacement,
        "confidence": round(edit.confidence, 4),
        "category": edit.category.value,
        "error_type": edit.error_type,
    }


def _dump(fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)
