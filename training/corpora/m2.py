"""Read and write M2, the annotation format of the field.

A block is an ``S`` line (tokens) and ``A`` lines ``start end|||type|||replacement
|||REQUIRED|||-NONE-|||annotator``; an annotator who found nothing writes a *noop*
(span -1 -1). Format: Dahlmeier and Ng 2012, MaxMatch. Scores nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpora.compressed import CorpusError, iterate_lines

NOTHING = "-NONE-"
"""How M2 writes an empty replacement (files also leave it empty)."""


@dataclass(frozen=True, slots=True)
class TokenEdit:
    """Replace the tokens start..end (half-open) of the source."""

    start: int
    end: int
    error_type: str
    replacements: tuple[str, ...]
    """Alternatives, each a string of tokens; an empty string deletes."""

    @property
    def replacement(self) -> str:
        """The first alternative."""
        return self.replacements[0]


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A tokenised source and, by annotator, the edits (empty: found correct)."""

    tokens: tuple[str, ...]
    annotations: dict[int, tuple[TokenEdit, ...]]

    def reference(self, annotator: int) -> tuple[str, ...]:
        """Return the tokens after the edits of one annotator.

        Raises:
            KeyError: if that annotator did not see the sentence.
        """
        tokens = list(self.tokens)
        ordered = sorted(self.annotations[annotator], key=lambda edit: (edit.start, edit.end))
        for edit in reversed(ordered):
            tokens[edit.start : edit.end] = edit.replacement.split()
        return tuple(tokens)


def read_m2(path: Path) -> Iterator[AnnotatedSentence]:
    """Yield the blocks of an M2 file (plain or compressed).

    Raises:
        CorpusError: if a line is not M2; it names the line.
    """
    yield from parse_m2(iterate_lines(path), str(path))


def parse_m2(lines: Iterable[str], name: str = "M2") -> Iterator[AnnotatedSentence]:
    """Yield the blocks of M2 lines; ``name`` stands in error messages.

    Raises:
        CorpusError: if a line is not M2.
    """
    tokens: tuple[str, ...] | None = None
    annotations: dict[int, list[TokenEdit]] = {}
    for number, line in enumerate(lines, start=1):
        if line.startswith("S ") or line == "S":
            if tokens is not None:
                yield _block(tokens, annotations)
            tokens, annotations = tuple(line[2:].split()), {}
        elif line.startswith("A ") and tokens is not None:
            _add_annotation(line, annotations, len(tokens), f"{name}, line {number}")
        elif line.strip():
            raise CorpusError(f"{name}, line {number}: neither an S nor an A line: {line[:60]!r}")
    if tokens is not None:
        yield _block(tokens, annotations)


def _block(tokens: tuple[str, ...], annotations: dict[int, list[TokenEdit]]) -> AnnotatedSentence:
    found = {annotator: tuple(edits) for annotator, edits in sorted(annotations.items())}
    return AnnotatedSentence(tokens, found or {0: ()})


def _add_annotation(
    line: str, annotations: dict[int, list[TokenEdit]], length: int, place: str
) -> None:
    fields = line[2:].split("|||")
    try:
        start, end = (int(number) for number in fields[0].split())
        error_type, replacement, annotator = fields[1], fields[2], int(fields[5])
    except (ValueError, IndexError) as error:
        raise CorpusError(f"{place}: not an M2 annotation: {line[:60]!r}") from error
    edits = annotations.setdefault(annotator, [])
    if start < 0:
        return
    if start > end:
        raise CorpusError(f"{place}: the span {start} {end} ends before it starts.")
    # Published files (JFLEG's) hold spans one past the end; scorers read them as the end.
    start, end = min(start, length), min(end, length)
    choices = tuple("" if text == NOTHING else text for text in replacement.split("||"))
    edits.append(TokenEdit(start, end, error_type, choices))


def m2_lines(sentences: Iterable[AnnotatedSentence]) -> Iterator[str]:
    """Yield the lines of an M2 file, with an empty line after each block."""
    for sentence in sentences:
        yield "S " + " ".join(sentence.tokens)
        for annotator, edits in sentence.annotations.items():
            for edit in edits or (TokenEdit(-1, -1, "noop", (NOTHING,)),):
                replacement = "||".join(edit.replacements)
                yield (
                    f"A {edit.start} {edit.end}|||{edit.error_type}|||{replacement}"
                    f"|||REQUIRED|||-NONE-|||{annotator}"
                )
        yield ""
