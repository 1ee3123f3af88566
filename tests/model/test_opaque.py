import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.opaque import opaque_parts


def hidden(text):
    return [text[part.span.start : part.span.end] for part in opaque_parts(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("See https://example.org/a_b?c=d, please.", ["https://example.org/a_b?c=d"]),
        ("See www.example.org.", ["www.example.org"]),
        ("Ask at example.com today", ["example.com"]),
        ("Write to jo.doe+x@mail.example.org.", ["jo.doe+x@mail.example.org"]),
        ("Run `git comit` now", ["`git comit`"]),
        ("Call foo_bar() twice", ["foo_bar()"]),
        ("Call render(x) twice", ["render(x)"]),
        ("Open C:\\Users\\me\\a.txt now", ["C:\\Users\\me\\a.txt"]),
        ("Open ~/notes/today.", ["~/notes/today"]),
        ("Open src/main/thing", ["src/main/thing"]),
        ("Open report.docx first", ["report.docx"]),
        ("Ask @jodoe about #teh_thing", ["@jodoe", "#teh_thing"]),
        ("Use --no-cahce here", ["--no-cahce"]),
        ("Read [this](docs/teh.md) now", ["(docs/teh.md)"]),
        ("A <b class='x'>bold</b> word", ["<b class='x'>", "</b>"]),
        ("An \\emph{teh} word", ["\\emph{teh}"]),
        ("Dear {{first_name}}, hello", ["{{first_name}}"]),
        ("The sum $a + b$ is even", ["$a + b$"]),
        ("He said שלום עולם to me", ["שלום עולם"]),
        ("Good 👍🏽 job", ["👍🏽"]),
        ("A bell\x07 rings", ["\x07"]),
        ("cafe\u0301 noir", ["\u0301"]),
        ("a " + "x" * 300, ["x" * 300]),
    ],
)
def test_what_is_not_words_is_hidden(text, parts):
    assert hidden(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "She go to school yesterday and buyed two apple .",
        "It was late.He left.",
        "Red and/or blue, either/or.",
        "I’m tired – “very” tired…",
        "Café, naïve, Zoë.",
        "A well-known state-of-the-art thing",
        "I am here (not there).",
        "It costs $5 and then $6.",
        "3 < 4 and 5 > 2",
        "NATO and JavaScript since 1990",
    ],
)
def test_prose_is_shown(text):
    assert hidden(text) == []


def test_emoji_and_accents_have_no_stand_in_and_names_in_other_scripts_have_one():
    assert [part.stand_in for part in opaque_parts("👍 cafe\u0301 <b> foo_bar שלום")] == [
        "",
        "",
        "",
        "London",
    ]


@given(st.text(alphabet="ab `<>$\\{}[]()_./@#:😀ש\u0301", max_size=60))
def test_hidden_parts_are_in_order_and_never_overlap(text):
    end = 0
    for part in opaque_parts(text):
        assert end <= part.span.start < part.span.end <= len(text)
        end = part.span.end


@pytest.mark.parametrize(
    "run",
    ["a.", "a_", "`", "{", "/a", "$ a", "<a ", "\\a{", "](a", "a-", "@a", "a(", "😀", "a@"],
)
def test_hiding_takes_time_in_proportion_to_the_text(run):
    opaque_parts(run * 20_000)
