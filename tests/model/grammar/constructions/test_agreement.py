import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("My brother and I was at home.", "My brother and I were at home."),
        ("Each of the boys have a bike.", "Each of the boys has a bike."),
        ("The number of cars are growing.", "The number of cars is growing."),
        ("The news are good.", "The news is good."),
        ("The police is coming.", "The police are coming."),
        ("Is there any books?", "Are there any books?"),
        ("Where is my glasses?", "Where are my glasses?"),
        ("There is a lot of people here.", "There are a lot of people here."),
        ("Either he or she have to go.", "Either he or she has to go."),
        ("The number of students have grown.", "The number of students has grown."),
        ("The information are wrong.", "The information is wrong."),
        ("One of my brothers are a cook.", "One of my brothers is a cook."),
        ("The prices in this shop is high.", "The prices in this shop are high."),
        ("The list of guests were long.", "The list of guests was long."),
        ("The paper propose a new method.", "The paper proposes a new method."),
    ],
)
def test_verbs_go_with_their_subject(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "The lady and I was the title.",
        "There is a lot of money.",
        "There is plenty of politics.",
        "Neither he nor they have it.",
        "No signs of either trade or war have been found.",
        "A number of years is enough.",
        "The news in the paper is bad.",
        "The United States of the time was poor.",
        "The list of the guests is long.",
        "One of the boys and a girl are here.",
        "The book cut the price.",
        "Let the model learn a lot.",
        "The authors propose a method.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
