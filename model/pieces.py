"""Cut a sentence that is too long for the model into parts it can read.

The model knows a fixed number of positions. Cuts fall behind clause marks if
possible, else between words; a single word that is too long is left out of
correction altogether. Knows text and a way to count tokens.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

from model.edits import Span

# Places to cut, best first: behind a clause mark, before a joining word, at any space.
_CUTS = (
    re.compile(r"[;:.!?\u2014][\"')\]]*\s"),
    re.compile(r",[\"')\]]*\s"),
    re.compile(r"\s(?=(?:and|but|or|because|which|that|when|while|so)\s)"),
    re.compile(r"\s"),
)

_SLACK = 1.15  # room to reach the next clause mark


def readable_spans(text: str, count: Callable[[str], int], most_tokens: int) -> Iterator[Span]:
    """Yield the parts of ``text`` to correct one by one, in order.

    Args:
        text: a sentence, without whitespace around it.
        count: returns how many tokens a text has.
        most_tokens: a part may have.
    """
    start = 0
    total = count(text)
    # Parts of about one length: a few words cut off alone have lost their context.
    even = math.ceil(total / math.ceil(total / most_tokens) * _SLACK) if total else 0
    aim = min(most_tokens, even)
    while start < len(text):
        end = _end_of_part(text, start, count, aim)
        if end is None:
            return
        part = text[start:end].strip()
        if part and count(part) <= most_tokens:
            lead = text.index(part, start)
            yield Span(lead, lead + len(part))
        start = end


def _end_of_part(
    text: str, start: int, count: Callable[[str], int], most_tokens: int
) -> int | None:
    """Return where the part that begins at ``start`` ends; None if nothing is left."""
    # No token is shorter than a byte and few are longer than 12 letters, so a
    # part is sought within this many characters rather than in the whole text.
    window = text[start : start + 12 * most_tokens]
    if start + len(window) == len(text) and count(window) <= most_tokens:
        return len(text)
    while window and count(window) > most_tokens:
        shorter = len(window) * most_tokens // count(window)
        window = window[: max(1, min(len(window) - 1, shorter))]
    # A space right after the window is a cut, too.
    reach = text[start : start + len(window) + 1]
    for pattern in _CUTS:
        ends = [match.end() for match in pattern.finditer(reach)]
        # A cut in the first half would make twice as many parts as needed.
        if ends and (ends[-1] > len(window) // 2 or pattern is _CUTS[-1]):
            return start + ends[-1]
    space = _CUTS[-1].search(text, start + len(window))
    return space.end() if space else len(text)
