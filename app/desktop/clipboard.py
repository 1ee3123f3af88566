"""Keep what is on the clipboard, and put it back: all formats, as bytes.

A snapshot asks the owner for every format at once, so also for what the owner
would have made only when asked; after that the owner may end. Whatever fails
on the way leaves out that one format and is noted in the snapshot; nothing is
raised. Knows no X11: see ``app.desktop.x11.reader`` for a snapshot that
does not wait for a slow owner.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QMimeData, QStringListModel
from PySide6.QtGui import QClipboard, QImage

LOGGER = logging.getLogger(__name__)

IMAGE = "application/x-qt-image"
"""Qt's own name for an image that it can hand over in all formats it writes."""

NOT_CONTENT = frozenset(
    {
        "TARGETS",
        "MULTIPLE",
        "TIMESTAMP",
        "SAVE_TARGETS",
        # Asking for one of these would change the owner's text.
        "DELETE",
        "INSERT_SELECTION",
        "INSERT_PROPERTY",
    }
)
"""Names that X11 owners list among their formats but that are questions or commands."""


@dataclass(frozen=True, slots=True)
class ClipboardSnapshot:
    """What a clipboard held."""

    formats: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """MIME type, or the platform's own name, and content, in the owner's order."""
    image: QImage | None = field(default=None, repr=False)
    """The image among the formats, for programs that want it in a format not listed."""
    missing: tuple[str, ...] = ()
    """Formats that the owner offered but did not hand over."""
    mode: QClipboard.Mode = QClipboard.Mode.Clipboard
    """The clipboard proper, or X11's PRIMARY selection."""

    @classmethod
    def take(
        cls, clipboard: QClipboard, mode: QClipboard.Mode = QClipboard.Mode.Clipboard
    ) -> ClipboardSnapshot:
        """Ask the owner for everything it offers; waits for the answers."""
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            return cls(mode=mode)
        source = clipboard.mimeData(mode)
        if source is None:
            return cls(mode=mode)
        kept: list[tuple[str, bytes]] = []
        missing: list[str] = []
        for name in source.formats():
            if name in NOT_CONTENT or name == IMAGE:
                continue
            content = _content(source, name)
            if content is None:
                missing.append(name)
            else:
                kept.append((name, content))
        return cls(tuple(kept), _image(source), tuple(missing), mode)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to put back."""
        return not self.formats and self.image is None

    @property
    def text(self) -> str:
        """The plain text among the formats; empty if there is none."""
        for name, content in self.formats:
            if name == "text/plain" or name.startswith("text/plain;charset=utf-8"):
                return content.decode("utf-8", errors="replace")
        return ""

    def mime_data(self) -> QMimeData:
        """Return the content as Qt hands it to other programs."""
        made = _made_by_qt()
        if self.image is not None:
            made.setImageData(self.image)
        for name, content in self.formats:
            made.setData(name, QByteArray(content))
        return made

    def restore(self, clipboard: QClipboard) -> bool:
        """Put the content back where it was; tell whether it is there.

        An empty snapshot empties the clipboard.
        """
        if self.mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            return False
        if self.is_empty:
            clipboard.clear(self.mode)
            return True
        clipboard.setMimeData(self.mime_data(), self.mode)
        return _owns(clipboard, self.mode)


def put_text(clipboard: QClipboard, text: str) -> bool:
    """Put a text on the clipboard; tell whether it is there."""
    clipboard.setText(text)
    return _owns(clipboard, QClipboard.Mode.Clipboard)


def _made_by_qt() -> QMimeData:
    """Return an empty QMimeData that Python has not made.

    One that Python has made needs Python for its end, and some platforms' clipboards end after
    Python has: the program would crash when it quits. Qt makes one for a list that is dragged.
    """
    dragged = QStringListModel([""])
    made = dragged.mimeData([dragged.index(0)])
    made.clear()
    return made


def _owns(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    if mode is QClipboard.Mode.Selection:
        return clipboard.ownsSelection()
    return clipboard.ownsClipboard()


def _content(source: QMimeData, name: str) -> bytes | None:
    """Return one format's content; None if its owner did not give it."""
    try:
        content = bytes(source.data(name).data())
    except (RuntimeError, MemoryError, TypeError, ValueError) as error:
        # An owner within this program may be Python code that fails.
        LOGGER.warning("no %s from the clipboard: %s", name, error)
        return None
    if not content and not source.hasFormat(name):
        return None
    return content


def _image(source: QMimeData) -> QImage | None:
    if not source.hasImage():
        return None
    image = source.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None
