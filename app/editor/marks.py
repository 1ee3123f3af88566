"""Where the mark of an issue is drawn. Pure functions over UTF-16 positions."""

from __future__ import annotations

import re

from app.checking.messages import Issue
from app.checking.offsets import Utf16Offsets

WORD_BEFORE = re.compile(r"[^\s]+\s*\Z")
WORD_AFTER = re.compile(r"\s*[^\s]+")
REACH = 60
"""Code points around an insertion that are searched for a word."""


def marked_range(issue: Issue, text: str) -> tuple[int, int]:
    """Return what to underline: the issue's text, or for an insertion the word beside it.

    Args:
        issue: with UTF-16 positions in ``text``.
        text: the paragraph.
    """
    if issue.start < issue.end:
        return issue.start, issue.end
    offsets = Utf16Offsets(text)
    try:
        point = offsets.to_code_point(issue.start)
    except ValueError:
        return issue.start, issue.end
    head = text[max(0, point - REACH) : point]
    before = WORD_BEFORE.search(head)
    if before is not None:
        word = before.group().rstrip()
        start = point - len(before.group())
        return offsets.to_qt(start), offsets.to_qt(start + len(word))
    after = WORD_AFTER.match(text, point, point + REACH)
    return issue.start, issue.end if after is None else offsets.to_qt(after.end())
