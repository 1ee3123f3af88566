"""Questions to the writer, in one place so that tests can answer them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from app.documents.formats import DocumentFormat
from app.translations import QT_TRANSLATE_NOOP
from app.windows.versions_dialog import VersionsDialog


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


FORMAT_NAMES = {
    DocumentFormat.TEXT: QT_TRANSLATE_NOOP("Prompts", "Plain text"),
    DocumentFormat.MARKDOWN: QT_TRANSLATE_NOOP("Prompts", "Markdown"),
    DocumentFormat.WORD: QT_TRANSLATE_NOOP("Prompts", "Word"),
    DocumentFormat.OPEN_DOCUMENT: QT_TRANSLATE_NOOP("Prompts", "OpenDocument"),
}


class Prompts(QObject):
    """Asks through standard dialogs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def file_filters(self) -> str:
        """Return the choices of a file dialog; the first takes all that can be opened."""
        everything = " ".join(_patterns(kind) for kind in DocumentFormat)
        kinds = [
            f"{QCoreApplication.translate('Prompts', name)} ({_patterns(kind)})"
            for kind, name in FORMAT_NAMES.items()
        ]
        first = self.tr("All documents")
        last = self.tr("All files")
        return ";;".join((f"{first} ({everything})", *kinds, f"{last} (*)"))

    def tell(self, title: str, message: str) -> None:
        """Say something that must not be missed."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Copyedge", title, parent=self._parent)
        box.setInformativeText(message)
        _run(box)

    def ask_unsaved(self, name: str) -> Unsaved:
        """Ask what becomes of unsaved changes."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Copyedge")
        box.setText(self.tr("Save the changes to “{0}”?").format(name))
        box.setInformativeText(self.tr("If you do not save them, your changes are lost."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: Unsaved.SAVE, buttons.Discard: Unsaved.DISCARD}
        return answers.get(QMessageBox.StandardButton(_run(box)), Unsaved.CANCEL)

    def ask(self, title: str, message: str, yes: str, no: str) -> bool:
        """Ask a question with two named answers; Escape means no."""
        box = QMessageBox(QMessageBox.Icon.Question, "Copyedge", title, parent=self._parent)
        box.setInformativeText(message)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agree)
        box.setEscapeButton(refuse)
        _run(box)
        return box.clickedButton() is agree

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which file to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, self.tr("Open"), str(folder), self.file_filters()
        )
        return Path(name) if name else None

    def ask_save(self, suggestion: Path) -> Path | None:
        """Ask where to save; a name without a suffix becomes plain text."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, self.tr("Save as"), str(suggestion), self.file_filters()
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(".txt")

    def ask_version(self, name: str, versions: Sequence[Path]) -> Path | None:
        """Ask which earlier version of a file to open; tells if there is none."""
        dialog = VersionsDialog(name, versions, self._parent)
        agreed = _run(dialog) == QDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen if agreed else None


def _run(dialog: QDialog) -> int:
    """Wait for the answer; the quick-correct card, another window, stays usable meanwhile."""
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    return dialog.exec()


def _patterns(kind: DocumentFormat) -> str:
    return " ".join(f"*{suffix}" for suffix in kind.suffixes)
