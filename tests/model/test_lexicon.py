import pytest

from model.lexicon import is_known_form, is_verb, regularised_forms, stem, word_class


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("go", "went"),
        ("goed", "gone"),
        ("buyed", "bought"),
        ("child", "childs"),
        ("city", "cities"),
        ("stop", "stopping"),
        ("travel", "travelled"),
        ("make", "making"),
        ("big", "bigger"),
        ("happy", "happier"),
        ("dog", "dog's"),
        ("be", "are"),
    ],
)
def test_forms_of_one_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("go", "get"), ("house", "horse"), ("this", "is")])
def test_different_words_have_different_stems(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("The", "DET"),
        ("of", "PREP"),
        ("He", "PRON"),
        ("don’t", "AUX"),
        ("but", "CONJ"),
        ("dog", ""),
    ],
)
def test_closed_classes_are_told_whatever_the_case(word, expected):
    assert word_class(word) == expected


def test_frequent_verbs_are_known_in_all_forms():
    assert all(is_verb(word) for word in ("walk", "walked", "goes", "bought", "is"))
    assert not any(is_verb(word) for word in ("apple", "children", "better"))


def test_wrong_regular_forms_of_irregular_words_are_told_apart():
    assert is_known_form("went")
    assert is_known_form("walked")
    assert not is_known_form("goed")


@pytest.mark.parametrize(
    ("made_up", "forms"),
    [
        ("buyed", {"bought"}),
        ("childs", {"children"}),
        ("Catched", {"caught"}),
        ("bought", set()),
        ("walked", set()),
    ],
)
def test_forms_made_by_rule_lead_to_the_irregular_ones(made_up, forms):
    assert regularised_forms(made_up) == forms
