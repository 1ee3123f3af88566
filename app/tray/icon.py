"""The icon in the tray: its menu, its tool tip, its notifications.

Says what is wanted and shows what it is told; decides nothing. Works, without
showing anything, where the desktop has no tray.
"""

from __future__ import annotations

import sys
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, QSize, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.icons import Icons
from app.translations import QT_TRANSLATE_NOOP

NOTICE_MS = 4_000  # long enough to read a sentence; desktops may choose otherwise
ICON_SIZES = (16, 22, 24, 32, 48, 64)  # pixels, as panels ask for them
WITHOUT_TRAY = ("offscreen", "minimal")  # platforms of Qt that complain when asked for one


class TrayState(Enum):
    """What the program is doing; the value is a phrase of the context "Tray"."""

    LOADING = QT_TRANSLATE_NOOP("Tray", "the model is being loaded")
    READY = QT_TRANSLATE_NOOP("Tray", "ready")
    RESTING = QT_TRANSLATE_NOOP("Tray", "ready (the model rests and is loaded when needed)")
    PAUSED = QT_TRANSLATE_NOOP("Tray", "paused")
    FAILED = QT_TRANSLATE_NOOP("Tray", "no suggestions: the model did not load")


class TrayIcon(QObject):
    """The program where it has no window.

    Signals:
        clipboard_wanted, selection_wanted: correct what was copied or is selected.
        editor_wanted: show the window.
        pause_wanted: True to pause, False to go on.
        settings_wanted, quit_wanted: as the menu says.
    """

    clipboard_wanted = Signal()
    selection_wanted = Signal()
    editor_wanted = Signal()
    pause_wanted = Signal(bool)
    settings_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._state = TrayState.LOADING
        self.clipboard = self._add(self.tr("Correct &clipboard"))
        self.selection = self._add(self.tr("Correct &selection"))
        self.menu.addSeparator()
        self.editor = self._add(self.tr("&Open the editor"))
        self.pause = self._add(self.tr("&Pause"))
        self.pause.setCheckable(True)
        self.settings = self._add(self.tr("Se&ttings…"))
        self.menu.addSeparator()
        self.quit = self._add(self.tr("&Quit"))
        self._connect()
        self.set_look(icons)
        self._icon.setContextMenu(self.menu)
        self.set_state(TrayState.LOADING)

    @staticmethod
    def is_available() -> bool:
        """Return True if the desktop has a tray now; it may get one later."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_shown(self) -> bool:
        """Whether the writer can see the icon."""
        return self._icon.isVisible() and self.is_available()

    @property
    def tool_tip(self) -> str:
        """What the icon says of the program's state."""
        return self._icon.toolTip()

    def set_shown(self, shown: bool) -> None:
        """Show or hide the icon; it appears by itself when the desktop gets a tray."""
        if not QGuiApplication.platformName().startswith(WITHOUT_TRAY):
            self._icon.setVisible(shown)

    def set_look(self, icons: Icons) -> None:
        """Draw in another theme."""
        program = icons.program()
        self._icons = {False: program, True: _pale(program)}
        self._show_icon()

    def set_hotkey(self, sequence: str) -> None:
        """Name the keys that do the same as "Correct selection"."""
        self.selection.setShortcut(QKeySequence(sequence))

    def set_state(self, state: TrayState) -> None:
        """Say what the program is doing."""
        self._state = state
        self._icon.setToolTip(f"Copyedge \u2013 {QCoreApplication.translate('Tray', state.value)}")
        self.pause.setChecked(state is TrayState.PAUSED)
        self._show_icon()

    def tell(self, sentence: str) -> bool:
        """Notify the writer; False if there is no way to do so here."""
        if not self.is_shown or not QSystemTrayIcon.supportsMessages():
            return False
        self._icon.showMessage("Copyedge", sentence, self._icons[False], NOTICE_MS)
        return True

    def _add(self, text: str) -> QAction:
        action = self.menu.addAction(text)
        # On macOS, words such as "Settings" would be moved to the application's menu.
        action.setMenuRole(QAction.MenuRole.NoRole)
        return action

    def _connect(self) -> None:
        self.clipboard.triggered.connect(self.clipboard_wanted)
        self.selection.triggered.connect(self.selection_wanted)
        self.editor.triggered.connect(self.editor_wanted)
        self.pause.triggered.connect(self.pause_wanted)
        self.settings.triggered.connect(self.settings_wanted)
        self.quit.triggered.connect(self.quit_wanted)
        self._icon.activated.connect(self._on_activated)

    def _show_icon(self) -> None:
        self._icon.setIcon(self._icons[self._state is TrayState.PAUSED])

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the editor, one with the middle button corrects what was copied."""
        if reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.clipboard_wanted.emit()
        elif reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            # On macOS a click opens the menu and nothing else.
            self.editor_wanted.emit()


def _pale(icon: QIcon) -> QIcon:
    """Return the icon as it looks while paused."""
    made = QIcon()
    for size in ICON_SIZES:
        made.addPixmap(icon.pixmap(QSize(size, size), QIcon.Mode.Disabled))
    return made
