"""A program that copies after the time was over: what was on the clipboard is not lost."""

import pytest
from PySide6.QtWidgets import QApplication

from app.desktop.clipboard import ClipboardSnapshot
from app.desktop.outcomes import TakeProblem
from app.desktop.x11 import copying, late
from app.desktop.x11.late import LateCopy
from tests.app.desktop.x11.conftest import Program

COPIED = {"UTF8_STRING": b"I has it."}


@pytest.fixture
def clipboard(qapp):
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


@pytest.fixture
def watch(desk, program, clipboard):
    made = LateCopy(desk, program.window, ClipboardSnapshot((("text/plain", b"former"),)))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def settle(x, qtbot):
    """Let all that was sent so far arrive and be looked at."""

    def run():
        seen = []
        x.event_came.connect(seen.append)
        x.watch(x.root, copying.xcffib.xproto.EventMask.PropertyChange)
        x.set_property(x.root, "COPYEDGE_TEST", "STRING", 8, b"now")
        atom = x.atom("COPYEDGE_TEST")
        qtbot.waitUntil(lambda: any(getattr(event, "atom", 0) == atom for event in seen))
        x.event_came.disconnect(seen.append)

    return run


def test_what_is_copied_late_is_taken_off_the_clipboard(watch, program, clipboard, qtbot):
    program.own("CLIPBOARD", COPIED)
    qtbot.waitUntil(lambda: clipboard.text() == "former")


def test_a_copying_that_comes_after_the_card_is_undone(watch, program, connect, clipboard, qtbot):
    Program(connect())  # takes the focus, as the card does
    program.own("CLIPBOARD", COPIED)
    qtbot.waitUntil(lambda: clipboard.text() == "former")


def test_what_the_person_copies_there_later_stays(watch, program, connect, clipboard, settle):
    Program(connect())
    settle()
    program.activate()
    settle()
    program.own("CLIPBOARD", COPIED)
    settle()
    assert clipboard.text() == ""


def test_what_is_copied_in_another_program_stays(watch, program, connect, clipboard, settle):
    other = Program(connect())
    other.own("CLIPBOARD", {"UTF8_STRING": b"another"})
    settle()
    program.own("CLIPBOARD", COPIED)
    settle()
    assert clipboard.text() == ""


def test_another_property_is_no_window_that_comes_back(
    watch, program, connect, clipboard, settle, qtbot
):
    Program(connect())
    settle()  # which changes one, too
    program.tell_active(program.window + 1)
    settle()
    program.own("CLIPBOARD", COPIED)
    qtbot.waitUntil(lambda: clipboard.text() == "former")


def test_a_stopped_watch_leaves_everything(watch, program, clipboard, settle):
    watch.stop()
    watch.stop()
    program.own("CLIPBOARD", COPIED)
    settle()
    assert clipboard.text() == ""


def test_the_watch_ends(desk, program, clipboard, monkeypatch, qtbot, settle):
    monkeypatch.setattr(late, "LATE_MS", 1)
    made = LateCopy(desk, program.window, ClipboardSnapshot((("text/plain", b"former"),)))
    made.start()
    qtbot.waitUntil(lambda: not made._limit.isActive())
    program.own("CLIPBOARD", COPIED)
    settle()
    assert clipboard.text() == ""


def test_a_copying_run_whose_time_is_over_keeps_watching(
    program, connect, copy, clipboard, monkeypatch, qtbot
):
    monkeypatch.setattr(copying, "COPY_MS", 50)
    other = Program(connect())
    other.own("CLIPBOARD", {"UTF8_STRING": b"of the person"})
    program.activate()
    runs = []
    start = copying.CopyRun.start
    monkeypatch.setattr(copying.CopyRun, "start", lambda self: (runs.append(self), start(self))[1])
    assert copy(program.window) is TakeProblem.NOTHING_SELECTED
    program.own("CLIPBOARD", COPIED)
    qtbot.waitUntil(lambda: clipboard.text() == "of the person")
    runs[0].late.stop()
