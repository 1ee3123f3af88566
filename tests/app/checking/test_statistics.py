import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checking.statistics import TextCounts, count_paragraph


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("", 0, 0),
        ("   ", 0, 0),
        ("Hello", 1, 1),
        ("Hello there. How are you?", 5, 2),
        ("Don't stop: it's a well-known rule!", 6, 1),
        ("Version 2.5 costs 3.50 pounds.", 7, 1),
        ("Really?! Yes... \u201cNo.\u201d", 3, 3),
        ("...", 0, 1),
    ],
)
def test_words_and_sentences_are_counted_as_a_reader_would(text, words, sentences):
    counts = count_paragraph(text)
    assert (counts.words, counts.sentences) == (words, sentences)


def test_characters_are_code_points():
    assert count_paragraph("a😀").characters == 2


@given(st.lists(st.text(max_size=40), max_size=5))
def test_counts_of_parts_add_up(parts):
    total = sum((count_paragraph(part) for part in parts), TextCounts())
    assert total.words == sum(count_paragraph(part).words for part in parts)
    assert total.characters == sum(map(len, parts))


def test_too_little_text_has_no_grade():
    assert count_paragraph("Short text.").grade is None


def test_longer_words_and_sentences_are_harder():
    easy = count_paragraph("The cat sat on the mat. " * 10)
    hard = count_paragraph(
        "Comprehensive organisational transformation necessitates extraordinary deliberation, "
        "notwithstanding considerable institutional apprehension and administrative resistance. "
        * 3
    )
    assert 1 <= easy.grade < 3
    assert hard.grade > 20


def test_the_grade_is_that_of_the_formula():
    counts = TextCounts(characters=600, words=100, sentences=5, letters=480)
    assert counts.grade == pytest.approx(4.71 * 4.8 + 0.5 * 20 - 21.43)
