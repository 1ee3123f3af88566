import pytest
from PySide6.QtWidgets import QApplication

from app.desktop.clipboard_only import ClipboardOnly
from app.desktop.outcomes import PutBackProblem, TakenSelection, TakeProblem
from app.desktop.platforms import DesktopPlatform
from app.desktop.selection import selection_access


@pytest.fixture
def clipboard(qapp, monkeypatch):
    monkeypatch.setattr("app.desktop.clipboard._owns", lambda clipboard, mode: True)
    clipboard = QApplication.clipboard()
    clipboard.setText("former")
    yield clipboard
    clipboard.clear()


@pytest.mark.parametrize("platform", [DesktopPlatform.WAYLAND, DesktopPlatform.OTHER])
def test_where_programs_cannot_be_reached_there_is_the_clipboard(clipboard, platform):
    assert isinstance(selection_access(platform, clipboard), ClipboardOnly)


def test_an_x_server_that_is_not_there_leaves_the_clipboard(clipboard, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    assert isinstance(selection_access(DesktopPlatform.X11, clipboard), ClipboardOnly)


def test_taking_says_what_to_do_instead(clipboard, qtbot):
    answers = []
    ClipboardOnly(clipboard).take(answers.append)
    access = ClipboardOnly(clipboard)
    access.take(answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].problem is TakeProblem.CLIPBOARD_ONLY
    assert "Copy the text" in answers[0].message
    access.close()


def test_the_text_goes_on_the_clipboard_and_the_former_content_can_be_had_back(clipboard, qtbot):
    answers = []
    access = ClipboardOnly(clipboard)
    access.put_back(TakenSelection("x"), "corrected", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    (outcome,) = answers
    assert outcome.problem is PutBackProblem.CLIPBOARD_ONLY
    assert outcome.on_clipboard
    assert clipboard.text() == "corrected"
    assert outcome.former.restore(clipboard)
    assert clipboard.text() == "former"
