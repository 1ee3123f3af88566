"""Choose one of the earlier versions of a file, which were kept when it was overwritten.

Shows dates and sizes; opens no document itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

PATH_ROLE = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Lists the kept versions of one file, newest first.

    Args:
        name: of the file.
        versions: the copies, newest first; they may be none.
        parent: the window.
    """

    def __init__(self, name: str, versions: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Earlier versions"))
        self.resize(440, 340)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.windowTitle())
        self._open = QPushButton(self.tr("&Open"), self)
        self._folder = QPushButton(self.tr("Show in &folder"), self)
        for path in versions:
            self._add(path)
        some = self._list.count() > 0
        self._hint.setText(self._words(name, some))
        self._lay_out(some)
        self._list.itemActivated.connect(self.accept)
        self._open.clicked.connect(self.accept)
        self._folder.clicked.connect(self._on_folder)

    @property
    def chosen(self) -> Path | None:
        """The version that is selected."""
        items = self._list.selectedItems()
        return Path(items[0].data(PATH_ROLE)) if items else None

    def _words(self, name: str, some: bool) -> str:
        if some:
            return self.tr(
                "Versions of “{0}” that were overwritten. A version opens as a text of its own; "
                "the file stays as it is until you save over it."
            ).format(name)
        return self.tr(
            "There are no earlier versions of “{0}” yet. Before the first save of each day, "
            "Copyedge keeps the file as it was, and the last five of these."
        ).format(name)

    def _add(self, path: Path) -> None:
        try:
            status = path.stat()
        except OSError:
            return  # it made room for a newer one since the list was made
        saved = QDateTime.fromSecsSinceEpoch(int(status.st_mtime))
        locale = QLocale()
        day = locale.toString(saved.date(), QLocale.FormatType.LongFormat)
        time = locale.toString(saved.time(), QLocale.FormatType.ShortFormat)
        size = locale.formattedDataSize(
            status.st_size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat
        )
        item = QListWidgetItem(f"{day}, {time}  \u00b7  {size}")
        item.setData(PATH_ROLE, str(path))
        self._list.addItem(item)

    def _lay_out(self, some: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.addWidget(self._folder)
        row.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        row.addWidget(box)
        row.addWidget(self._open)
        column.addLayout(row)
        for widget in (self._list, self._open, self._folder):
            widget.setVisible(some)
        if some:
            self._list.setCurrentRow(0)
            self._open.setDefault(True)

    @Slot()
    def _on_folder(self) -> None:
        if (path := self.chosen) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
