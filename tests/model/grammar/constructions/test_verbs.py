import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I have 20 years old.", "I am 20 years old."),
        ("I've twenty-two years old.", "I'm twenty-two years old."),
        ("My brother has nine years old.", "My brother is nine years old."),
        ("My brother have nine years old.", "My brother is nine years old."),
        ("They had nine years old then.", "They were nine years old then."),
        ("I am 18 years and live here.", "I am 18 years old and live here."),
        ("Are you agree with me?", "Do you agree with me?"),
        ("We are agree.", "We agree."),
        ("She is agree with him.", "She agrees with him."),
        ("It worth visiting.", "It is worth visiting."),
        ("It is depends on the price.", "It depends on the price."),
        ("It was depend of the day.", "It depended of the day."),
        ("I don't can swim.", "I can't swim."),
        ("We didn\u2019t can sleep.", "We couldn\u2019t sleep."),
        ("I will can help.", "I will be able to help."),
        ("I can able to help.", "I can help."),
        ("I no have a car.", "I don't have a car."),
        ("She not like it.", "She doesn't like it."),
        ("It is consisted of two parts.", "It consists of two parts."),
        ("The end was depend on them.", "The end depended on them."),
        ("She has born in 1990.", "She was born in 1990."),
        ("I have hungry.", "I am hungry."),
        ("He has right.", "He is right."),
        ("The report was wrote by Anna.", "The report was written by Anna."),
        ("I can't find nothing.", "I can't find anything."),
        ("Nobody didn't come.", "Nobody came."),
        ("The car was stole.", "The car was stolen."),
        ("It was happened last year.", "It happened last year."),
        ("The accident was occurred at night.", "The accident occurred at night."),
        (
            "In the picture we can see a girl who dancing.",
            "In the picture we can see a girl who is dancing.",
        ),
        ("There have two cats in the room.", "There are two cats in the room."),
        ("Is very important to sleep.", "It is very important to sleep."),
        ("Is raining.", "It is raining."),
        ("It exists many reasons.", "There are many reasons."),
    ],
)
def test_verbs_take_the_form_that_goes_there(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I have 20 years of experience.",
        "The knife is used to get the lid off.",
        "He has finished, to my surprise.",
        "I have been waiting since two hours ago.",
        "I have been there for the last year.",
        "Is there any news?",
        "A number of cars are old.",
        "You can agree.",
        "I can see, and I will.",
        "The tin can fell.",
        "We used to can peaches.",
        "Where is my bus?",
        "It is the first time since 2003 that we won.",
        "When I will go is not known.",
        "You have right of way.",
        "There have been many.",
        "People there have many problems.",
        "Is it raining?",
        "Those who during the war fled came back.",
        "We do nothing about it.",
        "It is no joke.",
        "He was born in May.",
        "I have hungry children.",
        "He never says nothing but lies.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
