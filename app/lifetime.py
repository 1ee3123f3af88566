"""When the program ends: with its window, by Quit, after its one card, or not yet.

Never ends over unsaved changes without asking, nor while the clipboard's content
would be gone with it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from app import settings
from app.reach import Reach
from app.settings import Settings
from app.windows.document_session import DocumentSession
from app.windows.main_window import MainWindow


class Lifetime(QObject):
    """Decides about the end.

    Attributes:
        in_background: the program was started to stay, without a window.

    Signals:
        window_wanted: the writer has to be asked something in the window.
        ended: the program is to end now.
    """

    window_wanted = Signal()
    ended = Signal()

    def __init__(
        self,
        qt: QApplication,
        window: MainWindow,
        session: DocumentSession,
        stored: Settings,
        reach: Reach,
    ) -> None:
        super().__init__(window)
        self.in_background = False
        self._qt = qt
        self._window = window
        self._session = session
        self._stored = stored
        self._reach = reach
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._waits_for_clipboard = False
        self._told = False
        window.may_close = self._may_close
        window.closed.connect(self.ended)
        window.actions_by_name["quit"].triggered.connect(self.quit)
        reach.quit_wanted.connect(self.quit)
        reach.quick.finished.connect(self.leave_if_alone)
        self._clipboard.dataChanged.connect(self._on_clipboard_changed)

    @property
    def stays(self) -> bool:
        """Whether the program goes on without its window."""
        return self.in_background or self._stored.get(settings.KEEP_RUNNING)

    @Slot()
    def quit(self) -> None:
        """End, after asking about unsaved changes."""
        if self._session.is_modified and not self._window.isVisible():
            self.window_wanted.emit()
        if self._session.may_leave():
            self._keep_geometry()
            self.ended.emit()

    @Slot()
    def leave_if_alone(self) -> None:
        """End where there was nothing but a card: no window, and no wish to stay."""
        if self.stays or not self._window.isHidden() or self._reach.card.isVisible():
            return
        # On some desktops what a program has put on the clipboard ends with it.
        self._waits_for_clipboard = self._clipboard.ownsClipboard()
        if not self._waits_for_clipboard:
            self.ended.emit()

    def _may_close(self) -> bool:
        """Answer the window: hide it in place of closing it where the program goes on."""
        if self.stays and not self._qt.isSavingSession():
            self._keep_geometry()
            self._window.hide()
            self._say_once_that_it_stays()
            return False
        if not self._session.may_leave():
            return False
        self._keep_geometry()
        return True

    def _say_once_that_it_stays(self) -> None:
        if not self._told:
            self._told = True
            self._reach.tray.tell(
                self.tr("Copyedge keeps running here, with your text as it is. Quit ends it.")
            )

    def _keep_geometry(self) -> None:
        self._stored.set(settings.GEOMETRY, self._window.geometry_text())

    @Slot()
    def _on_clipboard_changed(self) -> None:
        if self._waits_for_clipboard and not self._clipboard.ownsClipboard():
            self.leave_if_alone()
