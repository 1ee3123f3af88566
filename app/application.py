"""Build the objects of the editor, wire them, start them and end them in order.

The one place where everything meets: settings, window, document, inference
thread. Nothing below it knows more than its neighbours.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app import __version__, paths, settings
from app.checking.messages import Issue
from app.checking.preferences import replacement_key, words_of
from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import EngineOptions, MakeCorrector
from app.documents.document_file import protected_spans
from app.documents.errors import StoreError
from app.documents.formats import DocumentFormat
from app.documents.recovery import RecoveryStore
from app.documents.values import OBJECT_MARK, LoadedDocument
from app.editor.protected_text import ProtectedText
from app.engine import EngineFactory
from app.icons import Icons
from app.problems import ProblemReporter
from app.sample import SAMPLE
from app.settings import Setting, Settings
from app.style_sheet import style_sheet
from app.theme import colours_for, palette
from app.translations import install
from app.windows.document_session import DocumentSession
from app.windows.main_window import MainWindow
from app.windows.prompts import Prompts
from model.edits import Category

LOGGER = logging.getLogger(__name__)

SWITCH_SECONDS = 0.001
"""How long Python lets one thread run while another waits: the inference thread's Python
parts must not hold a key press for the usual 5 ms."""


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
    """The running editor."""

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
        self.prompts = Prompts(self.window)
        self.session = DocumentSession(self.window.editor, self.prompts, self._recovery())
        self.protected = ProtectedText(self.window.editor, self.window.blocks, self._background)
        self.inference = InferenceThread(make_corrector or EngineFactory(places.model))
        self.scheduler = CheckScheduler(self.window.blocks, self.inference.cancel, parent=self)
        self.problems = ProblemReporter()
        self._engine_state = ""
        self._connect_checking()
        self._connect_document()
        self._connect_actions()
        self._apply_settings()
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
        self.inference.start(self._engine_options())
        if self.settings.problem:
            self.window.banner.show_message(self.settings.problem, [(self.tr("Close"), None)])
        if self._files:
            self.session.open(self._files[0])
        elif not self._offer_recovery() and not self.settings.get(settings.WELCOMED):
            self.settings.set(settings.WELCOMED, True)
            self.session.show_sample(SAMPLE)

    def _recovery(self) -> RecoveryStore | None:
        try:
            return RecoveryStore(self._places.storage / "recovery")
        except StoreError as error:
            LOGGER.warning("no recovery copies: %s", error)
            return None

    def _offer_recovery(self) -> bool:
        """Offer the newest text that an earlier run could not save."""
        found = self.session.pending()
        if not found:
            return False
        newest = found[0]
        name = Path(newest.metadata["path"]).name if "path" in newest.metadata else ""
        shown = name or self.tr("a text without a name")
        when = newest.saved_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        self.window.banner.show_message(
            self.tr(
                "Copyedge did not end properly. Unsaved changes to {0} from {1} can be restored."
            ).format(shown, when),
            [
                (self.tr("Restore"), partial(self.session.recover, newest)),
                (self.tr("Throw away"), partial(self.session.discard, newest)),
            ],
        )
        return True

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
        window.keeper.rule_ignored.connect(self._on_rule_ignored)
        window.keeper.replacement_ignored.connect(self._on_replacement_ignored)
        window.keeper.word_added.connect(self._on_word_added)
        self.settings.changed.connect(self._on_setting_changed)
        self.problems.happened.connect(self._on_problem)

    def _connect_document(self) -> None:
        window, session = self.window, self.session
        window.may_close = self._may_close
        window.activated.connect(session.check_disk)
        window.editor.files_dropped.connect(self._on_files_dropped)
        session.replacing.connect(self._on_replacing)
        session.replaced.connect(self._on_replaced)
        session.title_changed.connect(self._show_name)
        session.told.connect(window.status.tell)
        self._qt.styleHints().colorSchemeChanged.connect(self._apply_theme)
        self._show_name()

    def _connect_actions(self) -> None:
        act = self.window.actions_by_name
        for name, slot in (
            ("new", self.session.new),
            ("open", self.session.ask_and_open),
            ("save", self.session.save),
            ("save_as", self.session.save_as),
            ("reload", self.session.reload),
            ("check_now", self._on_check_now),
            ("zoom_in", partial(self._zoom, 1)),
            ("zoom_out", partial(self._zoom, -1)),
            ("zoom_reset", partial(self._zoom, 0)),
            ("sample", self._on_sample),
        ):
            act[name].triggered.connect(slot)
        self.window.zoomed.connect(self._zoom)
        act["check_while_typing"].toggled.connect(
            partial(self.settings.set, settings.CHECK_WHILE_TYPING)
        )
        self.window.panel_toggled.connect(partial(self.settings.set, settings.PANEL_SHOWN))

    def _apply_settings(self) -> None:
        self._apply_theme()
        self._apply_font()
        self._apply_preferences()
        act = self.window.actions_by_name
        act["panel"].setChecked(self.settings.get(settings.PANEL_SHOWN))
        self._apply_automatic()

    @Slot()
    def _apply_theme(self, _scheme: object = None) -> None:
        colours = colours_for(self.settings.get(settings.THEME))
        icons = Icons(self._places.assets / "icons", colours)
        self._qt.setPalette(palette(colours))
        self._qt.setStyleSheet(style_sheet(colours))
        self._qt.setWindowIcon(icons.program())
        self.window.set_look(colours, icons)
        self._apply_font()

    def _apply_font(self) -> None:
        family = self.settings.get(settings.FONT_FAMILY)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if family:
            font.setFamily(family)
        font.setPointSizeF(self.settings.get(settings.FONT_SIZE))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.window.set_writing_font(font)

    def _apply_preferences(self) -> None:
        stored = self.settings
        names = stored.get(settings.CATEGORIES)
        self.window.desk.set_preferences(
            replace(
                self.window.desk.preferences,
                categories=frozenset(category for category in Category if category.value in names),
                ignored_rules=stored.get(settings.IGNORED_RULES),
                ignored_replacements=stored.get(settings.IGNORED_REPLACEMENTS),
            )
        )

    def _apply_automatic(self) -> None:
        automatic = self.settings.get(settings.CHECK_WHILE_TYPING)
        self.scheduler.set_automatic(automatic)
        self.window.actions_by_name["check_while_typing"].setChecked(automatic)
        self._show_engine(self._engine_state)

    def _engine_options(self) -> EngineOptions:
        return EngineOptions(level=self.settings.get(settings.LEVEL))

    @Slot(object)
    def _on_setting_changed(self, setting: Setting[object]) -> None:
        if setting is settings.THEME:
            self._apply_theme()
        elif setting in {settings.FONT_FAMILY, settings.FONT_SIZE}:
            self._apply_font()
        elif setting is settings.CHECK_WHILE_TYPING:
            self._apply_automatic()
        elif setting is settings.LEVEL:
            self._reload_engine()
        else:
            self._apply_preferences()

    def _reload_engine(self) -> None:
        """Check everything again with other options."""
        self.scheduler.set_engine_ready(False)
        self.scheduler.forget_everything()
        self.window.blocks.forget_issues()
        self.inference.load(self._engine_options())

    @Slot(str)
    def _on_engine_ready(self, fingerprint: str) -> None:
        LOGGER.info("model %s is ready", fingerprint)
        self._engine_state = self.tr("Ready")
        self._show_engine(self._engine_state)
        self.scheduler.set_engine_ready(True)

    @Slot(str)
    def _on_engine_failed(self, reason: str) -> None:
        self._engine_state = self.tr("No suggestions: the model did not load")
        self._show_engine(self._engine_state, reason)
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
        self.window.status.show_engine(self.tr("Checking…") if active else self._engine_state)
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
            preferences = replace(self.window.desk.preferences, dismissed=frozenset())
            self.window.desk.set_preferences(preferences)
        else:
            self.window.blocks.set_following(True)
            self.window.status.count_now()

    @Slot(object)
    def _on_replaced(self, document: LoadedDocument) -> None:
        marked = document.format is DocumentFormat.MARKDOWN or OBJECT_MARK in document.text
        self.protected.set_rule(partial(protected_spans, document) if marked else None)
        self.scheduler.note_view_change()

    @Slot()
    def _show_name(self) -> None:
        self.window.show_name(self.session.name, self.session.is_modified)

    @Slot(object)
    def _on_files_dropped(self, files: list[Path]) -> None:
        self.session.open(files[0])

    @Slot(object)
    def _on_rule_ignored(self, issue: Issue) -> None:
        rules = self.settings.get(settings.IGNORED_RULES)
        self.settings.set(settings.IGNORED_RULES, rules | {issue.edit.error_type})

    @Slot(object)
    def _on_replacement_ignored(self, issue: Issue) -> None:
        ignored = self.settings.get(settings.IGNORED_REPLACEMENTS)
        self.settings.set(settings.IGNORED_REPLACEMENTS, ignored | {replacement_key(issue.edit)})

    @Slot(object)
    def _on_word_added(self, issue: Issue) -> None:
        words = words_of(issue.edit.original) - words_of(issue.edit.replacement)
        known = self.window.desk.preferences.dictionary
        self.window.desk.set_preferences(
            replace(self.window.desk.preferences, dictionary=known | words)
        )

    @Slot(int)
    def _zoom(self, step: int) -> None:
        size = self.settings.get(settings.FONT_SIZE) + step if step else settings.FONT_SIZE.default
        self.settings.set(settings.FONT_SIZE, min(72.0, max(6.0, size)))

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


def run(files: Sequence[str], make_corrector: MakeCorrector | None = None) -> int:
    """Open the editor and stay until it is closed.

    Args:
        files: documents to open.
        make_corrector: builds another engine than the shipped one, for tests.

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
    application = Application(qt, Places.usual(), make_corrector)
    qt.aboutToQuit.connect(application.stop)
    application.start([Path(name).absolute() for name in files])
    code = qt.exec()
    application.stop()
    return code
