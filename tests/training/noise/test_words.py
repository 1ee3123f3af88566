from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.noise.words import is_word, like, split_words


@given(st.text())
def test_segments_join_back_to_any_text(text: str) -> None:
    assert "".join(split_words(text)) == text


def test_addresses_numbers_and_codes_are_one_segment_each() -> None:
    text = "See https://example.org/a?b=1, mail a.b@example.org or pay 1,250.50 for snake_case v2.0"
    segments = split_words(text)
    for whole in ("a.b@example.org", "1,250.50", "snake_case", "v2.0"):
        assert whole in segments
    assert any(segment.startswith("https://example.org/a?b=1") for segment in segments)


def test_a_contraction_is_one_word_with_either_apostrophe() -> None:
    assert split_words("don't") == ["don't"]
    assert split_words("don\u2019t") == ["don\u2019t"]
    assert is_word("don\u2019t")
    assert not is_word("1st")


def test_capitals_follow_the_model_word() -> None:
    assert like("went", "Go") == "Went"
    assert like("went", "GO") == "WENT"
    assert like("went", "go") == "went"
    assert like("a", "I") == "A"
