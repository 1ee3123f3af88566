from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFont, QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest

from app.editor.editor import COLUMN_CHARACTERS


def test_odd_characters_come_back_as_they_went_in(bench):
    text = "a\u00a0b\u2028c\td\u200be\u0301\n\n😀 שלום  \n"
    bench.write(text)
    assert bench.text == text


def test_a_new_text_has_nothing_to_undo(bench):
    bench.write("One.")
    bench.editor.insertPlainText("x")
    bench.write("Two.")
    assert not bench.document.isUndoAvailable()
    assert not bench.document.isModified()


def test_the_column_is_centred_and_readable_in_a_wide_window(bench):
    bench.editor.resize(2000, 600)
    bench.editor.show()
    letters = (
        bench.editor.viewport().width() / QFontMetricsF(bench.editor.font()).averageCharWidth()
    )
    assert COLUMN_CHARACTERS - 2 < letters < COLUMN_CHARACTERS + 2
    left = bench.editor.viewport().mapTo(bench.editor, QPoint(0, 0)).x()
    right = bench.editor.width() - left - bench.editor.viewport().width()
    assert abs(left - right) < 20


def test_a_narrow_window_leaves_no_wide_margins(bench):
    bench.editor.resize(300, 400)
    bench.editor.show()
    assert bench.editor.viewport().width() > 230


def x_of(bench, position):
    cursor = bench.editor.textCursor()
    cursor.setPosition(position)
    return bench.editor.cursorRect(cursor).x()


def test_hebrew_runs_from_the_right_and_english_from_the_left(bench):
    bench.write("שלום עולם\nHello world")
    bench.editor.show()
    assert x_of(bench, 0) > x_of(bench, 4) > x_of(bench, 9)
    assert x_of(bench, 10) < x_of(bench, 14) < x_of(bench, 20)


def test_a_mark_in_text_from_the_right_lies_under_its_word(bench):
    bench.write("שלום עולם wrod")
    bench.editor.show()
    (first,) = bench.editor.lines_under(bench.document.firstBlock(), 0, 4)
    (last,) = bench.editor.lines_under(bench.document.firstBlock(), 10, 14)
    assert last.x1() < last.x2() < first.x1() < first.x2()


def drop(bench, mime):
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    bench.editor.dropEvent(event)


def test_dropped_files_are_told_and_not_pasted(bench, tmp_path):
    bench.write("Text.")
    dropped = []
    bench.editor.files_dropped.connect(dropped.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    drop(bench, mime)
    assert [[Path(path).name for path in paths] for paths in dropped] == [["a.txt"]]
    assert bench.text == "Text."


def test_dropped_text_is_put_in(bench):
    bench.write("")
    mime = QMimeData()
    mime.setText("dropped")
    drop(bench, mime)
    assert bench.text == "dropped"


def test_pasted_markup_arrives_as_plain_text(bench):
    mime = QMimeData()
    mime.setHtml("<b>bold</b> words")
    mime.setText("bold words")
    bench.editor.insertFromMimeData(mime)
    assert bench.text == "bold words"


@pytest.mark.parametrize(("delta", "step"), [(120, 1), (-120, -1)])
def test_ctrl_and_wheel_zoom(bench, delta, step):
    steps = []
    bench.editor.zoomed.connect(steps.append)
    bench.editor.wheelEvent(
        QWheelEvent(
            QPointF(10, 10),
            QPointF(10, 10),
            QPoint(0, 0),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert steps == [step]


def test_typing_is_known_from_moving_about(bench, qtbot):
    bench.editor.show()
    bench.editor.setFocus()
    qtbot.waitUntil(bench.editor.hasFocus)
    QTest.keyClicks(bench.editor, "word")
    assert bench.editor.caret_being_typed_at() == 4
    QTest.keyClick(bench.editor, Qt.Key.Key_Left)
    assert bench.editor.caret_being_typed_at() is None


def test_another_font_keeps_the_column(bench):
    bench.editor.resize(2000, 600)
    bench.editor.show()
    font = QFont(bench.editor.font())
    font.setPointSizeF(24)
    before = bench.editor.viewport().width()
    bench.editor.set_writing_font(font)
    assert bench.editor.viewport().width() > before


def test_only_paragraphs_on_the_screen_are_visible(bench):
    bench.write("\n".join(f"Number {n}." for n in range(300)))
    bench.editor.show()
    bench.editor.verticalScrollBar().setValue(100)
    numbers = [block.blockNumber() for block in bench.editor.visible_blocks()]
    assert numbers[0] == 100
    assert 10 < len(numbers) < 80
