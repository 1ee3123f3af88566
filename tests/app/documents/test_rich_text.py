import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.rich_text import (
    BlockObject,
    read_blocks,
    storable,
    unstorable_count,
    write_blocks,
)
from app.documents.word_paragraphs import WordObject, WordParagraph
from tests.app.documents.word_files import body_from

MARK = "\ufffc"


def blocks_of(body):
    return [
        WordParagraph(child, {}) if child.tag.endswith("}p") else WordObject(child, {})
        for child in body
    ]


def body_with(shape):
    """Return a body: "t" stands for a table, any other letter for a paragraph that shows it."""
    parts = [
        "<w:tbl/>" if letter == "t" else f"<w:p><w:r><w:t>{letter}</w:t></w:r></w:p>"
        for letter in shape
    ]
    return body_from("".join(parts))


@settings(max_examples=150, deadline=None)
@given(st.text("abt", min_size=1, max_size=6), st.data())
def test_lines_and_tables_end_up_as_the_text_has_them(shape, data):
    body = body_with(shape)
    lines = [MARK if letter == "t" else letter for letter in shape]
    # Lines are changed, dropped and added; marks of tables are kept or dropped, never moved.
    new = [
        line if line == MARK else data.draw(st.sampled_from([line, "x", "ab"]))
        for line in lines
        if data.draw(st.booleans())
    ]
    at = data.draw(st.integers(0, len(new)))
    new[at:at] = data.draw(st.lists(st.sampled_from(["n", ""]), max_size=2))
    text = "\n".join(new)
    write_blocks(blocks_of(body), text)
    kept = read_blocks(blocks_of(body))[0] if len(body) else ""
    assert kept == text


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (f"a{MARK}\nb", f"a\n{MARK}\nb"),
        (f"a\n{MARK}b", f"a\n{MARK}\nb"),
        (f"a{MARK}b", f"a\n{MARK}\nb"),
        (f"a\n{MARK} x\nb", f"a\n{MARK}\n x\nb"),
        (f"a\nx {MARK}\n\nb", f"a\nx \n{MARK}\n\nb"),
    ],
)
def test_a_table_whose_mark_is_joined_to_a_line_keeps_its_place_and_an_own_line(new, expected):
    body = body_with("atb")
    write_blocks(blocks_of(body), new)
    assert read_blocks(blocks_of(body))[0] == expected
    assert sum(isinstance(block, BlockObject) for block in blocks_of(body)) == 1


def test_tables_are_found_again_among_many_lines_that_all_changed():
    shape = "at" * 150
    body = body_with(shape)
    text = "\n".join(MARK if letter == "t" else f"new{at}" for at, letter in enumerate(shape))
    write_blocks(blocks_of(body), text)
    assert read_blocks(blocks_of(body))[0] == text
    assert sum(isinstance(block, BlockObject) for block in blocks_of(body)) == 150


def test_a_picture_moved_to_another_line_does_not_cost_the_table():
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    body = body_from(f"<w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl/>{picture}")
    write_blocks(blocks_of(body), f"b\n{MARK}\n{MARK}c")
    assert len(body.xpath("./w:tbl")) == 1
    assert len(body.xpath(".//w:drawing")) == 1


def test_objects_are_protected():
    _, protected = read_blocks(blocks_of(body_with("atb")))
    assert [(span.start, span.end) for span in protected] == [(2, 3)]


def test_what_xml_cannot_hold_is_counted_and_dropped():
    assert storable("a\x00b\r\nc\ud800\t") == "ab\nc\t"
    assert unstorable_count("a\x00b\r\nc\ud800\t") == 2
