"""Open the dialogs of the main window and carry their answers to where they belong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog

from app import settings
from app.dictionary import PersonalDictionary
from app.documents.errors import DocumentError
from app.editor.explanations import rule_title
from app.icons import Icons
from app.settings import Settings
from app.theme import colours_for
from app.translations import available_languages, spoken
from app.windows.about_dialog import AboutDialog
from app.windows.main_window import MainWindow
from app.windows.settings_dialog import SettingsDialog
from app.windows.shortcuts_dialog import ShortcutsDialog
from app.windows.word_list_dialog import WordListDialog

RULE = "rule:"
REPLACEMENT = "replacement:"


class Dialogs(QObject):
    """One dialog at a time over the window.

    Signals:
        dictionary_changed: the dictionary may hold other words.

    Args:
        window: what the dialogs stand over.
        stored: the settings.
        dictionary: the personal dictionary.
        assets: the program's own files.
    """

    dictionary_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        stored: Settings,
        dictionary: PersonalDictionary,
        assets: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stored = stored
        self._dictionary = dictionary
        self._assets = assets
        self.show_dialog: Callable[[QDialog], object] = QDialog.exec
        act = window.actions_by_name
        act["settings"].triggered.connect(self.open_settings)
        act["dictionary"].triggered.connect(self.open_dictionary)
        act["ignored"].triggered.connect(self.open_ignored)
        act["shortcuts"].triggered.connect(self.open_shortcuts)
        act["about"].triggered.connect(self.open_about)

    @Slot()
    def open_settings(self) -> None:
        """Show the settings."""
        dialog = SettingsDialog(
            self._stored, available_languages(self._assets / "translations"), self._window
        )
        dialog.dictionary_wanted.connect(self.open_dictionary)
        dialog.ignored_wanted.connect(self.open_ignored)
        self._run(dialog)

    @Slot()
    def open_dictionary(self) -> None:
        """Show the personal dictionary."""
        dialog = WordListDialog(
            self.tr("Personal dictionary"),
            self.tr("Words that are always right, whatever the model thinks."),
            self._window,
            adding=True,
            exchange=True,
        )
        editing = _DictionaryEditing(dialog, self._dictionary)
        dialog.show_entries(self._dictionary.words)
        self._run(dialog)
        editing.deleteLater()
        self.dictionary_changed.emit()

    @Slot()
    def open_ignored(self) -> None:
        """Show what is never suggested."""
        dialog = WordListDialog(
            self.tr("Ignored rules"),
            self.tr("These are never suggested. Remove one to see its suggestions again."),
            self._window,
            adding=False,
            exchange=False,
        )
        editing = _IgnoredEditing(dialog, self._stored)
        self._run(dialog)
        editing.deleteLater()

    @Slot()
    def open_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        colours = colours_for(self._stored.get(settings.THEME))
        self._run(ShortcutsDialog(self._window.actions_by_name, colours, self._window))

    @Slot()
    def open_about(self) -> None:
        """Show versions, model card and licences."""
        colours = colours_for(self._stored.get(settings.THEME))
        icon = Icons(self._assets / "icons", colours).program()
        self._run(AboutDialog(icon, self._assets / "model", colours, self._window))

    def _run(self, dialog: QDialog) -> None:
        # Of the window alone: the card, which has its own keys, stays usable.
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.show_dialog(dialog)
        dialog.deleteLater()


class _DictionaryEditing(QObject):
    """Carries what is done in the dialog to the dictionary."""

    def __init__(self, dialog: WordListDialog, dictionary: PersonalDictionary) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._dictionary = dictionary
        dialog.entry_added.connect(self._on_added)
        dialog.entries_removed.connect(self._on_removed)
        dialog.import_wanted.connect(self._on_import)
        dialog.export_wanted.connect(self._on_export)

    def _try(self, act: Callable[[], object], done: str = "") -> None:
        try:
            act()
        except (DocumentError, ValueError) as error:
            self._dialog.tell(spoken(error))
        else:
            self._dialog.tell(done)
        self._dialog.show_entries(self._dictionary.words)

    @Slot(str)
    def _on_added(self, word: str) -> None:
        self._try(lambda: self._dictionary.add(word))

    @Slot(object)
    def _on_removed(self, words: list[str]) -> None:
        self._try(lambda: self._dictionary.remove(*words))

    @Slot()
    def _on_import(self) -> None:
        title = self.tr("Import words, one on each line")
        name, _ = QFileDialog.getOpenFileName(self._dialog, title, str(Path.home()))
        if name:
            self._try(lambda: self._dictionary.import_words(Path(name)), self.tr("Imported."))

    @Slot()
    def _on_export(self) -> None:
        suggestion = str(Path.home() / "dictionary.txt")
        name, _ = QFileDialog.getSaveFileName(self._dialog, self.tr("Export words"), suggestion)
        if name:
            self._try(lambda: self._dictionary.export_words(Path(name)), self.tr("Exported."))


class _IgnoredEditing(QObject):
    """Carries what is done in the dialog to the settings."""

    def __init__(self, dialog: WordListDialog, stored: Settings) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._stored = stored
        dialog.entries_removed.connect(self._on_removed)
        self._show()

    def _show(self) -> None:
        rules = {RULE + name for name in self._stored.get(settings.IGNORED_RULES)}
        pairs = {REPLACEMENT + pair for pair in self._stored.get(settings.IGNORED_REPLACEMENTS)}
        self._dialog.show_entries(rules | pairs, self._title)

    def _title(self, key: str) -> str:
        if key.startswith(RULE):
            code = key.removeprefix(RULE)
            return self.tr("Rule: {0} ({1})").format(rule_title(code), code)
        return key.removeprefix(REPLACEMENT)

    @Slot(object)
    def _on_removed(self, keys: list[str]) -> None:
        for prefix, setting in (
            (RULE, settings.IGNORED_RULES),
            (REPLACEMENT, settings.IGNORED_REPLACEMENTS),
        ):
            gone = {key.removeprefix(prefix) for key in keys if key.startswith(prefix)}
            if gone:
                self._stored.set(setting, self._stored.get(setting) - gone)
        self._show()
