"""Build the objects of the program, wire them, start them and end them in order.

The one place where everything meets: settings, window, document, engine, tray and
card, later starts. Nothing below it knows more than its neighbours.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app import __version__, settings
from app.checking.worker import MakeCorrector
from app.choices import Choices
from app.dictionary import PersonalDictionary
from app.documents.backups import BackupFolder
from app.documents.dismissals import DismissalStore
from app.documents.document_file import protected_spans
from app.documents.errors import StoreError
from app.documents.formats import DocumentFormat
from app.documents.recent import RecentFiles
from app.documents.recovery import RecoveryStore
from app.documents.values import LoadedDocument
from app.editor.protected_text import ProtectedText
from app.engine import EngineFactory
from app.engine_desk import EngineDesk
from app.greeting import Greeting
from app.icons import Icons
from app.instance.requests import Request, Verb
from app.instance.server import AlreadyRunningError, InstanceError, InstanceServer
from app.lifetime import Lifetime
from app.places import Places
from app.problems import ProblemReporter
from app.reach import Reach
from app.sample import SAMPLE
from app.settings import Settings
from app.surroundings import Surroundings
from app.theme import colours_for
from app.translations import install, spoken
from app.windows.dialogs import Dialogs
from app.windows.dismissal_memory import DismissalMemory
from app.windows.document_session import DocumentSession
from app.windows.main_window import MainWindow
from app.windows.prompts import Prompts

LOGGER = logging.getLogger(__name__)

SWITCH_SECONDS = 0.0002
"""How long Python lets one thread run while another waits. A key press passes some ten times
from Qt to Python; with the usual 5 ms the inference thread could hold it for 50 ms."""


WITH_WINDOW = frozenset({Verb.OPEN, Verb.SHOW})
"""Verbs that begin with the window."""


class Application(QObject):
    """The running program."""

    def __init__(
        self,
        qt: QApplication,
        places: Places,
        make_corrector: MakeCorrector | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        super().__init__()
        self._places = places
        icons = places.assets / "icons"
        self.settings = Settings(places.settings / "settings.json")
        self._translators = install(
            qt, places.assets / "translations", self.settings.get(settings.LANGUAGE)
        )
        self._background = ThreadPoolExecutor(1, thread_name_prefix="background")
        colours = colours_for(self.settings.get(settings.THEME))
        self.window = MainWindow(colours, Icons(icons, colours))
        self.dictionary = PersonalDictionary(places.settings / "dictionary.txt")
        self.recent = RecentFiles(places.state / "recent.json")
        self.choices = Choices(qt, self.window, self.settings, self.dictionary, icons)
        self.dialogs = Dialogs(self.window, self.settings, self.dictionary, places.assets)
        self.prompts = Prompts(self.window)
        self.session = DocumentSession(
            self.window.editor,
            self.prompts,
            self._recovery(),
            BackupFolder(places.storage / "backups"),
        )
        self.dismissals = DismissalMemory(
            self.window.desk, self.session, DismissalStore(places.state / "dismissed.json")
        )
        self.protected = ProtectedText(self.window.editor, self.window.blocks, self._background)
        maker = make_corrector or EngineFactory(places.model)
        self.engine = EngineDesk(self.window, self.choices, self.settings, maker)
        self.inference, self.scheduler = self.engine.inference, self.engine.scheduler
        around = surroundings or Surroundings.usual()
        self.reach = Reach(self.window, self.choices, self.settings, self.engine, around, icons)
        self.lifetime = Lifetime(qt, self.window, self.session, self.settings, self.reach)
        self.greeting = Greeting(self.window, self.session, self.settings)
        self.problems = ProblemReporter()
        self._connect()
        self._connect_document()
        self._connect_actions()
        self.choices.apply()
        self._begun = False
        self._stopped = False
        self._files: list[Path] = []

    @property
    def engine_state(self) -> str:
        """What the status bar says of the model; empty while it loads."""
        return self.engine.text

    def start(self, files: Sequence[Path]) -> None:
        """Show the window, then load the model and the files."""
        self.problems.install()
        self._files = list(files)
        self._show_window()
        # After the first paint: the writer sees the window before anything slow begins.
        QTimer.singleShot(0, self, self._on_shown)

    def start_hidden(self, request: Request) -> None:
        """Begin without the window: in the tray, or for one card."""
        self.problems.install()
        self.lifetime.in_background = request.verb is Verb.BACKGROUND
        self._begin()
        QTimer.singleShot(0, self, partial(self.carry_out, request))

    @Slot(object)
    def carry_out(self, request: Request) -> None:
        """Do what a start of the program wants, this one's or a later one's."""
        if request.activation_token:
            # Where Qt looks for it when a window comes to the front.
            os.environ["XDG_ACTIVATION_TOKEN"] = request.activation_token
        if request.verb is Verb.QUIT:
            self.lifetime.quit()
        elif request.verb is Verb.QUICK:
            self.reach.quick.correct_selection()
        elif request.verb is Verb.CORRECT_CLIPBOARD:
            self.reach.quick.correct_clipboard()
        elif request.verb in WITH_WINDOW:
            self._files = list(request.files)
            self.show_window()

    @Slot()
    def show_window(self) -> None:
        """Bring the window to the front, with the files that are to be opened."""
        self._show_window()
        self._on_shown()

    @Slot()
    def stop(self) -> None:
        """End threads and keep what is to be kept; safe to call twice."""
        if self._stopped:
            return
        self._stopped = True
        self.reach.stop()
        self.engine.stop()
        self.session.close()
        self._background.shutdown(wait=True)
        self.problems.remove()

    def _show_window(self) -> None:
        window = self.window
        if window.isHidden():
            window.restore_geometry_text(self.settings.get(settings.GEOMETRY))
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        window.editor.setFocus()
        self.engine.show_loading()

    def _begin(self) -> None:
        """Start what runs beside the window, once."""
        if self._begun:
            return
        self._begun = True
        self.engine.start()
        stays = self.lifetime.stays or self.window.isVisible()
        self.reach.start(show_tray=stays)

    @Slot()
    def _on_shown(self) -> None:
        self._begin()
        files, self._files = self._files, []
        problem = " ".join(filter(None, (self.settings.problem, spoken(self.dictionary.message))))
        self.greeting.greet(problem, busy=bool(files))
        if files:
            self._open_files(files)

    def _recovery(self) -> RecoveryStore | None:
        try:
            return RecoveryStore(self._places.storage / "recovery")
        except StoreError as error:
            LOGGER.warning("no recovery copies: %s", error)
            return None

    def _connect(self) -> None:
        reach = self.reach
        reach.window_wanted.connect(self.show_window)
        reach.settings_wanted.connect(self._on_settings_wanted)
        reach.text_wanted.connect(self._on_text_wanted)
        self.lifetime.window_wanted.connect(self.show_window)
        self.dialogs.dictionary_changed.connect(self.choices.apply_preferences)
        self.problems.happened.connect(self._on_problem)

    def _connect_document(self) -> None:
        window, session = self.window, self.session
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
            ("sample", self._on_sample),
        ):
            act[name].triggered.connect(slot)

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

    @Slot()
    def _on_settings_wanted(self) -> None:
        self.show_window()
        self.window.actions_by_name["settings"].trigger()

    @Slot(str)
    def _on_text_wanted(self, text: str) -> None:
        """Go on in the editor with a text of another program."""
        self.show_window()
        if self.session.may_leave():
            self.session.put_unsaved(text)


def run(
    request: Request,
    make_corrector: MakeCorrector | None = None,
    places: Places | None = None,
) -> int:
    """Be the program until it ends.

    Args:
        request: what this start wants.
        make_corrector: builds another engine than the shipped one, for tests.
        places: other folders than the usual ones.

    Returns:
        The exit code.

    Raises:
        AlreadyRunningError: if another instance runs, which is to be asked instead.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    server = InstanceServer()
    qt = _qt_application()
    try:
        server.listen()
    except AlreadyRunningError:
        raise
    except InstanceError as error:
        LOGGER.warning("%s", error)
    application = Application(qt, places or Places.usual(), make_corrector)
    server.received.connect(application.carry_out)
    # Not quit(), which asks every window once more.
    application.lifetime.ended.connect(partial(qt.exit, 0))
    qt.aboutToQuit.connect(application.stop)
    if request.verb in WITH_WINDOW:
        application.start(request.files)
    else:
        application.start_hidden(request)
    code = qt.exec()
    server.close()
    application.stop()
    return code


def _qt_application() -> QApplication:
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(["copyedge"])
    qt.setApplicationName("copyedge")
    qt.setApplicationDisplayName("Copyedge")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("copyedge")
    qt.setStyle("Fusion")
    # The program may go on without a window, and a card is not the last one of it.
    qt.setQuitOnLastWindowClosed(False)
    return qt
