import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.markdown import markup_spans


def prose(text):
    """Return the text with one dot for each protected character but line ends."""
    shown = list(text)
    for span in markup_spans(text):
        for position in range(span.start, span.end):
            if shown[position] != "\n":
                shown[position] = "·"
    return "".join(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain text, nothing else.", "Plain text, nothing else."),
        ("Call `f(x)` now.", "Call ······ now."),
        ("A ``b ` c`` d", "A ········· d"),
        ('See [the page](http://a.b/c_d "T").', "See ·the page·····················."),
        ("![alt text](a.png)", "··alt text········"),
        ("<http://a.b> and https://c.d/e_f.", "············ and ················"),
        ("Mail me@example.org today", "Mail ·············· today"),
        ("It is **very** *good* ~~bad~~", "It is ··very·· ·good· ··bad··"),
        ("A&nbsp;b \\* c", "A······b ·· c"),
        ("so <b>bold</b> it is", "so ···bold···· it is"),
        ("where $x^2 + y$ holds", "where ········· holds"),
        ("It costs $5 and $6.", "It costs $5 and $6."),
        ("# Title here #", "··Title here··"),
        ("- one\n  more\n- [ ] task", "··one\n··more\n····· task"),
        ("1. one\n\n   more", "···one\n\n···more"),
        ("> quoted\n> text", "··quoted\n··text"),
        ("- > - deep", "······deep"),
        ("Setext\n======", "Setext\n······"),
        ("a\n\n***\n\nb", "a\n\n···\n\nb"),
        ("```py\nhe go\n```\nHe goes.", "·····\n·····\n···\nHe goes."),
        ("~~~\nhe go", "···\n·····"),
        ("a\n\n    he go\n", "a\n\n·········\n"),
        ("| A | B |\n|---|--:|\n| a a | `c` |", "··A···B··\n·········\n··a a········"),
        ("a [ref][r] b\n\n[r]: http://x.y", "a ·ref···· b\n\n···············"),
        ("a [r] b\n\n[r]: http://x.y", "a ·r· b\n\n···············"),
        ("a [no link] b", "a [no link] b"),
        ("Text[^1].\n\n[^1]: The note.", "Text····.\n\n······The note."),
        ("---\ntitle: he go\n---\nText", "···\n············\n···\nText"),
        ("$$\nx\n$$\n\nText", "··\n·\n··\n\nText"),
        ("<div>\nhe go\n</div>\n\nText", "·····\n·····\n······\n\nText"),
        ("1. 1", "···1"),
        ("| a | a |\n|---|---|\n", "··a···a··\n·········\n"),
        ("word ![`x` y](u)", "word ··`x` y····"),
        ("{{< name >}} and [[Page]] and :smile:", "············ and ········ and ·······"),
        ("# A {#id .class}", "··A ············"),
        ("::: note\nText", "········\nText"),
    ],
)
def test_markup_is_protected_and_prose_is_not(text, expected):
    assert prose(text) == expected


@given(st.text(alphabet="ab `*_[]()!<>#-|\n>$\\&:;1.~ \té😀", max_size=60))
def test_spans_are_sorted_disjoint_and_inside_any_text(text):
    spans = markup_spans(text)
    position = -1
    for span in spans:
        assert position < span.start < span.end <= len(text)
        position = span.end


@given(st.text(alphabet="ab `*_[]()<>#|\n>", max_size=40), st.sampled_from(["he go", "x y"]))
def test_code_in_fences_is_protected_whatever_stands_before(before, code):
    text = f"{before.replace('<', '').replace('`', '')}\n\n````\n{code}\n````\n"
    start = text.rindex(code)
    assert any(span.start <= start and start + len(code) <= span.end for span in markup_spans(text))


def test_characters_beyond_the_basic_plane_do_not_shift_spans():
    assert prose("😀😀 `code` 😀") == "😀😀 ······ 😀"


def test_a_hundred_thousand_open_brackets_are_no_trap():
    assert markup_spans("[" * 5_000) is not None
