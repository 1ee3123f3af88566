"""Colours of both themes, and the look of the widgets made from them.

Pure values and the palette and style sheet derived from them; who wants which
theme is decided elsewhere. Contrast is tested: text 4.5:1, marks 3:1 (WCAG 2.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from app.settings import Theme
from model.edits import Category


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme; every field is a ``#rrggbb`` string."""

    dark: bool
    window: str
    page: str
    raised: str
    text: str
    muted: str
    border: str
    hover: str
    accent: str
    on_accent: str
    selection: str
    inserted: str
    inserted_ground: str
    deleted: str
    deleted_ground: str
    categories: Mapping[Category, str]


LIGHT = Colours(
    dark=False,
    window="#f4f3f0",
    page="#fffefb",
    raised="#ffffff",
    text="#22262b",
    muted="#5c636d",
    border="#dcd9d2",
    hover="#e9e6df",
    accent="#1f5a8a",
    on_accent="#ffffff",
    selection="#cfe3f5",
    inserted="#17683a",
    inserted_ground="#dcf3e3",
    deleted="#a3312b",
    deleted_ground="#fae1de",
    categories={
        Category.SPELLING: "#c62f2f",
        Category.GRAMMAR: "#1f64b4",
        Category.PUNCTUATION: "#96600a",
        Category.STYLE: "#7b3fb5",
    },
)

DARK = Colours(
    dark=True,
    window="#1d2025",
    page="#23272d",
    raised="#2c3138",
    text="#e6e4df",
    muted="#a4aab3",
    border="#3b414a",
    hover="#343a43",
    accent="#7db4e6",
    on_accent="#10202e",
    selection="#2f4a66",
    inserted="#86d9a3",
    inserted_ground="#1f3d2b",
    deleted="#f19a94",
    deleted_ground="#472826",
    categories={
        Category.SPELLING: "#ff7b74",
        Category.GRAMMAR: "#76b1f5",
        Category.PUNCTUATION: "#e3b04f",
        Category.STYLE: "#c99cf7",
    },
)


def colours_for(theme: Theme) -> Colours:
    """Return the colours of a theme; the system's own choice for ``SYSTEM``."""
    if theme is Theme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def palette(colours: Colours) -> QPalette:
    """Return the palette that standard widgets are drawn with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.page,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Light: colours.raised,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.border,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, name in roles.items():
        made.setColor(role, QColor(name))
    grey = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(grey, role, blend(colours.muted, colours.window, 0.45))
    return made


def blend(front: str, back: str, share: float) -> QColor:
    """Return a colour between two; ``share`` is how much of ``back`` is in it."""
    a, b = QColor(front), QColor(back)
    return QColor(
        round(a.red() * (1 - share) + b.red() * share),
        round(a.green() * (1 - share) + b.green() * share),
        round(a.blue() * (1 - share) + b.blue() * share),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
