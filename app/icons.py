"""Icons drawn in the colours of the theme.

The shipped SVG files use ``currentColor``; it is replaced before drawing, so
that one file serves both themes at every resolution.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.theme import Colours, blend

SIZES = (16, 20, 24, 32, 48)


class Icons:
    """Looks up icons in one folder.

    Args:
        folder: holds ``name.svg`` files.
        colours: the theme to draw them in.
    """

    def __init__(self, folder: Path, colours: Colours) -> None:
        self._folder = folder
        self._colours = colours

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """Return an icon; disabled states are drawn paler.

        Raises:
            FileNotFoundError: if the program lacks this icon.
        """
        source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        pale = blend(self._colours.muted, self._colours.window, 0.55).name()
        return QIcon(SvgEngine(source, {False: pale, True: colour or self._colours.text}))

    def program(self) -> QIcon:
        """Return the icon of the program itself, in its own colours."""
        source = (self._folder / "copyedge.svg").read_text(encoding="utf-8")
        icon = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(render(source, QSize(size, size)))
        return icon


def render(source: str, size: QSize) -> QPixmap:
    """Draw an SVG text at a size in device pixels."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap


class SvgEngine(QIconEngine):
    """Draws an SVG at whatever size and resolution is asked for."""

    def __init__(self, source: str, colours: dict[bool, str]) -> None:
        super().__init__()
        self._source = source
        self._colours = colours

    def clone(self) -> QIconEngine:
        """Return another engine that draws the same."""
        return SvgEngine(self._source, self._colours)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon in device pixels."""
        del state
        colour = self._colours[mode != QIcon.Mode.Disabled]
        return render(self._source.replace("currentColor", colour), size)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        del state
        colour = self._colours[mode != QIcon.Mode.Disabled]
        source = self._source.replace("currentColor", colour)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(rect))  # type: ignore[call-overload]
