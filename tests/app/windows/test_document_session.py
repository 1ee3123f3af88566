import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from app.windows import document_session, waiting
from app.windows.prompts import Unsaved


@pytest.fixture
def program(start):
    return start()


def type_text(program, text):
    program.editor.setFocus()
    if text.isascii():
        QTest.keyClicks(program.editor, text)
    else:
        program.editor.insertPlainText(text)  # QTest has no keys for these


def questions(program):
    return [question[0] for question in program.answers.asked]


def test_a_saved_file_holds_what_was_written(program, tmp_path):
    type_text(program, "Hello 😀.")
    program.answers.save_path = tmp_path / "letter.txt"
    program.window.actions_by_name["save"].trigger()
    assert (tmp_path / "letter.txt").read_bytes() == "Hello 😀.".encode()
    assert not program.app.session.is_modified
    assert program.window.windowTitle().startswith("letter.txt")


def test_saving_again_asks_for_no_name(program, tmp_path):
    type_text(program, "One")
    program.answers.save_path = tmp_path / "letter.txt"
    program.app.session.save()
    type_text(program, " two")
    program.app.session.save()
    assert questions(program) == ["save"]
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "One two"


def test_line_ends_and_odd_spaces_survive_opening_and_saving(start, tmp_path):
    path = tmp_path / "windows.txt"
    content = "One\u00a0space.\r\nTwo.\r\n".encode()
    path.write_bytes(content)
    program = start(path)
    program.editor.moveCursor(program.editor.textCursor().MoveOperation.End)
    type_text(program, "Three.")
    assert program.app.session.save()
    assert path.read_bytes() == content + b"Three."


def test_unsaved_changes_are_asked_about_once(program):
    type_text(program, "Draft")
    program.answers.unsaved = Unsaved.DISCARD
    program.window.close()
    assert questions(program) == ["unsaved"]
    assert not program.window.isVisible()


def test_a_question_is_not_asked_while_it_is_being_asked(program):
    type_text(program, "Draft")
    inner = []
    ask = program.answers.ask_unsaved

    def ask_and_be_closed_again(name):
        inner.append(program.app.session.may_leave())
        return ask(name)

    program.answers.ask_unsaved = ask_and_be_closed_again
    program.window.close()
    assert inner == [False]
    assert questions(program) == ["unsaved"]


def test_cancel_keeps_the_window_and_the_text(program):
    type_text(program, "Draft")
    program.window.close()
    assert program.window.isVisible()
    assert program.text == "Draft"


def test_save_before_leaving_saves(program, tmp_path):
    type_text(program, "Draft")
    program.answers.unsaved = Unsaved.SAVE
    program.answers.save_path = tmp_path / "draft.txt"
    assert program.app.session.new()
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == "Draft"
    assert program.text == ""


def test_a_cancelled_save_dialog_keeps_the_text(program):
    type_text(program, "Draft")
    program.answers.unsaved = Unsaved.SAVE
    assert not program.app.session.new()
    assert program.text == "Draft"


def test_unchanged_text_is_not_asked_about(program):
    program.window.close()
    assert questions(program) == []


def test_undoing_all_changes_leaves_nothing_to_ask(program):
    type_text(program, "D")
    program.editor.undo()
    assert not program.app.session.is_modified


def test_a_file_that_cannot_be_opened_is_told_and_the_text_stays(program, tmp_path):
    type_text(program, "Draft")
    program.answers.unsaved = Unsaved.DISCARD
    assert not program.app.session.open(tmp_path / "missing.txt")
    assert "not there" in program.answers.asked[-1][1]
    assert program.text == "Draft"


def test_an_error_in_saving_is_told_and_the_text_stays_modified(program, tmp_path):
    type_text(program, "Draft")
    program.answers.save_path = tmp_path / "no such folder" / "draft.txt"
    assert not program.app.session.save()
    assert questions(program)[-1] == "tell"
    assert program.app.session.is_modified


def test_a_character_that_the_encoding_lacks_is_saved_as_utf_8_if_agreed(start, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Café très bon, déjà vu.".encode("latin-1"))
    program = start(path)
    type_text(program, "😀")
    assert program.app.session.save()
    assert "😀" in path.read_text(encoding="utf-8")
    assert questions(program) == ["ask"]


def test_another_programs_change_is_noticed_and_reloaded(start, tmp_path):
    path = tmp_path / "shared.txt"
    path.write_text("Mine.", encoding="utf-8")
    program = start(path)
    path.write_text("Somebody else's text.", encoding="utf-8")
    program.app.session.check_disk()
    assert program.text == "Somebody else's text."


def test_keeping_mine_asks_again_only_before_overwriting(start, tmp_path):
    path = tmp_path / "shared.txt"
    path.write_text("Mine.", encoding="utf-8")
    program = start(path)
    path.write_text("Somebody else's text.", encoding="utf-8")
    program.answers.agree = False
    program.app.session.check_disk()
    program.app.session.check_disk()
    assert questions(program) == ["ask"]
    assert program.app.session.is_modified
    program.answers.agree = True
    assert program.app.session.save()
    assert path.read_text(encoding="utf-8") == "Mine."


def test_a_removed_file_is_told_and_can_be_saved_again(start, tmp_path):
    path = tmp_path / "gone.txt"
    path.write_text("Mine.", encoding="utf-8")
    program = start(path)
    path.unlink()
    program.app.session.check_disk()
    assert program.app.session.is_modified
    program.answers.save_path = path
    assert program.app.session.save()
    assert path.read_text(encoding="utf-8") == "Mine."


def test_a_dropped_file_is_opened(start, tmp_path):
    path = tmp_path / "dropped.txt"
    path.write_text("Dropped.", encoding="utf-8")
    program = start()
    program.editor.files_dropped.emit([path])
    assert program.text == "Dropped."


def test_what_a_save_overwrites_can_be_opened_again(start, tmp_path):
    path = tmp_path / "letter.md"
    path.write_text("The first version.", encoding="utf-8")
    program = start(path)
    type_text(program, "Not ")
    assert program.app.session.save()
    program.window.actions_by_name["versions"].trigger()
    assert program.text == "The first version."
    assert program.app.session.is_modified
    assert read(path) == "Not The first version."
    program.answers.save_path = tmp_path / "again.md"
    program.app.session.save()
    assert program.answers.asked[-1] == ("save", path)
    assert read(tmp_path / "again.md") == "The first version."


def test_a_save_does_without_backups_that_cannot_be_written(start, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("One", encoding="utf-8")
    (tmp_path / "storage").mkdir()
    (tmp_path / "storage" / "backups").write_text("in the way", encoding="utf-8")
    program = start(path)
    type_text(program, "Zero. ")
    assert program.app.session.save()
    assert read(path) == "Zero. One"
    assert questions(program) == []


def test_a_new_document_has_no_earlier_versions(program):
    program.app.session.ask_version()
    assert program.answers.asked == [("version", "Untitled", ())]
    assert program.text == ""


def test_what_is_written_while_a_save_is_under_way_stays_unsaved(start, tmp_path, monkeypatch):
    path = tmp_path / "slow.txt"
    path.write_text("One.", encoding="utf-8")
    program = start(path)
    type_text(program, "Zero. ")
    slow = hold_until(program, monkeypatch, lambda: program.editor.insertPlainText("More. "))
    assert program.app.session.save()
    assert slow
    assert read(path) == "Zero. One."
    assert program.app.session.is_modified


def test_nothing_else_begins_while_a_save_is_under_way(start, tmp_path, monkeypatch):
    path = tmp_path / "slow.txt"
    path.write_text("One.", encoding="utf-8")
    program = start(path)
    type_text(program, "Zero. ")
    session, answers = program.app.session, []

    def try_everything():
        answers.extend((session.new(), session.open(path), session.save(), program.window.close()))
        session.check_disk()

    hold_until(program, monkeypatch, try_everything)
    assert session.save()
    assert answers == [False, False, False, False]
    assert program.text == "Zero. One."
    assert questions(program) == []


def test_an_unsaved_text_is_offered_after_a_crash(start, qtbot):
    program = start()
    type_text(program, "Nearly lost. ")
    program.app.session._on_copy_due()
    program.app.session._copying.result()
    # A crash releases the lock and cleans nothing up.
    program.app.session._recovery._lock.release()
    program.app.session._recovery = None
    program.close()
    again = start()
    assert "did not end properly" in again.window.banner.message
    again.window.banner.buttons[0].click()
    assert again.text == "Nearly lost. "
    assert again.app.session.is_modified
    again.close()
    assert start().window.banner.message == ""


def test_a_text_that_was_thrown_away_is_not_offered_again(start):
    program = start()
    type_text(program, "Not wanted. ")
    program.app.session._on_copy_due()
    program.app.session._copying.result()
    program.answers.unsaved = Unsaved.DISCARD
    program.close()
    assert start().window.banner.message == ""


def test_a_copy_is_written_soon_after_typing(start, qtbot):
    program = start()
    program.app.session._copy_timer.setInterval(1)
    type_text(program, "x")
    folder = program.places.storage / "recovery"
    qtbot.waitUntil(lambda: bool(list(folder.rglob("*.copy"))))
    program.answers.save_path = program.places.storage / "x.txt"
    program.app.session.save()
    assert list(folder.rglob("*.copy")) == []


def read(path):
    return path.read_text(encoding="utf-8")


def hold_until(program, monkeypatch, act):
    """Let the next save last until something was done in the window meanwhile."""
    monkeypatch.setattr(waiting, "QUICK_SECONDS", 0)
    done, acted = threading.Event(), []
    write = document_session.save_document

    def slow(*arguments):
        assert done.wait(30)
        return write(*arguments)

    def act_and_go_on():
        act()
        acted.append(True)
        done.set()

    monkeypatch.setattr(document_session, "save_document", slow)
    QTimer.singleShot(0, program.window, act_and_go_on)
    return acted
