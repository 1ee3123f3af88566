"""The part of the settings about other programs: shortcut, tray, login, memory.

Shows the settings and, below one that does not hold, why; asks nothing of the desktop.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QWidget,
)

from app import settings
from app.settings import Setting, Settings
from app.windows.hotkey_field import HotkeyField

PORTABLE = QKeySequence.SequenceFormat.PortableText


class DesktopGroup(QGroupBox):
    """Shows and changes the settings about the desktop.

    Args:
        stored: the settings.
        parent: the dialog.
    """

    def __init__(self, stored: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("In other programs"))
        self._stored = stored
        self.keys = HotkeyField(self)
        self.keys.setToolTip(
            self.tr("Click here and press the keys; an empty field switches it off")
        )
        self.tray = QCheckBox(_text(settings.TRAY_SHOWN), self)
        self.running = QCheckBox(_text(settings.KEEP_RUNNING), self)
        self.login = QCheckBox(_text(settings.START_AT_LOGIN), self)
        self.idle = QDoubleSpinBox(self)
        self.idle.setRange(0, 240)
        self.idle.setDecimals(0)
        self.idle.setSuffix(self.tr(" min without use"))
        self.idle.setSpecialValueText(self.tr("Never"))
        self.idle.setMinimumWidth(190)
        self._notes: dict[Setting[Any], QLabel] = {
            settings.HOTKEY: _hint(self),
            settings.START_AT_LOGIN: _hint(self),
        }
        self.keys.setAccessibleName(_text(settings.HOTKEY))
        self.idle.setAccessibleName(_text(settings.IDLE_MINUTES))

    def add_rows(self, form: QFormLayout) -> None:
        """Put the settings into a form, and follow what is done to them."""
        form.addRow(_text(settings.HOTKEY), self.keys)
        form.addRow(self._notes[settings.HOTKEY])
        form.addRow(self.tray)
        form.addRow(self.running)
        form.addRow(self.login)
        form.addRow(self._notes[settings.START_AT_LOGIN])
        form.addRow(_text(settings.IDLE_MINUTES), self.idle)
        self.fill()
        self.keys.chosen.connect(self._on_keys_chosen)
        self.keys.nothing_came.connect(self._on_nothing_came)
        self.tray.toggled.connect(self._on_tray_toggled)
        self.running.toggled.connect(self._on_running_toggled)
        self.login.clicked.connect(self._on_login_clicked)
        self.idle.valueChanged.connect(self._on_idle_changed)
        self._stored.noted.connect(self._show_note)
        for setting in self._notes:
            self._show_note(setting)

    def fill(self) -> None:
        """Show the stored values."""
        stored = self._stored
        self.keys.setKeySequence(QKeySequence(stored.get(settings.HOTKEY), PORTABLE))
        self.tray.setChecked(stored.get(settings.TRAY_SHOWN))
        self.running.setChecked(stored.get(settings.KEEP_RUNNING))
        self.login.setChecked(stored.get(settings.START_AT_LOGIN))
        self.idle.setValue(stored.get(settings.IDLE_MINUTES))

    @Slot()
    def _on_keys_chosen(self) -> None:
        self._stored.set(settings.HOTKEY, self.keys.keySequence().toString(PORTABLE))
        # In place of what was said of earlier keys.
        self._show_note(settings.HOTKEY)

    @Slot()
    def _on_nothing_came(self) -> None:
        """A combination that another program has never gets here: no outcome tells of it."""
        sentence = self.tr(
            "No key came with these. If you pressed one, another program uses that combination:"
            " choose another one."
        )
        self._say(self._notes[settings.HOTKEY], sentence)

    @Slot(bool)
    def _on_tray_toggled(self, shown: bool) -> None:
        self._stored.set(settings.TRAY_SHOWN, shown)

    @Slot(bool)
    def _on_running_toggled(self, stays: bool) -> None:
        self._stored.set(settings.KEEP_RUNNING, stays)

    @Slot(bool)
    def _on_login_clicked(self, wanted: bool) -> None:
        self._stored.set(settings.START_AT_LOGIN, wanted)
        # The system may refuse.
        self.login.setChecked(self._stored.get(settings.START_AT_LOGIN))

    @Slot(float)
    def _on_idle_changed(self, minutes: float) -> None:
        self._stored.set(settings.IDLE_MINUTES, minutes)

    @Slot(object)
    def _show_note(self, setting: Setting[Any]) -> None:
        label = self._notes.get(setting)
        if label is not None:
            self._say(label, self._stored.note(setting))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the notes the room that they need at this width."""
        super().resizeEvent(event)
        for label in self._notes.values():
            self._fit(label)

    def _say(self, label: QLabel, sentence: str) -> None:
        label.setText(sentence)
        label.setVisible(bool(sentence))
        if self.isVisible():
            self._fit(label)

    def _fit(self, label: QLabel) -> None:
        # A window that is open already gives a sentence the room of one line only. What a label
        # needs is never less than its minimum: that of an earlier sentence must go first.
        label.setMinimumHeight(0)
        label.setMinimumHeight(max(0, label.heightForWidth(self.contentsRect().width())))


def _hint(parent: QWidget) -> QLabel:
    made = QLabel(parent)
    made.setObjectName("hint")
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _text(setting: Setting[Any]) -> str:
    return QCoreApplication.translate("Settings", setting.help)
