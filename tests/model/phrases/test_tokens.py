import pytest

from model.edits import Span
from model.phrases.tokens import applied, tokens_of


def test_words_numbers_and_marks_are_tokens():
    text = "Don\u2019t pay 1,200.50 for caf\u00e9s!"
    assert [token.text for token in tokens_of(text)] == [
        *("Don\u2019t", "pay", "1,200.50", "for", "caf\u00e9s", "!")
    ]
    assert all(text[token.start : token.end] == token.text for token in tokens_of(text))


@pytest.mark.parametrize(
    ("place", "count", "replacement", "expected"),
    [
        (1, 1, "goes", (Span(3, 5), "goes")),
        (0, 1, "she", (Span(0, 2), "She")),
        (2, 0, "to", (Span(6, 6), "to ")),
        (2, 0, ",", (Span(5, 5), ",")),
        (3, 0, ".", (Span(12, 12), ".")),
        (1, 1, "", (Span(2, 5), "")),
        (2, 1, "", (Span(5, 12), "")),
        (1, 1, "go", None),
        (0, 1, "", None),
        (0, 0, "then", None),
        (3, 0, "now", None),
        (1, 0, "", None),
    ],
)
def test_a_replacement_minds_spaces_and_capitals(place, count, replacement, expected):
    text = "He go school"
    assert applied(text, tokens_of(text), place, count, replacement) == expected
