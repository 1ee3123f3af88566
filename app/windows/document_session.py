"""The document in the window: open, save, ask once, keep a recovery copy.

Brings the editor's text, the files and the writer's answers together. Knows
no issues and no engine.
"""

from __future__ import annotations

import logging
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.documents.backups import BackupFolder
from app.documents.document_file import (
    file_state,
    new_document,
    open_document,
    save_document,
    warnings_before_saving,
)
from app.documents.encodings import UTF_8
from app.documents.errors import (
    CannotOpenError,
    ChangedOnDiskError,
    DocumentError,
    StoreError,
    UnencodableError,
)
from app.documents.recovery import AUTOSAVE_INTERVAL_S, RecoveredText, RecoveryStore
from app.documents.stamps import DiskState
from app.documents.values import LoadedDocument, SaveOptions
from app.editor.editor import Editor
from app.translations import spoken
from app.windows.prompts import Prompts, Unsaved
from app.windows.waiting import GivenUpError, Waiting

LOGGER = logging.getLogger(__name__)

PATH = "path"
"""Key of the recovery copy's metadata: where the document was saved last."""


class DocumentSession(QObject):
    """One document at a time.

    Signals:
        replacing: True before another text is put into the editor, False after it.
        replaced: another text is in the editor, or its format is another; the LoadedDocument.
        title_changed: name or state of the document changed.
        file_used: a path that was opened or saved.
        told: a sentence for the status bar.
    """

    replacing = Signal(bool)
    replaced = Signal(object)
    title_changed = Signal()
    file_used = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        editor: Editor,
        prompts: Prompts,
        recovery: RecoveryStore | None,
        backups: BackupFolder | None = None,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._prompts = prompts
        self._recovery = recovery
        self._backups = backups
        self._document = new_document()
        self._last_path: Path | None = None
        self._copy_id = _new_id()
        self._recovered = False
        self._copying: Future[None] | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="recovery")
        self._copy_timer = QTimer(self, interval=AUTOSAVE_INTERVAL_S * 1000, singleShot=True)
        self._copy_timer.timeout.connect(self._on_copy_due)
        self._waiting = Waiting(editor.window())
        self._waiting.began.connect(self.told)
        self._asking = False
        self._refused_version: tuple[int, int] | None = None
        editor.document().contentsChange.connect(self._on_contents_change)
        editor.document().modificationChanged.connect(self._on_modification_changed)

    @property
    def document(self) -> LoadedDocument:
        """What was opened or saved last."""
        return self._document

    @property
    def name(self) -> str:
        """What the document is called."""
        path = self._document.path
        return path.name if path is not None else self.tr("Untitled")

    @property
    def is_modified(self) -> bool:
        """True if there is something that no file holds."""
        return self._editor.document().isModified()

    @Slot()
    def new(self) -> bool:
        """Begin an empty document; False if the writer would rather not."""
        if not self.may_leave():
            return False
        self._put(new_document())
        return True

    def put_unsaved(self, text: str, path: Path | None = None) -> None:
        """Show a text that no file holds, such as a recovered one."""
        document = new_document()
        if path is not None:
            try:
                document = self._read(path)
            except (DocumentError, GivenUpError) as error:
                LOGGER.info("the file of a recovered text cannot be opened: %s", error)
        self._put(document, text)
        self._editor.document().setModified(True)
        self._copy_timer.start()

    def show_sample(self, text: str) -> None:
        """Show a text that nobody needs to save."""
        self._put(new_document(), text)

    @Slot()
    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        path = self._prompts.ask_open(self._folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Open a file in place of the present document; False if that did not happen."""
        if not self.may_leave():
            return False
        return self._open(path)

    @Slot()
    def reload(self) -> None:
        """Read the file again."""
        path = self._document.path
        if path is not None and self.may_leave():
            self._open(path)

    @Slot()
    def save(self) -> bool:
        """Save to the file of the document; ask for one if it has none."""
        if self._document.path is None:
            return self.save_as()
        return self._save(self._document.path)

    @Slot()
    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        suggestion = self._document.path or self._last_path or self._folder() / f"{self.name}.txt"
        path = self._prompts.ask_save(suggestion)
        return path is not None and self._save(path)

    @Slot()
    def ask_version(self) -> None:
        """Ask which earlier version of the file to see, and show it as a text of its own."""
        path = self._document.path or self._last_path
        found = self._backups.versions(path) if self._backups is not None and path else ()
        chosen = self._prompts.ask_version(path.name if path else self.name, found)
        if chosen is not None and path is not None and self.may_leave():
            self._open_version(chosen, path)

    def _open_version(self, version: Path, path: Path) -> None:
        document = self._read_or_tell(version)
        if document is None:
            return
        self._put(document.detached())
        self._last_path = path
        self._editor.document().setModified(True)
        self.told.emit(
            self.tr("This is an earlier version of {0}. Save it where you like.").format(path.name)
        )

    def may_leave(self) -> bool:
        """Return True if the present text may be put away; asks about unsaved changes."""
        if self._waiting.is_busy:
            self.told.emit(self.tr("One thing at a time: the document is just being worked on."))
            return False
        if not self.is_modified or self._asking:
            return not self._asking
        self._asking = True
        try:
            answer = self._prompts.ask_unsaved(self.name)
        finally:
            self._asking = False
        if answer is Unsaved.SAVE:
            return self.save()
        return answer is Unsaved.DISCARD

    @Slot()
    def check_disk(self) -> None:
        """Ask what to do if another program changed the file."""
        if self._asking or self._waiting.is_busy:
            return
        state = file_state(self._document)
        if state is DiskState.UNCHANGED or self._document.path is None:
            return
        name, path = self.name, self._document.path
        version = _version(path)
        if state is DiskState.CHANGED and version == self._refused_version:
            return
        if state is DiskState.REMOVED:
            self._editor.document().setModified(True)
            self._document = self._document.detached()
            self._last_path = path
            self.title_changed.emit()
            self.told.emit(self.tr("{0} is no longer on the disk. Save it again.").format(name))
            return
        self._asking = True
        try:
            reload = self._prompts.ask(
                self.tr("Another program has changed “{0}”.").format(name),
                self.tr("You have unsaved changes, which reloading throws away.")
                if self.is_modified
                else self.tr("Do you want to see the new version?"),
                self.tr("Reload"),
                self.tr("Keep mine"),
            )
        finally:
            self._asking = False
        if reload:
            self._open(path)
        else:
            self._refused_version = version
            self._editor.document().setModified(True)

    def pending(self) -> tuple[RecoveredText, ...]:
        """Return the texts that an earlier run could not save."""
        if self._recovery is None:
            return ()
        pending = self._recovery.pending()
        for message in pending.messages:
            self.told.emit(spoken(message))
        return pending.texts

    def recover(self, found: RecoveredText) -> None:
        """Go on with a text of an earlier run."""
        path = found.metadata.get(PATH)
        self.put_unsaved(found.text, Path(path) if path else None)
        self._write_copy_now()
        self.discard(found)

    def discard(self, found: RecoveredText) -> None:
        """Forget a text of an earlier run."""
        if self._recovery is not None:
            self._recovery.discard(found.id)

    def close(self) -> None:
        """End cleanly: what the writer chose not to save is not offered again."""
        self._copy_timer.stop()
        self._pool.shutdown(wait=True)
        if self._recovery is not None:
            self._recovery.discard(self._copy_id)
            self._recovery.close()
            self._recovery = None

    def _open(self, path: Path) -> bool:
        document = self._read_or_tell(path)
        if document is None:
            return False
        self._put(document)
        for warning in document.warnings:
            self.told.emit(spoken(warning))
        self.file_used.emit(path)
        return True

    def _read_or_tell(self, path: Path) -> LoadedDocument | None:
        """Return a document; None if it cannot be read or the writer gave up waiting."""
        try:
            return self._read(path)
        except CannotOpenError as error:
            self._prompts.tell(self.tr("The file was not opened."), spoken(error))
        except GivenUpError:
            self.told.emit(self.tr("{0} was not opened.").format(path.name))
        return None

    def _read(self, path: Path) -> LoadedDocument:
        """Read a document in the background.

        Raises:
            CannotOpenError: if that is impossible.
            GivenUpError: if the writer gave up waiting.
        """
        words = self.tr("Opening {0}…").format(path.name)
        return self._waiting.open(partial(open_document, path), words)

    def _put(self, document: LoadedDocument, text: str | None = None) -> None:
        """Show a document; what was there before is gone, and so is its recovery copy."""
        self._copy_timer.stop()
        self._forget_copy()
        self._document = document
        self._last_path = None
        self.replacing.emit(True)
        self._editor.put_text(document.text if text is None else text)
        self.replacing.emit(False)
        self._copy_timer.stop()
        self.replaced.emit(document)
        self.title_changed.emit()

    def _save(self, path: Path, options: SaveOptions | None = None) -> bool:
        if self._waiting.is_busy:
            return False
        text, revision = self._editor.raw_text(), self._editor.document().revision()
        words = self.tr("Saving {0}…").format(path.name)
        options = replace(options or SaveOptions(), backups=self._backups)
        try:
            if not self._agrees_to_losses(text, path):
                return False
            write = partial(save_document, self._document, text, path, options)
            saved = self._waiting.save(write, words)
        except UnencodableError as error:
            return self._save_otherwise(path, error, SaveOptions(encoding=UTF_8))
        except ChangedOnDiskError as error:
            return self._save_otherwise(path, error, SaveOptions(overwrite=True))
        except DocumentError as error:
            self._prompts.tell(self.tr("The file was not saved."), spoken(error))
            return False
        reformatted = saved.format is not self._document.format
        self._document = saved
        if reformatted:
            self.replaced.emit(saved)
        if self._editor.document().revision() == revision:
            self._editor.document().setModified(False)
            self._copy_timer.stop()
            self._forget_copy()
        self.title_changed.emit()
        self.file_used.emit(path)
        self.told.emit(self.tr("Saved {0}").format(path.name))
        return True

    def _save_otherwise(self, path: Path, error: DocumentError, options: SaveOptions) -> bool:
        """Offer the way out of an error, once."""
        way = self.tr("Save as UTF-8") if options.encoding is not None else self.tr("Overwrite")
        agreed = self._prompts.ask(
            self.tr("The file was not saved."), spoken(error), way, self.tr("Cancel")
        )
        return agreed and self._save(path, options)

    def _agrees_to_losses(self, text: str, path: Path) -> bool:
        """Say what the file cannot keep, before it is written."""
        look = partial(warnings_before_saving, self._document, text, path)
        losses = self._waiting.save(look, self.tr("Saving {0}…").format(path.name))
        if not losses:
            return True
        return self._prompts.ask(
            self.tr("Not everything can be kept in this file."),
            "\n\n".join(map(spoken, losses)),
            self.tr("Save"),
            self.tr("Cancel"),
        )

    def _folder(self) -> Path:
        path = self._document.path
        return path.parent if path is not None else Path.home()

    @Slot(int, int, int)
    def _on_contents_change(self, _position: int, _removed: int, _added: int) -> None:
        if self._recovery is not None and not self._copy_timer.isActive():
            self._copy_timer.start()

    @Slot()
    def _on_modification_changed(self) -> None:
        self.title_changed.emit()

    @Slot()
    def _on_copy_due(self) -> None:
        """Write a recovery copy in the background; never two at a time."""
        if not self.is_modified or self._recovery is None:
            return
        if self._copying is not None and not self._copying.done():
            self._copy_timer.start()
            return
        path = self._document.path
        metadata = {PATH: str(path)} if path is not None else {}
        self._copying = self._pool.submit(
            _write_copy, self._recovery, self._copy_id, self._editor.raw_text(), metadata
        )

    def _write_copy_now(self) -> None:
        self._on_copy_due()
        if self._copying is not None:
            self._copying.result()

    def _forget_copy(self) -> None:
        """Drop the recovery copy of a text that is saved or put away."""
        if self._recovery is None:
            return
        if self._copying is not None:
            self._copying.result()
            self._copying = None
        self._recovery.discard(self._copy_id)
        self._copy_id = _new_id()


def _write_copy(store: RecoveryStore, copy_id: str, text: str, metadata: dict[str, str]) -> None:
    try:
        store.write(copy_id, text, metadata)
    except StoreError as error:
        LOGGER.warning("no recovery copy: %s", error)


def _version(path: Path) -> tuple[int, int] | None:
    """Return what tells one version of a file from the next, None if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _new_id() -> str:
    return uuid.uuid4().hex
