"""The whole document as a word-level diff, with accept and dismiss per change.

Reads the shown issues; the document is changed by whoever listens. Long runs
of unchanged paragraphs are folded, so that a book opens at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.checking.messages import Issue
from app.editor.editor import COLUMN_CHARACTERS, LEAST_MARGIN, TOP_MARGIN
from app.editor.issue_desk import IssueDesk
from app.theme import Colours

REFRESH_MS = 250
FOLD_FROM = 4  # unchanged paragraphs in a row; fewer are shown
SHOWN_CHANGES = 400  # more are shown on demand: a page of them takes a second to lay out


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and what would change in it."""

    text: str
    issues: tuple[Issue, ...]
    """Positions are UTF-16 units of the text."""


class ChangesView(QTextBrowser):
    """Shows what would change before anything is changed.

    Signals:
        accept_wanted, dismiss_wanted: the Issue concerned.
        jump_wanted: the Issue to show in the text.
    """

    accept_wanted = Signal(object)
    dismiss_wanted = Signal(object)
    jump_wanted = Signal(object)

    def __init__(self, desk: IssueDesk, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Changes"))
        self.setAccessibleDescription(
            self.tr("Tab moves between the changes, Enter accepts or dismisses.")
        )
        self._desk = desk
        self._colours = colours
        self._limit = SHOWN_CHANGES
        self._folded = True
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.anchorClicked.connect(self._on_anchor_clicked)
        desk.block_changed.connect(self._schedule)
        desk.all_changed.connect(self._schedule)

    def set_colours(self, colours: Colours) -> None:
        """Draw in another theme."""
        self._colours = colours
        self._schedule()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as that of the text."""
        column = COLUMN_CHARACTERS * QFontMetricsF(self.font()).averageCharWidth()
        side = max(LEAST_MARGIN, round((self.width() - column) / 2))
        self.setViewportMargins(side, TOP_MARGIN, side, 0)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the present state at once."""
        self._limit = SHOWN_CHANGES
        self._folded = True
        self.refresh()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the page: it can be large."""
        self._timer.stop()
        self.clear()
        super().hideEvent(event)

    @Slot()
    def _schedule(self, _block_id: object = None) -> None:
        if self.isVisible():
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Build the page anew and stay where the reader is."""
        place = self.verticalScrollBar().value()
        self.setHtml(self._page())
        self.verticalScrollBar().setValue(place)

    def _page(self) -> str:
        colours = self._colours
        words = {
            "accept": self.tr("Accept"),
            "dismiss": self.tr("Dismiss"),
            "folded": self.tr("{0} paragraphs without changes"),
            "none": self.tr("Nothing to change."),
            "more": self.tr("Show more changes"),
        }
        fold_from = FOLD_FROM if self._folded else sys.maxsize
        parts = page_parts(self._paragraphs(), colours, words, self._limit, fold_from)
        body = "".join(parts)
        return f'<body style="color:{colours.text}">{body}</body>'

    def _paragraphs(self) -> Iterator[Paragraph]:
        for block in self._desk.blocks():
            yield Paragraph(block.text(), self._desk.shown(block))

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        verb, _, place = url.toString().partition(":")
        if verb in {"more", "unfold"}:
            self._limit *= 4 if verb == "more" else 1
            self._folded = self._folded and verb != "unfold"
            self.refresh()
            return
        block_id, _, start = place.partition(":")
        for issue in self._desk.shown_of(int(block_id)):
            if issue.start == int(start):
                signals = {
                    "accept": self.accept_wanted,
                    "dismiss": self.dismiss_wanted,
                    "jump": self.jump_wanted,
                }
                signals[verb].emit(issue)
                return


def page_parts(
    paragraphs: Iterable[Paragraph],
    colours: Colours,
    words: dict[str, str],
    limit: int,
    fold_from: int = FOLD_FROM,
) -> Iterator[str]:
    """Return the page piece by piece.

    Args:
        paragraphs: the document.
        colours: the theme.
        words: translated ``accept``, ``dismiss``, ``folded`` (with {0}), ``none``, ``more``.
        limit: changed paragraphs after which the page ends with a link to more.
        fold_from: unchanged paragraphs in a row that are folded into one line.
    """
    plain: list[str] = []
    changed = 0
    for paragraph in paragraphs:
        if not paragraph.issues:
            if paragraph.text.strip():
                plain.append(paragraph.text)
            continue
        if changed == limit:
            yield f'<p><a href="more:">{words["more"]}</a></p>'
            return
        yield from _unchanged(plain, colours, words["folded"], fold_from)
        plain = []
        changed += 1
        yield f'<p style="line-height:140%">{changed_html(paragraph, colours, words)}</p>'
    if not changed:
        yield f'<p style="color:{colours.muted}">{words["none"]}</p>'
    yield from _unchanged(plain, colours, words["folded"], fold_from)


def _unchanged(texts: list[str], colours: Colours, folded: str, fold_from: int) -> Iterator[str]:
    """Return paragraphs without changes, many of them folded into one line."""
    if len(texts) < fold_from:
        for text in texts:
            yield f'<p style="line-height:140%">{escape(text)}</p>'
        return
    line = folded.format(f"{len(texts):,}")
    style = f"text-decoration:none;color:{colours.muted}"
    yield f'<p align="center"><a href="unfold:" style="{style}">⋯&nbsp; {line} &nbsp;⋯</a></p>'


def changed_html(paragraph: Paragraph, colours: Colours, words: dict[str, str]) -> str:
    """Return one paragraph with its changes marked."""
    units = paragraph.text.encode("utf-16-le", "surrogatepass")
    pieces: list[str] = []
    position = 0
    for issue in paragraph.issues:
        if issue.start < position:
            continue
        pieces += (_text(units, position, issue.start), _change(issue, colours, words))
        position = issue.end
    pieces.append(_text(units, position, len(units) // 2))
    return "".join(pieces)


def _text(units: bytes, start: int, end: int) -> str:
    return escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"))


def _change(issue: Issue, colours: Colours, words: dict[str, str]) -> str:
    place = f"{issue.block_id}:{issue.start}"
    parts = []
    if issue.edit.original:
        parts.append(
            f'<span style="background:{colours.deleted_ground};color:{colours.deleted};'
            f'text-decoration:line-through">{escape(_shown(issue.edit.original))}</span>'
        )
    if issue.edit.replacement:
        parts.append(
            f'<span style="background:{colours.inserted_ground};color:{colours.inserted};'
            f'font-weight:600">{escape(_shown(issue.edit.replacement))}</span>'
        )
    link = f'style="text-decoration:none;color:{colours.accent};font-size:small"'
    parts.append(
        f'&nbsp;<a {link} href="accept:{place}" title="{words["accept"]}">✓</a>'
        f'&nbsp;<a {link} href="dismiss:{place}" title="{words["dismiss"]}">✕</a>&nbsp;'
    )
    return "".join(parts)


def _shown(text: str) -> str:
    """Make a change of nothing but spaces visible."""
    return text if text.strip() else "␣" * len(text)
