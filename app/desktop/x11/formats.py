"""Turn what was read of an X selection into a snapshot that Qt can hold and serve.

Qt offers a text under all of X's names for texts and an image under all the
formats it writes; the rest goes by its own name, byte for byte.
"""

from __future__ import annotations

from app.desktop.clipboard import ClipboardSnapshot
from app.desktop.x11.reader import Content

NAMES_OF_TEXT = frozenset(
    ["UTF8_STRING", "STRING", "TEXT", "COMPOUND_TEXT", "text/plain", "text/plain;charset=utf-8"]
)
"""Qt makes all of these from text/plain."""


def snapshot_of(content: Content) -> ClipboardSnapshot:
    """Return what was read as a snapshot of the clipboard."""
    kept: list[tuple[str, bytes]] = []
    text = content.text
    if text is not None:
        kept.append(("text/plain", text.encode("utf-8")))
    for name, value in content.targets:
        if (name == "text/plain" and text is None) or name not in NAMES_OF_TEXT:
            kept.append((name, value))
    missing = tuple(name for name in content.refused if name not in NAMES_OF_TEXT)
    return ClipboardSnapshot(tuple(kept), None, missing)
