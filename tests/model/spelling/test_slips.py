import pytest

from model.edits import apply_edits
from model.spelling.slips import slip_edits


def mended(text):
    return apply_edits(text, list(slip_edits(text)))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("We waited for for an hour.", "We waited for an hour."),
        ("The the bus was late.", "The bus was late."),
        ("It is of  of no use.", "It is of no use."),
        ("She could of won.", "She could have won."),
        ("They shouldn't of come.", "They shouldn't have come."),
        ("See you on wednesday!", "See you on Wednesday!"),
        ("He speaks german, english and french.", "He speaks German, English and French."),
        ("Is it in paris?", "Is it in Paris?"),
        ("This is more better than that.", "This is better than that."),
        ("It is the most easiest way.", "It is the easiest way."),
        ("I am agree with you.", "I agree with you."),
        ("She said that that she would come.", "She said that she would come."),
        ("See you in the after noon.", "See you in the afternoon."),
        ("He did it by him self.", "He did it by himself."),
        ("They enjoyed them selves in Rome.", "They enjoyed themselves in Rome."),
        ("I have no seen it.", "I have not seen it."),
        ("Thanks for the informations.", "Thanks for the information."),
        ("We receive many information every day.", "We receive much information every day."),
        ("Many money was lost with these equipment.", "Much money was lost with this equipment."),
        ("These datas are in two loafs.", "These data are in two loaves."),
        ("I was late,but he wasn't;she was.", "I was late, but he wasn't; she was."),
        (
            "One,two,three!We didn't stop.Then I left.",
            "One, two, three! We didn't stop. Then I left.",
        ),
        ("Is it so?I see,a pity.", "Is it so? I see, a pity."),
    ],
)
def test_slips_are_mended(wrong, right):
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "right",
    [
        "Many software companies and these information systems fail; many advise it.",
        "These information and communication technologies are new.",
        "He had had enough, and that that was so was clear.",
        "We would of course help.",
        "What they should of necessity do is wait.",
        "Those who can can hand it in in May, and are are the lucky ones we talked to to learn.",
        "We march in may.",
        "The a-a sound and the to-to game.",
        "Write to paris@example.org or see www.paris.fr or /home/paris.",
        "The file paris.txt is there.",
        "It was, was it not?",
        "Look at the\nthe list.",
        "The frenchman left.",
        "There are more older people here, and more better options.",
        "A car is more fast than a bus.",
        "I am agreed. The most honest answer is the best.",
        "After noon it rained. The it self-test ran, and my self-esteem fell.",
        "I know that that is so. They have no made-up stories and no seen danger.",
        "She advises us; the software's price.",
        "See setup.py,www.example.org and foo.Bar.baz, or a,b and N,N-dimethyl, at 3,5.",
        "Mr.Smith of Yahoo!Answers uses Node.js, C,C++ and Vue.Js; f(a,b) is the TL;DR.",
        "The dog,cat/mouse section of home.Com was read.",
    ],
)
def test_what_may_be_meant_is_left_alone(right):
    assert mended(right) == right
