from dataclasses import replace

from PySide6.QtGui import QTextCursor

from app.checking.preferences import Preferences
from model.edits import Category

TEXT = "He go home. I recieve teh wrod.\nFine.\nHowever we left. It is very unique."


def opened(bench):
    bench.write(TEXT)
    bench.check()
    return bench


def test_all_issues_are_listed_in_the_order_of_the_text(bench):
    assert opened(bench).shown == ["go", "recieve", "teh", "wrod", ",", "very unique"]


def test_categories_that_are_not_wanted_are_hidden(bench):
    opened(bench)
    bench.desk.set_preferences(Preferences(categories=frozenset({Category.SPELLING})))
    assert bench.shown == ["recieve", "teh", "wrod"]


def test_a_dismissed_issue_stays_away_after_another_check(bench):
    opened(bench)
    bench.desk.dismiss(bench.issues[1])
    bench.blocks.forget_issues()
    bench.check()
    assert "recieve" not in bench.shown


def test_dismissing_one_leaves_the_same_mistake_in_another_sentence(bench):
    bench.write("I like teh sea. I like teh wind.")
    bench.check()
    bench.desk.dismiss(bench.issues[0])
    assert [issue.start for issue in bench.issues] == [23]


def test_next_goes_round_at_the_end(bench):
    opened(bench)
    position, seen = 0, []
    for _ in range(7):
        block, issue = bench.desk.next_after(position)
        position = block.position() + issue.start
        seen.append(issue.edit.original or issue.edit.replacement)
    assert seen == [*bench.shown, "go"]


def test_previous_goes_round_at_the_start(bench):
    opened(bench)
    position, seen = 3, []
    for _ in range(7):
        block, issue = bench.desk.previous_before(position)
        position = block.position() + issue.start
        seen.append(issue.edit.original or issue.edit.replacement)
    assert seen == [*reversed(bench.shown), "very unique"]


def test_without_issues_there_is_no_next(bench):
    bench.write("Fine.\nFine.")
    bench.check()
    assert bench.desk.next_after(0) is None
    assert bench.desk.previous_before(3) is None


def test_an_issue_is_found_at_both_ends_of_its_mark(bench):
    opened(bench)
    for position in (3, 4, 5):
        assert bench.desk.at(position)[1].edit.original == "go"
    assert bench.desk.at(6) is None


def test_a_missing_comma_is_found_at_the_word_before_it(bench):
    bench.write("However we left.")
    bench.check()
    assert bench.desk.at(2)[1].edit.replacement == ","


def test_accepting_twice_is_refused(bench):
    opened(bench)
    refusals = []
    bench.desk.refused.connect(refusals.append)
    issue = bench.issues[0]
    assert bench.desk.accept(issue, 0) == 0
    assert bench.desk.accept(issue, 0) is None
    assert len(refusals) == 1
    assert bench.text.startswith("He goes home.")


def test_an_issue_that_lost_its_place_is_refused_not_guessed(bench):
    opened(bench)
    issue = bench.issues[0]
    bench.blocks._following = False
    bench.caret(0)
    bench.editor.insertPlainText("xx")
    assert bench.desk.is_current(issue)
    assert bench.desk.accept(issue, 0) is None
    assert bench.text.startswith("xxHe go home.")


def test_accept_sentence_takes_only_that_sentence(bench):
    opened(bench)
    count, _ = bench.desk.accept_sentence(bench.issues[2], 0)
    assert count == 3
    assert bench.text.startswith("He go home. I receive the word.")


def test_accept_all_takes_shown_issues_only(bench):
    opened(bench)
    bench.desk.set_preferences(replace(Preferences(), categories=frozenset({Category.GRAMMAR})))
    assert bench.desk.accept_all(0)[0] == 1
    assert bench.text == TEXT.replace("He go ", "He goes ")


def test_typing_before_an_issue_moves_it(bench):
    opened(bench)
    cursor = QTextCursor(bench.document)
    cursor.insertText("Oh. 😀 ")
    assert bench.desk.at(10)[1].edit.original == "go"
    assert bench.desk.accept(bench.issues[0], 0) == 0
    assert bench.text.startswith("Oh. 😀 He goes home.")
