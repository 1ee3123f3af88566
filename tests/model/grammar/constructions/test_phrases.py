import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I always do a mistake here.", "I always make a mistake here."),
        ("He has done many mistakes.", "He has made many mistakes."),
        ("I have to make my homework.", "I have to do my homework."),
        ("She said the truth.", "She told the truth."),
        ("Can you borrow me your pen?", "Can you lend me your pen?"),
        ("I need a work.", "I need a job."),
        ("I want to go to there.", "I want to go there."),
        ("I am married with a doctor.", "I am married to a doctor."),
        ("I prefer tea than coffee.", "I prefer tea to coffee."),
        ("I live here since two years.", "I live here for two years."),
        ("It rained during three days.", "It rained for three days."),
        ("I get up on 7 o'clock.", "I get up at 7 o'clock."),
        ("I was born at May.", "I was born in May."),
        ("The party is at 5 May.", "The party is on 5 May."),
        ("We meet in Monday.", "We meet on Monday."),
        ("According to me, it is wrong.", "In my opinion, it is wrong."),
        ("It is, according to me, wrong.", "It is, in my opinion, wrong."),
        ("On my opinion it is wrong.", "In my opinion it is wrong."),
        ("He has the same car than me.", "He has the same car as me."),
        ("She plays the piano very good.", "She plays the piano very well."),
        ("I work hardly every day.", "I work hard every day."),
        ("We made a lot of photos.", "We took a lot of photos."),
        ("I like very much chocolate.", "I like chocolate very much."),
        ("This is for you and I.", "This is for you and me."),
        ("She is the woman which I met.", "She is the woman who I met."),
        ("It was sold in last year.", "It was sold last year."),
        ("I sleep late in the weekend.", "I sleep late at the weekend."),
        ("I am proud for my son.", "I am proud of my son."),
    ],
)
def test_words_that_go_together_do(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "When does a mistake become a habit?",
        "Does this mistake matter?",
        "It is a work of art.",
        "Go to home page three.",
        "She is married with a child.",
        "I prefer to walk more than to swim.",
        "I have coded since 11 years old.",
        "It broke during three months of work.",
        "It ended on November, 5th, 2015.",
        "We met on May 5.",
        "He said so in Friday's paper.",
        "It stood in the 14 May issue.",
        "He said so in Friday night's programme.",
        "People of the same kind like the sea.",
        "The song they play is very good.",
        "We worked hardly at all.",
        "I like very much indeed.",
        "He sold it to you and I bought it.",
        "It is a school for boys which works.",
        "He said so in last year's report.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
