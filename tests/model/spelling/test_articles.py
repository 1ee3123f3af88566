import pytest

from model.spelling.articles import article_edits
from tests.model.spelling.small_words import small_word_list


def mended(source):
    for edit in reversed(list(article_edits(source, small_word_list()))):
        source = source[: edit.span.start] + edit.replacement + source[edit.span.end :]
    return source


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It took a hour.", "It took an hour."),
        ("She goes to an university.", "She goes to a university."),
        ("A hour is an world.", "An hour is a world."),
        ("I ate a apple.", "I ate an apple."),
        ("It is an table.", "It is a table."),
    ],
)
def test_the_article_goes_with_the_sound_of_the_next_word(source, target):
    assert mended(source) == target


@pytest.mark.parametrize(
    "source",
    [
        "It took an hour at a university.",
        "An MP and a UN resolution met a FBI agent.",  # letters are spelt out
        "A one-off and a usual event, a European and a ewe.",  # what letters do not tell
        "Vitamin A is in carrots and plan A in hand.",
        "Take exit 5-a apple.",
        "Use a apple.com address.",  # part of a longer word
        "An honest man",
    ],
)
def test_what_is_right_or_in_doubt_is_left_alone(source):
    assert mended(source) == source


def test_what_was_counted_is_surer_than_letters():
    counted, by_letter = article_edits("a hour and a apple", small_word_list())
    assert counted.confidence > by_letter.confidence
