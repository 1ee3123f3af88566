"""The page of keyboard shortcuts, made from the table of actions."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from app.actions import MENUS, Actions, translated
from app.theme import Colours


def shortcuts_html(actions: Actions, colours: Colours) -> str:
    """Return the table as rich text."""
    parts = []
    for menu, specs in MENUS:
        rows = []
        for spec in specs:
            keys = [
                sequence.toString(QKeySequence.SequenceFormat.NativeText)
                for sequence in actions[spec.name].shortcuts()
            ]
            if keys:
                name = escape(translated(spec.text).replace("&", "").rstrip("…"))
                shown = escape("  ·  ".join(dict.fromkeys(keys)))
                rows.append(
                    f'<tr><td width="210" style="padding:3px 0">{name}</td>'
                    f'<td style="padding:3px 0;color:{colours.accent}"><b>{shown}</b></td></tr>'
                )
        if rows:
            title = escape(translated(menu).replace("&", ""))
            parts.append(f'<h3 style="color:{colours.text}">{title}</h3>')
            parts.append(f"<table>{''.join(rows)}</table>")
    return "".join(parts)


class ShortcutsDialog(QDialog):
    """Shows all shortcuts."""

    def __init__(self, actions: Actions, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(460, 600)
        page = QTextBrowser(self)
        page.setAccessibleName(self.windowTitle())
        page.setHtml(shortcuts_html(actions, colours))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.addWidget(page)
        column.addWidget(box)
