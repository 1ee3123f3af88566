"""About: versions, the model's card and the licences of what is inside."""

from __future__ import annotations

import json
import platform
from html import escape
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.theme import Colours

LIBRARIES = (
    "PySide6-Essentials",
    "onnxruntime",
    "sentencepiece",
    "sentencex",
    "numpy",
    "python-docx",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "charset-normalizer",
    "platformdirs",
    "filelock",
    "tqdm",
    "uvicorn",
    "h11",
    "pygls",
    "lsprotocol",
    "xcffib",
    "jeepney",
    "pyobjc-framework-Quartz",
    "quickmachotkey",
)
"""What the program needs, by the names of its requirements; each system has some of the last."""

ICON_SIZE = 72  # pixels


def model_card(folder: Path) -> str:
    """Return what the model folder says of itself, as Markdown."""
    card = folder / "README.md"
    if card.is_file():
        return card.read_text(encoding="utf-8")
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return "\n".join(_lines(manifest))


def _lines(values: dict[str, object], depth: int = 0) -> list[str]:
    """Return nested values as a Markdown list."""
    lines: list[str] = []
    for key, value in values.items():
        indent = "  " * depth
        if isinstance(value, dict):
            lines.append(f"{indent}- **{key}**")
            lines += _lines(value, depth + 1)
        else:
            lines.append(f"{indent}- {key}: {value}")
    return lines


def _licence(name: str) -> str:
    """Return what a package says of its licence, in a few words."""
    about = metadata(name).json
    for key in ("license_expression", "license"):
        if lines := str(about.get(key, "")).splitlines():
            return lines[0][:60]
    classifiers = about.get("classifier", [])
    return ", ".join(
        line.rpartition("::")[2].strip() for line in classifiers if line.startswith("License ::")
    )


def licences_html() -> str:
    """Return the libraries with versions and licences as rich text."""
    rows = []
    for name in LIBRARIES:
        try:
            rows.append((name, version(name), _licence(name)))
        except PackageNotFoundError:
            continue
    style = "padding:3px 18px 3px 0"
    cells = "".join(
        f'<tr><td style="{style}"><b>{escape(name)}</b></td>'
        f'<td style="{style}">{escape(number)}</td><td style="{style}">{escape(licence)}</td></tr>'
        for name, number, licence in rows
    )
    return f"<table>{cells}</table>"


class AboutDialog(QDialog):
    """Says what the program is made of."""

    def __init__(self, icon: QIcon, model_folder: Path, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Copyedge"))
        self.resize(780, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 16)
        column.setSpacing(14)
        column.addLayout(self._head(icon, colours))
        tabs = QTabWidget(self)
        card = QTextBrowser(self)
        card.setAccessibleName(self.tr("Model"))
        card.setMarkdown(model_card(model_folder) or self.tr("No model is installed."))
        licences = QTextBrowser(self)
        licences.setAccessibleName(self.tr("Licences"))
        licences.setHtml(self._licences())
        tabs.addTab(card, self.tr("Model"))
        tabs.addTab(licences, self.tr("Licences"))
        column.addWidget(tabs, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.accept)
        column.addWidget(box)

    def _licences(self) -> str:
        """Return the licences of the program, of the weights and of the libraries, as rich text."""
        sentences = (
            self.tr("Copyedge is free software under the MIT licence."),
            self.tr("The weights of its model are for non-commercial use: see the model's card."),
            self.tr("It is built with:"),
        )
        return f"<p>{escape(' '.join(sentences))}</p>{licences_html()}"

    def _head(self, icon: QIcon, colours: Colours) -> QHBoxLayout:
        picture = QLabel(self)
        picture.setPixmap(icon.pixmap(ICON_SIZE, ICON_SIZE))
        versions = self.tr("Version {0}  ·  Qt {1}  ·  Python {2}").format(
            __version__, qVersion(), platform.python_version()
        )
        promise = self.tr("Corrects English as you write. Nothing leaves this computer.")
        text = QLabel(
            f'<span style="font-size:22px;font-weight:600">Copyedge</span><br>{escape(promise)}'
            f'<br><span style="color:{colours.muted}">{escape(versions)}</span>',
            self,
        )
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(picture)
        row.addWidget(text, 1)
        return row
