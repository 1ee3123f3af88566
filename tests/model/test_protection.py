import pytest

from model.edits import Edit, Span
from model.opaque import opaque_parts
from model.protection import PersonalDictionary, is_correctable, protected_spans, touches
from model.source_view import SourceView

NOBODY = PersonalDictionary()


def protected(text, dictionary=NOBODY):
    return [text[span.start : span.end] for span in protected_spans(text, dictionary, ())]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The iPhone and JavaScript", "iPhone"),
        ("The iPhone and JavaScript", "JavaScript"),
        ("Version 1.2.3-beta is out", "1.2.3-beta"),
        ("It costs $3.50 now", "$3.50"),
        ("At 10:30 on 2024-05-01", "10:30"),
        ("At 10:30 on 2024-05-01", "2024-05-01"),
        ("Section B2B and NATO", "B2B"),
        ("Section B2B and NATO", "NATO"),
    ],
)
def test_numbers_codes_and_product_names_are_protected(text, part):
    assert part in protected(text)


def test_what_the_model_did_not_see_is_protected():
    text = "Run `git comit` now"
    parts = opaque_parts(text)
    assert protected_spans(text, NOBODY, parts) == [parts[0].span]


def test_prose_is_not_protected():
    for text in ("He is Ann’s well-known friend – “really”…", "It was late.He left."):
        assert protected(text) == []


def test_words_of_the_writer_are_protected_in_the_right_cases():
    dictionary = PersonalDictionary(frozenset({"frobnicate", "McKay", "naive Bayes"}))
    assert protected("Frobnicate it, FROBNICATE", dictionary)[0] == "Frobnicate"
    assert "McKay’s" in protected("That is McKay’s hat", dictionary)
    assert "MCKAY" in dictionary
    assert "mckay" not in dictionary
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
    assert touches(edit, protected_spans(text, NOBODY, opaque_parts(text)), text) is expected


def view_of(text):
    return SourceView.of(text, opaque_parts(text))


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
        "https://example.org/some/long/address",
        "x" * 10_000,
        "decoder.py      Write one token after another",
        "name\tage\tplace of birth",
    ],
)
def test_what_is_not_english_prose_is_not_shown_to_the_model(text):
    assert not is_correctable(view_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "He go.",
        "He said שלום to me yesterday.",
        "I has 😀 a apple",
        "A (b) [c] is it?",
        "See https://example.org/some/long/address",
        "    He go   home.",
        "\tHe go home.",
    ],
)
def test_english_prose_with_something_else_in_it_is_shown(text):
    assert is_correctable(view_of(text))


@pytest.mark.parametrize("run", ["a" * 50_000, "a1" * 25_000, "1." * 25_000, "aB" * 25_000])
def test_protection_takes_time_in_proportion_to_the_text(run):
    assert protected_spans(run, PersonalDictionary(frozenset({"x y"})), ()) is not None
