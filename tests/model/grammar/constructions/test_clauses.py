import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("She suggested me to go.", "She suggested that I go."),
        ("Although it was late, but we went out.", "Although it was late, we went out."),
        ("Because I was tired, so I slept.", "Because I was tired, I slept."),
        ("I did all what I could.", "I did all that I could."),
        ("He suggested me to go.", "He suggested that I go."),
        ("Although it was late, but he came.", "Although it was late, he came."),
        ("Because he was ill, so he stayed home.", "Because he was ill, he stayed home."),
        ("The both of them are right.", "Both of them are right."),
        ("I like the laptop what I bought.", "I like the laptop that I bought."),
        ("I was so proud of me.", "I was so proud of myself."),
        (
            "Because of the traffic was heavy, we were late.",
            "Because the traffic was heavy, we were late.",
        ),
    ],
)
def test_clauses_are_joined_once(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "What time is it?",
        "He asked, what time is it?",
        "I know what it is.",
        "Although small but strong, it broke.",
        "Because of you, so many came.",
        "All I want is what you want.",
        "I told the man what I know.",
        "Because of the weather, the match is late.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
