import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.rich_text import read_blocks, write_blocks
from app.documents.word_paragraphs import WordParagraph
from tests.app.documents.texts import ALPHABET, NEW, common_ends, edited, told_apart
from tests.app.documents.word_files import (
    blocks_of,
    body_from,
    body_of,
    formatted_text,
    rewritten,
    run,
)

RUN = st.tuples(st.text(alphabet=ALPHABET, min_size=1, max_size=8), st.booleans(), st.booleans())
BODIES = st.lists(st.lists(RUN, max_size=4), min_size=1, max_size=5)

FOOTNOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@settings(max_examples=150, deadline=None)
@given(BODIES, st.data())
def test_untouched_characters_keep_their_formatting(paragraphs, data):
    body = body_of(told_apart(paragraphs))
    before = formatted_text(body)
    old, _ = read_blocks(blocks_of(body))
    text = data.draw(edited(old, alphabet=NEW))
    write_blocks(blocks_of(body), text)
    after = formatted_text(body)
    assert "".join(character for character, _, _ in after) == text
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


def test_a_corrected_word_keeps_its_bold_type():
    body = body_of([[("He ", False, False), ("go", True, False), (" home.", False, False)]])
    write_blocks(blocks_of(body), "He went home.")
    bold = [character for character, is_bold, _ in formatted_text(body) if is_bold]
    assert bold == list("went")


@pytest.mark.parametrize(
    ("new", "bold"), [("one x two", [0] * 6 + [1] * 3), ("one twox", [0] * 4 + [1] * 4)]
)
def test_new_text_is_formatted_like_the_character_before_it(new, bold):
    body = body_of([[("one ", False, False), ("two", True, False)]])
    write_blocks(blocks_of(body), new)
    assert [is_bold for _, is_bold, _ in formatted_text(body)] == bold


def test_text_in_an_empty_paragraph_is_formatted_as_its_mark():
    xml = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>"
    assert formatted_text(rewritten(xml, "a")) == [("a", True, False)]


def test_splitting_a_paragraph_keeps_formatting_on_both_sides():
    body = body_of([[("one ", False, True), ("two", True, False)]])
    write_blocks(blocks_of(body), "one t\nwo")
    assert formatted_text(body) == [
        *[(character, False, True) for character in "one "],
        ("t", True, False),
        ("\n", False, False),
        *[(character, True, False) for character in "wo"],
    ]


@pytest.mark.parametrize("new", ["The dog barks.", "cat", "The cat\nsleeps.", ""])
def test_a_footnote_stays_with_its_paragraph_whatever_happens_to_the_text(new):
    xml = f"<w:p>{run('The cat')}{FOOTNOTE}{run(' sleeps.')}</w:p>"
    assert len(rewritten(xml, new).xpath(".//w:footnoteReference")) == 1


def test_a_footnote_keeps_its_place_between_words():
    xml = f"<w:p>{run('The cat')}{FOOTNOTE}{run(' sleep.')}</w:p>"
    body = rewritten(xml, "The cats sleeps.")
    before = body.xpath(".//w:footnoteReference/../preceding::w:t")
    assert "".join(element.text for element in before) == "The cats"


def test_the_end_of_a_section_moves_on_with_the_second_half():
    xml = f"<w:p><w:pPr><w:sectPr/></w:pPr>{run('one two')}</w:p>"
    for new in ("one \ntwo", "one two\nthree"):
        body = rewritten(xml, new)
        assert [len(p.xpath("./w:pPr/w:sectPr")) for p in body.p_lst] == [0, 1]


def test_joining_paragraphs_keeps_the_end_of_the_second_section():
    xml = f"<w:p>{run('one')}</w:p><w:p><w:pPr><w:sectPr/></w:pPr>{run('two')}</w:p>"
    assert len(rewritten(xml, "onetwo").xpath("./w:p/w:pPr/w:sectPr")) == 1


def test_enter_after_a_heading_begins_a_paragraph_of_the_next_style():
    body = body_from(f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("Title")}</w:p>')
    write_blocks([WordParagraph(body.p_lst[0], {"Heading1": "BodyText"})], "Title\nText")
    assert [p.pPr.pStyle.val for p in body.p_lst] == ["Heading1", "BodyText"]


def test_new_list_paragraphs_belong_to_the_list():
    xml = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{run("one")}</w:p>'
    assert len(rewritten(xml, "one\ntwo").xpath(".//w:numPr")) == 2


def test_copied_paragraphs_do_not_share_an_identity():
    name = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    body = body_of([[("one two", False, False)]])
    body.p_lst[0].set(name, "1A2B3C4D")
    write_blocks(blocks_of(body), "one\ntwo")
    assert [p.get(name) for p in body.p_lst] == ["1A2B3C4D", None]


def test_paragraphs_that_did_not_change_are_not_touched():
    body = body_from("<w:p><w:r><w:t>one</w:t></w:r></w:p>" * 2 + f"<w:p>{run('two')}</w:p>")
    before = [p.xml for p in body.p_lst[:2]]
    write_blocks(blocks_of(body), "one\none\nthree")
    assert [p.xml for p in body.p_lst[:2]] == before
    assert body.p_lst[0].tag == qn("w:p")
