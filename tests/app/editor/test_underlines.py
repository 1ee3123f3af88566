import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.editor.underlines import ISSUE_PROPERTY
from app.theme import LIGHT
from model.edits import Category


def marked(bench):
    return [
        (selection.cursor.selectedText(), selection.format.property(ISSUE_PROPERTY))
        for selection in bench.editor.extraSelections()
    ]


def drawn(bench):
    bench.underlines.refresh()
    return [text for text, _ in marked(bench)]


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
def test_marks_are_drawn_in_the_colour_of_their_category(bench, category):
    bench.write("He go home. I recieve it. However we left. It is very unique.")
    bench.check()
    bench.editor.show()
    bench.underlines.refresh()
    picture = bench.editor.grab().toImage()
    wanted = QColor(LIGHT.categories[category])
    found = sum(
        is_near(picture.pixelColor(x, y), wanted)
        for x in range(picture.width())
        for y in range(min(60, picture.height()))
    )
    assert found > 5


def is_near(one, other):
    """Round ends are softened, so hardly a pixel of a dot has the full colour."""
    return all(abs(a - b) < 50 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_a_mark_that_wraps_is_drawn_on_both_lines(bench):
    bench.write("word " * 60)
    bench.editor.resize(400, 300)
    bench.editor.show()
    lines = list(bench.editor.lines_under(bench.document.firstBlock(), 0, 100))
    assert len(lines) > 1
    assert len({line.y1() for line in lines}) == len(lines)
    assert all(line.x1() < line.x2() for line in lines)
