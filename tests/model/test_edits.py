import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import Correction, Edit, Sentence, Span, apply_edits


def edit(start, original, replacement):
    return Edit(Span(start, start + len(original)), original, replacement, 0.9)


def test_a_span_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="start <= end"):
        Span(3, 2)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 2), (1, 3), True),
        ((0, 2), (2, 4), False),
        ((2, 2), (1, 3), True),
        ((2, 2), (2, 2), True),
        ((2, 2), (2, 4), True),
        ((1, 1), (2, 4), False),
    ],
)
def test_overlap_is_the_same_seen_from_both_sides(one, other, expected):
    assert Span(*one).overlaps(Span(*other)) is expected
    assert Span(*other).overlaps(Span(*one)) is expected


def test_edits_are_applied_whatever_their_order():
    edits = [edit(9, "apple", "apples"), edit(4, "to", "two")]
    assert apply_edits("buy to : apple", edits) == "buy two : apples"


def test_overlapping_edits_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcd", [edit(0, "abc", "x"), edit(2, "cd", "y")])


def test_a_text_that_has_changed_since_is_refused():
    with pytest.raises(ValueError, match="has changed"):
        apply_edits("she goes", [edit(0, "he", "they")])


def test_a_correction_knows_the_corrected_sentence():
    correction = Correction(Sentence("He go.", 10), (edit(3, "go", "goes"),))
    assert correction.text == "He goes."
    assert correction.sentence.span == Span(10, 16)


@given(st.text(), st.integers(0, 1000))
def test_a_shifted_edit_does_the_same_further_on(text, offset):
    moved = edit(0, text, "new").shifted(offset)
    assert apply_edits("." * offset + text, [moved]) == "." * offset + "new"
