import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.composition import compose
from model.edits import Edit, Span, apply_edits


def edit(start, original, replacement, confidence=0.9):
    return Edit(Span(start, start + len(original)), original, replacement, confidence)


@st.composite
def texts_with_edits(draw, text):
    """Return edits of ``text`` that do not overlap."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if edits and edits[-1].span.overlaps(Span(start, end)):
            continue
        replacement = draw(st.text("ab x", max_size=4))
        edits.append(edit(start, text[start:end], replacement))
    return edits


@st.composite
def two_passes(draw):
    source = draw(st.text("abc \U0001f600", max_size=20))
    first = draw(texts_with_edits(source))
    second = draw(texts_with_edits(apply_edits(source, first)))
    return source, first, second


@given(two_passes())
def test_composed_edits_do_what_both_do_one_after_the_other(passes):
    source, first, second = passes
    expected = apply_edits(apply_edits(source, first), second)
    composed = compose(source, first, second)
    assert apply_edits(source, composed) == expected
    assert list(composed) == sorted(composed, key=lambda item: item.span)


def test_a_second_edit_elsewhere_only_moves():
    first = edit(2, "recieved", "received")
    later = edit(11, "freinds", "friends", 0.4)
    second = edit(0, "I", "He", 0.6)
    source = "I recieved freinds"
    assert compose(source, [first], [second, later]) == (second, first, later)


def test_a_second_edit_behind_a_longer_replacement_goes_back_by_its_growth():
    source = "He go home yesterday evenings"
    first = edit(3, "go", "went to")
    second = edit(apply_edits(source, [first]).index("evenings"), "evenings", "evening")
    assert compose(source, [first], [second])[1].span == Span(21, 29)


def test_edits_that_meet_become_one_as_sure_as_the_least_sure():
    composed = compose(
        "two aple", [edit(4, "aple", "apple", 0.9)], [edit(4, "apple", "apples", 0.5)]
    )
    assert composed == (
        Edit(Span(4, 8), "aple", "apples", 0.5, composed[0].category, composed[0].error_type),
    )


def test_an_edit_that_is_taken_back_leaves_nothing():
    assert compose("a cat", [edit(2, "cat", "cats")], [edit(2, "cats", "cat")]) == ()


def test_second_edits_of_another_text_are_refused():
    with pytest.raises(ValueError, match="has changed"):
        compose("a cat", [edit(2, "cat", "dog")], [edit(2, "cat", "cats")])
