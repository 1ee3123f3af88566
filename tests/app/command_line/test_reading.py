import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line.errors import UnreadableTextError
from app.command_line.reading import TextReader, open_text


class Trickle(io.BytesIO):
    """Gives a few bytes at a time, as a slow pipe does."""

    def read1(self, size=-1):
        return super().read1(3)


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_bytes_in_any_portions_give_the_same_text(text, codec):
    stream = Trickle(text.encode(codec))
    if text.startswith("\ufeff") and codec == "utf-8":
        text = text[1:]
    assert "".join(TextReader(stream, "x").pieces()) == text


def test_position_of_a_bad_byte_counts_from_the_start_of_the_file():
    reader = TextReader(Trickle("\ufeffäöü".encode() + b"abc\xff"), "x")
    with pytest.raises(UnreadableTextError, match="0xFF at position 12"):
        "".join(reader.pieces())


def test_character_cut_off_at_the_end_is_refused():
    reader = TextReader(io.BytesIO("abcdé".encode()[:-1]), "x")
    with pytest.raises(UnreadableTextError, match="0xC3 at position 4"):
        "".join(reader.pieces())


def test_zero_byte_far_down_is_refused():
    reader = TextReader(io.BytesIO(b"a" * 100_000 + b"\0"), "x")
    with pytest.raises(UnreadableTextError, match="zero bytes"):
        "".join(reader.pieces())


def test_file_is_proved_readable_before_its_first_piece(tmp_path):
    file = tmp_path / "x.txt"
    file.write_bytes(b"a" * 200_000 + b"\xff")
    with pytest.raises(UnreadableTextError), open_text(file):
        pytest.fail("opened")


def test_read_error_is_a_sentence():
    class Broken(io.BytesIO):
        def read1(self, size=-1):
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableTextError, match="x cannot be read: Input/output error"):
        TextReader(Broken(), "x")
