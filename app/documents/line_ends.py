r"""Take line ends off a text and put them back, each line its own.

The editor's text has "\n" only. What else ends a line for Qt (carriage
returns, the paragraph separator, two noncharacters that QTextDocument uses for
itself) is remembered per line, so that a file with mixed line ends is written
back as it was. Knows no files and no encodings.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

_LINE_END = re.compile("\r\n|[\n\r\u2029\ufdd0\ufdd1]")


@dataclass(frozen=True, slots=True)
class LineEnds:
    """How the lines of a text end."""

    usual: str = "\n"
    """The line end of new lines: the most frequent one of the file."""
    mixed: tuple[str, ...] = ()
    """One line end per "\\n" of the text; empty if all are :attr:`usual`."""


def take_line_ends(raw: str) -> tuple[str, LineEnds]:
    r"""Return the text with "\n" line ends, and what they were."""
    found = _LINE_END.findall(raw)
    if not found:
        return raw, LineEnds()
    counts = Counter(found)
    usual = counts.most_common(1)[0][0]
    text = raw if set(counts) == {"\n"} else _LINE_END.sub("\n", raw)
    return text, LineEnds(usual, tuple(found) if len(counts) > 1 else ())


def put_line_ends(text: str, ends: LineEnds, loaded_text: str) -> str:
    r"""Return ``text`` with the line ends of the file.

    Args:
        text: what the writer made of it, with "\n" line ends.
        ends: the line ends of ``loaded_text``.
        loaded_text: the text that the file held.
    """
    if not ends.mixed:
        return text if ends.usual == "\n" else text.replace("\n", ends.usual)
    lines = text.split("\n")
    mixed = _align(loaded_text.split("\n"), lines, ends)
    return "".join(line + end for line, end in zip(lines, mixed, strict=True))


def normalise(text: str) -> str:
    r"""Return ``text`` with every line end that the editor may hand over turned into "\n"."""
    return _LINE_END.sub("\n", text)


def _align(loaded: list[str], lines: list[str], ends: LineEnds) -> list[str]:
    """Give each line the end of the loaded line that it came from; the last has none."""
    known = [*ends.mixed, ends.usual]
    result = [ends.usual] * len(lines)
    same = 0
    while same < min(len(loaded), len(lines)) and loaded[same] == lines[same]:
        result[same] = known[same]
        same += 1
    matcher = SequenceMatcher(None, loaded[same:], lines[same:])
    for operation, old, old_end, new, new_end in matcher.get_opcodes():
        if operation in {"equal", "replace"}:
            for shift in range(min(old_end - old, new_end - new)):
                result[same + new + shift] = known[same + old + shift]
    result[-1] = ""
    for index in range(1, len(lines)):
        # Neighbours that did not stand together before would read as one Windows line end.
        if not lines[index] and result[index - 1 : index + 1] == ["\r", "\n"]:
            result[index] = "\r"
    return result
