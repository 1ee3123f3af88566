"""What was dismissed in a document stays dismissed when it is opened again.

Brings the issues, the document's path and the store of digests together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.checking.fingerprints import Remembered, digest_of, digest_of_document
from app.checking.messages import Issue
from app.documents.dismissals import DismissalStore
from app.editor.issue_desk import IssueDesk
from app.windows.document_session import DocumentSession


class DismissalMemory(QObject):
    """Tells the desk what was dismissed before, and the store what is dismissed now."""

    def __init__(self, desk: IssueDesk, session: DocumentSession, store: DismissalStore) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session
        self._store = store
        self._path: Path | None = None
        desk.dismissed.connect(self._on_dismissed)
        session.replacing.connect(self._on_replacing)
        session.replaced.connect(self._on_replaced)
        session.file_used.connect(self._on_file_used)
        self._fresh = False

    @Slot(bool)
    def _on_replacing(self, _begins: bool) -> None:
        self._fresh = True

    @Slot()
    def _on_replaced(self) -> None:
        """Take what belongs to the document, if it is another one and not another format."""
        if not self._fresh:
            return
        self._fresh = False
        self._path = self._session.document.path
        digests: Iterable[str] = ()
        if self._path is not None:
            digests = self._store.of(self._name(self._path))
        remembered = Remembered(self._store.secret, frozenset(digests))
        preferences = replace(self._desk.preferences, dismissed=frozenset(), remembered=remembered)
        self._desk.set_preferences(preferences)

    @Slot(object)
    def _on_file_used(self, path: Path) -> None:
        """A document that got its name, or another one, takes its dismissals along."""
        if path == self._path:
            return
        self._path = path
        preferences = self._desk.preferences
        digests = [digest_of(self._store.secret, key) for key in preferences.dismissed]
        self._keep([*preferences.remembered.digests, *digests])

    @Slot(object)
    def _on_dismissed(self, issue: Issue) -> None:
        self._keep([digest_of(self._store.secret, issue.key)])

    def _keep(self, digests: Iterable[str]) -> None:
        if self._path is not None:
            self._store.add(self._name(self._path), digests)

    def _name(self, path: Path) -> str:
        return digest_of_document(self._store.secret, str(path.absolute()))
