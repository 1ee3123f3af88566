import pytest

from app.checking.dialects import Dialect, with_dialect
from model.edits import Correction, Edit, Sentence, Span


def suggested(text, dialect, edits=()):
    correction = with_dialect(Correction(Sentence(text, 0), edits), dialect)
    return [(edit.original, edit.replacement) for edit in correction.edits]


def test_by_default_neither_variant_is_touched():
    assert suggested("The colour of the center.", Dialect.NONE) == []


def test_the_american_writer_is_offered_american_spellings():
    text = "The colour of the theatre was organised."
    assert suggested(text, Dialect.AMERICAN) == [
        ("colour", "color"),
        ("theatre", "theater"),
        ("organised", "organized"),
    ]


def test_the_british_writer_is_offered_british_spellings():
    text = "The color of the theater was organized and labeled."
    assert suggested(text, Dialect.BRITISH) == [
        ("color", "colour"),
        ("theater", "theatre"),
        ("organized", "organised"),
        ("labeled", "labelled"),
    ]


@pytest.mark.parametrize("dialect", list(Dialect))
def test_words_that_are_right_in_both_variants_stay(dialect):
    text = "I advise her to practice, promise a story and check the computer program for an hour."
    assert suggested(text, dialect) == []


def test_capitals_are_kept():
    assert suggested("Colour matters.", Dialect.AMERICAN) == [("Colour", "Color")]


def test_names_in_mid_sentence_stay():
    assert suggested("We met at Pearl Harbor.", Dialect.BRITISH) == []


def test_a_word_that_the_engine_changes_is_left_to_it():
    edit = Edit(Span(4, 10), "colour", "colours", 0.9)
    assert suggested("The colour are nice.", Dialect.BRITISH, (edit,)) == [("colour", "colours")]


@pytest.mark.parametrize(
    ("dialect", "spelling"),
    [(Dialect.NONE, "color"), (Dialect.AMERICAN, "color"), (Dialect.BRITISH, "colour")],
)
def test_a_misspelling_is_mended_in_the_spelling_that_is_wanted(dialect, spelling):
    edit = Edit(Span(4, 9), "colur", "color", 0.9)
    assert suggested("The colur is nice.", dialect, (edit,)) == [("colur", spelling)]


def test_a_word_that_stood_there_is_not_respelled_on_the_way():
    edit = Edit(Span(4, 15), "color wheal", "color wheel", 0.9)
    assert suggested("The color wheal.", Dialect.BRITISH, (edit,)) == [
        ("color wheal", "color wheel")
    ]


def test_respelling_never_makes_a_change_of_nothing():
    edit = Edit(Span(0, 6), "Colour", "Color", 0.9)
    assert suggested("Colour.", Dialect.BRITISH, (edit,)) == [("Colour", "Color")]
