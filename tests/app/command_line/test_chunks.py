from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line import chunks
from app.command_line.chunks import Chunk, cut_chunks

LIMIT = 40


@pytest.fixture(autouse=True, scope="module")
def small_limit():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunks, "CHUNK_LIMIT", LIMIT)
        yield


PIECES = st.lists(st.text(st.sampled_from("ab. \n\r!\u0301😀"), min_size=1, max_size=30))


@given(PIECES)
def test_chunks_join_to_the_text_and_know_their_start(pieces):
    found = list(cut_chunks(pieces))
    text = "".join(pieces)
    assert "".join(chunk.text for chunk in found) == text
    assert all(text.startswith(chunk.text, chunk.start) for chunk in found)


@given(PIECES)
def test_chunks_are_bounded(pieces):
    assert all(0 < len(chunk.text) <= LIMIT + 30 for chunk in cut_chunks(pieces))


@given(PIECES)
def test_carriage_return_and_line_feed_are_never_parted(pieces):
    found = [chunk.text for chunk in cut_chunks(pieces)]
    for left, right in pairwise(found):
        assert not (left.endswith("\r") and right.startswith("\n"))


def texts(*pieces):
    return [chunk.text for chunk in cut_chunks(pieces)]


def test_blank_line_ends_a_chunk_at_once():
    assert texts("One.\n\nTwo", ".\n \t\nThree") == ["One.\n\n", "Two.\n \t\n", "Three"]


def test_windows_line_end_is_not_a_blank_line():
    assert texts("One\r\ntwo\r\n", "\r\nthree") == ["One\r\ntwo\r\n\r\n", "three"]


def test_carriage_return_waits_for_its_line_feed():
    assert texts("a\n\r", "\nb") == ["a\n\r\n", "b"]


def test_long_paragraph_is_cut_where_a_sentence_ends_a_line():
    assert texts("First one.\nSecond one. Third\nfourth and so on and", " on")[0] == "First one.\n"


def test_long_line_is_cut_after_a_sentence():
    assert texts("First one. Second goes on and on and on and", " on")[0] == "First one. "


def test_word_longer_than_everything_is_cut_without_parting_a_letter_from_its_marks():
    text = "a" * (LIMIT - 2) + "e\u0301e\u0301"
    assert next(cut_chunks([text, "b"])) == Chunk("a" * (LIMIT - 2) + "e\u0301", 0)


def test_joined_emoji_are_not_parted():
    family = "👩\u200d👩\u200d👧"
    text = "a" * (LIMIT - 3) + family
    assert next(cut_chunks([text, "b"])).text == "a" * (LIMIT - 3)
