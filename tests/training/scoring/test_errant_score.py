"""ERRANT-style edits and counts on sentences written for the purpose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.scoring.counts import Counts
from training.scoring.errant_alignment import letter_similarity
from training.scoring.errant_score import compare, extract_edits, f_score, score_errant


def edits(source: str, hypothesis: str) -> list[tuple[int, int, str]]:
    return extract_edits(source.split(), hypothesis.split())


def test_unchanged_sentence_has_no_edits():
    assert edits("We went home .", "We went home .") == []


def test_inflection_is_one_substitution():
    assert edits("He go to school .", "He goes to school .") == [(1, 2, "goes")]


def test_missing_and_needless_words_are_apart_when_words_are_kept_between():
    source, hypothesis = "She gave to me book .", "She gave me a book ."
    assert edits(source, hypothesis) == [(2, 3, ""), (4, 4, "a")]


def test_joined_word_is_one_edit_with_its_parts():
    assert edits("I walk every day slowly", "I walk everyday slowly") == [(2, 4, "everyday")]
    assert edits("a sub - way train", "a subway train") == [(1, 4, "subway")]
    # "acat" and "cat" alone would be alike enough to be an edit of their own.
    assert edits("I saw acat there", "I saw a cat there") == [(2, 3, "a cat")]


def test_swapped_words_are_one_transposition():
    assert edits("I have not it seen", "I have not seen it") == [(3, 5, "seen it")]


def test_infinitive_turned_into_gerund_is_one_edit():
    # "understand" and "understanding" alone would be alike enough to be an edit of their own.
    assert edits("He likes to understand", "He likes understanding") == [(2, 4, "understanding")]


def test_neighbouring_substitutions_are_two_edits():
    assert edits("They was walk home", "They were walking home") == [
        (1, 2, "were"),
        (2, 3, "walking"),
    ]


def test_full_stop_and_capital_letter_are_one_edit():
    assert edits("It rained , we stayed in .", "It rained . We stayed in .") == [(2, 4, ". We")]


def test_possessive_ending_joins_the_word_before_it():
    assert edits("my freinds car", "my friend 's car") == [(1, 2, "friend 's")]


def test_run_of_insertions_is_one_edit():
    assert edits("home .", "we all went home .") == [(0, 0, "we all went")]


def test_letter_similarity_counts_common_letters_in_order():
    assert letter_similarity("recieve", "receive") == 2 * 6 / 14
    assert letter_similarity("abc", "xyz") == 0.0


WORDS = ["the", "a", "cat", "cats", "runs", "ran", ",", ".", "to", "not"]
words = st.lists(st.sampled_from(WORDS), max_size=8)


@given(words, words)
def test_edits_turn_the_source_into_the_hypothesis(source, hypothesis):
    result, position = [], 0
    for start, end, text in extract_edits(source, hypothesis):
        assert start >= position
        result += [*source[position:start], *text.split()]
        position = end
    assert [*result, *source[position:]] == hypothesis


def gold(*edits: tuple[int, int, str], error_type: str = "R:OTHER") -> tuple[TokenEdit, ...]:
    return tuple(TokenEdit(start, end, error_type, (text,)) for start, end, text in edits)


def test_span_and_replacement_must_both_agree():
    wanted = gold((1, 2, "goes"), (3, 3, "the"))
    assert compare([(1, 2, "went"), (3, 3, "the")], wanted).counts == Counts(1, 1, 1)


def test_error_only_seen_is_not_asked_for():
    assert compare([], gold((1, 2, "word"), error_type="UNK")).counts == Counts()


def test_annotator_with_more_found_edits_is_chosen():
    sentence = AnnotatedSentence(
        ("He", "go", "home"), {0: gold((1, 2, "went")), 1: gold((1, 2, "goes"))}
    )
    assert score_errant([sentence], [["He", "goes", "home"]]) == Counts(1, 0, 0)


def test_f_of_nothing_to_do_and_nothing_done_is_one():
    assert f_score(Counts()) == 1.0
    assert f_score(Counts(0, 2, 2)) == 0.0
