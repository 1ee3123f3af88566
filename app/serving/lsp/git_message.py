"""Find the prose in a git commit message as an editor shows it.

Comments, everything below the scissors, trailers and indented code are left
alone. Knows the file's text only, so the comment character is told from the
file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.serving.lsp.parts import Part, PartKind

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SCISSORS = re.compile(r"^(\S{1,10}) -{8,} ?>8 ?-{8,}", re.MULTILINE)
_TRAILER = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Za-z]+)+: \S|(?:Fixes|Closes|Refs|Bug|Link|See): \S")
_CODE = re.compile(r"(?: {4}|\t)\s*\S")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_USUAL_COMMENT = "#"


def git_parts(text: str) -> Iterator[Part]:
    """Yield the parts of a commit message."""
    scissors = _SCISSORS.search(text)
    comment = scissors[1] if scissors else _USUAL_COMMENT
    end = scissors.start() if scissors else len(text)
    is_subject = True
    for match in _LINE.finditer(text, 0, end):
        line = match[0]
        if not line:
            continue
        is_code = _CODE.match(line) is not None and not is_subject
        if not line.strip() or line.startswith(comment) or _TRAILER.match(line) or is_code:
            yield Part(PartKind.BREAK, *match.span())
            continue
        item = _ITEM.match(line)
        if item:
            yield Part(PartKind.BREAK, match.start(), match.start() + item.end())
        yield Part(PartKind.TEXT, match.start() + (item.end() if item else 0), match.end())
        if is_subject:
            is_subject = False
            yield Part(PartKind.BREAK, match.end(), match.end())
