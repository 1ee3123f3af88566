import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("I am married with a doctor.", "I am married to a doctor."),
        ("I prefer tea than coffee.", "I prefer tea to coffee."),
        ("I live here since two years.", "I have lived here for two years."),
        ("It rained during three days.", "It rained for three days."),
        ("I get up on 7 o'clock.", "I get up at 7 o'clock."),
        ("I was born at May.", "I was born in May."),
        ("The party is at 5 May.", "The party is on 5 May."),
        ("We meet in Monday.", "We meet on Monday."),
        ("According to me, it is wrong.", "In my opinion, it is wrong."),
        ("It is, according to me, wrong.", "It is, in my opinion, wrong."),
        ("On my opinion it is wrong.", "In my opinion it is wrong."),
        ("It was sold in last year.", "It was sold last year."),
        ("I sleep late in the weekend.", "I sleep late at the weekend."),
        ("I am proud for my son.", "I am proud of my son."),
        ("Please answer to my email.", "Please answer my email."),
        ("He is good in maths.", "He is good at maths."),
        ("I know him since five years.", "I have known him for five years."),
        ("He married with Anna.", "He married Anna."),
        ("We travelled with the train.", "We travelled by train."),
        ("She is on a hurry.", "She is in a hurry."),
        ("I am proud for you.", "I am proud of you."),
        ("I am angry on him.", "I am angry with him."),
        ("I congratulated him for his success.", "I congratulated him on his success."),
        ("He waited me for an hour.", "He waited for me for an hour."),
        ("I go to bed late at the night.", "I go to bed late at night."),
        ("It was at last weekend.", "It was last weekend."),
        ("I saw it in your website.", "I saw it on your website."),
        ("He has lived there for 2009.", "He has lived there since 2009."),
        ("I prefer tea more than coffee.", "I prefer tea to coffee."),
        ("In my point of view, it is wrong.", "From my point of view, it is wrong."),
        ("The shop is near from my house.", "The shop is near my house."),
    ],
)
def test_prepositions_go_with_the_words_beside(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "She is married with a child.",
        "It ended on November, 5th, 2015.",
        "We met on May 5.",
        "It stood in the 14 May issue.",
        "The answer to your question is no.",
        "They are married with children.",
        "They reached to the shelf.",
        "He went with the train driver.",
        "Can they wait us out?",
        "He is good in bed.",
        "She was angry to hear it.",
        "At the night club we danced.",
        "The things mentioned about him are false.",
        "He was accused for years.",
        "He has waited for 2009 to end.",
        "It rose in the third of the three years.",
        "I prefer reading more than one book at once.",
        "They live near people from my town.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
