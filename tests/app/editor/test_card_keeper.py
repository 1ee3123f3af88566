from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.editor import suggestions
from app.editor.suggestions import change_as_html
from app.theme import LIGHT


@pytest.fixture
def desk(bench, qtbot):
    bench.editor.show()
    bench.editor.setFocus()
    qtbot.waitUntil(bench.editor.hasFocus)
    bench.write("He go home. I recieve teh wrod.\nFine.\nHowever we left.")
    bench.check()
    bench.underlines.refresh()
    return bench


def point_of(bench, position):
    cursor = bench.editor.textCursor()
    cursor.setPosition(position)
    return bench.editor.cursorRect(cursor).center()


def shown(bench):
    return None if bench.card.issue is None else bench.card.issue.edit.original


def test_next_shows_the_card_and_moves_the_caret(desk):
    desk.keeper.go_to_next()
    assert shown(desk) == "go"
    assert desk.editor.textCursor().position() == 3
    assert desk.editor.hasFocus()


def test_previous_goes_back(desk):
    desk.caret(20)
    desk.keeper.go_to_previous()
    assert shown(desk) == "recieve"


def test_accept_from_the_keyboard_takes_the_shown_one_and_closes_the_card(desk):
    desk.keeper.go_to_next()
    desk.keeper.accept_current()
    assert desk.text.startswith("He goes home.")
    assert shown(desk) is None
    assert desk.editor.textCursor().position() == 3


def test_without_an_issue_accept_does_nothing(desk):
    desk.caret(9)
    desk.keeper.accept_current()
    assert desk.text.startswith("He go home.")


def test_the_caret_in_an_issue_is_enough_to_accept(desk):
    desk.caret(4)
    desk.keeper.accept_current()
    assert desk.text.startswith("He goes home.")
    assert desk.editor.textCursor().position() == 7


def test_the_key_opens_the_card_with_the_keyboard_in_it(desk, qtbot):
    desk.caret(4)
    desk.keeper.show_at_caret()
    qtbot.waitUntil(desk.card._accept.hasFocus)
    QTest.keyClick(desk.card._accept, Qt.Key.Key_Space)
    assert desk.text.startswith("He goes home.")
    qtbot.waitUntil(desk.editor.hasFocus)


def test_escape_closes_the_card_and_goes_back_to_the_text(desk, qtbot):
    desk.caret(4)
    desk.keeper.show_at_caret()
    QTest.keyClick(desk.card._accept, Qt.Key.Key_Escape)
    assert shown(desk) is None
    qtbot.waitUntil(desk.editor.hasFocus)
    assert desk.text.startswith("He go home.")


def test_escape_in_the_text_closes_a_card_without_the_keyboard(desk):
    desk.keeper.go_to_next()
    QTest.keyClick(desk.editor, Qt.Key.Key_Escape)
    assert shown(desk) is None


def test_a_click_on_a_marked_word_opens_its_card(desk):
    QTest.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=point_of(desk, 4))
    assert shown(desk) == "go"


def test_a_click_elsewhere_closes_the_card(desk):
    desk.keeper.go_to_next()
    QTest.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=point_of(desk, 34))
    assert shown(desk) is None


def test_resting_the_mouse_on_a_word_opens_its_card_and_leaving_closes_it(desk, qtbot):
    desk.editor.pointed.emit(4)
    qtbot.waitUntil(lambda: shown(desk) == "go")
    desk.editor.pointed.emit(None)
    qtbot.waitUntil(lambda: shown(desk) is None)


def test_the_card_stays_while_the_mouse_is_on_it(desk, qtbot):
    desk.editor.pointed.emit(4)
    qtbot.waitUntil(lambda: shown(desk) == "go")
    desk.editor.pointed.emit(None)
    desk.card.mouse_entered.emit()
    assert not desk.keeper._leave_timer.isActive()


def test_beside_the_text_nothing_is_pointed_at(desk):
    assert desk.editor.position_at(QPoint(10, desk.editor.viewport().height() - 5)) is None


def test_changing_the_text_under_the_card_closes_it(desk):
    desk.keeper.go_to_next()
    desk.caret(4)
    desk.editor.insertPlainText("x")
    assert shown(desk) is None


def test_a_dismissed_issue_is_gone(desk):
    desk.keeper.go_to_next()
    desk.keeper.dismiss_current()
    assert "go" not in desk.shown
    assert desk.text.startswith("He go home.")


def test_all_of_a_sentence_are_accepted_as_one_step(desk):
    desk.caret(16)
    desk.keeper.accept_sentence()
    assert desk.text.startswith("He go home. I receive the word.")
    desk.editor.undo()
    assert desk.text.startswith("He go home. I recieve teh wrod.")


def test_all_of_the_document_are_accepted_as_one_step(desk):
    counts = []
    desk.keeper.accepted_many.connect(counts.append)
    desk.keeper.accept_all()
    assert desk.text == "He goes home. I receive the word.\nFine.\nHowever, we left."
    assert counts == [5]
    desk.editor.undo()
    assert desk.text == "He go home. I recieve teh wrod.\nFine.\nHowever we left."


def test_an_issue_off_the_screen_is_scrolled_to(bench, qtbot):
    bench.editor.show()
    bench.write("Fine.\n" * 400 + "He go home.")
    bench.check()
    bench.keeper.go_to_next()
    assert bench.editor.viewport().rect().contains(bench.editor.cursorRect().center())
    assert bench.card.isVisible()


def test_the_card_stays_inside_the_editor(bench, qtbot):
    bench.editor.show()
    bench.write("Fine. " * 300 + "He go home.")
    bench.check()
    bench.editor.resize(500, 300)
    bench.keeper.go_to_next()
    assert bench.editor.rect().contains(bench.card.geometry())


def test_screen_readers_hear_the_whole_suggestion(desk):
    desk.keeper.go_to_next()
    name = desk.card.accessibleName()
    assert "go → goes" in name
    assert "agree with its subject" in name
    assert "90 % sure" in name


def test_the_card_follows_its_word_when_lines_break_elsewhere(bench, qtbot):
    bench.write("Some words before it and then one that is a wrod to mend.")
    bench.check()
    bench.editor.show()
    bench.keeper.go_to_next()
    before = bench.card.pos()
    font = bench.editor.font()
    font.setPointSize(30)
    bench.editor.set_writing_font(font)
    qtbot.waitUntil(lambda: bench.card.pos() != before)
    word = bench.keeper._word_rectangle(bench.document.firstBlock(), bench.issues[0])
    assert not bench.card.geometry().intersects(word)
    assert bench.editor.rect().contains(bench.card.geometry())


def test_a_very_long_word_leaves_the_buttons_on_the_card(desk):
    word = "long" * 90
    edit = replace(desk.issues[0].edit, original=word, replacement=f"{word}s")
    desk.card.show_issue(replace(desk.issues[0], edit=edit), QRect(10, 10, 50, 20), False)
    assert desk.card.width() < 400
    assert desk.card.height() < 500
    assert "\u2026" in change_as_html(desk.card.issue, LIGHT)


def test_every_label_of_the_card_has_the_room_it_needs(desk, monkeypatch):
    longer = "the name of a rule that takes two lines, as it may in other languages"
    monkeypatch.setattr(suggestions, "rule_title", lambda _: longer)
    for replacement in ("short", "several words " * 9, "short"):
        edit = replace(desk.issues[0].edit, replacement=replacement)
        issue = replace(desk.issues[0], edit=edit)
        desk.card.show_issue(issue, QRect(10, 10, 50, 20), take_keyboard=False)
        for label in desk.card.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())


def test_only_words_that_may_be_right_can_be_added_to_the_dictionary(desk):
    desk.caret(4)
    desk.keeper.show_at_caret()
    assert shown(desk) == "go"
    assert not desk.card._add_word.isVisible()
    desk.caret(16)
    desk.keeper.show_at_caret()
    assert desk.card._add_word.isVisible()
    assert desk.card._add_word.text() == "Add “recieve” to the dictionary"
