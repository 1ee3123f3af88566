import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import Category, Edit, Span
from model.filtering import Sensitivity, is_acceptable, is_wanted

THRESHOLDS = {"R:SPELL": 0.3, "PUNCT": 0.8, "grammar": 0.6, "default": 0.7}


def edit(
    original,
    replacement,
    confidence=0.99,
    category=Category.GRAMMAR,
    error_type="R:OTHER",
    start=0,
):
    span = Span(start, start + len(original))
    return Edit(span, original, replacement, confidence, category, error_type)


@pytest.mark.parametrize(
    ("error_type", "category", "expected"),
    [
        ("R:SPELL", Category.SPELLING, 0.3),
        ("M:PUNCT", Category.PUNCTUATION, 0.8),
        ("R:DET", Category.GRAMMAR, 0.6),
        ("R:ORTH", Category.SPELLING, 0.7),
    ],
)
def test_the_most_exact_threshold_counts(error_type, category, expected):
    assert Sensitivity(THRESHOLDS).threshold(error_type, category) == pytest.approx(expected)


def test_without_any_threshold_an_even_chance_is_needed():
    assert Sensitivity({}).threshold("R:DET", Category.GRAMMAR) == 0.5


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_level_never_raises_a_threshold(tuned, one, other):
    fewer, more = sorted((one, other))
    thresholds = [
        Sensitivity({"default": tuned}, level).threshold("R:DET", Category.GRAMMAR)
        for level in (fewer, more)
    ]
    assert 0.0 <= thresholds[1] <= thresholds[0] + 1e-12 <= 1.0 + 1e-9


@given(st.floats(0, 1))
def test_every_level_keeps_the_order_of_the_thresholds(level):
    sensitivity = Sensitivity(THRESHOLDS, level)
    found = [
        sensitivity.threshold(*kind)
        for kind in (
            ("R:SPELL", Category.SPELLING),
            ("R:DET", Category.GRAMMAR),
            ("R:ORTH", Category.SPELLING),
            ("M:PUNCT", Category.PUNCTUATION),
        )
    ]
    assert all(low < high for low, high in itertools.pairwise(found))


def test_a_given_confidence_replaces_thresholds_and_level():
    sensitivity = Sensitivity(THRESHOLDS, 0.0, 0.25)
    assert sensitivity.threshold("M:PUNCT", Category.PUNCTUATION) == 0.25


@pytest.mark.parametrize("wrong", [{"level": 1.5}, {"level": -0.1}, {"min_confidence": 2.0}])
def test_settings_outside_zero_and_one_are_refused(wrong):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Sensitivity({}, **wrong)


@pytest.mark.parametrize(
    ("original", "replacement"),
    [
        ("in 1990", "in 1991"),
        ("5", "five"),
        ("colour", "color"),
        ("  ", " "),
        ("x", "\ufffd"),
        ("a", "one of those things that people say about"),
        ("He go to the house of his old friend", "They"),
    ],
)
def test_changes_that_a_corrector_must_not_make_are_refused_at_any_confidence(
    original, replacement
):
    assert not is_acceptable(edit(original, replacement, 1.0))


@pytest.mark.parametrize(
    ("original", "replacement"),
    [(" ", ""), ("", " "), ("the ", ""), ("", "the "), ("alot", "a lot"), ("was go", "had gone")],
)
def test_ordinary_corrections_are_acceptable(original, replacement):
    assert is_acceptable(edit(original, replacement))


def test_an_edit_below_its_threshold_is_not_shown():
    sensitivity = Sensitivity({"default": 0.6})
    assert is_wanted(edit("go", "goes", 0.61), "go", sensitivity)
    assert not is_wanted(edit("go", "goes", 0.59), "go", sensitivity)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("She lives at 27 Rue des Lilas.", False),
        ("They live in des Lilas.", True),
        ("Rue des Lilas is long.", True),
    ],
)
def test_a_small_word_within_a_name_is_of_the_name(sentence, wanted):
    small = edit("des", "the", 0.6, Category.SPELLING, "R:SPELL", start=sentence.index("des"))
    assert is_wanted(small, sentence, Sensitivity({})) is wanted


def test_what_the_words_beside_forbid_is_not_shown_at_any_confidence():
    found = edit("on", "in", confidence=1.0, start=8)
    assert not is_wanted(found, "He died on July 12, 1891.", Sensitivity({}))
    assert is_wanted(found, "He died on July 1891.", Sensitivity({}))


def test_respelling_a_name_in_mid_sentence_needs_more_confidence():
    sensitivity = Sensitivity({"default": 0.5})
    name = edit("Jonh", "John", 0.7, Category.SPELLING, "R:SPELL", start=6)
    assert not is_wanted(name, "I saw Jonh today", sensitivity)
    first = edit("Jonh", "John", 0.7, Category.SPELLING, "R:SPELL")
    assert is_wanted(first, "Jonh came", sensitivity)
    assert is_wanted(name, "I saw Jonh today", Sensitivity({}, min_confidence=0.5))


@pytest.mark.parametrize(
    "line",
    [
        "# Chapter one",
        "- milk and eggs",
        "Yours sincerely",
        "what was said in the last meeting",
        "How We Built Our New Office",
    ],
)
def test_headings_and_items_get_no_final_full_stop(line):
    stop = edit("", ".", 0.99, Category.PUNCTUATION, "M:PUNCT", start=len(line))
    assert not is_wanted(stop, line + "\n", Sensitivity({}))


def test_an_emoji_ends_a_sentence_as_well_and_a_quote_does_not():
    stop = edit("", ".", 0.99, Category.PUNCTUATION, "M:PUNCT", start=23)
    assert not is_wanted(stop, "I went to school by bus 😀", Sensitivity({}))
    assert is_wanted(stop, "I went to school by bus”", Sensitivity({}))


def test_a_sentence_gets_its_final_full_stop():
    sentence = "She went to school yesterday\n"
    stop = edit("", ".", 0.99, Category.PUNCTUATION, "M:PUNCT", start=len(sentence) - 1)
    assert is_wanted(stop, sentence, Sensitivity({}))


def test_a_known_word_is_taken_for_a_misspelling_only_by_who_is_surer():
    unsure = edit("county", "country", 0.4, Category.SPELLING, "R:SPELL")
    sentence = "county councils"
    sensitivity = Sensitivity(THRESHOLDS)
    assert is_wanted(unsure, sentence, sensitivity)
    assert not is_wanted(unsure, sentence, sensitivity, respells_word=True)
    sure = edit("county", "country", 0.6, Category.SPELLING, "R:SPELL")
    assert is_wanted(sure, sentence, sensitivity, respells_word=True)
    assert is_wanted(unsure, sentence, Sensitivity({}, 0.5, 0.3), respells_word=True)


def test_a_pattern_may_move_more_words_than_a_model_may_replace():
    moved = edit("me the rules of the game", "the rules of the game to me")
    assert not is_acceptable(moved)
    assert is_acceptable(replace(moved, rule="order:explain"))
