from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.documents.text_changes import TextChange, carry_spans, line_changes, text_changes
from model.edits import Span

TEXT = st.text(alphabet="ab \n.", max_size=40)


def applied(text, changes):
    for change in reversed(changes):
        text = text[: change.start] + change.replacement + text[change.end :]
    return text


@given(TEXT, TEXT)
def test_the_changes_make_the_new_text_of_the_old(old, new):
    assert applied(old, text_changes(old, new)) == new


@given(TEXT, TEXT)
def test_the_changes_by_lines_do_so_too(old, new):
    assert applied(old + "\n", line_changes(old, new)) == new + "\n"


@given(TEXT, TEXT)
def test_changes_are_ascending_and_disjoint(old, new):
    changes = text_changes(old, new)
    assert all(a.end <= b.start for a, b in pairwise(changes))


def test_a_changed_word_is_one_change():
    assert text_changes("He go home.", "He went home.") == [TextChange(3, 5, "went")]


def test_words_replaced_one_by_one_are_single_changes():
    changes = text_changes("one cat two cat three cat four.", "one dog two dog three dog four.")
    assert [change.replacement for change in changes] == ["dog"] * 3


def test_words_moved_by_one_are_not_taken_for_replaced_words():
    assert text_changes("a b c d e f g h", "x a b c d e f g h") == [TextChange(0, 0, "x ")]


def test_an_ending_is_all_that_changes():
    assert text_changes("He go home.", "He goes home.") == [TextChange(5, 5, "es")]


def test_spans_move_with_the_text_before_them():
    assert carry_spans([Span(4, 6)], "one [x] two\n", "and one [x] too\n") == (Span(8, 10),)


def test_a_span_whose_text_was_changed_is_dropped():
    spans = [Span(0, 3), Span(4, 7)]
    assert carry_spans(spans, "abc def ghi", "abc dxf ghi") == (Span(0, 3),)


def test_a_span_over_a_removed_last_line_end_is_dropped():
    assert carry_spans([Span(0, 1)], "\n", "") == ()


@given(TEXT, st.data())
def test_carried_spans_hold_the_same_text(old, data):
    ends = (
        sorted(data.draw(st.sets(st.integers(0, len(old)), min_size=2, max_size=2))) if old else []
    )
    new = data.draw(TEXT)
    for span in carry_spans([Span(*ends)] if ends else [], old, new):
        assert new[span.start : span.end] == old[ends[0] : ends[1]]
