"""Put replacements into the text: one undo step, never against text that has changed.

Works on a ``QTextDocument`` and the issues of its paragraphs; knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.checking.messages import Issue
from app.checking.offsets import utf16_length


def stands(block: QTextBlock, issue: Issue) -> bool:
    """Return True if the paragraph still holds exactly what the issue wants to replace."""
    units = block.text().encode("utf-16-le", "surrogatepass")
    found = units[2 * issue.start : 2 * issue.end]
    return (
        issue.end <= len(units) // 2
        and found == issue.edit.original.encode("utf-16-le", "surrogatepass")
        and _neighbours_fit(units, issue)
    )


def _neighbours_fit(units: bytes, issue: Issue) -> bool:
    """Check an insertion, which replaces nothing, by the text right before it."""
    if issue.end > issue.start:
        return True
    tail = issue.lead.encode("utf-16-le", "surrogatepass")
    return units[: 2 * issue.start].endswith(tail)


def replace_issues(
    document: QTextDocument, placed: Iterable[tuple[QTextBlock, Issue]], caret: int
) -> tuple[int, int]:
    """Carry out the edits of several issues as one undo step.

    Issues whose text has changed since are left alone.

    Args:
        document: what to change.
        placed: issues with their paragraphs, not overlapping.
        caret: position of the writer's caret, in UTF-16 units of the document.

    Returns:
        How many were carried out, and where the caret belongs now: with the text
        it stood in, or behind the replacement if it stood in what was replaced.
    """
    changes = [
        (block.position() + issue.start, block.position() + issue.end, issue.edit.replacement)
        for block, issue in placed
        if stands(block, issue)
    ]
    if not changes:
        return 0, caret
    cursor = QTextCursor(document)
    cursor.setPosition(caret)  # where undoing brings the writer back to
    cursor.beginEditBlock()
    try:
        # From the end, so that earlier positions stay true.
        for start, end, replacement in sorted(changes, reverse=True):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(replacement)
            caret = _follow(caret, start, end, utf16_length(replacement))
    finally:
        cursor.endEditBlock()
    return len(changes), caret


def _follow(caret: int, start: int, end: int, length: int) -> int:
    """Return where a caret belongs after ``start`` to ``end`` became ``length`` units."""
    if caret < start or (caret == start and start < end):
        return caret
    if caret >= end:
        return caret + length - (end - start)
    return start + length
