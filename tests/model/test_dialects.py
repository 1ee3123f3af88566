import pytest

from model.dialects import counts_a_group, in_american, in_british, is_dialect_swap


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"),
        ("Neighbourhood", "neighborhood"),
        ("honourable", "honorable"),
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("metres", "meters"),
        ("travelled", "traveled"),
        ("labelling", "labeling"),
        ("defence", "defense"),
        ("grey", "gray"),
        ("learnt", "learned"),
        ("worshipped", "worshiped"),
        ("Focussing", "focusing"),
        ("benefitted", "benefited"),
        ("kidnappers", "kidnapers"),
        ("my favourite colour", "my favorite color"),
    ],
)
def test_a_change_of_dialect_is_recognised_both_ways(one, other):
    assert is_dialect_swap(one, other)
    assert is_dialect_swap(other, one)


@pytest.mark.parametrize(
    ("original", "replacement"),
    [
        ("colour", "colours"),
        ("colur", "colour"),
        ("advize", "advise"),
        ("surprize", "surprise"),
        ("for", "four"),
        ("hor", "hour"),
        ("faling", "falling"),
        ("stoped", "stopped"),
        ("thier", "their"),
        ("Colour", "colour"),
        (" ", ""),
        ("", "the"),
        ("price", "prize"),
        ("hoping", "hopping"),
        ("shiped", "shipped"),
        ("formated", "formatted"),
        ("targetted", "targeted"),
        ("worshiped", "worshipping"),
    ],
)
def test_a_mended_mistake_is_no_change_of_dialect(original, replacement):
    assert not is_dialect_swap(original, replacement)


@pytest.mark.parametrize("word", ["actor", "water", "size", "prize", "order", "four", "never"])
def test_words_without_a_british_pair_stay(word):
    assert in_british(word) == word


@pytest.mark.parametrize("word", ["tire", "practice", "story", "worshipped", "focused", "program"])
def test_words_that_are_right_in_both_variants_stay(word):
    assert in_british(word) == in_american(word) == word


def test_a_spelling_keeps_its_capitals():
    assert in_british("COLOR") == "COLOUR"
    assert in_american("Colour") == "Color"


@pytest.mark.parametrize(
    ("before", "original", "replacement", "is_habit"),
    [
        ("The government ", "have", "has", True),
        ("Our Team ", "is", "are", True),
        ("My brother ", "have", "has", False),
        ("The team ", "play", "plays", False),
        ("", "have", "has", False),
    ],
)
def test_a_group_may_be_one_or_many(before, original, replacement, is_habit):
    assert counts_a_group(original, replacement, before) is is_habit
