"""What the window says when it is shown first: what went wrong before, and how to begin.

Offers texts that earlier runs could not save, one after the other, newest first.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app import settings
from app.documents.recovery import RecoveredText
from app.sample import SAMPLE
from app.settings import Settings
from app.windows.document_session import DocumentSession
from app.windows.main_window import MainWindow


class Greeting(QObject):
    """Greets the writer, once."""

    def __init__(self, window: MainWindow, session: DocumentSession, stored: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._stored = stored
        self._greeted = False

    def greet(self, problem: str, busy: bool) -> None:
        """Say what there is to say; nothing at later calls.

        Args:
            problem: sentences about damaged files of the program, or an empty string.
            busy: a document is about to be opened, so nothing else is offered.
        """
        if self._greeted:
            return
        self._greeted = True
        if problem:
            self._window.banner.show_message(problem, [(self.tr("Close"), None)])
        if busy or self._offer_recovery(self._session.pending()):
            return
        if not self._stored.get(settings.WELCOMED):
            self._stored.set(settings.WELCOMED, True)
            self._session.show_sample(SAMPLE)

    def _offer_recovery(self, found: tuple[RecoveredText, ...]) -> bool:
        if not found:
            return False
        newest, rest = found[0], found[1:]
        name = Path(newest.metadata["path"]).name if "path" in newest.metadata else ""
        shown = name or self.tr("a text without a name")
        when = newest.saved_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        sentence = self.tr(
            "Copyedge did not end properly. Unsaved changes to {0} from {1} can be restored."
        )
        self._window.banner.show_message(
            sentence.format(shown, when),
            [
                (self.tr("Restore"), partial(self._restore, newest)),
                (self.tr("Throw away"), partial(self._throw_away, newest, rest)),
            ],
        )
        return True

    def _restore(self, found: RecoveredText) -> None:
        """Go on with a text; others stay where they are and are offered at the next start."""
        if self._session.may_leave():
            self._session.recover(found)

    def _throw_away(self, found: RecoveredText, rest: tuple[RecoveredText, ...]) -> None:
        self._session.discard(found)
        self._offer_recovery(rest)
