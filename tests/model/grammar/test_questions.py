import pytest

from model.grammar.proposals import Clause
from model.grammar.questions import question_proposals


def made(text):
    """Return what the text becomes by each proposal alone."""
    return [
        text[: found.span.start] + found.replacement + text[found.span.end :]
        for found in question_proposals(Clause.of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What time does the train leave.", "What time does the train leave?"),
        ("Where did you put my glasses", "Where did you put my glasses?"),
        ("Do you know her.", "Do you know her?"),
        ("Didn't they see us.", "Didn't they see us?"),
        ("How many people are there.", "How many people are there?"),
    ],
)
def test_a_sentence_that_asks_ends_with_a_question_mark(text, expected):
    assert made(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        *("What matters is our plan.", "Where did you put it?", "Have a good day now.", "Are you."),
        *("What is it, I asked.", "When was the Treaty of Ghent", "Who is he \u2026", ""),
        *("Whether they come I do not know.", "He asked me where was the station.", "What is 3."),
    ],
)
def test_what_asks_nothing_or_has_its_mark_stays(text):
    assert made(text) == []
