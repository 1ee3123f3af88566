import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quick.proposal import Proposal
from tests.app.quick.texts import LETTER, corrected, proposal


def test_every_change_counts_as_accepted_at_first():
    shown = proposal()
    assert shown.accepted_count == len(shown.changes) == 5
    assert shown.result == "I receive it. However, we wait. He goes home with the word."


def test_a_rejected_change_leaves_its_words_as_they_were():
    assert (
        proposal().with_change(2, False).result
        == "I receive it. However, we wait. He go home with the word."
    )


def test_rejecting_all_gives_the_text_back():
    assert proposal().with_all(False).result == LETTER
    assert proposal().with_all(False).with_all(True) == proposal()


def test_what_the_writer_does_not_want_to_see_is_left_out():
    shown = proposal(shows=lambda issue: issue.edit.original != "teh")
    assert [change.edit.original for change in shown.changes] == ["recieve", "", "go", "wrod"]


def test_a_change_that_is_not_there_cannot_be_rejected():
    with pytest.raises(IndexError):
        proposal().with_change(5, False)


PIECES = ["recieve ", "teh ", "However we ", "He go ", "\U0001f600 ", "fine. ", "\n", "\u00e9 "]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.data())
def test_whatever_is_rejected_the_rest_is_carried_out_in_its_place(pieces, data):
    text = "".join(pieces)
    shown = Proposal.of(text, corrected(text), lambda issue: True)
    rejected = data.draw(
        st.sets(st.sampled_from(range(len(shown.changes))) if shown.changes else st.nothing())
    )
    for place in rejected:
        shown = shown.with_change(place, False)
    for change in shown.changes:
        assert text[change.edit.span.start : change.edit.span.end] == change.edit.original
    kept = [change.edit for place, change in enumerate(shown.changes) if place not in rejected]
    growth = sum(len(edit.replacement) - len(edit.original) for edit in kept)
    assert len(shown.result) == len(text) + growth
    assert shown.accepted_count == len(kept)
