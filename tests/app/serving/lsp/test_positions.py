import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from app.serving.lsp.positions import LineIndex, with_changes

ENCODINGS = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(alphabet="ab é😀\n\r\x0b\u2028", max_size=30)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)])
def test_emoji_and_accents_count_as_the_encoding_counts_them(encoding, column):
    index = LineIndex("line\né😀x", encoding)
    assert index.position(7) == types.Position(1, column)
    assert index.offset(types.Position(1, column)) == 7


def test_a_position_inside_a_character_means_its_start():
    assert LineIndex("😀x", "utf-16").offset(types.Position(0, 1)) == 0
    assert LineIndex("éx", "utf-8").offset(types.Position(0, 1)) == 0


def test_positions_beyond_the_line_or_the_text_mean_their_end():
    index = LineIndex("ab\r\ncd", "utf-16")
    assert index.offset(types.Position(0, 99)) == 2
    assert index.offset(types.Position(1, 2**31 - 1)) == 6
    assert index.offset(types.Position(99, 0)) == 6


def test_only_the_line_ends_of_the_protocol_end_lines():
    index = LineIndex("a\x0bb\u2028c\x85d\r\ne\rf\ng", "utf-16")
    assert [index.position(at).line for at in (2, 4, 6, 9, 11, 13)] == [0, 0, 0, 1, 2, 3]


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_every_offset_comes_back_except_within_a_line_end(text, encoding):
    index = LineIndex(text, encoding)
    for offset in range(len(text) + 1):
        back = index.offset(index.position(offset))
        inside = 0 < offset < len(text) and text[offset - 1 : offset + 1] == "\r\n"
        assert back == offset or inside


@given(TEXTS, st.data(), st.sampled_from(ENCODINGS))
def test_a_change_replaces_exactly_its_range(text, data, encoding):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(TEXTS)
    index = LineIndex(text, encoding)
    changed = with_changes(
        text,
        [types.TextDocumentContentChangePartial(range=index.range(start, end), text=new)],
        encoding,
    )
    low, high = index.offset(index.position(start)), index.offset(index.position(end))
    assert changed == text[:low] + new + text[high:]


def test_changes_are_made_one_after_the_other():
    first = types.TextDocumentContentChangePartial(
        range=types.Range(types.Position(0, 2), types.Position(0, 3)), text="xy"
    )
    second = types.TextDocumentContentChangePartial(
        range=types.Range(types.Position(0, 3), types.Position(9, 9)), text="!"
    )
    assert with_changes("😀b", [first, second], "utf-16") == "😀x!"
    whole = types.TextDocumentContentChangeWholeDocument(text="new")
    assert with_changes("old", [first, whole], "utf-16") == "new"


def test_a_range_that_runs_backwards_inserts_at_its_start():
    change = types.TextDocumentContentChangePartial(
        range=types.Range(types.Position(0, 2), types.Position(0, 0)), text="x"
    )
    assert with_changes("abc", [change], "utf-16") == "abxc"
