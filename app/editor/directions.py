"""Text from the left and text from the right: on which side it stands, where its letters are.

Knows lines of a text layout; knows neither paragraphs nor issues.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLine, QTextOption

TOUCHING = 0.75  # pixels: letters nearer than this are underlined without a gap


def text_option() -> QTextOption:
    """Let the first letter with a direction decide that of its paragraph, and its side.

    Qt puts all text on the left, except that justified text written from right to left
    ends on the right; with the absolute flag it takes that rule and does not stretch the
    lines. So no paragraph needs a format of its own, which undo would know about.
    """
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(Qt.AlignmentFlag.AlignJustify | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def extents(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Return the places of a part of a line, from left to right.

    The glyphs are asked and not the caret: where writing directions meet, the caret
    before a letter does not stand at that letter.
    """
    places = sorted(
        (area.left(), area.right())
        for area in (run.boundingRect() for run in line.glyphRuns(first, last - first))
    )
    if not places:  # a tab has no glyph
        places = [(_x(line, first), _x(line, last))]
    pieces = [places[0]]
    for left, right in places[1:]:
        if left <= pieces[-1][1] + TOUCHING:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], right))
        else:
            pieces.append((left, right))
    return pieces


def _x(line: QTextLine, position: int) -> float:
    """Return the horizontal place of the caret, in its paragraph's coordinates."""
    answer: object = line.cursorToX(position)
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
