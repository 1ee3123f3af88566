import pytest
from PySide6.QtGui import QTextCursor

from app.editor.accepting import replace_issues, stands


@pytest.fixture
def checked(bench):
    bench.write("😀 He go home. She go home.")
    bench.check()
    return bench


def accept_first(bench, caret=0):
    return replace_issues(bench.document, list(bench.desk.all_shown())[:1], caret)


def test_accepting_touches_nothing_else(checked):
    accept_first(checked)
    assert checked.text == "😀 He goes home. She go home."


def test_accepting_is_one_undo_step(checked):
    accept_first(checked)
    checked.editor.undo()
    assert checked.text == "😀 He go home. She go home."
    assert not checked.document.isUndoAvailable()


def test_accepting_several_is_one_undo_step_too(checked):
    replace_issues(checked.document, checked.desk.all_shown(), 0)
    assert checked.text == "😀 He goes home. She goes home."
    checked.editor.undo()
    assert checked.text == "😀 He go home. She go home."


@pytest.mark.parametrize("count", [1, 2])
def test_undoing_brings_the_caret_back_to_where_it_was(checked, count):
    checked.caret(20)
    replace_issues(checked.document, list(checked.desk.all_shown())[:count], 20)
    checked.editor.undo()
    assert checked.editor.textCursor().position() == 20


def test_text_that_has_changed_since_is_refused(checked):
    placed = list(checked.desk.all_shown())[:1]
    cursor = QTextCursor(checked.document)
    cursor.setPosition(7)
    cursor.insertText("t")
    assert not stands(*placed[0])
    assert replace_issues(checked.document, placed, 5) == (0, 5)
    assert checked.text == "😀 He gto home. She go home."


def test_an_insertion_is_refused_when_its_word_has_changed(bench):
    bench.write("However we left.")
    bench.check()
    placed = list(bench.desk.all_shown())
    assert stands(*placed[0])
    cursor = QTextCursor(bench.document)
    cursor.setPosition(0)
    cursor.insertText("Yes. ")
    assert not stands(*placed[0])


@pytest.mark.parametrize(
    ("caret", "expected"),
    [
        (0, 0),  # before: stays
        (6, 6),  # at the start of the word: stays there
        (7, 10),  # inside the word: behind the replacement
        (8, 10),  # at its end: stays at the end
        (20, 22),  # behind: moves with the text
    ],
)
def test_the_caret_goes_where_the_writer_expects_it(checked, caret, expected):
    assert accept_first(checked, caret)[1] == expected


def test_a_caret_at_a_missing_comma_ends_up_behind_it(bench):
    bench.write("However we left.")
    bench.check()
    assert accept_first(bench, caret=7) == (1, 8)
    assert bench.text == "However, we left."
