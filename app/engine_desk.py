"""The engine in the program: begin, load anew, rest, end, and what the window says of it.

Stands between the inference thread and the window. Knows what state the engine is
in, not what it answers.
"""

from __future__ import annotations

import logging
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from app import settings
from app.checking.scheduler import CheckScheduler
from app.checking.thread import InferenceThread
from app.checking.worker import MakeCorrector
from app.choices import Choices
from app.settings import Setting, Settings
from app.windows.main_window import MainWindow

LOGGER = logging.getLogger(__name__)


class EngineState(Enum):
    """What the engine is doing."""

    LOADING = auto()
    READY = auto()
    RESTING = auto()
    """Its memory was given back; the next text loads it again."""
    FAILED = auto()


class EngineDesk(QObject):
    """Runs the engine for the window and tells how it is.

    Attributes:
        inference: the thread in which it works.
        scheduler: decides which paragraph is next.
        text: what the status bar says of the engine; empty while it loads first.

    Signals:
        state_changed: another EngineState holds.
    """

    state_changed = Signal(object)

    def __init__(
        self, window: MainWindow, choices: Choices, stored: Settings, make_corrector: MakeCorrector
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices
        self._stored = stored
        self._paused = False
        self.text = ""
        self.inference = InferenceThread(make_corrector)
        self.scheduler = CheckScheduler(window.blocks, self.inference.cancel, parent=self)
        self._connect()
        self._apply_automatic()

    def start(self) -> None:
        """Load the engine in its thread."""
        self.inference.start(self._choices.engine_options())
        self._apply_idle()

    def stop(self) -> None:
        """End the thread."""
        self.scheduler.stop()
        if not self.inference.stop():
            LOGGER.error("the inference thread did not end in time")

    def show_loading(self) -> None:
        """Say in the window that the model is being loaded."""
        if not self.text:
            self._show(self.tr("Loading the model…"))

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Check nothing by itself while paused; what is asked for is still checked."""
        self._paused = paused
        self._apply_automatic()
        self._show(self.text)

    @Slot()
    def reload(self) -> None:
        """Check everything again with other options."""
        self.scheduler.set_engine_ready(False)
        self.scheduler.forget_everything()
        self._window.blocks.forget_issues()
        self.state_changed.emit(EngineState.LOADING)
        self.inference.load(self._choices.engine_options())

    def _connect(self) -> None:
        window, scheduler, worker = self._window, self.scheduler, self.inference.worker
        self.inference.connect_scheduler(scheduler)
        worker.ready.connect(self._on_ready)
        worker.load_failed.connect(self._on_failed)
        worker.unloaded.connect(self._on_unloaded)
        scheduler.accepted.connect(window.blocks.accept_result)
        scheduler.activity_changed.connect(self._on_activity_changed)
        scheduler.failed.connect(window.status.tell)
        window.blocks.block_edited.connect(scheduler.note_edit)
        window.blocks.much_edited.connect(scheduler.note_view_change)
        window.editor.view_changed.connect(scheduler.note_view_change)
        window.actions_by_name["check_now"].triggered.connect(self._on_check_now)
        self._choices.engine_changed.connect(self.reload)
        self._choices.automatic_changed.connect(self._on_automatic_changed)
        self._stored.changed.connect(self._on_setting_changed)

    @Slot(object)
    def _on_setting_changed(self, setting: Setting[object]) -> None:
        if setting is settings.IDLE_MINUTES:
            self._apply_idle()

    def _apply_idle(self) -> None:
        minutes = self._stored.get(settings.IDLE_MINUTES)
        self.inference.set_idle_unload(round(60 * minutes) if minutes else None)

    def _apply_automatic(self) -> None:
        wanted = self._stored.get(settings.CHECK_WHILE_TYPING)
        self.scheduler.set_automatic(wanted and not self._paused)

    @Slot(bool)
    def _on_automatic_changed(self, _automatic: bool) -> None:
        self._apply_automatic()
        self._show(self.text)

    @Slot(str)
    def _on_ready(self, fingerprint: str) -> None:
        LOGGER.info("model %s is ready", fingerprint)
        self.text = self.tr("Ready")
        self._show(self.text)
        self.scheduler.set_engine_ready(True)
        self.state_changed.emit(EngineState.READY)

    @Slot()
    def _on_unloaded(self) -> None:
        self.state_changed.emit(EngineState.RESTING)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        reason = as_sentence(message)
        self.text = self.tr("No suggestions: the model did not load")
        self._show(self.text, reason)
        self._window.panel.set_empty_text(reason)
        self._window.banner.show_message(
            self.tr("You can write and save, but there are no suggestions. {0}").format(reason),
            [(self.tr("Try again"), self.reload), (self.tr("Close"), None)],
        )
        self.state_changed.emit(EngineState.FAILED)

    def _show(self, text: str, tip: str = "") -> None:
        if text and self._paused:
            text = self.tr("{0} (paused)").format(text)
        elif text and not self._stored.get(settings.CHECK_WHILE_TYPING):
            text = self.tr("{0} (press F7 to check)").format(text)
        self._window.status.show_engine(text, tip)
        self._window.panel.set_empty_text(text if tip == "" else tip)

    @Slot(bool)
    def _on_activity_changed(self, active: bool) -> None:
        self._window.status.show_engine(self.tr("Checking…") if active else self.text)
        done = self.tr("No suggestions.\nYour text looks good.")
        self._window.panel.set_empty_text(self.tr("Checking…") if active else done)

    @Slot()
    def _on_check_now(self) -> None:
        self.scheduler.check_now()


def as_sentence(message: str) -> str:
    """Return a message of the engine, which begins small, as a sentence."""
    end = "" if message.endswith((".", "!", "?", ")")) else "."
    return f"{message[:1].upper()}{message[1:]}{end}"
