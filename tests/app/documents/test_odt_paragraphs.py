import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.documents.odt_paragraphs import NAMESPACES, P
from app.documents.rich_text import read_blocks, write_blocks
from tests.app.documents.odt_files import blocks_of, body_from, body_of, formatted_text
from tests.app.documents.texts import ALPHABET, common_ends, edited

RUN = st.tuples(
    st.text(alphabet=ALPHABET, min_size=1, max_size=8), st.sampled_from(["", "T1", "T2"])
)
BODIES = st.lists(st.lists(RUN, max_size=4), min_size=1, max_size=5)
NOTE = "<text:note><text:note-citation>1</text:note-citation></text:note>"
FRAME = "<draw:frame/>"


def rewritten(xml, new):
    """Return a body with the given contents after its text became ``new``."""
    body = body_from(xml)
    write_blocks(blocks_of(body), new)
    assert read_blocks(blocks_of(body))[0] == new
    return body


def shown(xml):
    return read_blocks(blocks_of(body_from(xml)))


def found(body, path):
    return body.xpath(path, namespaces=NAMESPACES)


@settings(max_examples=150, deadline=None)
@given(BODIES, st.data())
def test_untouched_characters_keep_their_formatting(paragraphs, data):
    body = body_of(paragraphs)
    before = formatted_text(body)
    old, _ = read_blocks(blocks_of(body))
    text = data.draw(edited(old))
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


def test_blanks_collapse_as_odf_says():
    assert shown("<text:p>  a \n b<text:span>  c</text:span> <text:s text:c='2'/>d</text:p>")[
        0
    ] == ("a b c   d")


def test_characters_that_would_end_a_line_in_the_editor_are_shown_as_blanks():
    assert shown("<text:p>a\u2029b\ufdd0c</text:p>")[0] == "a\xa0b\xa0c"


def test_a_corrected_word_keeps_its_style():
    body = rewritten(
        '<text:p>He <text:span text:style-name="T1">go</text:span> home.</text:p>', "He went home."
    )
    assert [character for character, style in formatted_text(body) if style] == list("went")


def test_tabs_and_breaks_are_shown_as_characters():
    assert shown("<text:p>a<text:tab/>b<text:line-break/>c<text:soft-page-break/>d</text:p>")[
        0
    ] == ("a\tb\u2028cd")


@pytest.mark.parametrize("new", ["The dog barks.", "cat", "The cat\nsleeps.", ""])
def test_a_footnote_stays_with_its_paragraph_whatever_happens_to_the_text(new):
    body = rewritten(f"<text:p>The cat{NOTE} sleeps.</text:p>", new)
    assert len(found(body, "//text:note")) == 1


def test_a_footnote_keeps_its_place_between_words():
    body = rewritten(f"<text:p>The cat{NOTE} sleep.</text:p>", "The cats sleeps.")
    (note,) = found(body, "//text:note")
    assert "".join(note.xpath("preceding::text()")) == "The cats"


def test_a_picture_is_one_mark_and_goes_only_with_its_mark():
    xml = f"<text:p>See {FRAME} here</text:p>"
    text, protected = shown(xml)
    assert text == "See \ufffc here"
    assert [(span.start, span.end) for span in protected] == [(4, 5)]
    assert len(found(rewritten(xml, "Look \ufffc there"), "//draw:frame")) == 1
    assert found(rewritten(xml, "See here"), "//draw:frame") == []


def test_fields_are_protected_and_disappear_with_their_text():
    xml = "<text:p>Page <text:page-number>12</text:page-number> of 20</text:p>"
    text, protected = shown(xml)
    assert [text[span.start : span.end] for span in protected] == ["12"]
    assert found(rewritten(xml, "Page of 20"), "//text:page-number") == []


def test_text_is_never_lost_when_a_thing_before_it_is_removed():
    xml = f"<text:p>a <text:tab/> b{FRAME}c<text:s/>d</text:p>"
    assert shown(xml)[0] == "a \t b\ufffcc d"
    for new in ("a  b\ufffcc d", "a b\ufffcc d", "abc d", "cd", "a \t b\ufffcc  d", "x"):
        rewritten(xml, new)


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
