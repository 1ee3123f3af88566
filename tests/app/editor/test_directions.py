from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
ARABIC = "\u0645\u0631\u062d\u0628\u0627"


def edges(bench, number):
    """Return how far the text of a paragraph is from both sides of the column."""
    block = bench.document.findBlockByNumber(number)
    area = block.layout().lineAt(0).naturalTextRect()
    margin = bench.document.documentMargin()
    width = bench.editor.viewport().width() - 2 * margin
    return area.left() - margin, width - (area.right() - margin)


def test_each_paragraph_stands_on_the_side_of_its_first_letter(bench):
    bench.write(f"An English one.\n{HEBREW} and English\n{ARABIC}\n12 {HEBREW}\nEnd {HEBREW}.")
    bench.editor.show()
    for number in (0, 4):
        left, right = edges(bench, number)
        assert abs(left) < 1
        assert right > 100
    for number in (1, 2, 3):
        left, right = edges(bench, number)
        assert abs(right) < 1
        assert left > 100


def test_all_lines_of_a_long_paragraph_end_on_its_side_unstretched(bench):
    bench.write(" ".join([HEBREW] * 60))
    bench.editor.show()
    layout = bench.document.firstBlock().layout()
    rights = {round(layout.lineAt(k).naturalTextRect().right()) for k in range(layout.lineCount())}
    lefts = {round(layout.lineAt(k).naturalTextRect().left()) for k in range(layout.lineCount())}
    assert layout.lineCount() > 1
    assert len(rights) == 1
    assert len(lefts) > 1


def test_a_change_of_side_is_nothing_to_undo_or_to_save(bench):
    bench.write("word")
    bench.editor.show()
    bench.caret(0)
    bench.editor.insertPlainText(HEBREW)
    assert abs(edges(bench, 0)[1]) < 1
    assert bench.document.availableUndoSteps() == 1
    bench.editor.undo()
    assert abs(edges(bench, 0)[0]) < 1
    assert bench.text == "word"
    assert not bench.document.isModified()


def test_the_arrow_keys_move_the_caret_to_where_they_point(bench):
    bench.write(f"{HEBREW} {HEBREW}\nlatin letters")
    bench.editor.show()
    for number, begin in ((0, QTextCursor.MoveOperation.Start), (1, None)):
        cursor = QTextCursor(bench.document.findBlockByNumber(number))
        if begin is None:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        bench.editor.setTextCursor(cursor)
        before = bench.editor.cursorRect().x()
        key = Qt.Key.Key_Right if number else Qt.Key.Key_Left
        QTest.keyClick(bench.editor, key)
        after = bench.editor.cursorRect().x()
        assert (after > before) is bool(number)
        assert bench.editor.textCursor().positionInBlock() == 1


def test_a_mark_over_both_directions_has_a_piece_under_each_run(bench):
    text = f"abc {HEBREW} def"
    bench.write(text)
    bench.editor.show()
    block = bench.document.firstBlock()
    # The Latin letters and the first, rightmost, Hebrew one: between them the other three.
    pieces = list(bench.editor.lines_under(block, 0, 5))
    assert len(pieces) == 2
    assert pieces[0].x2() < pieces[1].x1()
    (whole,) = bench.editor.lines_under(block, 0, len(text))
    assert whole.length() > pieces[1].x2() - pieces[0].x1()


def test_a_word_is_underlined_from_its_first_letter_among_text_of_the_other_direction(bench):
    bench.write(f"{HEBREW} abc {HEBREW}\nabc")
    bench.editor.show()
    (among,) = bench.editor.lines_under(bench.document.firstBlock(), 5, 8)
    (alone,) = bench.editor.lines_under(bench.document.lastBlock(), 14, 17)
    assert abs(among.length() - alone.length()) < 0.01


def test_a_lone_tab_has_a_place(bench):
    bench.write("a\tb")
    bench.editor.show()
    (line,) = bench.editor.lines_under(bench.document.firstBlock(), 1, 2)
    assert line.length() > 5
