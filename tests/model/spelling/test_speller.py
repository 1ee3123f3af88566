from dataclasses import replace

import pytest

from model.edits import Category, Edit, Span
from model.ngrams import Ngrams
from model.spelling.speller import (
    Speller,
    breaks_word,
    in_case_of,
    invents_word,
    respells_word,
    without_conflicts,
    written_at,
)
from tests.model.spelling.small_words import small_word_list


def speller(ngrams=None, **weights):
    return Speller(small_word_list(), weights, ngrams)


def unknown(source):
    return [source[span.start : span.end] for span in speller().unknown_words(source)]


def edit(start, end, replacement, confidence, original=None):
    text = original or "x" * (end - start)
    return Edit(Span(start, end), text, replacement, confidence, Category.SPELLING, "R:SPELL")


def test_a_misspelt_word_is_proposed_with_its_span_and_case():
    source = "Freinds receive the world."
    (found,) = speller(same_skeleton=9.0).proposals(source)
    assert (found.original, found.replacement) == ("Freinds", "Friends")
    assert source[found.span.start : found.span.end] == found.original
    assert found.category is Category.SPELLING
    assert 0.5 < found.confidence <= 1.0


def test_candidates_that_are_often_seen_in_such_words_win():
    source, span = "We met her freind here.", Span(11, 17)
    ngrams = Ngrams.of({"her": 9, "her friend": 9, "met her friend": 9, "met her": 9}, 100)
    good, other = speller(ngrams).familiarity(source, span, ["friend", "fried"])
    assert good > 3.0 > other
    assert speller().familiarity(source, span, ["friend", "fried"]) == [0.0, 0.0]


def test_known_words_are_left_alone():
    assert list(speller().proposals("He met her friends in the world.")) == []


def test_in_a_long_sentence_more_words_may_be_unknown():
    sentence = "He met her friends in the world "
    assert len(unknown(sentence * 12 + "frend " * 9)) == 9
    assert unknown(sentence + "frend " * 9) == []


@pytest.mark.parametrize(
    "source",
    [
        "He met CERN in the world.",  # an acronym
        "We can go to iFoo with the friend.",  # a name with capitals inside
        "We go to ex-frend with the friend.",  # part of a longer word
        "We go to frend.org with the friend.",
        "We go to frend's with the frënd.",  # letters of another alphabet follow or are within
        "We go to frend2 with the friend.",
        "We go to @frend with the friend.",
    ],
)
def test_what_is_no_plain_word_is_not_looked_up(source):
    assert [word for word in unknown(source) if word != "frend's"] == []


def test_a_word_at_the_end_of_a_sentence_is_looked_up():
    assert unknown("He met his frend.") == ["frend"]
    assert unknown("He met his 'frend'") == ["frend"]


def test_a_sentence_of_unknown_words_is_not_english():
    assert unknown("Ik hebbe den vriendt ontmoetet") == []


def test_a_shouted_sentence_is_looked_up_in_capitals():
    assert unknown("HE MET HIS FREND") == ["FREND"]
    assert in_case_of("FREND", "friend") == "FRIEND"
    assert in_case_of("Frend", "friend") == "Friend"
    assert in_case_of("wensday", "Wednesday") == "Wednesday"


def test_marks_before_a_word_do_not_make_it_the_second():
    assert written_at('"Frend', Span(1, 6), []).is_first
    assert not written_at("A frend", Span(2, 7), []).is_first


@pytest.mark.parametrize(
    ("source", "word", "beside_unknown", "beside_name"),
    [
        ("a pain au chocolat here", "chocolat", True, False),
        ("a pain au chocolat here", "au", True, False),
        ("we met ap Rhys there", "ap", False, True),
        ("they teach reo M\u0101ori there", "reo", False, True),
        ("Her frend and I", "frend", False, False),  # the first word is always capitalised
        ("the frend I met", "frend", False, False),
        ("the frend, Rhys", "frend", False, False),  # a comma is between them
    ],
)
def test_the_words_beside_are_looked_at(source, word, beside_unknown, beside_name):
    def place(text):
        return Span(source.index(text), source.index(text) + len(text))

    unknown = [place(text) for text in ("au", "chocolat") if f" {text} " in source]
    written = written_at(source, place(word), unknown)
    assert written.is_beside_unknown is beside_unknown
    assert written.is_beside_name is beside_name


def test_words_that_nobody_knows_are_not_written_into_a_text():
    words = small_word_list()
    invented = edit(0, 4, "friendd", 0.9)
    assert invents_word(invented, "frnd is here", words)
    assert not invents_word(edit(0, 4, "friend", 0.9), "frnd is here", words)
    assert not invents_word(edit(0, 4, "the Kowalczyk", 0.9), "Kowalczyk is here", words)


def test_a_known_word_is_not_cut_into_rarer_ones():
    words = small_word_list()
    assert breaks_word(edit(0, 6, "fr iend", 0.9, original="friend"), words)
    assert not breaks_word(edit(0, 8, "met them", 0.9, original="metthem"), words)
    assert not breaks_word(edit(0, 6, "friend", 0.9, original="freind"), words)


def test_of_overlapping_edits_the_surest_stays():
    weak, strong, apart = edit(0, 5, "a", 0.4), edit(3, 8, "b", 0.8), edit(8, 9, "c", 0.1)
    assert without_conflicts([weak, apart, strong]) == [strong, apart]


def test_a_word_does_not_own_what_becomes_a_verb():
    owner = edit(3, 10, "parents'", 0.4, "parents")
    verb = edit(11, 16, "live", 0.8, "lives")
    assert without_conflicts([owner, verb]) == [verb]
    assert without_conflicts([owner, edit(17, 20, "in", 0.8)])[0] == owner


def test_two_insertions_at_one_place_are_a_conflict():
    assert len(without_conflicts([edit(3, 3, "a", 0.4), edit(3, 3, "b", 0.8)])) == 1


def test_known_words_are_respelt_but_unknown_and_confusable_ones_are_not():
    words = small_word_list()
    assert respells_word(edit(0, 7, "fried", 0.9, "friends"), words)
    assert not respells_word(edit(0, 7, "friends", 0.9, "freinds"), words)
    assert not respells_word(edit(0, 3, "it's", 0.9, "its"), words)
    other = replace(edit(0, 7, "friend", 0.9, "friends"), error_type="R:NOUN:NUM")
    assert not respells_word(other, words)
