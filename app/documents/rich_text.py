"""Bring a changed text back into the paragraphs of a formatted document.

The lines of the text are matched with the paragraphs; what did not change is
not touched, what changed is edited in place, split or joined as the writer
did. Knows paragraphs, not formats.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from difflib import SequenceMatcher

from app.documents.line_ends import normalise
from app.documents.rich_paragraphs import RichParagraph, replace_text, split
from app.documents.text_changes import common_ends, text_changes
from app.documents.values import OBJECT_MARK
from model.edits import Span

# Characters that XML 1.0 cannot hold; the packages of both formats are XML.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class BlockObject(ABC):
    """Something between paragraphs that shows as one mark: a table, a list of contents."""

    text = OBJECT_MARK

    @abstractmethod
    def remove(self) -> None:
        """Take it out of its document."""

    @abstractmethod
    def new_after(self) -> RichParagraph:
        """Put an empty paragraph after it and return that."""

    @abstractmethod
    def new_before(self) -> RichParagraph:
        """Put an empty paragraph before it and return that."""


Block = RichParagraph | BlockObject


def storable(text: str) -> str:
    r"""Return ``text`` with "\n" line ends and without what no XML file can hold."""
    return _NOT_IN_XML.sub("", normalise(text))


def unstorable_count(text: str) -> int:
    """Return how many characters :func:`storable` drops."""
    return len(_NOT_IN_XML.findall(text))


def read_blocks(blocks: Sequence[Block]) -> tuple[str, tuple[Span, ...]]:
    """Return the text of a document, one line per block, and what must not be corrected."""
    pieces: list[str] = []
    protected: list[Span] = []
    position = 0
    for number, block in enumerate(blocks):
        if number:
            pieces.append("\n")
            position += 1
        slots = block.slots() if isinstance(block, RichParagraph) else (block,)
        for slot in slots:
            if slot.text and (slot.text == OBJECT_MARK or getattr(slot, "protected", False)):
                _extend(protected, position, position + len(slot.text))
            pieces.append(slot.text)
            position += len(slot.text)
    return "".join(pieces), tuple(protected)


def _extend(spans: list[Span], start: int, end: int) -> None:
    """Add a span, joined with the last one if they touch."""
    if spans and spans[-1].end == start:
        start = spans.pop().start
    spans.append(Span(start, end))


def write_blocks(blocks: Sequence[Block], text: str) -> None:
    """Change the blocks so that they read as ``text``.

    Args:
        blocks: all blocks of the document, at least one.
        text: storable text with one line per block.
    """
    lines = text.split("\n")
    shown = [block.text for block in blocks]
    head, tail = common_ends(shown, lines)
    matcher = SequenceMatcher(
        None, shown[head : len(shown) - tail], lines[head : len(lines) - tail]
    )
    for operation, low, high, new_low, new_high in reversed(matcher.get_opcodes()):
        if operation != "equal":
            _write_region(blocks, low + head, high + head, lines[new_low + head : new_high + head])


def _write_region(blocks: Sequence[Block], low: int, high: int, lines: list[str]) -> None:
    """Make ``blocks[low:high]`` read as ``lines``; few or none of them are the same."""
    region = blocks[low:high]
    paragraphs = [block for block in region if isinstance(block, RichParagraph)]
    objects = [block for block in region if isinstance(block, BlockObject)]
    if objects:
        lines = _with_marks_apart(paragraphs, lines, len(objects))
    if objects and OBJECT_MARK in lines:
        # An object stays where its mark is, whatever happened around it.
        block, line = region.index(objects[0]), lines.index(OBJECT_MARK)
        _write_region(blocks, low + block + 1, high, lines[line + 1 :])
        _write_region(blocks, low, low + block, lines[:line])
        return
    if lines and not paragraphs:
        _insert_lines(blocks, low, lines)
    elif len(paragraphs) == len(lines):
        for paragraph, text in zip(paragraphs, lines, strict=True):
            _write_line(paragraph, text)
    elif lines:
        _write_lines(paragraphs, lines)
    else:
        for paragraph in paragraphs:
            paragraph.remove()
    for unmarked in objects:
        unmarked.remove()


def _with_marks_apart(
    paragraphs: Sequence[RichParagraph], lines: list[str], objects: int
) -> list[str]:
    """Give marks of objects that were joined to other text a line of their own again.

    Marks that the paragraphs had in their text before are pictures and stay in it.
    """
    alone = lines.count(OBJECT_MARK)
    pictures = sum(paragraph.text.count(OBJECT_MARK) for paragraph in paragraphs)
    joined = sum(line.count(OBJECT_MARK) for line in lines) - alone - pictures
    missing = min(joined, objects - alone)
    result: list[str] = []
    for line in lines:
        rest = line
        while missing > 0 and OBJECT_MARK in rest and rest != OBJECT_MARK:
            before, _, rest = rest.partition(OBJECT_MARK)
            result += [before, OBJECT_MARK] if before else [OBJECT_MARK]
            missing -= 1
        if rest or rest == line:
            result.append(rest)
    return result


def _insert_lines(blocks: Sequence[Block], index: int, lines: Sequence[str]) -> None:
    """Put new paragraphs in front of ``blocks[index]``."""
    paragraph = blocks[index - 1].new_after() if index else blocks[0].new_before()
    for number, line in enumerate(lines):
        if number:
            paragraph = paragraph.new_after()
        if line:
            paragraph.append_text(line)


def _write_line(paragraph: RichParagraph, line: str) -> None:
    """Change one paragraph, from its end to its start so that positions stay valid."""
    for change in reversed(text_changes(paragraph.text, line)):
        replace_text(paragraph, change.start, change.end, change.replacement)


def _write_lines(paragraphs: list[RichParagraph], lines: Sequence[str]) -> None:
    """Change several paragraphs into more or fewer, splitting and joining them."""
    old = "\n".join(paragraph.text for paragraph in paragraphs)
    for change in reversed(text_changes(old, "\n".join(lines))):
        first, start = _locate(paragraphs, change.start)
        last, end = _locate(paragraphs, change.end)
        if first == last and "\n" not in change.replacement:
            replace_text(paragraphs[first], start, end, change.replacement)
        else:
            _replace_across(paragraphs, (first, start), (last, end), change.replacement)


def _locate(paragraphs: Sequence[RichParagraph], position: int) -> tuple[int, int]:
    """Return the paragraph and the offset in it of a position in the joined text."""
    for index, paragraph in enumerate(paragraphs):
        length = len(paragraph.text)
        if position <= length:
            return index, position
        position -= length + 1
    raise ValueError(f"{position} beyond the last paragraph")


def _replace_across(
    paragraphs: list[RichParagraph],
    low: tuple[int, int],
    high: tuple[int, int],
    replacement: str,
) -> None:
    """Replace a range that spans paragraphs, or by something that does."""
    (first, start), (last, end) = low, high
    head = paragraphs[first]
    if first == last:
        tail = split(head, end)
        paragraphs.insert(first + 1, tail)
        last, end = first + 1, 0
    tail = paragraphs[last]
    for paragraph in paragraphs[first + 1 : last]:
        paragraph.remove()
    del paragraphs[first + 1 : last]
    lines = replacement.split("\n")
    replace_text(head, start, len(head.text), lines[0])
    replace_text(tail, 0, end, lines[-1] if len(lines) > 1 else "")
    if len(lines) == 1:
        head.absorb(tail)
        del paragraphs[first + 1]
        return
    for line in lines[1:-1]:
        head = head.new_after()
        first += 1
        paragraphs.insert(first, head)
        replace_text(head, 0, 0, line)
