import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I have seen him yesterday.", "I saw him yesterday."),
        ("We've been there two years ago.", "We were there two years ago."),
        ("She is living here since 2015.", "She has been living here since 2015."),
        ("I'm here since last year.", "I've been here since last year."),
        ("If she will come, I will go.", "If she comes, I will go."),
        ("When I will be old, I will rest.", "When I am old, I will rest."),
        ("If I would have known, I would have come.", "If I had known, I would have come."),
        ("I will go there if I will have time.", "I will go there if I have time."),
        ("When I will arrive, I will call you.", "When I arrive, I will call you."),
        ("I am knowing him.", "I know him."),
        ("I am not understanding you.", "I don't understand you."),
        ("I live here since I was born.", "I have lived here since I was born."),
        ("How long are you living here?", "How long have you been living here?"),
        ("We are knowing each other for ten years.", "We have known each other for ten years."),
        ("The weather yesterday is very cold.", "The weather yesterday was very cold."),
        ("I've been knowing him for years.", "I've known him for years."),
    ],
)
def test_tenses_tell_what_goes_on_and_what_is_over(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "They were here the day before to see it.",
        "I am going since last orders were called.",
        "If you will follow me, please.",
        "It has been raining since morning.",
        "I will see if he will come.",
        "Yesterday we can only guess at.",
        "He is happy since he left.",
        "I work there since it is near.",
        "Yesterday I read a book.",
        "I am staying here for five years.",
        "He has come to see it last year.",
        "If you would like, we would come.",
        "He has been ill in the past.",
        "The book yesterday is a dream.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
