import io
import sys
import time

import pytest

from training.display import BarDisplay, Display, LineDisplay, choose_display

ROW = {
    "step": 20,
    "loss": 1.25,
    "gradient_norm": 0.5,
    "rate": 1e-3,
    "pairs_per_second": 30_000.0,
    "pairs": 2_000_000,
}


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def bar(seconds=None):
    display = BarDisplay(Terminal())
    display.begin(10, 110, seconds)
    return display


def test_a_terminal_gets_a_bar_and_a_log_file_gets_lines(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert isinstance(choose_display(first=True), BarDisplay)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert type(choose_display(first=True)) is LineDisplay
    assert type(choose_display(first=False)) is Display


def test_lines_tell_the_row(capsys):
    LineDisplay().show(ROW)
    printed = capsys.readouterr().out
    assert "step 20" in printed
    assert "loss 1.2500" in printed
    assert "30000 pairs/s" in printed


def test_the_bar_shows_loss_rate_and_time_left(clock):
    display = bar()
    for _ in range(20):
        display.advance()
    clock[0] = 40.0
    display.show(ROW)
    drawn = display._stream.getvalue()
    assert "loss 1.2500, 30000 pairs/s, 2:40 left" in drawn
    display.end()


def test_the_time_left_is_that_of_the_nearer_limit(clock):
    display = bar(seconds=100.0)
    clock[0] = 10.0
    display.advance()
    assert display.time_left() == "1:30"  # 99 more steps would take 16 minutes
    for _ in range(98):
        display.advance()
    assert display.time_left() == "0:00"
    display.end()


def test_hours_are_written_out(clock):
    display = bar(seconds=7384.0)
    assert display.time_left() == "2:03:04"
    display.end()


def test_before_the_first_step_nothing_is_known(clock):
    display = bar()
    assert display.time_left() == "?"
    display.end()


def test_sentences_stand_above_the_bar():
    display = bar()
    display.line("going on from step 10")
    assert "going on from step 10\n" in display._stream.getvalue()
    display.end()
