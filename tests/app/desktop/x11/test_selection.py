import os

import pytest
from PySide6.QtWidgets import QApplication

from app.desktop.outcomes import PutBackProblem, TakeFailure, TakenSelection, TakeProblem
from app.desktop.x11 import copying
from app.desktop.x11.connection import X11Connection
from app.desktop.x11.offer import LARGEST_TEXT
from app.desktop.x11.reader import SelectionReader
from app.desktop.x11.selection import X11Selection
from tests.app.desktop.x11.conftest import Program


@pytest.fixture
def access(x_server, qapp, owned, monkeypatch):
    monkeypatch.setattr(copying, "COPY_MS", 100)
    QApplication.clipboard().clear()
    access = X11Selection(X11Connection(x_server), QApplication.clipboard())
    yield access
    access.close()


@pytest.fixture
def take(access, qtbot):
    def run():
        answers = []
        access.take(answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        (answer,) = answers
        return answer

    return run


@pytest.fixture
def put_back(access, qtbot):
    def run(taken, text):
        answers = []
        access.put_back(taken, text, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        (answer,) = answers
        return answer

    return run


def test_the_selected_text_is_taken_and_replaced(program, take, put_back):
    program.select("I has it.")
    taken = take()
    assert isinstance(taken, TakenSelection)
    assert (taken.text, taken.cannot_put_back) == ("I has it.", None)
    assert put_back(taken, "I have it.").pasted
    assert program.pasted == ["I have it."]


def test_taking_leaves_the_clipboard_alone(program, take, connect):
    owner = Program(connect()).own("CLIPBOARD", {"UTF8_STRING": b"former"})
    program.activate()
    program.select("I has it.")
    take()
    assert owner.asked == []


def test_line_ends_of_other_systems_become_line_feeds(program, take):
    program.select("one\r\ntwo")
    assert take().text == "one\ntwo"


def test_a_program_that_does_not_tell_its_selection_copies_it(program, take, put_back, connect):
    other = Program(connect())
    other.select("elsewhere")
    program.activate()
    program.selected = "I has it."
    taken = take()
    assert (taken.text, taken.cannot_put_back) == ("I has it.", None)
    assert put_back(taken, "I have it.").pasted
    assert program.pasted == ["I have it."]


def test_a_selection_of_another_window_is_taken_but_not_pasted(program, take, put_back, connect):
    """The window in front has nothing selected; pasting there would be an insertion."""
    other = Program(connect())
    other.select("elsewhere")
    program.activate()
    taken = take()
    assert taken.text == "elsewhere"
    outcome = put_back(taken, "Elsewhere")
    assert outcome.problem is PutBackProblem.NOT_IN_FRONT_WINDOW
    assert (program.pasted, other.pasted) == ([], [])
    assert QApplication.clipboard().text() == "Elsewhere"


def test_nothing_selected_is_said(program, take):
    program.x.core.SetSelectionOwner(0, program.x.atom("PRIMARY"), 0)
    program.x.flush()
    answer = take()
    assert answer.problem is TakeProblem.NOTHING_SELECTED
    assert "Select some text" in answer.message


def test_blanks_are_nothing(program, take):
    program.select(" \n ")
    assert take().problem is TakeProblem.NOTHING_SELECTED


@pytest.mark.parametrize("names", [b"xterm\0XTerm\0", b"emacs\0Emacs\0", b"gvim\0Gvim\0"])
def test_a_terminal_gives_its_selection_and_gets_no_paste(connect, qapp, take, put_back, names):
    terminal = Program(connect(), names)
    terminal.select("echo it")
    taken = take()
    assert (taken.text, taken.cannot_put_back) == ("echo it", PutBackProblem.PASTES_OTHERWISE)
    assert put_back(taken, "echo it!").on_clipboard
    assert terminal.pasted == []


def test_a_terminal_is_never_asked_to_copy(connect, qapp, take):
    terminal = Program(connect(), b"kitty\0kitty\0")
    terminal.selected = "typed"
    terminal.x.core.SetSelectionOwner(0, terminal.x.atom("PRIMARY"), 0)
    terminal.x.flush()
    assert take().problem is TakeProblem.NOTHING_SELECTED
    assert terminal.owners == []


def test_our_own_window_in_front_is_not_pasted_into(program, take):
    program.set_property(
        program.window, "_NET_WM_PID", "CARDINAL", 32, os.getpid().to_bytes(4, "little")
    )
    program.select("in the editor")
    taken = take()
    assert taken.text == "in the editor"
    assert taken.cannot_put_back is PutBackProblem.NOT_IN_FRONT_WINDOW


def test_a_silent_program_is_an_answer(program, take, monkeypatch):
    monkeypatch.setattr(SelectionReader.__init__, "__defaults__", (None, 50, LARGEST_TEXT))
    program.own("PRIMARY", {"UTF8_STRING": b"text"}, silent_at="UTF8_STRING")
    answer = take()
    assert answer.problem is TakeProblem.NO_ANSWER
    assert "Correct clipboard" in answer.message


def test_a_selection_beyond_all_bounds_is_an_answer(program, take):
    program.own("PRIMARY", {"UTF8_STRING": b"x" * (LARGEST_TEXT + 1)})
    assert take().problem is TakeProblem.TOO_LARGE


def test_a_later_taking_overtakes(program, access, qtbot):
    program.select("I has it.")
    first, second = [], []
    access.take(first.append)
    access.take(second.append)
    qtbot.waitUntil(lambda: bool(first and second))
    assert first == [TakeFailure(TakeProblem.OVERTAKEN)]
    assert second[0].text == "I has it."


def test_one_text_at_a_time_is_put_back(program, access, take, qtbot):
    program.select("I has it.")
    taken = take()
    first, second, third = [], [], []
    access.put_back(taken, "I have it.", first.append)
    access.put_back(taken, "We have it.", second.append)
    access.take(third.append)
    qtbot.waitUntil(lambda: bool(first and second and third))
    assert second[0].problem is PutBackProblem.BUSY
    assert third[0].problem is TakeProblem.BUSY
    assert program.pasted == ["I have it."]


def test_after_closing_nobody_answers(program, x_server, qapp, qtbot):
    program.select("I has it.")
    access = X11Selection(X11Connection(x_server), QApplication.clipboard())
    answers = []
    access.take(answers.append)
    access.close()
    done = []
    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert answers == []
