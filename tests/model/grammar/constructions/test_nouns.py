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
        ("The film was very interested.", "The film was very interesting."),
        ("I am very interesting in art.", "I am very interested in art."),
        ("It was a very excited match.", "It was a very exciting match."),
        ("I am boring in this class.", "I am bored in this class."),
        ("My sister has long hairs.", "My sister has long hair."),
        ("This are my books.", "These are my books."),
        ("I like this shoes.", "I like these shoes."),
        ("Who's book is this?", "Whose book is this?"),
        ("The others people left.", "The other people left."),
        ("I have others friends.", "I have other friends."),
        ("It is bad for their healthy.", "It is bad for their health."),
        ("It is shown in the table 1.", "It is shown in table 1."),
        ("How many time do you need?", "How much time do you need?"),
        ("Less people came this year.", "Fewer people came this year."),
        (
            "There are a lot of advantage of living here.",
            "There are a lot of advantages of living here.",
        ),
    ],
)
def test_nouns_get_the_words_that_go_with_them(written, meant):
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
        "Everyone on the trip was very excited.",
        "She is interesting, in a way.",
        "Like that, things are fine.",
        "This is mine.",
        "This means a lot.",
        "In that children are small, yes.",
        "Who's there?",
        "Who's coming to dinner?",
        "I felt boring tools slip.",
        "How many time zones do you know?",
        "We learned a lot of problem solving.",
        "No less people than expected came.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
