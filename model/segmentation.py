"""Text into sentences that join back to the text exactly.

Lines are told apart here, sentences within them by the sentencex library
(decision 0030). A sentence keeps the whitespace that follows it. Lines that an
editor or mail program has wrapped are read as one paragraph, so that a
sentence may go on in the next line. Knows text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import sentencex

from model.edits import Sentence

_LANGUAGE = "en"
# A line, with its end; every code point of the text is in exactly one.
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029]|\Z)")
# A line that is an item, a heading, a quotation or a table row stands for itself.
_STRUCTURE = re.compile(
    r"\s*(?:[-*+\u2022\u2023\u25aa\u2013\u2014>#|=~`]|\d+[.)]\s|\(?[a-z]\)\s|\t|    )"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_LONG_RUN = re.compile(r"([^\w\s])\1{20,}")
# A stream is cut into sentences whenever this many characters have gathered.
_STREAM_CHUNK = 16_384
# Text is taken for hard-wrapped if no line is longer than this, and a line for
# cut by the margin, not by the writer, if it is at least this long.
_WRAP_WIDTH = 100
_FULL_LINE = 50
_SPLIT_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|cf|e\.g|i\.e)\.\s+$"
)


def segment(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order.

    Their texts joined are ``text``. A sentence includes the whitespace and
    line ends after it; whitespace before the first sentence of a line belongs
    to that sentence.
    """
    sentences: list[Sentence] = []
    start = 0
    for paragraph in _paragraphs(text):
        for piece in _split(paragraph):
            sentences.append(Sentence(piece, start))
            start += len(piece)
    return tuple(sentences)


def iter_sentences(
    chunks: str | Iterable[str], least_characters: int = _STREAM_CHUNK
) -> Iterator[Sentence]:
    """Yield the sentences of a stream; their texts joined are the stream.

    Args:
        chunks: a text, or pieces of one cut anywhere.
        least_characters: to gather before sentences are told apart.
    """
    held = ""
    start = 0
    for chunk in [chunks] if isinstance(chunks, str) else chunks:
        held += chunk
        if len(held) < least_characters:
            continue
        # The last sentence may go on in the next chunk.
        *complete, last = segment(held)
        for sentence in complete:
            yield Sentence(sentence.text, start + sentence.start)
        start += last.start
        held = last.text
    for sentence in segment(held):
        yield Sentence(sentence.text, start + sentence.start)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield lines, hard-wrapped ones joined; nothing is left out."""
    lines = [match[0] for match in _LINE.finditer(text) if match[0]]
    wrapped = len(lines) > 1 and max(map(len, lines)) <= _WRAP_WIDTH
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and wrapped and _goes_on(lines[index - 1], lines[index]):
            continue
        yield "".join(lines[start:index])
        start = index


def _goes_on(line: str, following: str) -> bool:
    """Return True if the margin, not the writer, ended a line."""
    return (
        len(line.rstrip()) >= _FULL_LINE
        and bool(following.strip())
        and not _STRUCTURE.match(following)
        and not line.lstrip().startswith(("#", "|"))
    )


def _split(paragraph: str) -> Iterator[str]:
    """Yield the sentences of one paragraph, without losing a character."""
    if not paragraph.strip():
        yield paragraph
        return
    # The library takes line ends for boundaries and valid Unicode only; one
    # character stands for one, so its lengths hold for the original.
    readable = _SURROGATES.sub("\ufffd", paragraph)
    # With spaces of several bytes it looks inside a character ("B\u00a0.B") and fails.
    readable = re.sub(r"\s", " ", readable)
    # It takes time with the square of a run of quotes; within one no sentence ends.
    readable = _LONG_RUN.sub(lambda run: "x" * len(run[0]), readable)
    pieces: list[str] = sentencex.segment(_LANGUAGE, readable)
    if "".join(pieces) != readable:
        yield paragraph
        return
    position = 0
    for piece in _joined(pieces):
        yield paragraph[position : position + len(piece)]
        position += len(piece)


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """Undo boundaries that a corrector suffers from.

    Where no space follows the full stop, the space may be what is missing;
    where a title or "etc." ends a piece, the library guessed wrong more often
    than not; a piece without a letter says nothing alone.
    """
    held = ""
    for piece in pieces:
        if held and not _is_boundary(held, piece):
            held += piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _is_boundary(before: str, after: str) -> bool:
    if not before[-1].isspace() or not before.strip():
        return False
    if not any(character.isalnum() for character in after):
        return False
    if re.fullmatch(r"\s*\(?(?:\d{1,3}|[A-Za-z])[.)]\s+", before):
        return False  # "1. First item"
    return not (_SPLIT_ABBREVIATION.search(before) and (after[0].islower() or "etc" not in before))
