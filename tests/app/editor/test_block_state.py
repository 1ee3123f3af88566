import pytest

from app.checking.messages import Issue
from app.editor.block_state import BlockState, state_of
from model.edits import Edit, Span


def issue(start, end, sentence_start=0, sentence="I has a cat and she has a a dog."):
    original = sentence[start - sentence_start : end - sentence_start]
    edit = Edit(Span(start - sentence_start, end - sentence_start), original, "x", 0.9)
    return Issue(1, start, end, edit, sentence, sentence_start)


@pytest.fixture
def state(qapp):
    made = BlockState(1)
    made.issues = (issue(2, 5), issue(20, 23))
    return made


def test_an_edit_between_issues_keeps_the_first_and_moves_the_second(state):
    state.edit(10, removed=0, added=3)
    assert [(i.start, i.end) for i in state.issues] == [(2, 5), (23, 26)]
    assert state.revision == 1


def test_an_issue_that_is_typed_into_vanishes(state):
    state.edit(3, removed=0, added=1)
    assert [i.start for i in state.issues] == [21]


def test_a_letter_at_the_end_of_an_issue_makes_another_word(state):
    state.edit(5, removed=0, added=1)
    assert [i.start for i in state.issues] == [21]


def test_a_letter_before_an_issue_makes_another_word(state):
    state.edit(20, removed=0, added=1)
    assert [i.start for i in state.issues] == [2]


def test_removing_text_over_an_issue_drops_it(state):
    state.edit(1, removed=10, added=0)
    assert [(i.start, i.end) for i in state.issues] == [(10, 13)]


def test_a_change_of_several_paragraphs_keeps_what_lies_before_it(state):
    state.cut(10, "I has a ca")
    assert [i.start for i in state.issues] == [2]


def test_after_joining_paragraphs_issues_must_prove_their_place(state):
    state.cut(30, "Another paragraph came before it. I has a cat and she has a a dog.")
    assert state.issues == ()


def test_a_check_is_needed_after_a_change_and_in_a_new_epoch(state):
    assert state.needs_check(0)
    state.checked = (0, state.revision)
    assert not state.needs_check(0)
    assert state.needs_check(1)
    state.edit(0, 0, 1)
    assert state.needs_check(0)


def test_issues_that_reach_into_markup_are_protected(state):
    state.protected = ((4, 6),)
    first, second = state.issues
    assert state.is_protected(first)
    assert not state.is_protected(second)


def test_user_data_comes_back_from_the_document(bench):
    bench.write("One.")
    block = bench.document.firstBlock()
    assert state_of(block) is None
    assert bench.blocks.state(block) is state_of(block)
