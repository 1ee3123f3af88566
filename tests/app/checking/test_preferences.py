import pytest

from app.checking.messages import Issue
from app.checking.preferences import Preferences, replacement_key, words_to_learn
from model.edits import Category, Edit, Span


def issue(original, replacement, category=Category.GRAMMAR, error_type="R:OTHER"):
    edit = Edit(Span(0, len(original)), original, replacement, 0.9, category, error_type)
    return Issue(1, 0, len(original), edit, original, 0)


def test_by_default_everything_is_shown():
    assert Preferences().shows(issue("go", "goes"))


def test_a_word_in_the_dictionary_is_left_alone_in_any_case():
    wanted = Preferences(dictionary=frozenset({"kubernetes"}))
    assert not wanted.shows(issue("Kubernetes", "Cabernets", Category.SPELLING))


def test_a_dictionary_word_that_stays_does_not_hide_other_changes():
    wanted = Preferences(dictionary=frozenset({"kubernetes"}))
    assert wanted.shows(issue("Kubernetes go", "Kubernetes goes"))


@pytest.mark.parametrize("word", ["o'neill", "jean-luc", "covid19"])
def test_words_with_marks_inside_are_words(word):
    assert not Preferences(dictionary=frozenset({word})).shows(issue(word.title(), "other"))


@pytest.mark.parametrize("mark", ["'", "\u2019"])
def test_the_possessive_of_a_dictionary_word_is_known_too(mark):
    wanted = Preferences(dictionary=frozenset({"zorblax"}))
    assert not wanted.shows(issue(f"Zorblax{mark}s", "Zora's"))


def test_an_ignored_rule_hides_its_kind_only():
    wanted = Preferences(ignored_rules=frozenset({"R:PREP"}))
    assert not wanted.shows(issue("in", "at", error_type="R:PREP"))
    assert wanted.shows(issue("in", "at", error_type="U:PREP"))


def test_an_ignored_replacement_hides_exactly_that():
    hidden = issue("kilo", "kilos")
    wanted = Preferences(ignored_replacements=frozenset({replacement_key(hidden.edit)}))
    assert not wanted.shows(hidden)
    assert wanted.shows(issue("kilo", "kilogram"))


def test_a_dismissed_issue_is_hidden_by_its_place():
    first = issue("go", "goes")
    assert not Preferences(dismissed=frozenset({first.key})).shows(first)
    assert Preferences(dismissed=frozenset({first.key})).shows(issue("go", "went"))


@pytest.mark.parametrize("word", ["mcdonald's", "mcdonald"])
@pytest.mark.parametrize("mark", ["'", "\u2019"])
def test_a_name_with_an_apostrophe_is_known_as_it_stands(word, mark):
    known = Preferences(dictionary=frozenset({word}))
    assert not known.shows(issue(f"McDonald{mark}s", "McDonalds", Category.SPELLING, "R:SPELL"))


@pytest.mark.parametrize(
    ("original", "replacement", "error_type", "learnt"),
    [
        ("becouse", "because", "R:SPELL", ("becouse",)),
        ("Zorblax's", "Zora's", "R:SPELL", ("Zorblax",)),
        ("Zorblax go", "Zorblax goes", "R:SPELL", ("go",)),
        ("Kovacs", "Kovac", "R:NOUN:NUM", ("Kovacs",)),
        ("a", "an", "R:DET", ()),
        ("have", "has", "R:VERB:SVA", ()),
        ("", ",", "M:PUNCT", ()),
        ("1st", "1.", "R:OTHER", ("1st",)),
        ("12", "13", "R:OTHER", ()),
    ],
)
def test_only_words_that_may_be_right_are_offered_for_the_dictionary(
    original, replacement, error_type, learnt
):
    assert words_to_learn(issue(original, replacement, error_type=error_type).edit) == learnt


@pytest.mark.parametrize("written", ["Zorblax", "Zorblax's", "Zorblax\u2019s"])
def test_a_learnt_word_is_no_issue_any_more(written):
    found = issue(written, "Zebra", Category.SPELLING, "R:SPELL")
    learnt = Preferences(dictionary=frozenset(map(str.casefold, words_to_learn(found.edit))))
    assert not learnt.shows(found)
