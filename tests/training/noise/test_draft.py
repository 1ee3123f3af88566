from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.edits import apply_edits
from training.noise.draft import Draft

TEXTS = st.text(alphabet="ab I.,'\u2019\n😀", max_size=30)
ACTIONS = st.lists(
    st.tuples(st.sampled_from(["replace", "insert", "remove", "swap"]), st.integers(0, 20)),
    max_size=8,
)


@given(TEXTS, ACTIONS)
def test_inverse_edits_give_the_target_back_after_any_actions(
    text: str, actions: list[tuple[str, int]]
) -> None:
    draft = Draft(text)
    for name, place in actions:
        if name == "replace" and place < len(draft):
            draft.replace(place, "zz", "R:WORD")
        elif name == "insert":
            draft.insert_before(place, "of", "U:PREP")
        elif name == "remove" and place < len(draft):
            draft.remove_word(place, "M:DET")
        elif name == "swap" and place < len(draft):
            draft.swap_words(place, "R:WO")
    pair = draft.pair()
    assert pair.target == text
    assert apply_edits(pair.source, pair.edits) == text
    assert all(edit.original != edit.replacement for edit in pair.edits)


def test_an_inserted_word_is_an_edit_of_that_word_alone() -> None:
    draft = Draft("We discussed it.")
    assert draft.insert_before(4, "about", "U:PREP")
    pair = draft.pair()
    assert pair.source == "We discussed about it."
    (edit,) = pair.edits
    assert (edit.original, edit.replacement) == ("about ", "")
    assert (edit.span.start, edit.error_type) == (13, "U:PREP")


def test_removing_the_first_word_hands_its_capital_on() -> None:
    draft = Draft("The life is hard.")
    assert draft.remove_word(0, "M:DET")
    assert draft.pair().source == "Life is hard."


def test_swapping_keeps_the_capital_at_the_start() -> None:
    draft = Draft("Is it late?")
    assert draft.swap_words(0, "R:WO")
    assert draft.pair().source == "It is late?"


def test_a_word_is_damaged_only_once() -> None:
    draft = Draft("a dog")
    assert draft.replace(2, "dogs", "R:NOUN:NUM")
    assert not draft.replace(2, "dgo", "R:SPELL")
    assert not draft.remove_word(2, "M:DET")
    assert not draft.swap_words(0, "R:WO")
