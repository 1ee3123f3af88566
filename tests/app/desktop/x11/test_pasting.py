"""Every way in which a pasting can go, with programs that do as they are told."""

import os

import pytest
import xcffib.xproto
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.outcomes import PutBackProblem, TakenSelection
from app.desktop.x11 import pasting, reader
from app.desktop.x11.offer import LARGEST_TEXT
from app.desktop.x11.pasting import PasteRun, X11Source
from tests.app.desktop.x11.conftest import Program

FORMER = {
    "UTF8_STRING": b"former",
    "text/html": b"<i>former</i>",
    "image/png": b"\x89PNG former",
    "text/uri-list": b"file:///tmp/a%20b\r\n",
    "application/x-own": b"\0\xff",
}
KEPT = {"text/plain": b"former", **{name: FORMER[name] for name in list(FORMER)[1:]}}


@pytest.fixture
def taken(program):
    program.select("I has it.")
    return TakenSelection("I has it.", X11Source(program.window, 1))


@pytest.fixture
def former(connect):
    """What another program has copied before."""
    return Program(connect()).own("CLIPBOARD", FORMER)


@pytest.fixture(autouse=True)
def in_front(request):
    """The program with the selection is in front, whoever was made after it."""
    if {"program", "former"} <= set(request.fixturenames):
        request.getfixturevalue("former")
        request.getfixturevalue("program").activate()


def on_clipboard():
    """Return what Qt's clipboard holds. (Under the tests' platform it is no X clipboard.)"""
    shown = QApplication.clipboard().mimeData()
    formats = [] if shown is None else shown.formats()
    return {name: bytes(shown.data(name).data()) for name in formats}


def test_the_program_gets_the_text_and_the_clipboard_is_as_before(program, taken, former, paste):
    outcome = paste(taken, "I have it. 🙂")
    assert program.pasted == ["I have it. 🙂"]
    assert outcome.pasted
    assert outcome.restored
    assert outcome.message == ""
    assert on_clipboard() == KEPT


def test_an_empty_clipboard_is_empty_again(program, taken, paste):
    outcome = paste(taken, "I have it.")
    assert outcome.pasted
    assert on_clipboard() == {}


def test_a_clipboard_that_could_not_be_put_back_is_told_of(program, taken, former, paste, owned):
    owned["owned"] = False
    outcome = paste(taken, "I have it.")
    assert outcome.pasted
    assert not outcome.restored
    assert "former content could not be put back" in outcome.message


def test_a_text_that_did_not_get_on_the_clipboard_is_not_said_to_be_there(
    connect, program, taken, former, paste, owned
):
    owned["owned"] = False
    Program(connect())
    outcome = paste(taken, "I have it.")
    assert not outcome.on_clipboard
    assert "copy it before you close" in outcome.message


def test_formats_that_their_owner_kept_back_are_told_of(connect, program, taken, paste):
    other = Program(connect())
    other.own("CLIPBOARD", FORMER, lists=("image/tiff",))
    program.activate()
    outcome = paste(taken, "I have it.")
    assert outcome.pasted
    assert outcome.missing == ("image/tiff",)
    assert "could not be put back" in outcome.message


def test_another_window_in_front_gets_nothing(connect, program, taken, former, paste, monkeypatch):
    monkeypatch.setattr(pasting, "FOCUS_MS", 60_000)  # nothing is awaited
    other = Program(connect())
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.FOCUS_CHANGED
    assert (program.pasted, other.pasted) == ([], [])
    assert outcome.on_clipboard
    assert on_clipboard()["text/plain"] == b"I have it."
    assert dict(outcome.former.formats) == KEPT
    assert "on the clipboard" in outcome.message


def test_a_window_that_comes_to_the_front_at_the_last_moment_gets_nothing(
    connect, program, taken, former, paste
):
    """While the clipboard is being read, the person may click elsewhere."""
    others = []
    former.x.event_came.connect(lambda _: others.append(Program(connect())) if not others else None)
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.FOCUS_CHANGED
    assert (program.pasted, others[0].pasted) == ([], [])


def test_a_window_that_comes_to_the_front_while_the_selection_is_looked_at_gets_nothing(
    connect, program, taken, former, paste
):
    others = []
    program.x.event_came.connect(
        lambda event: (
            others.append(Program(connect()))
            if type(event).__name__ == "SelectionRequestEvent" and not others
            else None
        )
    )
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.FOCUS_CHANGED
    assert (program.pasted, others[0].pasted) == ([], [])


def test_a_window_that_is_gone_gets_nothing(program, taken, former, paste):
    program.x.close()
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.WINDOW_GONE
    assert on_clipboard()["text/plain"] == b"I have it."
    assert dict(outcome.former.formats) == KEPT


def test_a_window_that_is_gone_is_told_of_where_another_one_has_come_to_the_front(
    connect, program, taken, former, paste
):
    other = Program(connect())
    program.x.core.DestroyWindow(program.window, is_checked=True).check()
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.WINDOW_GONE
    assert other.pasted == []
    assert on_clipboard()["text/plain"] == b"I have it."


def test_a_program_that_dies_instead_of_reading_is_noticed_at_once(
    program, taken, former, paste, monkeypatch
):
    monkeypatch.setattr(pasting, "READ_MS", 60_000)
    program.x.event_came.connect(
        lambda event: program.x.close() if type(event).__name__ == "KeyPressEvent" else None
    )
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.WINDOW_GONE
    assert outcome.on_clipboard
    assert on_clipboard()["text/plain"] == b"I have it."


def test_a_program_that_does_not_read_leaves_the_text_on_the_clipboard(
    program, taken, former, paste, monkeypatch
):
    monkeypatch.setattr(pasting, "READ_MS", 100)
    program.reads = False
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.NOT_READ
    assert on_clipboard()["text/plain"] == b"I have it."
    assert dict(outcome.former.formats) == KEPT


def test_a_clipboard_history_is_not_taken_for_the_program(
    connect, program, taken, former, paste, monkeypatch, qtbot
):
    monkeypatch.setattr(pasting, "READ_MS", 400)
    program.reads = False
    history = Program(connect())
    program.activate()
    seen = []

    def look():
        from app.desktop.x11.reader import SelectionReader

        history.readers.append(SelectionReader(history.x, "CLIPBOARD", seen.append))
        history.readers[-1].start()

    program.x.event_came.connect(
        lambda event: look() if type(event).__name__ == "KeyPressEvent" else None
    )
    outcome = paste(taken, "I have it.")
    assert "I have it." in [content.text for content in seen]
    assert outcome.problem is PutBackProblem.NOT_READ


def test_the_paste_asks_clipboard_histories_to_leave_it_out(
    program, taken, former, paste, monkeypatch
):
    # Every format is read here, one after the other, however slow the machine is.
    monkeypatch.setattr(pasting, "SETTLE_MS", 1_000)
    seen = []
    program.reads = False

    def look(event):
        from app.desktop.x11.reader import SelectionReader

        if type(event).__name__ == "KeyPressEvent" and not program.readers:
            program.readers.append(SelectionReader(program.x, "CLIPBOARD", seen.append))
            program.readers[-1].start()

    program.x.event_came.connect(look)
    assert paste(taken, "I have it.").pasted
    assert dict(seen[0].targets)["x-kde-passwordManagerHint"] == b"secret"


def test_a_changed_selection_is_not_replaced(program, taken, former, paste):
    program.select("something else")
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.SELECTION_CHANGED
    assert program.pasted == []
    assert on_clipboard()["text/plain"] == b"I have it."


def test_a_selection_that_is_no_more_is_not_replaced(program, taken, former, paste):
    program.x.core.SetSelectionOwner(0, program.x.atom("PRIMARY"), 0, is_checked=True).check()
    assert paste(taken, "I have it.").problem is PutBackProblem.SELECTION_CHANGED
    assert program.pasted == []


def test_a_clipboard_that_cannot_be_kept_is_not_touched(
    connect, program, taken, paste, monkeypatch
):
    monkeypatch.setattr(reader.SelectionReader.__init__, "__defaults__", (None, 50, 1000))
    owner = Program(connect()).own("CLIPBOARD", FORMER, silent_at="image/png")
    program.activate()
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.CLIPBOARD_IN_USE
    assert not outcome.on_clipboard
    assert "copy it before you close" in outcome.message
    assert program.pasted == []
    assert on_clipboard() == {}
    found = program.x.core.GetSelectionOwner(program.x.atom("CLIPBOARD")).reply().owner
    assert found == owner.window


def test_of_a_clipboard_whose_owner_dies_stays_what_it_gave(
    connect, program, taken, paste, monkeypatch
):
    monkeypatch.setattr(reader.SelectionReader.__init__, "__defaults__", (None, 300, 10_000))
    other = Program(connect())
    owner = other.own("CLIPBOARD", FORMER, silent_at="image/png")
    program.activate()
    other.x.event_came.connect(lambda _: other.x.close() if "image/png" in owner.asked else None)
    outcome = paste(taken, "I have it.")
    assert outcome.pasted
    assert program.pasted == ["I have it."]
    assert on_clipboard() == {"text/plain": b"former", "text/html": b"<i>former</i>"}
    assert outcome.missing == ("image/png", "text/uri-list", "application/x-own")


def test_a_clipboard_that_cannot_be_taken_is_told_and_nothing_is_pasted(
    program, taken, former, paste, monkeypatch
):
    monkeypatch.setattr(pasting.TextOffer, "hold", lambda self, text: False)
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.CLIPBOARD_IN_USE
    assert not outcome.on_clipboard
    assert program.pasted == []
    x = program.x
    assert x.ask(x.core.GetSelectionOwner(x.atom("CLIPBOARD"))).owner == former.window


def test_what_another_program_copies_meanwhile_stays(connect, program, taken, former, paste):
    """The person's newer copy wins over the older one that we keep."""
    other = Program(connect())
    program.activate()
    program.x.event_came.connect(
        lambda event: (
            other.own("CLIPBOARD", {"UTF8_STRING": b"newer"})
            if type(event).__name__ == "SelectionNotifyEvent" and not other.owners
            else None
        )
    )
    outcome = paste(taken, "I have it.")
    assert outcome.pasted or outcome.problem is PutBackProblem.NOT_READ
    assert on_clipboard() == {}
    found = program.x.core.GetSelectionOwner(program.x.atom("CLIPBOARD")).reply().owner
    assert found == other.owners[0].window


def test_the_focus_is_awaited_while_our_own_window_goes(connect, program, taken, former, paste):
    ours = Program(connect())
    ours.set_property(ours.window, "_NET_WM_PID", "CARDINAL", 32, os.getpid().to_bytes(4, "little"))
    outcome = paste(taken, "I have it.", lambda _: QTimer.singleShot(50, program.activate))
    assert outcome.pasted
    assert program.pasted == ["I have it."]
    assert ours.pasted == []


def test_the_window_manager_is_asked_for_the_focus_that_nobody_has(
    connect, program, taken, former, paste
):
    manager = connect()
    manager.watch(manager.root, xcffib.xproto.EventMask.SubstructureNotify)
    asked = []

    def on_event(event):
        if isinstance(event, xcffib.xproto.ClientMessageEvent):
            asked.append((event.window, manager.atom_name(event.type)))
            program.activate()

    manager.event_came.connect(on_event)
    manager.flush()
    program.tell_active(0)
    assert paste(taken, "I have it.").pasted
    assert asked == [(program.window, "_NET_ACTIVE_WINDOW")]


def test_the_window_manager_may_choose_another_window_before_it_is_asked(
    connect, program, taken, former, paste, monkeypatch
):
    monkeypatch.setattr(pasting, "YIELD_MS", 60_000)
    manager = connect()
    manager.watch(manager.root, xcffib.xproto.EventMask.SubstructureNotify)
    asked = []
    manager.event_came.connect(
        lambda event: (
            asked.append(event) if isinstance(event, xcffib.xproto.ClientMessageEvent) else None
        )
    )
    manager.flush()
    others = []
    program.tell_active(0)
    outcome = paste(
        taken,
        "I have it.",
        lambda _: QTimer.singleShot(50, lambda: others.append(Program(connect()))),
    )
    assert outcome.problem is PutBackProblem.FOCUS_CHANGED
    assert (program.pasted, others[0].pasted, asked) == ([], [], [])


def test_a_focus_that_does_not_come_back_ends_the_waiting(
    program, taken, former, paste, monkeypatch
):
    monkeypatch.setattr(pasting, "FOCUS_MS", 50)
    program.tell_active(0)
    program.x.core.SetInputFocus(0, 1, 0, is_checked=True).check()
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.FOCUS_CHANGED
    assert program.pasted == []


def test_a_text_too_large_for_a_paste_goes_on_the_clipboard(program, taken, former, paste):
    text = "x" * (LARGEST_TEXT + 1)
    outcome = paste(taken, text)
    assert outcome.problem is PutBackProblem.TOO_LARGE
    assert on_clipboard()["text/plain"] == text.encode()


def test_the_largest_text_is_pasted(program, taken, former, paste):
    text = "ä" * (LARGEST_TEXT // 2)
    assert paste(taken, text).pasted
    assert program.pasted == [text]


def test_what_cannot_be_put_back_goes_on_the_clipboard(program, former, paste):
    taken = TakenSelection(
        "I has it.", X11Source(program.window, 1), PutBackProblem.PASTES_OTHERWISE
    )
    outcome = paste(taken, "I have it.")
    assert outcome.problem is PutBackProblem.PASTES_OTHERWISE
    assert program.pasted == []
    assert on_clipboard()["text/plain"] == b"I have it."


def test_a_stopped_run_puts_the_clipboard_back(program, taken, former, desk, qtbot):
    program.reads = False
    running = PasteRun(desk, taken, "I have it.", lambda _: pytest.fail("it answered"))
    running.start()
    came = []
    program.x.event_came.connect(came.append)
    qtbot.waitUntil(lambda: any(type(event).__name__ == "KeyPressEvent" for event in came))
    running.stop()
    assert on_clipboard() == KEPT
    # Under the tests' platform nobody else owns the X clipboard then.
    x = program.x
    assert x.ask(x.core.GetSelectionOwner(x.atom("CLIPBOARD"))).owner == 0


def test_a_text_from_nowhere_goes_on_the_clipboard(program, former, paste):
    outcome = paste(TakenSelection("I has it.", X11Source(0, 0)), "I have it.")
    assert outcome.problem is PutBackProblem.NOT_IN_FRONT_WINDOW
    assert outcome.on_clipboard
    assert program.pasted == []
    assert on_clipboard()["text/plain"] == b"I have it."
