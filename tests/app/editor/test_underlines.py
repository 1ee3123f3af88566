import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from app.editor.underlines import ISSUE_PROPERTY, LINES
from model.edits import Category


def marked(bench):
    return [
        (selection.cursor.selectedText(), selection.format.property(ISSUE_PROPERTY))
        for selection in bench.editor.extraSelections()
    ]


def drawn(bench):
    bench.underlines.refresh()
    return [text for text, _ in marked(bench)]


def test_each_category_has_its_own_line():
    assert set(LINES) == set(Category)
    assert len(set(LINES.values())) == len(Category)


def test_issues_are_marked_by_category(bench):
    bench.write("He go home. I recieve it. However we left. It is very unique.")
    bench.check()
    bench.underlines.refresh()
    assert marked(bench) == [
        ("go", "grammar"),
        ("recieve", "spelling"),
        ("However", "punctuation"),
        ("very unique", "style"),
    ]


def test_emoji_before_error_does_not_shift_the_underline(bench):
    bench.write("😀 He go home 😀. I recieve it.")
    bench.check()
    assert drawn(bench) == ["go", "recieve"]


def test_only_visible_paragraphs_are_drawn(bench):
    bench.write("\n".join("He go home." for _ in range(300)))
    bench.check()
    assert 5 < len(drawn(bench)) < 60
    assert len(bench.shown) == 300


def test_drawing_leaves_text_and_undo_alone(bench):
    bench.write("He go home.")
    changes = []
    bench.document.contentsChange.connect(lambda *change: changes.append(change))
    bench.check()
    drawn(bench)
    assert changes == []
    assert not bench.document.isUndoAvailable()
    assert not bench.document.isModified()


def test_the_word_being_typed_is_not_marked_until_the_caret_leaves(bench, qtbot):
    bench.editor.show()
    bench.editor.setFocus()
    qtbot.waitUntil(bench.editor.hasFocus)
    QTest.keyClicks(bench.editor, "I recieve")
    bench.check()
    assert drawn(bench) == []
    QTest.keyClicks(bench.editor, " it")
    bench.check()
    assert drawn(bench) == ["recieve"]


def test_moving_the_caret_into_a_word_does_not_hide_its_mark(bench, qtbot):
    bench.editor.show()
    bench.editor.setFocus()
    qtbot.waitUntil(bench.editor.hasFocus)
    bench.write("I recieve it.")
    bench.check()
    bench.caret(4)
    assert drawn(bench) == ["recieve"]


@pytest.mark.parametrize("category", list(Category))
def test_marks_are_underlines(bench, category):
    bench.write("He go home. I recieve it. However we left. It is very unique.")
    bench.check()
    bench.underlines.refresh()
    styles = {
        selection.format.property(ISSUE_PROPERTY): selection.format.underlineStyle()
        for selection in bench.editor.extraSelections()
    }
    assert styles[category.value] == LINES[category]
    assert styles[category.value] != QTextCharFormat.UnderlineStyle.NoUnderline
