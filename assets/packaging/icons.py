"""Draw the program's icon from its SVG in every size and form that installers want.

PNG files for Linux, ``.ico`` for Windows, ``.icns`` for macOS. Qt draws; the two
containers hold PNG files behind a short table, which is written here.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from pathlib import Path

from assets.packaging.context import NAME, BuildContext

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
"""Pixels. Those of the icon theme specification; 1024 is macOS's."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"icp6", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic09", 512),
    (b"ic10", 1024),
)
"""Apple's names of the entries that hold a PNG file of that many pixels."""

_ICO_HEADER = struct.Struct("<HHH")  # reserved, type 1 = icon, number of pictures
_ICO_ENTRY = struct.Struct("<BBBBHHII")  # width, height, colours, 0, planes, bits, bytes, offset


def draw_icons(context: BuildContext) -> None:
    """Write ``copyedge-SIZE.png``, ``copyedge.ico`` and ``copyedge.icns`` to ``context.icons``."""
    context.icons.mkdir(parents=True, exist_ok=True)
    pictures = draw_pictures(context.assets / "icons" / f"{NAME}.svg", SIZES)
    for size, content in pictures.items():
        (context.icons / f"{NAME}-{size}.png").write_bytes(content)
    (context.icons / f"{NAME}.ico").write_bytes(pack_ico(pictures))
    (context.icons / f"{NAME}.icns").write_bytes(pack_icns(pictures))


def draw_pictures(svg: Path, sizes: tuple[int, ...]) -> dict[int, bytes]:
    """Return PNG files of the drawing, by their width and height in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    # Only kept alive: drawing text in a picture needs an application object.
    application = QGuiApplication.instance() or QGuiApplication([NAME])
    renderer = QSvgRenderer(str(svg))
    pictures = {}
    for size in sizes:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
        pictures[size] = bytes(buffer.data().data())
    del application
    return pictures


def pack_ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return a Windows icon file of the pictures in its sizes."""
    header = _ICO_HEADER.pack(0, 1, len(ICO_SIZES))
    offset = _ICO_HEADER.size + len(ICO_SIZES) * _ICO_ENTRY.size
    entries, contents = [], []
    for size in ICO_SIZES:
        content = pictures[size]
        edge = size % 256  # 256 is written as 0
        entries.append(_ICO_ENTRY.pack(edge, edge, 0, 0, 1, 32, len(content), offset))
        contents.append(content)
        offset += len(content)
    return b"".join((header, *entries, *contents))


def pack_icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return a macOS icon file of the pictures in its sizes."""
    entries = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_TYPES
    )
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries
