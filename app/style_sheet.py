"""The style sheet of the program, filled with the colours of a theme."""

from __future__ import annotations

from pathlib import Path

from app.theme import Colours, blend

TEMPLATE = """
QMainWindow, QDialog {{ background: {window}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
QMenuBar {{ background: {window}; color: {text}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 5px; }}
QMenu::item {{ padding: 6px 26px 6px 24px; border-radius: 5px; }}
QMenu::item:selected {{ background: {selection}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 6px; }}
QToolBar {{ background: {window}; border: none; border-bottom: 1px solid {border}; padding: 4px 8px; spacing: 2px; }}
QToolBar::separator {{ background: {border}; width: 1px; margin: 6px 7px; }}
QToolBar QToolButton {{ padding: 6px; border: 1px solid transparent; border-radius: 7px; }}
QToolBar QToolButton:hover {{ background: {hover}; }}
QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {selection}; }}
QToolButton:focus, QPushButton:focus, QTableView:focus {{ border: 1px solid {accent}; }}
QStatusBar {{ background: {window}; color: {muted}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; padding: 3px 8px; }}
QPlainTextEdit#editor, QTextBrowser#changes {{ background: {page}; color: {text}; border: none; selection-background-color: {selection}; selection-color: {text}; }}
QSplitter::handle {{ background: {border}; }}
QFrame#panel {{ background: {window}; border: none; }}
QLabel#panelTitle {{ font-size: 15px; font-weight: 600; color: {text}; }}
QLabel#emptyList {{ color: {muted}; padding: 20px; }}
QLabel#hint {{ color: {muted}; }}
QTableView#issues {{ background: {window}; border: 1px solid transparent; outline: none; }}
QToolButton#chip {{ text-align: left; padding: 4px 9px; border: 1px solid {border}; border-radius: 11px; color: {faint}; background: transparent; }}
QToolButton#chip:checked {{ background: {raised}; font-weight: 600; }}
QToolButton#chip:hover {{ border-color: {muted}; }}
QToolButton#chip:focus {{ border-color: {accent}; }}
QFrame#card {{ background: {raised}; border: 1px solid {border}; border-radius: 10px; }}
QLabel#cardKind, QLabel#cardConfidence {{ color: {muted}; font-size: 12px; }}
QLabel#cardKind {{ font-weight: 600; }}
QLabel#cardChange {{ font-size: 17px; color: {text}; }}
QLabel#cardExplanation {{ color: {text}; }}
QPushButton {{ background: {raised}; color: {text}; border: 1px solid {border}; border-radius: 7px; padding: 6px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {selection}; }}
QPushButton:disabled {{ color: {faint}; }}
QPushButton#primary, QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton#primary {{ font-weight: 600; }}
QPushButton#primary:hover, QPushButton:default:hover {{ background: {accent_hover}; }}
QPushButton#primary:focus, QPushButton:default:focus {{ border: 2px solid {text}; padding: 5px 13px; }}
QToolButton#cardMore {{ color: {muted}; border: 1px solid transparent; border-radius: 7px; padding: 6px 22px 6px 10px; }}
QToolButton#cardMore:hover {{ background: {hover}; }}
QToolButton#cardMore:focus {{ border-color: {accent}; }}
QToolButton#cardMore::menu-indicator {{ subcontrol-position: right center; right: 8px; }}
QFrame#banner {{ background: {selection}; border: none; border-bottom: 1px solid {border}; }}
QFrame#banner QLabel {{ color: {text}; }}
QDialog QLineEdit, QFrame#banner QLineEdit, QListWidget, QTextBrowser, QPlainTextEdit {{ background: {page}; color: {text}; border: 1px solid {border}; border-radius: 6px; padding: 4px 6px; selection-background-color: {selection}; selection-color: {text}; }}
QDialog QLineEdit:focus, QFrame#banner QLineEdit:focus, QListWidget:focus {{ border-color: {accent}; }}
QCheckBox {{ spacing: 7px; }}
QCheckBox::indicator {{ width: 15px; height: 15px; border: 1px solid {muted}; border-radius: 4px; background: {page}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {text}; width: 13px; height: 13px; }}
QGroupBox {{ border: none; margin-top: 20px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {border}; min-height: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {muted}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {border}; min-width: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""  # noqa: E501 - one rule a line reads best


def style_sheet(colours: Colours, icons: Path) -> str:
    """Return the style sheet for a theme.

    Args:
        colours: the theme.
        icons: the folder of icons.
    """
    tick = icons / f"tick_{'dark' if colours.dark else 'light'}.svg"
    return TEMPLATE.format(
        window=colours.window,
        page=colours.page,
        raised=colours.raised,
        text=colours.text,
        muted=colours.muted,
        faint=blend(colours.muted, colours.window, 0.4).name(),
        border=colours.border,
        hover=colours.hover,
        accent=colours.accent,
        accent_hover=blend(colours.accent, colours.text, 0.15).name(),
        on_accent=colours.on_accent,
        selection=colours.selection,
        tick=tick.as_posix(),
    )
