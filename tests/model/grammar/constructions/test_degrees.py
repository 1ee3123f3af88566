import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Almost people have one.", "Most people have one."),
        ("Today is good than yesterday.", "Today is better than yesterday."),
        ("It is more easy than that.", "It is easier than that."),
        ("This one is more big.", "This one is bigger."),
        ("She is the most tall of us.", "She is the tallest of us."),
        ("He is enough old to drive.", "He is old enough to drive."),
        ("The most of the students passed.", "Most of the students passed."),
        ("He has the same car than me.", "He has the same car as me."),
        ("She is enough old to drive.", "She is old enough to drive."),
        ("Almost people have a phone.", "Most people have a phone."),
        ("It was the baddest day of my life.", "It was the worst day of my life."),
        (
            "She is the more beautiful girl in the class.",
            "She is the most beautiful girl in the class.",
        ),
        ("He works harder as me.", "He works harder than me."),
        ("I am as tall than him.", "I am as tall as him."),
        ("It was a so beautiful day.", "It was such a beautiful day."),
        ("She is such beautiful.", "She is so beautiful."),
        ("He is too much tall.", "He is too tall."),
        ("The box is too heavy that I can't lift it.", "The box is so heavy that I can't lift it."),
        ("He is taller that his brother.", "He is taller than his brother."),
        ("It was better that I expected.", "It was better than I expected."),
    ],
)
def test_degrees_take_the_words_that_go_with_them(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "It does more good than harm.",
        "There is no more cold.",
        "There is enough old wood.",
        "The most high-profile case was lost.",
        "It is such good news.",
        "It was too much hard work.",
        "He is a so-called friend.",
        "You know better as you get older.",
        "It is one of the more beautiful towns in the country.",
        "They found a do-gooder.",
        "He was too ill that day.",
        "It is better that my father stays.",
        "It is clearer that they lied.",
        "He is older, that man.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
