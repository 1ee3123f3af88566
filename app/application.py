"""Build the objects of the editor, wire them, start them and end them in order.

The one place where everything meets: settings, window, document, inference
thread. Nothing below it knows more than its neighbours.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app import __version__, paths, settings
from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import MakeCorrector
from app.choices import Choices
from app.dictionary import PersonalDictionary
from app.documents.backups import BackupFolder
from app.documents.document_file import protected_spans
from app.documents.errors import StoreError
from app.documents.formats import DocumentFormat
from app.documents.recent import RecentFiles
from app.documents.recovery import RecoveredText, RecoveryStore
from app.documents.values import LoadedDocument
from app.editor.protected_text import ProtectedText
from app.engine import EngineFactory
from app.icons import Icons
from app.problems import ProblemReporter
from app.sample import SAMPLE
from app.settings import Settings
from app.theme import colours_for
from app.translations import install
from app.windows.dialogs import Dialogs
from app.windows.document_session import DocumentSession
from app.windows.main_window import MainWindow
from app.windows.prompts import Prompts

LOGGER = logging.getLogger(__name__)

SWITCH_SECONDS = 0.0002
"""How long Python lets one thread run while another waits. A key press passes some ten times
from Qt to Python; with the usual 5 ms the inference thread could hold it for 50 ms."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that the program uses."""

    assets: Path
    model: Path
    settings: Path
    storage: Path
    state: Path

    @classmethod
    def usual(cls) -> Places:
        """Return the folders of an installed program and its user.

        Raises:
            FileNotFoundError: if the program's own files are missing.
        """
        return cls(
            paths.assets_folder(),
            paths.model_folder(),
            paths.settings_folder(),
            paths.storage_folder(),
            paths.state_folder(),
        )


class Application(QObject):
    """The running editor.

    Attributes:
        engine_state: what the status bar says of the model; empty while it loads.
    """

    def __init__(
        self, qt: QApplication, places: Places, make_corrector: MakeCorrector | None = None
    ) -> None:
        super().__init__()
        self._qt = qt
        self._places = places
        self.settings = Settings(places.settings / "settings.json")
        self._translators = install(
            qt, places.assets / "translations", self.settings.get(settings.LANGUAGE)
        )
        self._background = ThreadPoolExecutor(1, thread_name_prefix="background")
        colours = colours_for(self.settings.get(settings.THEME))
        self.window = MainWindow(colours, Icons(places.assets / "icons", colours))
        self.dictionary = PersonalDictionary(places.settings / "dictionary.txt")
        self.recent = RecentFiles(places.state / "recent.json")
        self.choices = Choices(
            qt, self.window, self.settings, self.dictionary, places.assets / "icons"
        )
        self.dialogs = Dialogs(self.window, self.settings, self.dictionary, places.assets)
        self.prompts = Prompts(self.window)
        self.session = DocumentSession(
            self.window.editor,
            self.prompts,
            self._recovery(),
            BackupFolder(places.storage / "backups"),
        )
        self.protected = ProtectedText(self.window.editor, self.window.blocks, self._background)
        self.inference = InferenceThread(make_corrector or EngineFactory(places.model))
        self.scheduler = CheckScheduler(self.window.blocks, self.inference.cancel, parent=self)
        self.problems = ProblemReporter()
        self.engine_state = ""
        self._connect_checking()
        self._connect_document()
        self._connect_actions()
        self.choices.apply()
        self.scheduler.set_automatic(self.settings.get(settings.CHECK_WHILE_TYPING))
        self._stopped = False

    def start(self, files: Sequence[Path]) -> None:
        """Show the window, then load the model and the files."""
        self.problems.install()
        self.window.restore_geometry_text(self.settings.get(settings.GEOMETRY))
        self.window.show()
        self.window.editor.setFocus()
        self._show_engine(self.tr("Loading the model…"))
        self._files = list(files)
        # After the first paint: the writer sees the window before anything slow begins.
        QTimer.singleShot(0, self, self._on_shown)

    @Slot()
    def stop(self) -> None:
        """End threads and keep what is to be kept; safe to call twice."""
        if self._stopped:
            return
        self._stopped = True
        self.scheduler.stop()
        if not self.inference.stop():
            LOGGER.error("the inference thread did not end in time")
        self.session.close()
        self._background.shutdown(wait=True)
        self.problems.remove()

    @Slot()
    def _on_shown(self) -> None:
        self.inference.start(self.choices.engine_options())
        problem = " ".join(filter(None, (self.settings.problem, self.dictionary.message)))
        if problem:
            self.window.banner.show_message(problem, [(self.tr("Close"), None)])
        if self._files:
            self._open_files(self._files)
        elif not self._offer_recovery(self.session.pending()) and not self.settings.get(
            settings.WELCOMED
        ):
            self.settings.set(settings.WELCOMED, True)
            self.session.show_sample(SAMPLE)

    def _recovery(self) -> RecoveryStore | None:
        try:
            return RecoveryStore(self._places.storage / "recovery")
        except StoreError as error:
            LOGGER.warning("no recovery copies: %s", error)
            return None

    def _offer_recovery(self, found: tuple[RecoveredText, ...]) -> bool:
        """Offer texts that earlier runs could not save, one after the other, newest first."""
        if not found:
            return False
        newest, rest = found[0], found[1:]
        name = Path(newest.metadata["path"]).name if "path" in newest.metadata else ""
        shown = name or self.tr("a text without a name")
        when = newest.saved_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        sentence = self.tr(
            "Copyedge did not end properly. Unsaved changes to {0} from {1} can be restored."
        )
        self.window.banner.show_message(
            sentence.format(shown, when),
            [
                (self.tr("Restore"), partial(self._restore, newest)),
                (self.tr("Throw away"), partial(self._throw_away, newest, rest)),
            ],
        )
        return True

    def _restore(self, found: RecoveredText) -> None:
        """Go on with a text; others stay where they are and are offered at the next start."""
        if self.session.may_leave():
            self.session.recover(found)

    def _throw_away(self, found: RecoveredText, rest: tuple[RecoveredText, ...]) -> None:
        self.session.discard(found)
        self._offer_recovery(rest)

    def _connect_checking(self) -> None:
        window, scheduler, worker = self.window, self.scheduler, self.inference.worker
        self.inference.connect_scheduler(scheduler)
        worker.ready.connect(self._on_engine_ready)
        worker.load_failed.connect(self._on_engine_failed)
        scheduler.accepted.connect(window.blocks.accept_result)
        scheduler.activity_changed.connect(self._on_activity_changed)
        scheduler.failed.connect(window.status.tell)
        window.blocks.block_edited.connect(scheduler.note_edit)
        window.blocks.much_edited.connect(scheduler.note_view_change)
        window.editor.view_changed.connect(scheduler.note_view_change)
        self.dialogs.dictionary_changed.connect(self.choices.apply_preferences)
        self.choices.engine_changed.connect(self._reload_engine)
        self.choices.automatic_changed.connect(self._on_automatic_changed)
        self.problems.happened.connect(self._on_problem)

    def _connect_document(self) -> None:
        window, session = self.window, self.session
        window.may_close = self._may_close
        window.activated.connect(session.check_disk)
        window.editor.files_dropped.connect(self._open_files)
        session.replacing.connect(self._on_replacing)
        session.replaced.connect(self._on_replaced)
        session.title_changed.connect(self._show_name)
        session.told.connect(window.status.tell)
        session.file_used.connect(self._on_file_used)
        self._show_recent()
        self._show_name()

    def _connect_actions(self) -> None:
        act = self.window.actions_by_name
        for name, slot in (
            ("new", self.session.new),
            ("open", self.session.ask_and_open),
            ("save", self.session.save),
            ("save_as", self.session.save_as),
            ("reload", self.session.reload),
            ("versions", self.session.ask_version),
            ("check_now", self._on_check_now),
            ("sample", self._on_sample),
        ):
            act[name].triggered.connect(slot)

    @Slot()
    def _reload_engine(self) -> None:
        """Check everything again with other options."""
        self.scheduler.set_engine_ready(False)
        self.scheduler.forget_everything()
        self.window.blocks.forget_issues()
        self.inference.load(self.choices.engine_options())

    @Slot(str)
    def _on_engine_ready(self, fingerprint: str) -> None:
        LOGGER.info("model %s is ready", fingerprint)
        self.engine_state = self.tr("Ready")
        self._show_engine(self.engine_state)
        self.scheduler.set_engine_ready(True)

    @Slot(str)
    def _on_engine_failed(self, message: str) -> None:
        reason = _as_sentence(message)
        self.engine_state = self.tr("No suggestions: the model did not load")
        self._show_engine(self.engine_state, reason)
        self.window.panel.set_empty_text(reason)
        self.window.banner.show_message(
            self.tr("You can write and save, but there are no suggestions. {0}").format(reason),
            [(self.tr("Try again"), self._reload_engine), (self.tr("Close"), None)],
        )

    def _show_engine(self, text: str, tip: str = "") -> None:
        if text and not self.settings.get(settings.CHECK_WHILE_TYPING):
            text = self.tr("{0} (press F7 to check)").format(text)
        self.window.status.show_engine(text, tip)
        self.window.panel.set_empty_text(text if tip == "" else tip)

    @Slot(bool)
    def _on_activity_changed(self, active: bool) -> None:
        self.window.status.show_engine(self.tr("Checking…") if active else self.engine_state)
        done = self.tr("No suggestions.\nYour text looks good.")
        self.window.panel.set_empty_text(self.tr("Checking…") if active else done)

    @Slot()
    def _on_check_now(self) -> None:
        self.scheduler.check_now()

    @Slot()
    def _on_sample(self) -> None:
        if self.session.may_leave():
            self.session.show_sample(SAMPLE)

    @Slot(bool)
    def _on_replacing(self, begins: bool) -> None:
        """Stop following the text while another one is put in its place."""
        if begins:
            self.scheduler.forget_everything()
            self.window.blocks.set_following(False)
            self.choices.forget_dismissed()
        else:
            self.window.blocks.set_following(True)
            self.window.status.count_now()

    @Slot(object)
    def _on_replaced(self, document: LoadedDocument) -> None:
        marked = document.format is DocumentFormat.MARKDOWN or bool(document.protected)
        self.protected.set_rule(partial(protected_spans, document) if marked else None)
        self.scheduler.note_view_change()

    @Slot(object)
    def _on_file_used(self, path: Path) -> None:
        self.recent.add(path)
        self._show_recent()

    def _show_recent(self) -> None:
        self.window.show_recent(self.recent.existing(), self.session.open)

    @Slot(bool)
    def _on_automatic_changed(self, automatic: bool) -> None:
        self.scheduler.set_automatic(automatic)
        self._show_engine(self.engine_state)

    @Slot()
    def _show_name(self) -> None:
        self.window.show_name(self.session.name, self.session.is_modified)

    @Slot(object)
    def _open_files(self, files: list[Path]) -> None:
        """Open the first of several files, and say that the others were not."""
        if self.session.open(files[0]) and len(files) > 1:
            self.window.status.tell(
                self.tr("One document at a time: only {0} was opened.").format(files[0].name)
            )

    @Slot(str)
    def _on_problem(self, report: str) -> None:
        """Say that something went wrong; the writer goes on and can save."""
        self.window.banner.show_message(
            self.tr(
                "Something went wrong in Copyedge. Your text is still here; save it to be safe."
            ),
            [
                (self.tr("Save"), self.session.save),
                (self.tr("Details"), partial(self._show_report, report)),
                (self.tr("Close"), None),
            ],
        )

    def _show_report(self, report: str) -> None:
        self.prompts.tell(self.tr("Details for a bug report"), report)

    def _may_close(self) -> bool:
        if not self.session.may_leave():
            return False
        self.settings.set(settings.GEOMETRY, self.window.geometry_text())
        return True


def _as_sentence(message: str) -> str:
    """Return a message of the engine, which begins small, as a sentence."""
    end = "" if message.endswith((".", "!", "?", ")")) else "."
    return f"{message[:1].upper()}{message[1:]}{end}"


def run(
    files: Sequence[str],
    make_corrector: MakeCorrector | None = None,
    places: Places | None = None,
) -> int:
    """Open the editor and stay until it is closed.

    Args:
        files: documents to open.
        make_corrector: builds another engine than the shipped one, for tests.
        places: other folders than the usual ones.

    Returns:
        The exit code.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(["copyedge"])
    qt.setApplicationName("copyedge")
    qt.setApplicationDisplayName("Copyedge")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("copyedge")
    qt.setStyle("Fusion")
    application = Application(qt, places or Places.usual(), make_corrector)
    qt.aboutToQuit.connect(application.stop)
    application.start([Path(name).absolute() for name in files])
    code = qt.exec()
    application.stop()
    return code
