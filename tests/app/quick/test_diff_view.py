import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.quick.diff_view import DiffView
from app.theme import DARK, LIGHT
from tests.app.quick.texts import proposal


@pytest.fixture
def view(qtbot):
    made = DiffView(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.show_proposal(proposal())
    return made


def words(view):
    return view.toPlainText().replace("\u2009", " ")


def test_both_sides_of_a_change_are_shown(view):
    assert "I recieve receive it. However, we wait. He go goes home" in words(view)


def test_a_rejected_change_shows_what_stands(view):
    view.show_proposal(proposal().with_change(0, False))
    assert words(view).startswith("I recieve it.")


def test_a_rejected_insertion_keeps_a_place_to_bring_it_back(view):
    view.show_proposal(proposal().with_change(1, False))
    assert not view.area_of(1).isEmpty()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_goes_is_struck_out_and_what_comes_is_strong(view, theme):
    view.set_colours(theme)
    drawn = view._drawn[0]
    cursor = view.textCursor()
    cursor.setPosition(drawn.start + 1)
    gone = cursor.charFormat()
    assert gone.fontStrikeOut()
    assert gone.foreground().color().name() == theme.deleted
    cursor.setPosition(drawn.come + 1)
    come = cursor.charFormat()
    assert not come.fontStrikeOut()
    assert come.fontWeight() > 500
    assert come.foreground().color().name() == theme.inserted


def test_arrows_go_round_all_changes(view):
    seen = []
    view.current_changed.connect(seen.append)
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert seen == [1, 2, 3, 4, 0, 4]


def test_the_space_bar_toggles_the_current_change(view, qtbot):
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.toggled) as told:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert told.args == [4]


def test_a_click_on_a_change_toggles_it_and_one_beside_does_not(view, qtbot):
    with qtbot.waitSignal(view.toggled) as told:
        point = view.area_of(2).center().toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [2]
    assert view.current == 2
    with qtbot.assertNotEmitted(view.toggled):
        corner = view.viewport().rect().bottomRight()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)


def test_toggling_stays_at_the_change_and_another_text_begins_anew(view):
    view.go_to(3)
    view.show_proposal(proposal().with_change(3, False))
    assert view.current == 3
    view.show_proposal(proposal("It is teh end."))
    assert view.current == 0


def test_a_current_change_far_below_is_scrolled_to(view):
    view.show_proposal(proposal("A long way down.\n" * 60 + "It is teh end."))
    assert view.area_of(0).top() > view.viewport().height()
    view.go_to(0)
    assert 0 <= view.area_of(0).top() <= view.viewport().height() - view.area_of(0).height()


def test_emoji_before_a_change_do_not_shift_its_ground(view):
    view.show_proposal(proposal("\U0001f600\U0001f600 recieve it."))
    drawn = view._drawn[0]
    units = view.toPlainText().encode("utf-16-le")
    assert units[2 * drawn.start : 2 * drawn.gone].decode("utf-16-le") == "recieve"
    assert units[2 * drawn.come : 2 * drawn.end].decode("utf-16-le") == "receive"


def test_spaces_beside_a_removed_word_are_not_struck_out(view):
    from app.quick.proposal import Change, Proposal
    from model.edits import Category, Edit, Span

    shown = proposal("It is teh end.")
    edit = Edit(Span(6, 10), "teh ", "", 0.9, Category.GRAMMAR, "U:DET")
    view.show_proposal(Proposal(shown.text, (Change(edit, shown.changes[0].issue),)))
    assert words(view) == "It is teh end."
    drawn = view._drawn[0]
    assert view.toPlainText()[drawn.start : drawn.gone] == "teh"
    assert drawn.come == drawn.end


def test_windows_line_ends_are_shown_as_one_line_end(view):
    view.show_proposal(proposal("One line.\r\nAnd teh other."))
    assert words(view) == "One line.\nAnd teh the other."
    drawn = view._drawn[0]
    assert view.toPlainText()[drawn.start : drawn.gone] == "teh"


def test_a_short_text_takes_little_room_and_a_long_one_is_scrolled(view):
    view.show_proposal(proposal("Teh end. It is teh end."))
    view.fit(400, 250)
    assert view.height() < 80
    view.show_proposal(proposal("A long way down.\n" * 60 + "It is teh end."))
    view.fit(400, 250)
    assert view.height() == 250
