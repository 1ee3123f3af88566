"""MaxMatch, worked out by hand on sentences written for the purpose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.scoring.counts import Counts
from training.scoring.maxmatch import choose_annotator, match_sentence, score_corpus


def edit(start: int, end: int, *replacements: str, error_type: str = "R:OTHER") -> TokenEdit:
    return TokenEdit(start, end, error_type, replacements)


def counts(source: str, hypothesis: str, *gold: TokenEdit) -> Counts:
    return match_sentence(source.split(), hypothesis.split(), {0: gold})[0].counts


def test_unchanged_source_proposes_nothing_and_misses_every_gold_edit():
    assert counts("a b c", "a b c", edit(0, 1, "x"), edit(2, 2, "y")) == Counts(0, 0, 2)


def test_one_substitution_that_the_gold_holds_is_one_correct_edit():
    found = counts("he go home", "he goes home", edit(1, 2, "goes"))
    assert found == Counts(1, 0, 0)


def test_case_counts():
    assert counts("he go home", "he Goes home", edit(1, 2, "goes")) == Counts(0, 1, 1)


def test_phrase_edit_of_the_gold_is_found_across_two_kept_words():
    source = "our baggage were being handled by him"
    hypothesis = "our luggage is being carried by him"
    assert counts(source, hypothesis, edit(1, 5, "luggage is being carried")) == Counts(1, 0, 0)


def test_changes_more_than_two_kept_words_apart_are_no_single_edit():
    source, hypothesis = "a k l m b", "x k l m y"
    assert counts(source, hypothesis, edit(0, 5, "x k l m y")) == Counts(0, 2, 1)


def test_needless_changes_within_two_kept_words_count_as_one_proposed_edit():
    assert counts("a k l b z", "x k l y z") == Counts(0, 1, 0)


def test_split_is_chosen_so_that_the_gold_edit_inside_a_longer_change_is_found():
    found = counts("a k b z", "x k y z", edit(0, 1, "x"))
    assert found == Counts(1, 1, 0)


def test_insertion_is_found_on_the_side_of_the_repeated_word_where_the_gold_has_it():
    source, hypothesis = "he that is", "he that that is"
    assert counts(source, hypothesis, edit(2, 2, "that")) == Counts(1, 0, 0)
    assert counts(source, hypothesis, edit(1, 1, "that")) == Counts(1, 0, 0)


def test_one_gold_insertion_cannot_be_used_twice():
    found = counts("he will", "he very very will", edit(1, 1, "very"))
    assert found == Counts(1, 1, 0)


def test_second_copy_of_a_gold_insertion_joins_the_change_beside_it():
    found = counts("he will go", "he very very shall go", edit(1, 1, "very"))
    # "very" as in the gold, then "very shall" for "will": two proposed edits, not three
    assert found == Counts(1, 1, 0)


def test_two_gold_insertions_at_one_place_are_found_in_their_order():
    assert counts("he ran", "he soon then ran", edit(1, 1, "soon"), edit(1, 1, "then")) == Counts(2)
    swapped = counts("he ran", "he soon then ran", edit(1, 1, "then"), edit(1, 1, "soon"))
    assert swapped == Counts(1, 1, 1)


def test_overlapping_gold_edits_cannot_both_be_found():
    gold = (edit(1, 2, "the workplace"), edit(1, 3, "the workplace"))
    assert counts("in work places now", "in the workplace now", *gold) == Counts(1, 0, 1)


def test_any_alternative_replacement_is_correct():
    gold = edit(1, 2, "large", "big")
    assert counts("a grand house", "a big house", gold) == Counts(1, 0, 0)


def test_deletion_is_found_with_an_empty_replacement():
    assert counts("he is is here", "he is here", edit(2, 3, "")) == Counts(1, 0, 0)


def test_error_that_was_only_seen_is_never_found_but_counts_as_gold():
    gold = edit(1, 2, "car", error_type="UNK")
    assert counts("a car goed", "a car went", gold) == Counts(0, 1, 1)


def test_error_only_seen_keeps_its_word_outside_of_edits():
    gold = edit(1, 2, "car", error_type="UNK")
    assert counts("an car goed", "a car went") == Counts(0, 1, 0)
    assert counts("an car goed", "a car went", gold) == Counts(0, 2, 1)


def test_deletion_beside_an_insertion_is_found_where_a_substitution_would_be_cheaper():
    # One substitution (go -> home) costs less than deleting "go" and inserting "home"; only
    # the lattice with dearer substitutions holds the deletion that the gold asks for.
    assert counts("we go go", "we go home", edit(1, 2, "")) == Counts(1, 1, 0)


def test_annotator_is_chosen_who_makes_the_sum_so_far_best():
    matches = match_sentence(
        ["he", "go", "home"],
        ["he", "goes", "home"],
        {0: (edit(1, 2, "went"),), 1: (edit(1, 2, "goes"), edit(2, 3, "back"))},
    )
    assert choose_annotator(matches, Counts()) == 1


def test_choice_of_annotator_depends_on_the_counts_before():
    matches = match_sentence(
        list("abcdefgh"),
        list("xbcdefgy"),
        {0: (edit(0, 1, "x"), *(edit(i, i + 1, "q") for i in range(1, 7))), 1: ()},
    )
    # Nothing before: with nothing found F is 0, so the annotator with one found edit wins.
    assert choose_annotator(matches, Counts()) == 0
    # Much found before: one more found edit is not worth six more missed ones.
    assert choose_annotator(matches, Counts(40, 0, 0)) == 1


def test_annotator_who_found_nothing_is_a_choice():
    sentence = AnnotatedSentence(("fine", "."), {0: (edit(0, 1, "good"),), 1: ()})
    assert score_corpus([sentence], [["fine", "."]]) == Counts()


@given(
    st.lists(st.sampled_from("abcd"), max_size=7),
    st.lists(st.sampled_from("abcd"), max_size=7),
)
def test_counts_never_promise_more_than_there_is(source, hypothesis):
    gold = tuple(edit(i, i + 1, "a") for i in range(0, len(source), 2))
    found = match_sentence(source, hypothesis, {0: gold})[0].counts
    assert found.gold == len(gold)
    assert min(found.tp, found.fp, found.fn) >= 0
    assert found.proposed <= max(len(source), len(hypothesis)) + 1


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8), st.data())
def test_reference_made_from_separate_gold_edits_finds_them_all(source, draw):
    places = draw.draw(st.sets(st.integers(0, len(source) - 1)))
    gold = tuple(edit(i, i + 1, f"new{i}") for i in sorted(places))
    hypothesis = [f"new{i}" if i in places else word for i, word in enumerate(source)]
    found = match_sentence(source, hypothesis, {0: gold})[0].counts
    assert found == Counts(len(gold), 0, 0)
