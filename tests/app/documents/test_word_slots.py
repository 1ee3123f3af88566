from app.documents.word_paragraphs import WordParagraph
from app.documents.word_slots import goes_on_in_field
from tests.app.documents.word_files import body_from, rewritten, run, shown

PICTURE = "<w:r><w:drawing><wp:inline/></w:drawing></w:r>"
PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_tabs_breaks_and_hyphens_are_shown_as_characters():
    xml = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/>"
        '<w:lastRenderedPageBreak/><w:cr/><w:br w:type="page"/></w:r></w:p>'
    )
    assert shown(xml)[0] == "a\tb\u2028\u2011\u00ad\u2028"


def test_blanks_that_word_does_not_show_are_not_shown():
    assert shown("<w:p><w:r><w:t> a\n\tb </w:t></w:r></w:p>")[0] == "a  b"


def test_characters_that_would_end_a_line_in_the_editor_are_shown_as_blanks():
    assert shown("<w:p><w:r><w:t>a\u2029b\ufdd0c</w:t></w:r></w:p>")[0] == "a b c"


def test_hyperlinks_insertions_and_content_controls_are_text():
    xml = (
        f"<w:p>{run('a')}<w:hyperlink>{run('b')}</w:hyperlink><w:ins>{run('c')}</w:ins>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('d')}</w:sdtContent></w:sdt></w:p>"
    )
    assert shown(xml)[0] == "abcd"
    body = rewritten(xml, "aBcd")
    assert body.xpath("string(.//w:hyperlink)") == "B"


def test_tracked_deletions_stay_and_do_not_show():
    xml = f"<w:p>{run('He ')}<w:del><w:r><w:delText>go</w:delText></w:r></w:del>{run('goes')}</w:p>"
    body = rewritten(xml, "She went")
    assert body.xpath("string(.//w:del)") == "go"


def test_results_of_fields_are_shown_protected_and_their_code_is_hidden():
    text, protected = shown(f"<w:p>{run('Page ')}{PAGE_NUMBER}{run(' of 20')}</w:p>")
    assert text == "Page 12 of 20"
    assert [text[span.start : span.end] for span in protected] == ["12"]


def test_results_inside_the_code_of_a_field_are_hidden():
    inner = PAGE_NUMBER.replace("12", "hidden")
    xml = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
        f'{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("shown")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert shown(xml)[0] == "shown"


def test_text_marked_as_no_text_to_be_proofed_is_protected():
    text, protected = shown(f"<w:p>{run('Call ')}{run('f(x)', '<w:noProof/>')}{run(' now')}</w:p>")
    assert [text[span.start : span.end] for span in protected] == ["f(x)"]


def test_a_field_over_several_paragraphs_protects_them_all():
    body = body_from(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("one")}</w:p><w:p>{run("two")}</w:p>'
    )
    assert goes_on_in_field(body.p_lst[0], in_field=False)
    second = WordParagraph(body.p_lst[1], {}, in_field=True)
    assert [slot.protected for slot in second.slots()] == [True]


def test_runs_and_links_that_lose_all_text_are_removed():
    xml = f"<w:p>{run('a')}<w:hyperlink>{run('b')}</w:hyperlink></w:p>"
    body = rewritten(xml, "a")
    assert len(body.xpath(".//w:r")) == 1
    assert body.xpath(".//w:hyperlink") == []


def test_a_picture_is_one_mark_and_goes_only_with_its_mark():
    xml = f"<w:p>{run('See ')}{PICTURE}{run(' here')}</w:p>"
    text, protected = shown(xml)
    assert text == "See \ufffc here"
    assert [(span.start, span.end) for span in protected] == [(4, 5)]
    assert len(rewritten(xml, "Look \ufffc there").xpath(".//w:drawing")) == 1
    assert rewritten(xml, "See here").xpath(".//w:drawing") == []
