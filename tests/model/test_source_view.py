import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits import Edit, apply_edits
from model.extraction import extract_changes
from model.opaque import opaque_parts
from model.source_view import SourceView


def corrected(sentence, hypothesis):
    view = SourceView.of(sentence, opaque_parts(sentence))
    carried = [view.carried_back(change) for change in extract_changes(view.text, hypothesis)]
    edits = [Edit(c.span, c.original, c.replacement, 1.0) for c in carried if c is not None]
    return apply_edits(sentence, edits)


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("  He goes.\r\n", "He goes."),
        ("He\r\n   goes\t\u00a0home", "He goes home"),
        ("\ufeffHe goes.\u2029", "He goes."),
        ("\u200fHe goes.\u200f", "He goes."),
        ("“It’s late,” he said", '"It\'s late," he said'),
        (" \r\n\t", ""),
        ("", ""),
    ],
)
def test_the_model_reads_plain_spaces_and_straight_quotes(sentence, text):
    assert SourceView.of(sentence).text == text


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("I has 😀 a apple", "I has a apple"),
        ("I has 😀", "I has"),
        ("😀 I has", "I has"),
        ("See https://example.org/a, ok?", "See London, ok?"),
        ("Call foo_bar() or `x y`.", "Call London or London."),
        ("Read [this](a/b.md) <b>now</b>.", "Read [this] now."),
        ("He said שלום עולם to me", "He said London to me"),
    ],
)
def test_what_the_model_cannot_read_is_hidden(sentence, text):
    assert SourceView.of(sentence, opaque_parts(sentence)).text == text


def test_prose_is_what_the_writer_wrote_in_words():
    sentence = "See https://example.org/a 😀 now"
    assert SourceView.of(sentence, opaque_parts(sentence)).prose.split() == ["See", "now"]


@given(st.text(alphabet="aB .,'\u2019`_@/\u00a0\r\n\t\u200b😀\ufeffשж", max_size=40))
def test_places_never_go_back_and_stay_inside_the_sentence(sentence):
    view = SourceView.of(sentence, opaque_parts(sentence))
    assert len(view.places) == len(view.text) + 1
    assert list(view.places) == sorted(view.places)
    assert view.places[0] >= 0
    assert view.places[-1] <= len(sentence)


@given(st.text(alphabet="aB .,'\u2019\u201c\u00a0\r\n\t\u200b😀\ufeff", max_size=40))
def test_every_character_keeps_its_place(sentence):
    view = SourceView.of(sentence)
    assert len(view.places) == len(view.text) + 1
    for index, character in enumerate(view.text):
        original = sentence[view.places[index] : view.places[index + 1]]
        if character != " ":
            assert original.translate({0x2019: "'", 0x201C: '"'}) == character
        else:
            assert original.isspace()


@pytest.mark.parametrize(
    ("sentence", "hypothesis", "expected"),
    [
        ("  He go\r\nhome.\r\n", "He goes home.", "  He goes\r\nhome.\r\n"),
        ("I am\r\ngo home.", "I go home.", "I am\r\ngo home."),
        ("He is\ngo home.", "He was going home.", "He was\ngoing home."),
        ("It’s dont easy", "It's don't easy", "It’s don’t easy"),
        ("I dont know", "I don't know", "I don't know"),
        ("“No” he said", '"No," he said', "“No,” he said"),
        ("I has 😀 a apple", "I have an apple", "I have 😀 an apple"),
        ("I has it 😀", "I have it.", "I have it. 😀"),
        ("See foo_bar , ok", "See London, ok", "See foo_bar, ok"),
        ("He say “no", 'He says "no"', "He says “no”"),
    ],
)
def test_changes_come_back_with_the_writers_breaks_and_quotes(sentence, hypothesis, expected):
    assert corrected(sentence, hypothesis) == expected


def test_a_view_takes_time_in_proportion_to_the_sentence():
    assert len(SourceView.of(" " * 100_000 + "a").text) == 1
    assert SourceView.of("a" + " " * 100_000 + "b" + " " * 100_000).text == "a b"
