import pytest
from PySide6.QtGui import QAccessible

from app.editor import announcing
from app.theme import LIGHT
from app.windows import issues_panel
from app.windows.issue_list import IssueList
from app.windows.issues_panel import IssuesPanel


@pytest.fixture
def spoken(monkeypatch):
    """Listen as a screen reader would; Qt tells nobody else that it spoke."""
    heard = []

    class Listener:
        isActive = staticmethod(lambda: True)

        @staticmethod
        def updateAccessibility(event):
            heard.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Listener)
    return heard


def test_a_suggestion_that_is_gone_to_is_spoken(bench, spoken):
    bench.write("He go home.")
    bench.check()
    bench.editor.show()
    bench.keeper.go_to_next()
    (message,) = spoken
    assert "go → goes" in message
    assert "agree with its subject" in message


def test_the_number_of_suggestions_is_spoken_once_it_has_settled(bench, spoken, qtbot, monkeypatch):
    monkeypatch.setattr(issues_panel, "SPEAK_MS", 20)
    panel = IssuesPanel(IssueList(bench.desk), LIGHT)
    qtbot.addWidget(panel)
    qtbot.waitUntil(lambda: spoken == ["0 suggestions"])
    bench.write("He go home. I recieve teh wrod.")
    bench.check()
    qtbot.waitUntil(lambda: spoken[-1] == "4 suggestions")
    assert len(spoken) == 2


def test_without_a_screen_reader_nothing_is_said(bench, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    said = []
    monkeypatch.setattr(announcing, "QAccessibleAnnouncementEvent", lambda *a: said.append(a))
    announcing.announce(bench.editor, "Hello.")
    assert said == []


def names(interface):
    yield interface.text(QAccessible.Text.Name)
    for number in range(interface.childCount()):
        yield from names(interface.child(number))


def test_a_screen_reader_finds_the_text_the_list_and_the_card(bench, qtbot):
    issues = IssueList(bench.desk)
    panel = IssuesPanel(issues, LIGHT)
    qtbot.addWidget(panel)
    bench.write("He go home.")
    bench.check()
    issues.update_now()
    bench.editor.show()
    panel.show()
    bench.keeper.go_to_next()
    text = QAccessible.queryAccessibleInterface(bench.editor)
    assert text.role() == QAccessible.Role.EditableText
    assert text.textInterface().text(0, 11) == "He go home."
    listed = list(names(QAccessible.queryAccessibleInterface(panel)))
    assert "Grammar: go → goes. The verb must agree with its subject: “goes”." in listed
    card = list(names(QAccessible.queryAccessibleInterface(bench.card)))
    assert {"Accept", "Dismiss", "More choices for this suggestion"} <= set(card)
    assert "go → goes" in card[0]
