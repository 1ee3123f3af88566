import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester

from app.windows.issue_list import ISSUE_ROLE, IssueList
from model.edits import Category


@pytest.fixture
def listed(bench):
    bench.list = IssueList(bench.desk)
    bench.tester = QAbstractItemModelTester(
        bench.list, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    bench.counts = []
    bench.list.counted.connect(bench.counts.append)
    yield bench
    bench.tester.deleteLater()


def rows(bench):
    bench.list.update_now()
    return [bench.list.index(row).data(ISSUE_ROLE) for row in range(bench.list.rowCount())]


def test_rows_follow_the_text_in_order(listed):
    listed.write("\n".join(["He go home.", "Fine.", "I recieve it.", "She go home."]))
    block = listed.document.lastBlock()
    while block.isValid():
        listed.check_block(block)
        block = block.previous()
    assert rows(listed) == listed.issues
    assert len(rows(listed)) == 3


def test_a_filter_hides_rows_but_not_counts(listed, qtbot):
    listed.write("He go home. I recieve it.")
    listed.check()
    listed.list.set_wanted(frozenset({Category.SPELLING}))
    assert [issue.category for issue in rows(listed)] == [Category.SPELLING]
    qtbot.waitUntil(lambda: bool(listed.counts))
    assert listed.counts[-1] == {Category.SPELLING: 1, Category.GRAMMAR: 1}


def test_deleted_paragraphs_leave_the_list(listed, qtbot):
    listed.write("He go home.\nI recieve it.\nShe go home.")
    listed.check()
    assert len(rows(listed)) == 3
    cursor = QTextCursor(listed.document)
    cursor.setPosition(12)
    cursor.setPosition(26, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    qtbot.waitUntil(lambda: rows(listed) == listed.issues)


def test_a_row_is_found_by_its_issue(listed):
    listed.write("He go home.\nI recieve teh wrod.")
    listed.check()
    for row, issue in enumerate(rows(listed)):
        assert listed.list.row_of(issue) == row


def test_screen_readers_hear_what_is_wrong(listed):
    listed.write("I recieve it.")
    listed.check()
    rows(listed)
    spoken = listed.list.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Spelling: recieve → receive.")


def test_random_edits_keep_list_and_text_in_step(listed, qtbot):
    chance = random.Random(7)
    listed.write("\n".join(["He go home. I recieve it."] * 12))
    listed.check()
    for _ in range(60):
        length = len(listed.text)
        start = chance.randrange(length + 1)
        cursor = QTextCursor(listed.document)
        cursor.setPosition(start)
        end = min(length, start + chance.choice([0, 0, 3, 30]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chance.choice(["", "x", "teh ", "\n", "\nHe go on.\nI recieve.\n"]))
        block = listed.document.findBlock(min(start, len(listed.text)))
        listed.check_block(block)
    listed.list._purge()
    assert rows(listed) == listed.issues
