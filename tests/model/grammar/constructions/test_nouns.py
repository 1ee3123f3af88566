import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("She is teacher.", "She is a teacher."),
        ("My father is engineer in Rome.", "My father is an engineer in Rome."),
        ("We had a good weather.", "We had good weather."),
        ("It was a big fun!", "It was big fun!"),
        ("He has a long black hair.", "He has long black hair."),
        ("Give me an information about it.", "Give me some information about it."),
        ("How much books do you have?", "How many books do you have?"),
        ("There are too much people.", "There are too many people."),
        ("I have few money.", "I have little money."),
        ("I stayed a little days.", "I stayed a few days."),
        ("Almost people have one.", "Most people have one."),
        ("Today is good than yesterday.", "Today is better than yesterday."),
        ("It is more easy than that.", "It is easier than that."),
        ("This one is more big.", "This one is bigger."),
        ("She is the most tall of us.", "She is the tallest of us."),
        ("He is enough old to drive.", "He is old enough to drive."),
        ("The film was very interested.", "The film was very interesting."),
        ("I am very interesting in art.", "I am very interested in art."),
        ("It was a very excited match.", "It was a very exciting match."),
        ("The most of the students passed.", "Most of the students passed."),
    ],
)
def test_nouns_and_adjectives_get_the_words_that_go_with_them(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "She is teacher training.",
        "It was a good news story.",
        "He has a long hair in his soup.",
        "It is an information desk.",
        "I know how much people like it.",
        "Few money orders were sold.",
        "He came a little later.",
        "It does more good than harm.",
        "There is no more cold.",
        "There is enough old wood.",
        "The most high-profile case was lost.",
        "Everyone on the trip was very excited.",
        "She is interesting, in a way.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
