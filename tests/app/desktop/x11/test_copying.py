import pytest
from PySide6.QtWidgets import QApplication

from app.desktop.outcomes import TakeProblem
from app.desktop.x11 import copying
from app.desktop.x11.copying import CopyRun
from app.desktop.x11.reader import SelectionReader
from tests.app.desktop.x11.conftest import Program

FORMER = {"UTF8_STRING": b"former", "image/png": b"\x89PNG"}


@pytest.fixture
def former(connect, program):
    owner = Program(connect()).own("CLIPBOARD", FORMER)
    program.activate()
    return owner


def test_the_program_copies_and_the_clipboard_is_as_before(program, former, copy):
    program.selected = "I has it."
    assert copy(program.window).text == "I has it."
    shown = QApplication.clipboard().mimeData()
    assert shown.text() == "former"
    assert bytes(shown.data("image/png").data()) == b"\x89PNG"


def test_with_nothing_selected_nothing_happens(program, former, copy, monkeypatch):
    monkeypatch.setattr(copying, "COPY_MS", 50)
    assert copy(program.window) is TakeProblem.NOTHING_SELECTED
    owner = program.x.ask(program.x.core.GetSelectionOwner(program.x.atom("CLIPBOARD"))).owner
    assert owner == former.window


def test_what_a_third_program_copies_is_not_the_selection(
    program, former, copy, connect, monkeypatch
):
    monkeypatch.setattr(copying, "COPY_MS", 200)
    other = Program(connect())
    program.activate()
    program.x.event_came.connect(
        lambda event: (
            other.own("CLIPBOARD", {"UTF8_STRING": b"another"})
            if type(event).__name__ == "KeyPressEvent" and not other.owners
            else None
        )
    )
    assert copy(program.window) is TakeProblem.NOTHING_SELECTED


def test_a_clipboard_that_cannot_be_kept_is_not_touched(program, connect, copy, monkeypatch):
    monkeypatch.setattr(SelectionReader.__init__, "__defaults__", (None, 50, 1000))
    program.selected = "I has it."
    other = Program(connect())
    owner = other.own("CLIPBOARD", FORMER, silent_at="image/png")
    program.activate()
    assert copy(program.window) is TakeProblem.CLIPBOARD_IN_USE
    found = program.x.ask(program.x.core.GetSelectionOwner(program.x.atom("CLIPBOARD"))).owner
    assert found == owner.window


def test_another_window_in_front_gets_no_keys(program, former, copy, connect):
    program.selected = "I has it."
    other = Program(connect())
    other.selected = "secret"
    assert copy(program.window) is TakeProblem.NOTHING_SELECTED
    assert other.owners == []


def test_a_stopped_run_puts_the_clipboard_back(program, former, desk, qtbot):
    program.selected = "I has it."
    own = program.own
    program.own = lambda *what: own(*what, silent_at="UTF8_STRING")
    running = CopyRun(desk, program.window, lambda _: pytest.fail("it answered"))
    running.start()
    qtbot.waitUntil(lambda: running._copied)
    running.stop()
    assert QApplication.clipboard().text() == "former"
