"""Keep track of markup, code, links and objects, which are not corrected.

Which ranges those are is told by a function of the whole text; it runs in the
background, since a long Markdown text takes longer than a frame.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Executor, Future

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.checking.offsets import Utf16Offsets
from app.editor.blocks import DocumentBlocks
from app.editor.editor import Editor
from model.edits import Span

PAUSE_MS = 200  # shorter than the pause before a check, so that the ranges are there first

FindSpans = Callable[[str], tuple[Span, ...]]
Ranges = dict[int, tuple[tuple[int, int], ...]]
"""Block number → UTF-16 ranges within the block."""


def ranges_by_block(text: str, spans: tuple[Span, ...]) -> Ranges:
    """Cut ranges of a whole text into ranges of its paragraphs.

    Args:
        text: paragraphs with a line feed between them.
        spans: sorted, in code points of the text.
    """
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    number, start = 0, 0
    end = _end(text, start)
    for span in spans:
        while span.start > end:
            number, start = number + 1, end + 1
            end = _end(text, start)
        at = (number, start, end)
        while True:
            offsets = Utf16Offsets(text[start:end])
            first = max(span.start, start) - start
            last = min(span.end, end) - start
            if first < last:
                found[number].append((offsets.to_qt(first), offsets.to_qt(last)))
            if span.end <= end:
                break
            number, start = number + 1, end + 1
            end = _end(text, start)
        if span.end <= at[2]:
            number, start, end = at
    return {key: tuple(ranges) for key, ranges in found.items()}


def _end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


class ProtectedText(QObject):
    """Finds protected ranges after each pause in typing and notes them in the paragraphs."""

    _found = Signal(object, int)

    def __init__(self, editor: Editor, blocks: DocumentBlocks, executor: Executor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._blocks = blocks
        self._executor = executor
        self._find: FindSpans | None = None
        self._marked: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.look_now)
        self._found.connect(self._on_found)
        editor.textChanged.connect(self._on_text_changed)

    def set_rule(self, find: FindSpans | None) -> None:
        """Look for other ranges from now on; None for text in which all is text."""
        self._find = find
        self.look_now()

    @Slot()
    def look_now(self) -> None:
        """Look through the text as it is now."""
        self._timer.stop()
        revision = self._editor.document().revision()
        if self._find is None:
            self._on_found({}, revision)
            return
        future = self._executor.submit(_look, self._find, self._editor.raw_text())
        future.add_done_callback(lambda done: self._tell(done, revision))

    def _tell(self, done: Future[Ranges], revision: int) -> None:
        """Runs in the background thread: hand the ranges over."""
        if not done.cancelled() and done.exception() is None:
            self._found.emit(done.result(), revision)

    @Slot()
    def _on_text_changed(self) -> None:
        if self._find is not None:
            self._timer.start()

    @Slot(object, int)
    def _on_found(self, ranges: Ranges, revision: int) -> None:
        """Note the ranges in their paragraphs, unless the text has moved on."""
        document = self._editor.document()
        if revision != document.revision():
            return
        now: set[int] = set()
        for number, spans in ranges.items():
            state = self._blocks.state(document.findBlockByNumber(number))
            now.add(state.block_id)
            if state.protected != spans:
                state.protected = spans
                self._blocks.issues_changed.emit(state.block_id)
        for block_id in self._marked - now:
            block = self._blocks.block(block_id)
            if block is not None:
                self._blocks.state(block).protected = ()
                self._blocks.issues_changed.emit(block_id)
        self._marked = now


def _look(find: FindSpans, text: str) -> Ranges:
    return ranges_by_block(text, find(text))
