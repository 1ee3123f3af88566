"""Edit a list of words or rules: the personal dictionary, the ignored rules.

Knows a list of texts and how to show each; where they are kept is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

KEY_ROLE = Qt.ItemDataRole.UserRole


class WordListDialog(QDialog):
    """Shows entries, takes new ones and removes old ones.

    Signals:
        entry_added: a text the writer typed.
        entries_removed: a list of keys.
        import_wanted, export_wanted: only if the list offers them.
    """

    entry_added = Signal(str)
    entries_removed = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, title: str, hint: str, parent: QWidget, *, adding: bool, exchange: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(440, 460)
        self._hint = QLabel(hint, self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._entry = QLineEdit(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName(title)
        self._empty = QLabel(self.tr("Nothing here yet"), self._list)
        self._empty.setObjectName("hint")
        self._empty.setMargin(10)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._add = QPushButton(self.tr("Add"), self)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._import = QPushButton(self.tr("Import…"), self)
        self._export = QPushButton(self.tr("Export…"), self)
        self._answer = QLabel(self)
        self._answer.setObjectName("hint")
        self._answer.setWordWrap(True)
        self._lay_out(adding, exchange)
        self._connect()
        self._on_selection_changed()

    def show_entries(
        self, keys: Iterable[str], title_of: Callable[[str], str] | None = None
    ) -> None:
        """Show these entries, sorted by what is shown."""
        titles = {key: title_of(key) if title_of else key for key in keys}
        self._list.clear()
        for key in sorted(titles, key=lambda name: titles[name].casefold()):
            item = QListWidgetItem(titles[key])
            item.setData(KEY_ROLE, key)
            self._list.addItem(item)
        self._empty.setVisible(not titles)
        self._on_selection_changed()

    def tell(self, message: str) -> None:
        """Say how something went."""
        self._answer.setText(message)

    def _lay_out(self, adding: bool, exchange: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._hint)
        row = QHBoxLayout()
        self._entry.setPlaceholderText(self.tr("New word"))
        self._entry.setAccessibleName(self.tr("New word"))
        row.addWidget(self._entry, 1)
        row.addWidget(self._add)
        column.addLayout(row)
        for widget in (self._entry, self._add):
            widget.setVisible(adding)
        column.addWidget(self._list, 1)
        column.addWidget(self._answer)
        buttons = QHBoxLayout()
        buttons.addWidget(self._remove)
        for button in (self._import, self._export):
            button.setVisible(exchange)
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.accept)
        buttons.addWidget(box)
        column.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self._entry.returnPressed.connect(self._on_add)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._import.clicked.connect(self.import_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._list.itemSelectionChanged.connect(self._on_selection_changed)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    @Slot()
    def _on_add(self) -> None:
        word = self._entry.text().strip()
        if word:
            self._entry.clear()
            self.entry_added.emit(word)

    @Slot()
    def _on_remove(self) -> None:
        keys = [str(item.data(KEY_ROLE)) for item in self._list.selectedItems()]
        if keys:
            self.entries_removed.emit(keys)

    @Slot()
    def _on_selection_changed(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))
