import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.documents.odt_slots import P
from app.documents.rich_text import read_blocks, write_blocks
from tests.app.documents.odt_files import (
    blocks_of,
    body_from,
    body_of,
    formatted_text,
    found,
    rewritten,
)
from tests.app.documents.texts import ALPHABET, NEW, common_ends, edited, told_apart

RUN = st.tuples(
    st.text(alphabet=ALPHABET, min_size=1, max_size=8), st.sampled_from(["", "T1", "T2"])
)
BODIES = st.lists(st.lists(RUN, max_size=4), min_size=1, max_size=5)
NOTE = "<text:note><text:note-citation>1</text:note-citation></text:note>"


@settings(max_examples=150, deadline=None)
@given(BODIES, st.data())
def test_untouched_characters_keep_their_formatting(paragraphs, data):
    body = body_of(told_apart(paragraphs))
    before = formatted_text(body)
    old, _ = read_blocks(blocks_of(body))
    text = data.draw(edited(old, alphabet=NEW))
    write_blocks(blocks_of(body), text)
    after = formatted_text(body)
    assert "".join(character for character, _ in after) == text
    assert read_blocks(blocks_of(body))[0] == text
    head, tail = common_ends(old, text)
    assert after[:head] == before[:head]
    assert after[len(after) - tail :] == before[len(before) - tail :]


@settings(max_examples=150, deadline=None)
@given(BODIES, st.text(alphabet=ALPHABET + "\n\n", max_size=60))
def test_any_text_can_replace_any_other(paragraphs, text):
    body = body_of(paragraphs)
    write_blocks(blocks_of(body), text)
    assert read_blocks(blocks_of(body))[0] == text


@settings(max_examples=150, deadline=None)
@given(BODIES, st.data())
def test_no_blank_is_written_that_odf_would_collapse(paragraphs, data):
    body = body_of(paragraphs)
    text = data.draw(edited(read_blocks(blocks_of(body))[0]))
    write_blocks(blocks_of(body), text)
    for paragraph in body.iter(P):
        raw = "".join(paragraph.itertext())
        assert not re.search(r"^ |  | $|[\t\n]", raw)


def test_a_corrected_word_keeps_its_style():
    body = rewritten(
        '<text:p>He <text:span text:style-name="T1">go</text:span> home.</text:p>', "He went home."
    )
    assert [character for character, style in formatted_text(body) if style] == list("went")


@pytest.mark.parametrize("new", ["The dog barks.", "cat", "The cat\nsleeps.", ""])
def test_a_footnote_stays_with_its_paragraph_whatever_happens_to_the_text(new):
    body = rewritten(f"<text:p>The cat{NOTE} sleeps.</text:p>", new)
    assert len(found(body, "//text:note")) == 1


def test_a_footnote_keeps_its_place_between_words():
    body = rewritten(f"<text:p>The cat{NOTE} sleep.</text:p>", "The cats sleeps.")
    (note,) = found(body, "//text:note")
    assert "".join(note.xpath("preceding::text()")) == "The cats"


def test_enter_in_a_list_makes_a_new_item():
    xml = "<text:list><text:list-item><text:p>one two</text:p></text:list-item></text:list>"
    for new in ("one \ntwo", "one two\nthree"):
        body = rewritten(xml, new)
        assert len(found(body, "//text:list-item")) == 2
        assert len(found(body, "//text:list")) == 1


def test_a_list_that_loses_all_items_is_removed():
    items = "<text:list-item><text:p>b</text:p></text:list-item>"
    xml = f"<text:p>a</text:p><text:list>{items}</text:list>"
    assert found(rewritten(xml, "a"), "//text:list") == []


def test_a_sublist_stays_behind_its_item():
    xml = (
        "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item>"
        "<text:p>sub</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    rewritten(xml, "one\nmore\nsub")


def test_enter_after_a_heading_begins_body_text():
    body = rewritten('<text:h text:style-name="H">Title</text:h>', "Title\nText")
    assert [etree.QName(child).localname for child in body] == ["h", "p"]


def test_copied_paragraphs_do_not_share_an_identity():
    body = rewritten('<text:p xml:id="p1">one two</text:p>', "one\ntwo")
    assert len(body.xpath("//@xml:id")) == 1


def test_paragraphs_that_did_not_change_are_not_touched():
    body = body_from("<text:p>a  b</text:p><text:p>c</text:p>")
    before = etree.tostring(body[0])
    write_blocks(blocks_of(body), "a b\nd")
    assert etree.tostring(body[0]) == before
