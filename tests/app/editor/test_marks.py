from app.checking.messages import Issue
from app.editor.marks import marked_range
from model.edits import Edit, Span


def issue(start, end, original=""):
    edit = Edit(Span(start, end), original, ",", 0.9)
    return Issue(1, start, end, edit, "", 0)


def test_text_is_marked_where_it_stands():
    assert marked_range(issue(2, 5, "has"), "I has one.") == (2, 5)


def test_an_insertion_marks_the_word_before_it():
    assert marked_range(issue(7, 7), "However we left.") == (0, 7)


def test_an_insertion_after_a_space_marks_the_word_before_that():
    assert marked_range(issue(2, 2), "I am") == (0, 1)


def test_an_insertion_at_the_start_marks_the_first_word():
    assert marked_range(issue(0, 0), "Cat sleeps.") == (0, 3)


def test_an_emoji_before_an_insertion_does_not_shift_the_mark():
    assert marked_range(issue(10, 10), "😀 However we left.") == (3, 10)


def test_nothing_is_marked_in_an_empty_text():
    assert marked_range(issue(0, 0), "") == (0, 0)
