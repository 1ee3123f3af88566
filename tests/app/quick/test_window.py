import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton

from app import paths
from app.icons import Icons
from app.quick.window import Goal, QuickWindow
from app.theme import LIGHT
from tests.app.quick.texts import LETTER, proposal


class Heard:
    """What the card told."""

    def __init__(self, window):
        self.told = []
        window.replace_wanted.connect(lambda text: self.told.append(("replace", text)))
        window.copy_wanted.connect(lambda text: self.told.append(("copy", text)))
        window.cancelled.connect(lambda: self.told.append(("cancelled",)))


@pytest.fixture
def window(qtbot):
    made = QuickWindow(LIGHT, Icons(paths.assets_folder() / "icons", LIGHT))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def heard(window):
    return Heard(window)


def key(window, name):
    QTest.keyClick(window.focusWidget() or window, name)


def buttons(window):
    kinds = (QPushButton, QToolButton)
    return [part for kind in kinds for part in window.findChildren(kind) if part.isVisible()]


def test_enter_replaces_with_what_is_accepted(window, heard):
    window.show_proposal(proposal(), Goal.REPLACE)
    key(window, Qt.Key.Key_Space)
    key(window, Qt.Key.Key_Return)
    assert heard.told == [
        ("replace", "I recieve it. However, we wait. He goes home with the word.")
    ]
    assert not window.isVisible()


def test_enter_copies_where_nothing_can_be_replaced(window, heard):
    window.show_proposal(proposal(), Goal.COPY)
    key(window, Qt.Key.Key_Enter)
    assert heard.told == [("copy", proposal().result)]


def test_a_selection_can_be_copied_instead_of_replaced(window, heard):
    window.show_proposal(proposal(), Goal.REPLACE)
    window.bottom.copy.click()
    assert heard.told == [("copy", proposal().result)]


def test_escape_leaves_everything_as_it_was(window, heard):
    window.show_proposal(proposal(), Goal.REPLACE)
    key(window, Qt.Key.Key_Escape)
    assert heard.told == [("cancelled",)]
    assert not window.isVisible()


def test_closing_by_the_desktop_is_escape(window, heard):
    window.show_proposal(proposal(), Goal.REPLACE)
    window.close()
    assert heard.told == [("cancelled",)]


def test_with_everything_rejected_enter_leaves_everything_as_it_was(window, heard):
    window.show_proposal(proposal(), Goal.REPLACE)
    window.bottom.reject_all.click()
    assert window.header._count.text() == "0 of 5 changes"
    assert window.bottom.confirm.text().replace("&", "") == "Leave as it is"
    window.bottom.confirm.click()
    assert heard.told == [("cancelled",)]


def test_all_can_be_accepted_again(window):
    window.show_proposal(proposal(), Goal.COPY)
    window.bottom.reject_all.click()
    window.bottom.accept_all.click()
    assert window.proposal.result == proposal().result


def test_the_current_change_is_explained_and_can_be_rejected_by_its_button(window):
    window.show_proposal(proposal(), Goal.COPY)
    window.view.go_to(2)
    assert window.detail._explanation.text() == "The verb must agree with its subject: “goes”."
    window.detail.toggle.click()
    assert not window.proposal.is_accepted(2)
    assert window.detail.toggle.text() == "&Accept"


def test_a_screen_reader_hears_the_current_change_and_its_state(window):
    window.show_proposal(proposal(), Goal.COPY)
    key(window, Qt.Key.Key_Right)
    name = window.view.accessibleName()
    assert name.startswith("Change 2 of 5: However → However,. A comma is missing here.")
    assert name.endswith("Accepted.")
    key(window, Qt.Key.Key_Space)
    assert window.view.accessibleName().endswith("Rejected.")


def test_every_button_has_a_name_and_all_but_the_cross_are_reached_by_tab(window, qtbot):
    window.show_proposal(proposal().with_change(0, False), Goal.REPLACE)
    qtbot.waitUntil(window.isActiveWindow)
    reached = set()
    for _ in range(12):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.view in reached
    for button in buttons(window):
        assert button.accessibleName() or button.text()
        assert button in reached or button.objectName() == "quickClose"


def test_a_single_change_needs_no_buttons_for_all(window):
    window.show_proposal(proposal("It is teh end."), Goal.COPY)
    assert not window.bottom.accept_all.isVisible()
    assert window.header._count.text() == "1 of 1 change"


def test_a_message_is_a_sentence_with_answers_and_enter_takes_the_first(window, heard):
    done = []
    window.show_message("Too long.", [("Open", lambda: done.append("opened"))])
    assert window.message.sentence == "Too long."
    assert not window.view.isVisible()
    key(window, Qt.Key.Key_Return)
    assert done == ["opened"]
    assert heard.told == []
    assert not window.isVisible()


def test_a_message_can_leave_enter_to_closing(window, heard):
    done = []
    window.show_message("It is there.", [("Undo", lambda: done.append("undone"))], closes=True)
    closing, undo = window.bottom.close_button, window.bottom.answers[0]
    assert closing.x() > undo.x()
    assert (closing.objectName(), undo.objectName()) == ("primary", "")
    key(window, Qt.Key.Key_Return)
    assert done == []
    assert heard.told == [("cancelled",)]
    window.show_message("Too long.", [("Open", lambda: done.append("opened"))])
    window.bottom.layout().activate()
    assert closing.x() < undo.x()
    key(window, Qt.Key.Key_Return)
    assert done == ["opened"]


def test_a_message_without_answers_is_closed_by_enter(window, heard):
    window.show_message("Nothing to correct.", text=LETTER)
    assert window.view.isVisible()
    key(window, Qt.Key.Key_Return)
    assert heard.told == [("cancelled",)]


def test_corrections_take_the_place_of_a_message_in_the_same_place(window):
    window.show_message("Checking…", text=LETTER, busy=True)
    place = window.pos()
    window.show_proposal(proposal(), Goal.COPY)
    assert window.pos() == place
    assert not window.message.isVisible()
    assert window.detail.isVisible()


def test_the_card_is_as_high_as_its_parts_and_only_grows_while_it_is_shown(window):
    window.show_proposal(proposal(), Goal.COPY)
    first = window.height()
    window.show_proposal(proposal("It is teh end."), Goal.COPY)
    assert window.height() == first
    window.cancel()
    window.show_proposal(proposal("It is teh end."), Goal.COPY)
    assert window.height() < first
    assert window.bottom.geometry().bottom() < window.height()
    assert not window.detail.geometry().intersects(window.view.geometry())


def test_a_card_that_grows_at_the_bottom_of_the_screen_stays_on_it(window):
    area = window.screen().availableGeometry()
    window.show_message("Checking…", busy=True)
    window.move(area.left() + 20, area.bottom() + 1 - window.height())
    small = window.height()
    window.show_proposal(proposal(), Goal.COPY)
    assert window.height() > small
    assert area.contains(window.geometry())
    assert window.x() == area.left() + 20


def test_a_longer_explanation_makes_the_card_grow_and_a_shorter_one_leaves_it(window, monkeypatch):
    sentences = ["Short.", "A sentence that needs some lines of the card. " * 5, "Short."]
    monkeypatch.setattr("app.quick.parts.explain", lambda *_: sentences.pop(0))
    window.show_proposal(proposal(), Goal.COPY)
    first = window.height()
    window.view.go_to(1)
    grown = window.height()
    assert grown > first
    assert window.detail.height() >= window.detail.heightForWidth(window.detail.width())
    window.view.go_to(2)
    assert window.height() == grown


def test_it_stays_on_top_and_out_of_the_list_of_windows(window):
    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.WindowType_Mask == Qt.WindowType.Tool


@pytest.fixture
def dialog(qtbot):
    """One of the program's own that waits for an answer."""
    made = QDialog()
    qtbot.addWidget(made)
    made.setModal(True)
    return made


def test_a_dialog_that_waits_for_an_answer_does_not_take_the_cards_keys(dialog, window, heard):
    dialog.show()
    window.show_proposal(proposal(), Goal.COPY)
    assert QApplication.activeModalWidget() is window
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert heard.told == [("copy", proposal().result)]
    assert QApplication.activeModalWidget() is dialog


def test_without_a_dialog_the_card_keeps_nothing_from_the_window(window):
    window.show_proposal(proposal(), Goal.COPY)
    assert not window.isModal()


def test_the_card_gives_way_to_a_dialog_that_comes_later(dialog, window, heard, qtbot):
    window.show_proposal(proposal(), Goal.REPLACE)
    dialog.show()
    qtbot.waitUntil(lambda: heard.told == [("cancelled",)])
    assert not window.isVisible()
