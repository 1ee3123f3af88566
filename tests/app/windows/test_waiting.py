import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from app.windows import waiting
from app.windows.waiting import GivenUpError, Waiting


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def gate(monkeypatch):
    """A step that ends when the gate is opened; nothing is done in a moment here."""
    monkeypatch.setattr(waiting, "QUICK_SECONDS", 0)
    return threading.Event()


def held(gate, result="done"):
    def step():
        assert gate.wait(30), "the test never opened the gate"
        return result

    return step


def test_a_quick_step_is_a_plain_call(window):
    wait, heard = Waiting(window), []
    wait.began.connect(heard.append)
    assert wait.open(lambda: 7, "Opening") == 7
    assert heard == []


def test_the_step_runs_in_another_thread(window):
    assert Waiting(window).save(threading.get_ident, "Saving") != threading.get_ident()


def test_the_window_lives_on_while_it_waits(window, gate):
    wait, heard = Waiting(window), []
    wait.began.connect(heard.append)
    QTimer.singleShot(0, window, gate.set)
    assert wait.save(held(gate), "Saving") == "done"
    assert heard == ["Saving"]
    assert window.findChildren(QProgressDialog) == []


def test_an_error_is_raised_where_the_step_was_asked_for(window, gate):
    def fail():
        gate.wait(30)
        raise OSError("no space")

    wait = Waiting(window)
    QTimer.singleShot(0, window, gate.set)
    with pytest.raises(OSError, match="no space"):
        wait.save(fail, "Saving")
    assert not wait.is_busy


def test_one_step_at_a_time(window, gate):
    wait, refused = Waiting(window), []

    def ask_again():
        assert wait.is_busy
        with pytest.raises(RuntimeError, match="one thing"):
            wait.save(lambda: None, "Saving")
        refused.append(True)
        gate.set()

    QTimer.singleShot(0, window, ask_again)
    wait.open(held(gate), "Opening")
    assert refused
    assert not wait.is_busy


def test_opening_can_be_given_up_and_its_end_disturbs_nobody(window, gate, monkeypatch):
    monkeypatch.setattr(waiting, "OPENING_MS", 1)
    wait = Waiting(window)
    ticking = QTimer(window, interval=1)
    ticking.timeout.connect(lambda: [button.click() for button in window.findChildren(QPushButton)])
    ticking.start()
    with pytest.raises(GivenUpError):
        wait.open(held(gate), "Opening")
    ticking.stop()
    other = threading.Event()
    QTimer.singleShot(0, window, gate.set)  # the first one ends while the second is waited for
    QTimer.singleShot(50, window, other.set)
    assert wait.open(held(other, "second"), "Opening") == "second"


def test_saving_cannot_be_given_up(window, gate, monkeypatch):
    monkeypatch.setattr(waiting, "SAVING_MS", 1)
    wait = Waiting(window)
    asked = []

    def close_and_open_the_gate():
        for dialog in window.findChildren(QProgressDialog):
            asked.append(dialog.isVisible())
            dialog.close()
        if len(asked) > 2:
            gate.set()

    ticking = QTimer(window, interval=1)
    ticking.timeout.connect(close_and_open_the_gate)
    ticking.start()
    assert wait.save(held(gate), "Saving") == "done"
    ticking.stop()
    assert all(asked)
