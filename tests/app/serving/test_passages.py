from hypothesis import given
from hypothesis import strategies as st

from app.serving.passages import Passage, joined_text
from model.edits import Span

PARTS = st.lists(st.tuples(st.text(max_size=5), st.none() | st.text(max_size=3)), max_size=8)


@given(PARTS)
def test_every_place_holds_in_the_source_what_stands_in_the_reading(parts):
    source, passage = joined_text(parts)
    assert source == "".join(text for text, _ in parts)
    for start in range(len(passage.reading)):
        place = passage.place(Span(start, start + 1))
        if place is not None:
            assert source[place.span.start : place.span.end] == passage.reading[start : start + 1]
            assert place.piece.start <= place.span.start < place.span.end <= place.piece.end


@given(PARTS)
def test_all_text_and_no_stand_in_has_a_place(parts):
    _, passage = joined_text(parts)
    placed = [passage.place(Span(at, at + 1)) for at in range(len(passage.reading))]
    expected = [
        stand_in is None
        for text, stand_in in parts
        for _ in (text if stand_in is None else stand_in)
    ]
    assert [place is not None for place in placed] == expected


def test_a_span_over_markup_has_no_place():
    _, passage = joined_text([("a ", None), ("<b>", ""), ("b", None)])
    assert passage.reading == "a b"
    assert passage.place(Span(1, 3)) is None
    assert passage.place(Span(2, 3)).span == Span(5, 6)


def test_an_insertion_beside_markup_belongs_to_the_text_before_it():
    _, passage = joined_text([("a ", None), ("<b>", ""), ("b", None)])
    assert passage.place(Span(2, 2)).span == Span(2, 2)


def test_passages_are_equal_if_they_read_the_same_and_lie_the_same():
    assert Passage.of_plain("a") == Passage.of_plain("a")
    assert joined_text([("a", None), ("<b>", "")])[1] == Passage.of_plain("a")
    assert joined_text([("<b>", ""), ("a", None)])[1] != Passage.of_plain("a")
