"""The style sheet of the card, filled with the colours of a theme."""

from __future__ import annotations

from app.theme import Colours, blend

CORNER = 11  # pixels; corners of the card

TEMPLATE = """
QFrame#quickCard {{ background: {window}; border: 1px solid {edge}; border-radius: {radius}px; }}
QLabel#quickTitle {{ color: {muted}; font-size: 12px; font-weight: 600; }}
QLabel#quickCount {{ color: {muted}; font-size: 12px; }}
QLabel#quickMessage {{ color: {text}; font-size: 14px; padding: 2px 0; }}
QLabel#quickKind {{ color: {muted}; font-size: 12px; font-weight: 600; }}
QLabel#quickExplanation {{ color: {text}; font-size: 13px; }}
QTextEdit#quickText {{ background: {page}; color: {text}; border: 1px solid {border}; border-radius: 8px; padding: 4px 4px 6px 4px; }}
QTextEdit#quickText:focus {{ border-color: {soft_accent}; }}
QToolButton#quickFlat {{ color: {accent}; border: 1px solid transparent; border-radius: 6px; padding: 5px 6px; background: transparent; }}
QToolButton#quickFlat:hover {{ background: {hover}; }}
QToolButton#quickFlat:pressed {{ background: {selection}; }}
QToolButton#quickFlat:focus {{ border-color: {accent}; }}
QToolButton#quickFlat:disabled {{ color: {faint}; }}
QToolButton#quickClose {{ border: 1px solid transparent; border-radius: 6px; padding: 3px; background: transparent; }}
QToolButton#quickClose:hover {{ background: {hover}; }}
QToolButton#quickClose:focus {{ border-color: {accent}; }}
QFrame#quickLine {{ background: {border}; border: none; }}
"""  # noqa: E501 - one rule a line reads best


def quick_style(colours: Colours) -> str:
    """Return the style sheet for a theme."""
    return TEMPLATE.format(
        radius=CORNER,
        window=colours.window,
        page=colours.page,
        text=colours.text,
        muted=colours.muted,
        faint=blend(colours.muted, colours.window, 0.4).name(),
        border=colours.border,
        edge=blend(colours.border, colours.muted, 0.45).name(),
        hover=colours.hover,
        accent=colours.accent,
        soft_accent=blend(colours.accent, colours.border, 0.35).name(),
        selection=colours.selection,
    )
