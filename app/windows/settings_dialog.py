"""The settings dialog: one row per declared setting; every change holds at once.

Built from the declarations in ``app.settings``; knows only how to show each type.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app import settings
from app.checking.dialects import Dialect
from app.editor.explanations import category_title
from app.settings import Setting, Settings, Theme
from app.translations import QT_TRANSLATE_NOOP
from app.windows.desktop_group import DesktopGroup
from model.edits import Category

LEVEL_STEPS = 10

E = TypeVar("E", bound=Enum)

THEME_NAMES = {
    Theme.SYSTEM: QT_TRANSLATE_NOOP("Settings", "Like the system"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("Settings", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Settings", "Dark"),
}
DIALECT_NAMES = {
    Dialect.NONE: QT_TRANSLATE_NOOP("Settings", "As written: British and American are both right"),
    Dialect.BRITISH: QT_TRANSLATE_NOOP("Settings", "British (colour, organise)"),
    Dialect.AMERICAN: QT_TRANSLATE_NOOP("Settings", "American (color, organize)"),
}


def _text(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


class SettingsDialog(QDialog):
    """Shows and changes the settings.

    Signals:
        dictionary_wanted, ignored_wanted: a button for the other dialog was pressed.
    """

    dictionary_wanted = Signal()
    ignored_wanted = Signal()

    def __init__(self, stored: Settings, languages: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self._stored = stored
        self._languages = languages
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 18)
        self._build()
        self._fill()

    def _build(self) -> None:
        self._typing = QCheckBox(_text(settings.CHECK_WHILE_TYPING.help), self)
        self._level = QSlider(Qt.Orientation.Horizontal, self)
        self._level.setRange(0, LEVEL_STEPS)
        self._level.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._level.setTickInterval(LEVEL_STEPS // 2)
        self._categories = {
            category: QCheckBox(category_title(category), self) for category in Category
        }
        self._dialect = _choices(DIALECT_NAMES, self)
        self._theme = _choices(THEME_NAMES, self)
        self._family = QFontComboBox(self)
        self._size = QDoubleSpinBox(self)
        self._size.setRange(6, 72)
        self._size.setDecimals(0)
        self._size.setSuffix(self.tr(" pt"))
        self._language = QComboBox(self)
        self._language.addItem(self.tr("Like the system"), "")
        for code in self._languages:
            self._language.addItem(_language_name(code), code)
        self._column.addWidget(self._checking_group())
        self._column.addWidget(self._look_group())
        self.desktop = DesktopGroup(self._stored, self)
        self.desktop.add_rows(_form(self.desktop))
        self._column.addWidget(self.desktop)
        _align(self.findChildren(QFormLayout))
        self._column.addSpacing(12)
        self._column.addLayout(self._buttons())

    def _checking_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Suggestions"), self)
        form = _form(group)
        form.addRow(self._typing)
        form.addRow(_text(settings.LEVEL.help), self._level_row())
        kinds = QHBoxLayout()
        kinds.setSpacing(14)
        for box in self._categories.values():
            kinds.addWidget(box)
            box.toggled.connect(self._on_categories_changed)
        kinds.addStretch(1)
        form.addRow(_text(settings.CATEGORIES.help), kinds)
        form.addRow(_text(settings.DIALECT.help), self._dialect)
        lists = QHBoxLayout()
        lists.setSpacing(8)
        dictionary = QPushButton(self.tr("Personal dictionary…"), self)
        ignored = QPushButton(self.tr("Ignored rules…"), self)
        dictionary.clicked.connect(self.dictionary_wanted)
        ignored.clicked.connect(self.ignored_wanted)
        for button in (dictionary, ignored):
            button.setAutoDefault(False)
            lists.addWidget(button)
        lists.addStretch(1)
        form.addRow("", lists)
        _name(self._level, settings.LEVEL)
        _name(self._dialect, settings.DIALECT)
        self._typing.toggled.connect(self._on_typing_changed)
        self._level.valueChanged.connect(self._on_level_changed)
        self._dialect.currentIndexChanged.connect(self._on_dialect_changed)
        return group

    def _level_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in (QLabel(self.tr("Fewer"), self), self._level, QLabel(self.tr("More"), self)):
            row.addWidget(part, 1 if part is self._level else 0)
        return row

    def _look_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Look"), self)
        form = _form(group)
        form.addRow(_text(settings.THEME.help), self._theme)
        font = QHBoxLayout()
        font.setSpacing(8)
        font.addWidget(self._family, 1)
        font.addWidget(self._size)
        form.addRow(_text(settings.FONT_FAMILY.help), font)
        form.addRow(_text(settings.LANGUAGE.help), self._language)
        self._restart = QLabel(self.tr("The language changes at the next start."), self)
        self._restart.setObjectName("hint")
        self._restart.hide()
        form.addRow("", self._restart)
        for widget, setting in (
            (self._theme, settings.THEME),
            (self._family, settings.FONT_FAMILY),
            (self._size, settings.FONT_SIZE),
            (self._language, settings.LANGUAGE),
        ):
            _name(widget, setting)
        self._theme.currentIndexChanged.connect(self._on_theme_changed)
        self._family.currentFontChanged.connect(self._on_family_changed)
        self._size.valueChanged.connect(self._on_size_changed)
        self._language.currentIndexChanged.connect(self._on_language_changed)
        return group

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        reset = QPushButton(self.tr("Reset all"), self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._on_reset)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # Some desktops give it a black cross, which nobody sees on a dark ground.
        box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        box.rejected.connect(self.accept)
        row.addWidget(reset)
        row.addStretch(1)
        row.addWidget(box)
        return row

    def _fill(self) -> None:
        """Show the stored values without storing them again."""
        stored = self._stored
        self._typing.setChecked(stored.get(settings.CHECK_WHILE_TYPING))
        self._level.setValue(round(stored.get(settings.LEVEL) * LEVEL_STEPS))
        wanted = stored.get(settings.CATEGORIES)
        for category, box in self._categories.items():
            box.blockSignals(True)
            box.setChecked(category.value in wanted)
            box.blockSignals(False)
        self._dialect.setCurrentIndex(self._dialect.findData(stored.get(settings.DIALECT)))
        self._theme.setCurrentIndex(self._theme.findData(stored.get(settings.THEME)))
        self._size.setValue(stored.get(settings.FONT_SIZE))
        self._language.setCurrentIndex(
            max(0, self._language.findData(stored.get(settings.LANGUAGE)))
        )
        self._family.blockSignals(True)
        self._family.setCurrentFont(QFont(stored.get(settings.FONT_FAMILY) or self.font().family()))
        self._family.blockSignals(False)

    @Slot(bool)
    def _on_typing_changed(self, checked: bool) -> None:
        self._stored.set(settings.CHECK_WHILE_TYPING, checked)

    @Slot(int)
    def _on_level_changed(self, value: int) -> None:
        self._stored.set(settings.LEVEL, value / LEVEL_STEPS)

    @Slot()
    def _on_categories_changed(self) -> None:
        wanted = (category.value for category, box in self._categories.items() if box.isChecked())
        self._stored.set(settings.CATEGORIES, frozenset(wanted))

    @Slot()
    def _on_dialect_changed(self) -> None:
        self._stored.set(settings.DIALECT, self._dialect.currentData())

    @Slot()
    def _on_theme_changed(self) -> None:
        self._stored.set(settings.THEME, self._theme.currentData())

    @Slot(QFont)
    def _on_family_changed(self, font: QFont) -> None:
        self._stored.set(settings.FONT_FAMILY, font.family())

    @Slot(float)
    def _on_size_changed(self, size: float) -> None:
        self._stored.set(settings.FONT_SIZE, size)

    @Slot()
    def _on_language_changed(self) -> None:
        code = self._language.currentData()
        self._restart.setVisible(code != self._stored.get(settings.LANGUAGE))
        self._stored.set(settings.LANGUAGE, code)

    @Slot()
    def _on_reset(self) -> None:
        self._stored.reset()
        self._fill()
        self.desktop.fill()


def _form(group: QGroupBox) -> QFormLayout:
    form = QFormLayout(group)
    form.setContentsMargins(0, 14, 0, 0)
    form.setHorizontalSpacing(20)
    form.setVerticalSpacing(12)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _align(forms: Sequence[QFormLayout]) -> None:
    """Begin the fields of all groups in one line."""
    labels = [
        label
        for form in forms
        for row in range(form.rowCount())
        if (item := form.itemAt(row, QFormLayout.ItemRole.LabelRole)) is not None
        and (label := item.widget()) is not None
    ]
    width = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(width)


def _choices(names: Mapping[E, str], parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for value, name in names.items():
        box.addItem(_text(name), value)
    return box


def _name(widget: QWidget, setting: Setting[Any]) -> None:
    """Give a widget the name that screen readers say."""
    widget.setAccessibleName(_text(setting.help))


def _language_name(code: str) -> str:
    return QLocale(code).nativeLanguageName().capitalize() if code != "en" else "English"
