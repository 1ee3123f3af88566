import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Do she like tea?", "Does she like tea?"),
        ("What do he want?", "What does he want?"),
        ("When you came here?", "When did you come here?"),
        ("Why he goes there?", "Why does he go there?"),
        ("Do you can help me?", "Can you help me?"),
        ("What means this word?", "What does this word mean?"),
        ("Is he work here?", "Does he work here?"),
        ("Are you like pizza?", "Do you like pizza?"),
        ("What did happened?", "What happened?"),
        ("Who did told you that?", "Who told you that?"),
        ("How is called this?", "What is this called?"),
        ("How do you call this in English?", "What do you call this in English?"),
        ("How a nice day!", "What a nice day!"),
    ],
)
def test_questions_are_formed_as_questions(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Do it again.",
        "Is he like his father?",
        "Are you open today?",
        "What did happen was odd.",
        "How do you call the police?",
        "What means of transport do you use?",
        "How it works",
        "How a nice man lives.",
        "Is it work?",
        "Who did you tell?",
        "Do this again.",
        "Do your best.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
