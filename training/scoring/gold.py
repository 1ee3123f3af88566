"""Gold sentences for scoring, read as the official scorer reads them.

Adds one tolerance to the M2 reader: an edit beyond the end of its sentence (JFLEG's
file holds a few) counts as no edit, but its annotator still counts. Also says which
sentences hold errors. Scores nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpora.compressed import iterate_lines
from training.corpora.m2 import AnnotatedSentence, parse_m2

SEEN_ONLY = "UNK"
"""Type of an error that the annotator saw but could not mend."""


def read_gold(path: Path, limit: int | None = None) -> tuple[AnnotatedSentence, ...]:
    """Return the sentences of an M2 file, at most ``limit`` of them.

    Raises:
        CorpusError: if the file is missing or is not M2.
    """
    sentences: list[AnnotatedSentence] = []
    for sentence in parse_m2(_without_outside_edits(iterate_lines(path)), str(path)):
        if limit is not None and len(sentences) >= limit:
            break
        sentences.append(sentence)
    return tuple(sentences)


def _without_outside_edits(lines: Iterable[str]) -> Iterator[str]:
    """Turn annotations that end beyond their sentence into noops of the same annotator."""
    length = 0
    for line in lines:
        if line.startswith("S"):
            length = len(line[2:].split())
        elif line.startswith("A ") and _end(line) > length:
            annotator = line.rsplit("|||", 1)[-1]
            yield f"A -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||{annotator}"
            continue
        yield line


def _end(line: str) -> int:
    """Return the end of an A line's span; -1 if it has none (the reader will say so)."""
    numbers = line[2:].split("|||", 1)[0].split()
    try:
        return int(numbers[1])
    except (ValueError, IndexError):
        return -1


def is_error_free(sentence: AnnotatedSentence) -> bool:
    """Return True if no annotator changed anything (errors only seen do not count)."""
    return not any(
        edit.error_type != SEEN_ONLY for edits in sentence.annotations.values() for edit in edits
    )
