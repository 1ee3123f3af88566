from tests.app.documents.odt_files import found, rewritten, shown

FRAME = "<draw:frame/>"


def test_blanks_collapse_as_odf_says():
    assert shown("<text:p>  a \n b<text:span>  c</text:span> <text:s text:c='2'/>d</text:p>")[
        0
    ] == ("a b c   d")


def test_tabs_and_breaks_are_shown_as_characters():
    assert shown("<text:p>a<text:tab/>b<text:line-break/>c<text:soft-page-break/>d</text:p>")[
        0
    ] == ("a\tb\u2028cd")


def test_characters_that_would_end_a_line_in_the_editor_are_shown_as_blanks():
    assert shown("<text:p>a\u2029b\ufdd0c</text:p>")[0] == "a\xa0b\xa0c"


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


def test_a_picture_is_one_mark_and_goes_only_with_its_mark():
    xml = f"<text:p>See {FRAME} here</text:p>"
    text, protected = shown(xml)
    assert text == "See \ufffc here"
    assert [(span.start, span.end) for span in protected] == [(4, 5)]
    assert len(found(rewritten(xml, "Look \ufffc there"), "//draw:frame")) == 1
    assert found(rewritten(xml, "See here"), "//draw:frame") == []
