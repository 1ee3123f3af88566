import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.windows.find_bar import FindBar


@pytest.fixture
def bar(bench, qtbot):
    bench.write("One fish, two Fish.\nRed fish.")
    made = FindBar(bench.editor)
    qtbot.addWidget(made)
    made.open_bar()
    return made


def found(bench):
    cursor = bench.editor.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_typing_finds_the_first_place(bench, bar):
    bar._wanted.setText("fish")
    assert found(bench) == (4, "fish")


def test_enter_goes_on_and_round(bench, bar):
    bar._wanted.setText("fish")
    places = []
    for _ in range(3):
        QTest.keyClick(bar, Qt.Key.Key_Return)
        places.append(found(bench)[0])
    assert places == [14, 24, 4]


def test_shift_enter_goes_back(bench, bar):
    bar._wanted.setText("fish")
    QTest.keyClick(bar, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert found(bench)[0] == 24


def test_case_can_matter(bench, bar):
    bar._case.setChecked(True)
    bar._wanted.setText("Fish")
    assert found(bench) == (14, "Fish")


def test_what_is_not_there_is_said(bench, bar):
    bar._wanted.setText("bird")
    assert bar._answer.text() == "Not found"


def test_replace_all_is_one_undo_step(bench, bar):
    bar._wanted.setText("fish")
    bar._replacement.setText("cat")
    assert bar.replace_all() == 3
    assert bench.text == "One cat, two cat.\nRed cat."
    bench.editor.undo()
    assert bench.text == "One fish, two Fish.\nRed fish."


def test_undoing_a_replacement_of_all_goes_back_to_where_the_writer_was(bench, bar):
    bar._wanted.setText("fish")
    bar._replacement.setText("cat")
    bench.caret(12)
    bar.replace_all()
    bench.editor.undo()
    assert bench.editor.textCursor().position() == 12


def test_replacing_with_something_that_contains_it_ends(bench, bar):
    bar._wanted.setText("fish")
    bar._replacement.setText("fish and fish")
    assert bar.replace_all() == 3


def test_replace_goes_one_by_one(bench, bar):
    bar._wanted.setText("fish")
    bar._replacement.setText("cat")
    bar.replace()
    assert bench.text == "One cat, two Fish.\nRed fish."
    assert found(bench)[1] == "Fish"


def test_escape_goes_back_to_the_text(bench, bar, qtbot):
    bench.editor.show()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
