import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app import settings
from app.desktop.clipboard_only import ClipboardOnly
from app.desktop.hotkey import HotkeyOutcome, HotkeyState
from app.desktop.login import LoginError
from app.engine_desk import EngineState
from app.instance.requests import Request, Verb
from app.settings import Settings
from app.surroundings import Surroundings, login_command
from app.tray.icon import TrayState


class Hotkey(QObject):
    """Keeps what was asked for."""

    pressed = Signal()
    changed = Signal(object)

    def __init__(self):
        super().__init__()
        self.held = ""
        self.outcome = HotkeyOutcome(HotkeyState.OK)

    def register(self, sequence):
        self.held = sequence if self.outcome.ok else ""
        return self.outcome

    def unregister(self):
        self.held = ""


class Login:
    """The system's list of what is started."""

    def __init__(self):
        self.command = None
        self.refusal = None

    def is_on(self):
        return self.command is not None

    def switch_on(self, command):
        if self.refusal:
            raise LoginError(self.refusal)
        self.command = tuple(command)

    def switch_off(self):
        self.command = None


@pytest.fixture
def around(qapp):
    return Surroundings(ClipboardOnly(QGuiApplication.clipboard()), Hotkey(), Login())


@pytest.fixture
def program(start, around):
    return start(surroundings=around)


@pytest.fixture
def stored(program):
    return program.app.settings


def test_a_chosen_shortcut_holds_at_once_and_corrects(program, stored, around, qtbot):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    assert around.hotkey.held == "Ctrl+Alt+G"
    QGuiApplication.clipboard().setText("He go home.")
    around.hotkey.pressed.emit()
    qtbot.waitUntil(lambda: program.app.reach.card.proposal.result == "He goes home.")


def test_without_a_shortcut_none_is_held(stored, around):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    stored.set(settings.HOTKEY, "")
    assert around.hotkey.held == ""


def test_why_a_shortcut_does_not_hold_is_told_in_the_settings(stored, around):
    around.hotkey.outcome = HotkeyOutcome(HotkeyState.CONFLICT, "It is taken.")
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    assert stored.note(settings.HOTKEY) == "It is taken."
    around.hotkey.changed.emit(HotkeyOutcome(HotkeyState.OK))
    assert stored.note(settings.HOTKEY) == ""


@pytest.fixture
def told(program, monkeypatch):
    """What a writer without the settings before them was told."""
    heard = []
    monkeypatch.setattr(program.app.reach, "tell", heard.append)
    return heard


TAKEN = HotkeyOutcome(HotkeyState.CONFLICT, "It is taken.")


def test_keys_that_another_program_has_taken_meanwhile_are_told_at_once(
    program, stored, around, told
):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    program.app.reach.set_paused(True)
    around.hotkey.outcome = TAKEN
    assert told == []
    program.app.reach.set_paused(False)
    assert told == ["It is taken."]


def test_keys_lost_with_a_change_of_the_keyboard_are_told(stored, around, told):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    around.hotkey.changed.emit(HotkeyOutcome(HotkeyState.NOT_ON_KEYBOARD, "Not on it."))
    assert told == ["Not on it."]


def test_keys_refused_at_the_start_are_told(start, around, tmp_path):
    Settings(tmp_path / "settings" / "settings.json").set(settings.HOTKEY, "Ctrl+Alt+G")
    around.hotkey.outcome = TAKEN
    assert start(surroundings=around).window.status.currentMessage() == "It is taken."


def test_what_the_settings_say_is_not_said_twice(stored, around, told):
    around.hotkey.outcome = TAKEN
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    assert told == []


@pytest.mark.parametrize("state", [HotkeyState.WAITING, HotkeyState.NOT_AVAILABLE, HotkeyState.OK])
def test_what_is_no_news_is_not_told(stored, around, told, state):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    around.hotkey.changed.emit(HotkeyOutcome(state, "A sentence."))
    assert told == []


def test_start_at_login_is_what_the_system_says(start, around, qtbot):
    around.login.command = ("copyedge",)
    program = start(surroundings=around)
    assert program.app.settings.get(settings.START_AT_LOGIN)
    program.app.settings.set(settings.START_AT_LOGIN, False)
    assert around.login.command is None
    program.app.settings.set(settings.START_AT_LOGIN, True)
    assert around.login.command == login_command()
    assert around.login.command[-1] == "--background"


def test_a_refused_start_at_login_is_told_and_stays_off(stored, around):
    around.login.refusal = "The folder is write-protected."
    stored.set(settings.START_AT_LOGIN, True)
    assert not stored.get(settings.START_AT_LOGIN)
    assert stored.note(settings.START_AT_LOGIN) == "The folder is write-protected."


def test_a_pause_gives_the_keys_back_and_checks_nothing_by_itself(program, stored, around, qtbot):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    program.window.actions_by_name["pause"].trigger()
    assert around.hotkey.held == ""
    assert program.app.reach.tray.tool_tip.endswith(TrayState.PAUSED.value)
    assert program.app.reach.tray.pause.isChecked()
    program.editor.insertPlainText("I recieve it. ")
    qtbot.waitUntil(lambda: program.app.scheduler.is_idle)
    assert program.shown == []
    program.app.reach.tray.pause.trigger()
    assert around.hotkey.held == "Ctrl+Alt+G"
    assert not program.window.actions_by_name["pause"].isChecked()
    qtbot.waitUntil(lambda: program.shown == ["recieve"])


def test_resuming_from_the_card_ends_the_pause(program, stored, around):
    stored.set(settings.HOTKEY, "Ctrl+Alt+G")
    program.app.reach.set_paused(True)
    program.app.reach.quick.correct_clipboard()
    program.app.reach.card.bottom.press_first()
    assert around.hotkey.held == "Ctrl+Alt+G"


@pytest.mark.parametrize(
    ("state", "shown", "loads"),
    [
        (EngineState.LOADING, TrayState.LOADING, True),
        (EngineState.READY, TrayState.READY, False),
        (EngineState.RESTING, TrayState.RESTING, True),
        (EngineState.FAILED, TrayState.FAILED, False),
    ],
)
def test_the_tray_tells_how_the_engine_is(program, state, shown, loads):
    program.app.engine.state_changed.emit(state)
    assert program.app.reach.tray.tool_tip.endswith(shown.value)
    assert program.app.reach.quick.engine_loads == loads


def test_what_was_done_is_told_in_the_window_where_there_is_no_tray(program):
    program.app.reach.quick.told.emit("Replaced. Changes: 2")
    assert program.window.status.currentMessage() == "Replaced. Changes: 2"


def test_the_window_offers_what_the_tray_offers(program, qtbot):
    QGuiApplication.clipboard().setText("He go home.")
    for name in ("correct_clipboard", "correct_selection"):
        program.window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: bool(program.app.reach.card.proposal.changes))
        program.app.reach.card.cancel()


def test_card_and_tray_follow_the_theme(program, stored):
    before = program.app.reach.card.styleSheet()
    stored.set(settings.THEME, settings.Theme.DARK)
    dark = program.app.reach.card.styleSheet()
    stored.set(settings.THEME, settings.Theme.LIGHT)
    assert dark != program.app.reach.card.styleSheet()
    assert before in {dark, program.app.reach.card.styleSheet()}


def test_a_long_text_is_opened_in_the_editor_and_the_present_one_is_asked_about(program):
    program.editor.insertPlainText("Mine.")
    program.app.reach.text_wanted.emit("Theirs.")
    assert program.text == "Mine."
    assert program.answers.asked[0][0] == "unsaved"
    program.editor.document().setModified(False)
    program.app.reach.text_wanted.emit("Theirs.")
    assert program.text == "Theirs."
    assert program.app.session.is_modified


def test_the_words_of_the_dictionary_are_right_on_the_card_too(program, qtbot):
    program.app.dictionary.add("recieve")
    program.app.choices.apply_preferences()
    QGuiApplication.clipboard().setText("I recieve teh letter.")
    program.app.carry_out(Request(Verb.CORRECT_CLIPBOARD))
    qtbot.waitUntil(lambda: program.app.reach.card.proposal.result == "I recieve the letter.")
