import pytest
from PySide6.QtGui import QGuiApplication

from app import settings
from app.instance.requests import Request, Verb
from tests.app.fakes import RuleCorrector


@pytest.fixture
def program(start):
    made = start()
    made.ended = []
    made.app.lifetime.ended.connect(lambda: made.ended.append(True))
    return made


def keep_running(program):
    program.app.settings.set(settings.KEEP_RUNNING, True)


def test_closing_the_window_ends_the_program(program):
    program.window.close()
    assert program.ended == [True]


def test_closing_is_the_writers_choice_of_staying(program):
    keep_running(program)
    program.editor.insertPlainText("Mine.")
    program.window.close()
    assert program.ended == []
    assert not program.window.isVisible()
    assert program.answers.asked == []
    program.app.carry_out(Request(Verb.SHOW))
    assert program.window.isVisible()
    assert program.text == "Mine."


def test_quit_ends_a_program_that_stays(program):
    keep_running(program)
    program.window.actions_by_name["quit"].trigger()
    assert program.ended == [True]


def test_quit_asks_about_unsaved_changes_in_the_window(program):
    keep_running(program)
    program.editor.insertPlainText("Mine.")
    program.window.close()
    program.app.carry_out(Request(Verb.QUIT))
    assert program.window.isVisible()
    assert program.answers.asked[0][0] == "unsaved"
    assert program.ended == []


def test_a_window_that_must_not_close_ends_nothing(program):
    program.editor.insertPlainText("Mine.")
    program.window.close()
    assert program.window.isVisible()
    assert program.ended == []


@pytest.fixture
def hidden(qapp, qtbot, tmp_path):
    """Start the program without its window."""
    from tests.app.conftest import Program

    programs = []

    def run(verb, **chosen):
        program = Program(qapp, tmp_path)
        programs.append(program)
        program.ended = []
        program.app.lifetime.ended.connect(lambda: program.ended.append(True))
        program.app.start_hidden(Request(verb))
        return program

    yield run
    for program in programs:
        program.close()
    qapp.setStyleSheet("")


def test_a_start_for_one_card_ends_with_the_card(hidden, qtbot):
    QGuiApplication.clipboard().setText("He go home.")
    program = hidden(Verb.CORRECT_CLIPBOARD)
    qtbot.waitUntil(program.app.reach.card.isVisible)
    assert not program.window.isVisible()
    assert program.ended == []
    program.app.reach.card.cancel()
    assert program.ended == [True]


def test_it_does_not_end_while_the_clipboard_lives_by_it(hidden, qtbot, monkeypatch):
    program = hidden(Verb.CORRECT_CLIPBOARD)
    qtbot.waitUntil(program.app.reach.card.isVisible)
    owned = [True]

    class Clipboard:
        def ownsClipboard(self):
            return owned[0]

    program.app.lifetime._clipboard = Clipboard()
    program.app.reach.card.cancel()
    assert program.ended == []
    owned[0] = False
    QGuiApplication.clipboard().setText("another program's")
    assert program.ended == [True]


def test_a_start_in_the_background_stays_after_cards_and_windows(hidden, qtbot):
    program = hidden(Verb.BACKGROUND)
    qtbot.waitUntil(lambda: bool(program.app.engine_state))
    program.app.carry_out(Request(Verb.CORRECT_CLIPBOARD))
    qtbot.waitUntil(program.app.reach.card.isVisible)
    program.app.reach.card.cancel()
    program.app.carry_out(Request(Verb.OPEN))
    assert program.window.isVisible()
    program.window.close()
    assert program.ended == []
    assert not program.window.isVisible()


def test_the_sample_waits_for_the_first_window(hidden, qtbot):
    program = hidden(Verb.BACKGROUND)
    qtbot.waitUntil(lambda: bool(program.app.engine_state))
    assert program.text == ""
    program.app.carry_out(Request(Verb.SHOW))
    assert program.text.startswith("Welcome")


def test_files_of_a_later_start_are_opened(program, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Hello.", encoding="utf-8")
    program.app.carry_out(Request(Verb.OPEN, (path,)))
    assert program.text == "Hello."


def test_the_token_of_the_desktop_is_where_qt_looks_for_it(program, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    program.app.carry_out(Request(Verb.SHOW, activation_token="token-1"))
    import os

    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-1"


def test_after_a_rest_the_engine_is_loaded_again_for_the_next_text(start, qtbot):
    built = []

    def make(options):
        built.append(options)
        return RuleCorrector()

    program = start(make_corrector=make)
    program.app.inference.set_idle_unload(0)
    qtbot.waitUntil(lambda: "rests" in program.app.reach.tray.tool_tip)
    program.app.inference.set_idle_unload(None)
    QGuiApplication.clipboard().setText("He go home.")
    program.app.carry_out(Request(Verb.CORRECT_CLIPBOARD))
    qtbot.waitUntil(lambda: bool(program.app.reach.card.proposal.changes))
    assert len(built) == 2
