import pytest

from model.edits import Edit, Span
from model.protection import PersonalDictionary, is_correctable, protected_spans, touches

NOBODY = PersonalDictionary()


def protected(text, dictionary=NOBODY):
    return [text[span.start : span.end] for span in protected_spans(text, dictionary)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("See https://example.org/a_b?c=d, please.", "https://example.org/a_b?c=d"),
        ("See www.example.org.", "www.example.org"),
        ("Ask at example.com today", "example.com"),
        ("Write to jo.doe+x@mail.example.org.", "jo.doe+x@mail.example.org"),
        ("Run `git comit` now", "`git comit`"),
        ("Call foo_bar() twice", "foo_bar"),
        ("Call render(x) twice", "render(x)"),
        ("The iPhone and JavaScript", "iPhone"),
        ("The iPhone and JavaScript", "JavaScript"),
        ("Open C:\\Users\\me\\a.txt", "C:\\Users\\me\\a.txt"),
        ("Open ~/notes/today", "~/notes/today"),
        ("Open src/main/thing", "src/main/thing"),
        ("Open report.docx first", "report.docx"),
        ("Version 1.2.3-beta is out", "1.2.3-beta"),
        ("It costs $3.50 now", "$3.50"),
        ("At 10:30 on 2024-05-01", "10:30"),
        ("At 10:30 on 2024-05-01", "2024-05-01"),
        ("Ask @jodoe about #teh_thing", "@jodoe"),
        ("Ask @jodoe about #teh_thing", "#teh_thing"),
        ("Use --no-cahce here", "--no-cahce"),
        ("Read [this](docs/teh.md) now", "](docs/teh.md)"),
        ("A <b class='x'>bold</b> word", "<b class='x'>"),
        ("An \\emph{teh} word", "\\emph{teh}"),
        ("Dear {{first_name}}, hello", "{{first_name}}"),
        ("Section B2B and NATO", "B2B"),
        ("Section B2B and NATO", "NATO"),
        ("He said שלום to me", "שלום"),
        ("Good 👍🏽 job", "👍🏽"),
        ("A bell\x07 rings", "\x07"),
    ],
)
def test_text_that_is_not_prose_is_protected(text, part):
    assert any(part in found for found in protected(text))


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
    ],
)
def test_prose_is_not_protected(text):
    assert protected(text) == []


def test_words_of_the_writer_are_protected_in_the_right_cases():
    dictionary = PersonalDictionary(frozenset({"frobnicate", "McKay", "naive Bayes"}))
    assert protected("Frobnicate it, FROBNICATE", dictionary)[0] == "Frobnicate"
    assert "McKay’s" in protected("That is McKay’s hat", dictionary)
    assert protected("mckay is not", dictionary) == []
    assert protected("we use naive Bayes here", dictionary) == ["naive Bayes"]


@pytest.mark.parametrize(
    ("start", "end", "replacement", "expected"),
    [
        (4, 11, "foobar", True),
        (7, 7, "x", True),
        (11, 11, "s", True),
        (4, 4, "x", True),
        (11, 11, ",", False),
        (4, 4, "the ", False),
        (12, 15, "then", False),
        (0, 11, "see-foo_bar", False),
        (0, 11, "see foo_bars", True),
        (0, 11, "saw", True),
        (9, 15, "x", True),
    ],
)
def test_edits_that_alter_protected_text_touch_it_and_those_beside_it_do_not(
    start, end, replacement, expected
):
    text = "see foo_bar now"
    edit = Edit(Span(start, end), text[start:end], replacement, 0.9)
    assert touches(edit, protected_spans(text, NOBODY), text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "...",
        "12 345",
        "a",
        "שלום עולם",
        "Привет, как дела?",
        "if (x[0] == y) { return z; }",
        "😀😀",
    ],
)
def test_what_is_not_english_prose_is_not_shown_to_the_model(text):
    assert not is_correctable(text)


@pytest.mark.parametrize(
    "text", ["He go.", "He said שלום to me yesterday.", "I has 😀 a apple", "A (b) [c] is it?"]
)
def test_english_prose_with_something_else_in_it_is_shown(text):
    assert is_correctable(text)


def test_protection_takes_time_in_proportion_to_the_text():
    for run in (
        "a" * 50_000,
        "a." * 25_000,
        "a_" * 25_000,
        "`" * 50_000,
        "{" * 50_000,
        "/a" * 25_000,
    ):
        protected_spans(run, NOBODY)
