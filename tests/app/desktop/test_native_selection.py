"""The run of Windows and macOS, with a stand-in for the other program."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop import native_selection
from app.desktop.native_selection import NativeDesktop, NativeSelection
from app.desktop.outcomes import PutBackProblem, TakenSelection, TakeProblem


class Program:
    """The program in front and the system around it: keyboard, windows, clipboard's notices."""

    def __init__(self, clipboard):
        self.clipboard = clipboard
        self.window = "theirs"
        self.windows = {"theirs", "other", "ours"}
        self.selected = None
        self.pasted = []
        self.reads = True
        self.allowed = True
        self.brought = []
        self.on_change = None
        self.watched = 0

    # Keyboard
    def copy(self):
        if self.allowed and self.selected is not None:
            QTimer.singleShot(0, self._copy)
        return self.allowed

    def _copy(self):
        self.clipboard.setText(self.selected)
        if self.on_change is not None:
            self.on_change()

    def paste(self):
        if self.allowed and self.reads:
            QTimer.singleShot(0, lambda: self.pasted.append(self.clipboard.text()))
        return self.allowed

    # Front
    def current(self):
        return self.window

    def is_ours(self, window):
        return window == "ours"

    def exists(self, window):
        return window in self.windows

    def bring(self, window):
        self.brought.append(window)

    # Changes
    def watch(self, on_change):
        self.on_change = on_change
        self.watched += 1

    def stop(self):
        self.on_change = None


class History(QObject):
    """Looks at every new content as soon as it is there."""

    def __init__(self, clipboard):
        super().__init__()
        self.clipboard = clipboard
        self.seen = []
        clipboard.dataChanged.connect(self.look)

    def look(self):
        self.seen.append(self.clipboard.text())


@pytest.fixture
def clipboard(qapp):
    clipboard = QApplication.clipboard()
    made = QMimeData()
    made.setText("former")
    made.setData("application/x-own", b"\0\xff")
    clipboard.setMimeData(made)
    yield clipboard
    clipboard.clear()


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("app.desktop.clipboard._owns", lambda clipboard, mode: True)
    for name in ("COPY_MS", "READ_MS"):
        monkeypatch.setattr(native_selection, name, 100)
    for name in ("SETTLE_MS", "FOCUS_MS"):
        monkeypatch.setattr(native_selection, name, 10)


@pytest.fixture
def program(clipboard):
    return Program(clipboard)


@pytest.fixture
def access(program, clipboard):
    return NativeSelection(
        NativeDesktop(program, program, program, (("x-confidential", b"1"),)), clipboard
    )


@pytest.fixture
def take(access, qtbot):
    def run():
        answers = []
        access.take(answers.append)
        assert answers == []
        qtbot.waitUntil(lambda: bool(answers))
        (answer,) = answers
        return answer

    return run


@pytest.fixture
def put_back(access, qtbot):
    def run(text="I have it.", taken=None):
        answers = []
        access.put_back(taken or TakenSelection("I has it.", "theirs"), text, answers.append)
        assert answers == []
        qtbot.waitUntil(lambda: bool(answers))
        (answer,) = answers
        return answer

    return run


def is_former(clipboard):
    return (
        clipboard.text() == "former"
        and bytes(clipboard.mimeData().data("application/x-own").data()) == b"\0\xff"
    )


def test_the_selection_is_copied_and_the_clipboard_is_as_before(program, take, clipboard):
    program.selected = "I has it.\r\nTwo."
    taken = take()
    assert taken.text == "I has it.\nTwo."
    assert taken.source == "theirs"
    assert is_former(clipboard)


def test_nothing_selected_is_said_and_nobody_is_watched_for_ever(
    program, access, take, clipboard, qtbot
):
    access._late.setInterval(50)
    assert take().problem is TakeProblem.NOTHING_SELECTED
    qtbot.waitUntil(lambda: program.on_change is None)
    assert is_former(clipboard)


def test_what_a_program_copies_too_late_is_taken_off_the_clipboard(program, take, clipboard):
    take()
    program.window, program.selected = "ours", "I has it."
    program._copy()
    assert is_former(clipboard)
    assert program.on_change is None


def test_what_the_person_copies_later_stays(program, take, clipboard):
    take()
    program.selected = "I has it."
    program._copy()
    assert clipboard.text() == "I has it."


def test_a_later_taking_or_pasting_forgets_the_late_copying(program, access, take, put_back):
    take()
    assert access._late.isActive()
    put_back()
    assert not access._late.isActive()
    take()
    access.take(lambda _: None)
    assert not access._late.isActive()


def test_our_own_window_is_not_asked_to_copy(program, take):
    program.window, program.selected = "ours", "secret"
    assert take().problem is TakeProblem.NOTHING_SELECTED
    assert program.watched == 0


def test_a_system_that_forbids_keys_is_said(program, take, put_back, clipboard):
    program.allowed = False
    assert take().problem is TakeProblem.NOT_ALLOWED
    assert is_former(clipboard)
    outcome = put_back()
    assert outcome.problem is PutBackProblem.NOT_ALLOWED
    assert clipboard.text() == "I have it."
    assert outcome.former.text == "former"


def test_the_text_is_pasted_and_the_clipboard_is_as_before(program, put_back, clipboard):
    assert put_back().pasted
    assert program.pasted == ["I have it."]
    assert is_former(clipboard)


def test_the_paste_is_kept_out_of_the_clipboards_history(program, put_back, clipboard):
    seen = []

    def look():
        seen.append(bytes(clipboard.mimeData().data("x-confidential").data()))
        return True

    program.paste = look
    put_back()
    assert seen == [b"1"]


def test_a_program_that_does_not_read_leaves_the_text_on_the_clipboard(
    program, put_back, clipboard
):
    program.reads = False
    assert put_back().problem is PutBackProblem.NOT_READ
    assert clipboard.text() == "I have it."


def test_another_window_in_front_gets_nothing(program, put_back, clipboard):
    program.window = "other"
    assert put_back().problem is PutBackProblem.FOCUS_CHANGED
    assert program.pasted == []
    assert clipboard.text() == "I have it."


def test_a_window_that_is_gone_gets_nothing(program, put_back):
    program.window = "other"
    program.windows.remove("theirs")
    assert put_back().problem is PutBackProblem.WINDOW_GONE


def test_the_focus_is_awaited_while_our_own_window_goes(program, put_back):
    program.window = "ours"
    QTimer.singleShot(30, lambda: setattr(program, "window", "theirs"))
    assert put_back().pasted
    assert program.brought == ["theirs"]


@pytest.mark.parametrize("window", ["ours", None])
def test_a_focus_that_does_not_come_back_ends_the_waiting(program, put_back, window):
    program.window = window
    assert put_back().problem is PutBackProblem.FOCUS_CHANGED
    assert program.pasted == []


def test_what_cannot_be_put_back_goes_on_the_clipboard(program, put_back, clipboard):
    taken = TakenSelection("I has it.", "theirs", PutBackProblem.PASTES_OTHERWISE)
    assert put_back(taken=taken).problem is PutBackProblem.PASTES_OTHERWISE
    assert clipboard.text() == "I have it."


def test_a_reading_before_the_key_does_not_count(program, put_back, clipboard):
    """Clipboard histories look at once."""
    program.reads = False
    history = History(clipboard)
    assert put_back().problem is PutBackProblem.NOT_READ
    assert "I have it." in history.seen


def test_one_thing_at_a_time(program, access, qtbot):
    program.selected = "I has it."
    first, second, third = [], [], []
    access.take(first.append)
    access.take(second.append)
    access.put_back(TakenSelection("x", "theirs"), "y", third.append)
    qtbot.waitUntil(lambda: bool(first and second and third))
    assert first[0].problem is TakeProblem.OVERTAKEN
    assert second[0].text == "I has it."
    assert third[0].problem is PutBackProblem.BUSY
    access.put_back(TakenSelection("x", "theirs"), "y", first.append)
    access.take(second.append)
    qtbot.waitUntil(lambda: len(first) == len(second) == 2)
    assert second[1].problem is TakeProblem.BUSY
    assert first[1].pasted


def test_closing_in_the_middle_puts_the_clipboard_back(program, access, clipboard, qtbot):
    program.reads = False
    access.put_back(TakenSelection("x", "theirs"), "y", lambda _: pytest.fail("it answered"))
    assert clipboard.text() == "y"
    access.close()
    assert is_former(clipboard)
