import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.theme import DARK, LIGHT
from app.windows.issue_list import IssueList
from app.windows.issues_panel import IssuesPanel
from model.edits import Category


@pytest.fixture
def panel(bench, qtbot):
    made = IssuesPanel(IssueList(bench.desk, bench.editor), LIGHT)
    qtbot.addWidget(made)
    bench.write("He go home. I recieve it.\nHowever we left.")
    bench.check()
    made._issues.update_now()
    made.resize(330, 500)
    made.show()
    qtbot.waitUntil(lambda: made._title.text() == "3 suggestions")
    return made


def heard(signal):
    issues = []
    signal.connect(issues.append)
    return issues


def test_each_category_shows_its_count(panel):
    texts = {category: button.text() for category, button in panel._filters.items()}
    assert texts[Category.SPELLING].endswith("1")
    assert texts[Category.STYLE].endswith("0")


def test_a_category_can_be_hidden(panel):
    panel._filters[Category.GRAMMAR].click()
    assert panel._issues.rowCount() == 2


def test_a_click_jumps(panel):
    chosen = heard(panel.chosen)
    table = panel._list
    place = table.visualRect(panel._issues.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [issue.edit.original for issue in chosen] == ["recieve"]


def test_everything_is_reached_by_keyboard(panel):
    chosen, accepted = heard(panel.chosen), heard(panel.accept_wanted)
    dismissed = heard(panel.dismiss_wanted)
    table = panel._list
    table.setFocus()
    table.setCurrentIndex(panel._issues.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    for issues in (chosen, accepted, dismissed):
        assert [issue.edit.original for issue in issues] == ["recieve"]


def test_an_empty_list_says_why(bench, panel):
    panel.set_empty_text("All good.")
    bench.blocks.forget_issues()
    panel._issues.update_now()
    panel._issues._tell_counts()
    assert panel._title.text() == "0 suggestions"
    assert panel._stack.currentWidget().text() == "All good."
    assert not panel._accept_all.isEnabled()


def test_both_themes_can_be_drawn(panel):
    light = panel.grab().toImage()
    panel.set_colours(DARK)
    assert panel.grab().toImage() != light
