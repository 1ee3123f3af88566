import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.alignment import align, edit_distance, similarity, substitution_cost

words = st.lists(
    st.sampled_from(["a", "an", "the", "cat", "cats", "is", "are", "it", ",", "."]), max_size=12
)


@given(words, words)
def test_operations_cover_both_sides_without_a_hole(source, hypothesis):
    place, new_place = 0, 0
    for operation in align(source, hypothesis):
        assert (operation.start, operation.new_start) == (place, new_place)
        place, new_place = operation.end, operation.new_end
        if operation.equal:
            assert source[operation.start] == hypothesis[operation.new_start]
    assert (place, new_place) == (len(source), len(hypothesis))


@given(words)
def test_equal_sequences_have_only_equal_operations(source):
    assert all(operation.equal for operation in align(source, source))


def changed(source, hypothesis):
    source, hypothesis = source.split(), hypothesis.split()
    return [
        (" ".join(source[o.start : o.end]), " ".join(hypothesis[o.new_start : o.new_end]))
        for o in align(source, hypothesis)
        if not o.equal
    ]


@pytest.mark.parametrize(
    ("source", "hypothesis", "expected"),
    [
        ("he go home", "he goes home", [("go", "goes")]),
        ("go to school", "went to the school", [("go", "went"), ("", "the")]),
        ("what is it", "what it is", [("is it", "it is")]),
        (
            "i have informations",
            "i have some information",
            [("", "some"), ("informations", "information")],
        ),
        ("the dogs , cat", "the dogs and cat", [("", "and"), (",", "")]),
    ],
)
def test_words_are_paired_with_what_they_became(source, hypothesis, expected):
    assert changed(source, hypothesis) == expected


def test_a_word_is_never_paired_with_a_punctuation_mark():
    assert substitution_cost("and", ",") > 2


def test_a_whole_new_text_is_one_operation_rather_than_minutes_of_search():
    source = [f"a{i}" for i in range(400)]
    hypothesis = [f"b{i}" for i in range(400)]
    assert len(align(source, hypothesis)) == 1


@pytest.mark.parametrize(
    ("old", "new", "distance"),
    [("", "abc", 3), ("recieve", "receive", 1), ("kitten", "sitting", 3), ("a", "a", 0)],
)
def test_swapped_neighbours_count_once(old, new, distance):
    assert edit_distance(old, new) == distance
    assert edit_distance(new, old) == distance


@given(st.text(max_size=8), st.text(max_size=8))
def test_similarity_lies_between_zero_and_one(old, new):
    assert 0.0 <= similarity(old, new) <= 1.0
    assert (similarity(old, new) == 1.0) == (old == new)
