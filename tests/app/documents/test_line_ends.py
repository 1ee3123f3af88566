import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.line_ends import LineEnds, normalise, put_line_ends, take_line_ends

RAW = st.text(alphabet="ab\r\n\u2029\u2028\ufdd0 ", max_size=30)


@given(RAW)
def test_unchanged_text_gets_every_line_end_back(raw):
    text, ends = take_line_ends(raw)
    assert not set(text) & set("\r\u2029\ufdd0\ufdd1")
    assert put_line_ends(text, ends, text) == raw


@given(RAW, st.text(alphabet="ab\n", max_size=30))
def test_changed_text_keeps_its_characters_whatever_the_line_ends(raw, changed):
    text, ends = take_line_ends(raw)
    assert normalise(put_line_ends(changed, ends, text)) == changed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_like_the_others(end):
    text, ends = take_line_ends(f"one{end}two{end}")
    assert put_line_ends("one\nnew\ntwo\n", ends, text) == f"one{end}new{end}two{end}"


def test_each_line_of_a_mixed_file_keeps_its_own_end():
    text, ends = take_line_ends("one\r\ntwo\nthree\rfour\r\n")
    changed = text.replace("two", "2").replace("three", "three\nmore")
    assert put_line_ends(changed, ends, text) == "one\r\n2\nthree\rmore\r\nfour\r\n"


def test_a_missing_last_line_end_stays_missing():
    text, ends = take_line_ends("one\r\ntwo")
    assert put_line_ends(text + "!", ends, text) == "one\r\ntwo!"


def test_text_without_line_ends_gets_plain_ones():
    assert take_line_ends("one") == ("one", LineEnds("\n"))
