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
        ("I want to going home.", "I want to go home."),
        ("Before to leave, close it.", "Before leaving, close it."),
        ("He left without to say a word.", "He left without saying a word."),
        ("She is capable to do it.", "She is capable of doing it."),
        ("I have difficulty to sleep.", "I have difficulty sleeping."),
        ("I finished to read it.", "I finished reading it."),
        ("I spend my time to read.", "I spend my time reading."),
        ("I am used to get up early.", "I am used to getting up early."),
        ("It is worth to see.", "It is worth seeing."),
        ("I don't can swim.", "I can't swim."),
        ("We didn\u2019t can sleep.", "We couldn\u2019t sleep."),
        ("I will can help.", "I will be able to help."),
        ("I can able to help.", "I can help."),
        ("I no have a car.", "I don't have a car."),
        ("She not like it.", "She doesn't like it."),
        ("I have seen him yesterday.", "I saw him yesterday."),
        ("We've been there two years ago.", "We were there two years ago."),
        ("My brother and I was at home.", "My brother and I were at home."),
        ("Each of the boys have a bike.", "Each of the boys has a bike."),
        ("The number of cars are growing.", "The number of cars is growing."),
        ("The news are good.", "The news is good."),
        ("The police is coming.", "The police are coming."),
        ("Do she like tea?", "Does she like tea?"),
        ("What do he want?", "What does he want?"),
        ("Is there any books?", "Are there any books?"),
        ("Where is my glasses?", "Where are my glasses?"),
        ("She is living here since 2015.", "She has been living here since 2015."),
        ("I'm here since last year.", "I've been here since last year."),
        ("It is consisted of two parts.", "It consists of two parts."),
        ("The end was depend on them.", "The end depended on them."),
        ("If she will come, I will go.", "If she comes, I will go."),
        ("When I will be old, I will rest.", "When I am old, I will rest."),
        ("If I would have known, I would have come.", "If I had known, I would have come."),
    ],
)
def test_verbs_take_the_form_that_goes_there(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I have 20 years of experience.",
        "We used to get up early.",
        "The knife is used to get the lid off.",
        "They were here the day before to see it.",
        "He has finished, to my surprise.",
        "From start to finish to me it was fun.",
        "I have been waiting since two hours ago.",
        "I have been there for the last year.",
        "Do it again.",
        "Is there any news?",
        "The lady and I was the title.",
        "A number of cars are old.",
        "You can agree.",
        "We spent the day with friends to forget it.",
        "I can see, and I will.",
        "The tin can fell.",
        "We used to can peaches.",
        "Where is my bus?",
        "It is the first time since 2003 that we won.",
        "I am going since last orders were called.",
        "If you will follow me, please.",
        "When I will go is not known.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
