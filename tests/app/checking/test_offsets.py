import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checking.offsets import Utf16Offsets, utf16_length

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_emoji_before_error_does_not_shift_the_underline():
    offsets = Utf16Offsets("I has 😀 a apple")
    assert offsets.to_qt(8) == 9
    assert offsets.to_code_point(9) == 8


def test_position_inside_a_surrogate_pair_belongs_to_its_character():
    assert Utf16Offsets("a😀b").to_code_point(2) == 1


@given(TEXTS)
def test_every_position_survives_the_round_trip(text):
    offsets = Utf16Offsets(text)
    for position in range(len(text) + 1):
        unit = offsets.to_qt(position)
        assert unit == len(text[:position].encode("utf-16-le")) // 2
        assert offsets.to_code_point(unit) == position


@given(TEXTS)
def test_length_is_that_of_the_encoded_text(text):
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", ["abc", "a😀c"])
def test_positions_outside_the_text_are_refused(text):
    offsets = Utf16Offsets(text)
    with pytest.raises(ValueError, match="outside"):
        offsets.to_qt(4)
    with pytest.raises(ValueError, match="outside"):
        offsets.to_code_point(5)
    with pytest.raises(ValueError, match="outside"):
        offsets.to_qt(-1)
