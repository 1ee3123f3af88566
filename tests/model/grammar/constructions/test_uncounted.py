import pytest

from tests.model.grammar.constructions.mended import mended


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Thank you for your feedbacks.", "Thank you for your feedback."),
        ("Several researches have been done.", "Several studies have been done."),
        ("This criteria is important.", "This criterion is important."),
        ("This phenomena is well known.", "This phenomenon is well known."),
        ("Another people came.", "Other people came."),
        ("What beautiful day!", "What a beautiful day!"),
        ("There are many evidences for it.", "There is a lot of evidence for it."),
        ("She gave me two advice.", "She gave me two pieces of advice."),
        ("I am thankful for every advice.", "I am thankful for all advice."),
    ],
)
def test_what_is_not_counted_has_no_plural(written, meant):
    assert mended(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "He researches much.",
        "The research has shown it.",
        "All the evidence is here.",
        "We need two software engineers.",
        "He led another people's fight.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert mended(text) == text
