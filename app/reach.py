"""How the program is reached without its window: tray, hotkey, card, start at login.

Makes the settings about them hold and passes on what is wanted. What a wish for
the window, the editor or the end of the program means is decided by whoever
listens.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication

from app import settings
from app.checking.messages import Issue
from app.choices import Choices
from app.desktop.hotkey import HotkeyOutcome, HotkeyState
from app.desktop.login import LoginError
from app.engine_desk import EngineDesk, EngineState
from app.icons import Icons
from app.quick.desk import QuickDesk
from app.quick.window import QuickWindow
from app.settings import Setting, Settings
from app.surroundings import Surroundings, login_command
from app.theme import Colours
from app.tray.icon import TrayIcon, TrayState
from app.windows.main_window import MainWindow

LOGGER = logging.getLogger(__name__)

TRAY_STATES = {
    EngineState.LOADING: TrayState.LOADING,
    EngineState.READY: TrayState.READY,
    EngineState.RESTING: TrayState.RESTING,
    EngineState.FAILED: TrayState.FAILED,
}


NEWS = frozenset({HotkeyState.CONFLICT, HotkeyState.REFUSED, HotkeyState.NOT_ON_KEYBOARD})
"""What keeps keys from holding that held before. Who waits for an answer, or has a desktop
without such keys, knows it from the settings and is not told at every start."""


class Reach(QObject):
    """Everything of the program that is not its window.

    Attributes:
        card: the quick-correct window.
        quick: what fills it.
        tray: the icon.

    Signals:
        window_wanted, settings_wanted, quit_wanted: from the tray.
        text_wanted: a text that is to be opened in the editor.
        paused: True when a pause begins, False when it ends.
    """

    window_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()
    text_wanted = Signal(str)
    paused = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        choices: Choices,
        stored: Settings,
        engine: EngineDesk,
        surroundings: Surroundings,
        icons: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stored = stored
        self._around = surroundings
        self._engine_state = EngineState.LOADING
        self._paused = False
        drawn = Icons(icons, choices.colours)
        self.card = QuickWindow(choices.colours, drawn)
        self.quick = QuickDesk(
            self.card,
            engine.inference,
            surroundings.access,
            QGuiApplication.clipboard(),
            self._shows,
        )
        self.tray = TrayIcon(drawn, self)
        self._connect(choices, engine)

    def start(self, show_tray: bool = True) -> None:
        """Take the hotkey and show the icon, as the settings say.

        Args:
            show_tray: False for a start that ends with its one card.
        """
        self._read_login()
        self._stored.changed.connect(self._on_setting_changed)
        if show_tray:
            self.tray.set_shown(self._stored.get(settings.TRAY_SHOWN))
        self._apply_hotkey(tells=True)

    def stop(self) -> None:
        """Give everything back to the desktop."""
        self._around.hotkey.unregister()
        self.quick.close()
        self.tray.set_shown(False)
        self.card.deleteLater()

    def tell(self, sentence: str) -> None:
        """Tell the writer what was done: in the tray, or in the window where there is none."""
        if not self.tray.tell(sentence):
            self._window.status.tell(sentence)

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Give the hotkey back for a while and check nothing by itself."""
        if paused == self._paused:
            return
        self._paused = paused
        self.quick.paused = paused
        self._window.actions_by_name["pause"].setChecked(paused)
        self._apply_hotkey(tells=True)
        self._show_state()
        self.paused.emit(paused)

    def _connect(self, choices: Choices, engine: EngineDesk) -> None:
        tray, quick, act = self.tray, self.quick, self._window.actions_by_name
        tray.clipboard_wanted.connect(quick.correct_clipboard)
        tray.selection_wanted.connect(quick.correct_selection)
        tray.editor_wanted.connect(self.window_wanted)
        tray.pause_wanted.connect(self.set_paused)
        tray.settings_wanted.connect(self.settings_wanted)
        tray.quit_wanted.connect(self.quit_wanted)
        act["correct_clipboard"].triggered.connect(quick.correct_clipboard)
        act["correct_selection"].triggered.connect(quick.correct_selection)
        act["pause"].triggered.connect(self.set_paused)
        quick.told.connect(self.tell)
        quick.editor_wanted.connect(self.text_wanted)
        quick.resume_wanted.connect(self._on_resume_wanted)
        self._around.hotkey.pressed.connect(quick.correct_selection)
        self._around.hotkey.changed.connect(self._on_hotkey_changed)
        engine.state_changed.connect(self._on_engine_state_changed)
        choices.look_changed.connect(self._on_look_changed)
        choices.font_changed.connect(self._on_font_changed)
        self.paused.connect(engine.set_paused)

    @Slot(object)
    def _on_setting_changed(self, setting: Setting[object]) -> None:
        if setting is settings.TRAY_SHOWN:
            self.tray.set_shown(self._stored.get(settings.TRAY_SHOWN))
        elif setting is settings.HOTKEY:
            self._apply_hotkey()
        elif setting is settings.START_AT_LOGIN:
            self._apply_login()

    def _apply_hotkey(self, tells: bool = False) -> None:
        """Take the keys of the settings or give them back.

        Args:
            tells: the writer is not looking at the settings, where the outcome stands.
        """
        sequence = self._stored.get(settings.HOTKEY)
        self.tray.set_hotkey(sequence)
        if not sequence or self._paused:
            self._around.hotkey.unregister()
            self._stored.set_note(settings.HOTKEY, "")
            return
        outcome = self._around.hotkey.register(sequence)
        self._note_outcome(outcome)
        if tells:
            self._tell_outcome(outcome)

    @Slot(object)
    def _on_hotkey_changed(self, outcome: HotkeyOutcome) -> None:
        """Keys were granted late, or were lost with a change of the keyboard."""
        self._note_outcome(outcome)
        self._tell_outcome(outcome)

    def _note_outcome(self, outcome: HotkeyOutcome) -> None:
        if not outcome.ok:
            LOGGER.warning("no hotkey: %s", outcome.state.name)
        self._stored.set_note(settings.HOTKEY, outcome.message)

    def _tell_outcome(self, outcome: HotkeyOutcome) -> None:
        if outcome.state in NEWS:
            self.tell(outcome.message)

    def _read_login(self) -> None:
        """Believe the system: the writer may have switched it off there."""
        self._stored.set(settings.START_AT_LOGIN, self._around.login.is_on())

    def _apply_login(self) -> None:
        login = self._around.login
        wanted = self._stored.get(settings.START_AT_LOGIN)
        if wanted == login.is_on():
            return
        try:
            if wanted:
                login.switch_on(login_command())
            else:
                login.switch_off()
        except LoginError as error:
            LOGGER.warning("start at login: %s", error)
            self._stored.set_note(settings.START_AT_LOGIN, str(error))
            self._read_login()
        else:
            self._stored.set_note(settings.START_AT_LOGIN, "")

    @Slot(object)
    def _on_engine_state_changed(self, state: EngineState) -> None:
        self._engine_state = state
        self.quick.engine_loads = state in {EngineState.LOADING, EngineState.RESTING}
        self._show_state()

    def _show_state(self) -> None:
        state = TRAY_STATES[self._engine_state]
        self.tray.set_state(TrayState.PAUSED if self._paused else state)

    def _shows(self, issue: Issue) -> bool:
        """Ask anew each time: the writer may have added a word."""
        return self._window.desk.preferences.shows(issue)

    @Slot()
    def _on_resume_wanted(self) -> None:
        self.set_paused(False)

    @Slot(object, object)
    def _on_look_changed(self, colours: Colours, icons: Icons) -> None:
        self.card.set_look(colours, icons)
        self.tray.set_look(icons)

    @Slot(QFont)
    def _on_font_changed(self, font: QFont) -> None:
        self.card.set_writing_font(font)
