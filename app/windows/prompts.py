"""Questions to the writer, in one place so that tests can answer them."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.documents.formats import DocumentFormat


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Prompts", text)


def file_filters() -> str:
    """Return the choices of a file dialog; the first takes everything that can be opened."""
    everything = " ".join(f"*{suffix}" for kind in DocumentFormat for suffix in kind.suffixes)
    kinds = [
        f"{_tr(kind.value)} ({' '.join(f'*{suffix}' for suffix in kind.suffixes)})"
        for kind in DocumentFormat
    ]
    return ";;".join((f"{_tr('All documents')} ({everything})", *kinds, f"{_tr('All files')} (*)"))


class Prompts:
    """Asks through standard dialogs."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def tell(self, title: str, message: str) -> None:
        """Say something that must not be missed."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Copyedge", title, parent=self._parent)
        box.setInformativeText(message)
        box.exec()

    def ask_unsaved(self, name: str) -> Unsaved:
        """Ask what becomes of unsaved changes."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Copyedge")
        box.setText(_tr("Save the changes to “{0}”?").format(name))
        box.setInformativeText(_tr("If you do not save them, your changes are lost."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: Unsaved.SAVE, buttons.Discard: Unsaved.DISCARD}
        return answers.get(QMessageBox.StandardButton(box.exec()), Unsaved.CANCEL)

    def ask(self, title: str, message: str, yes: str, no: str) -> bool:
        """Ask a question with two named answers; Escape means no."""
        box = QMessageBox(QMessageBox.Icon.Question, "Copyedge", title, parent=self._parent)
        box.setInformativeText(message)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agree)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is agree

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, _tr("Open"), str(folder), file_filters()
        )
        return Path(name) if name else None

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save; a name without a suffix becomes plain text."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, _tr("Save as"), str(suggestion), file_filters()
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(".txt")
