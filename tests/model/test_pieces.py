from hypothesis import given
from hypothesis import strategies as st

from model.pieces import readable_spans


def parts(text, most=10):
    return [text[span.start : span.end] for span in readable_spans(text, len, most)]


def test_a_short_sentence_is_one_part():
    assert parts("He goes.") == ["He goes."]


def test_a_long_sentence_is_cut_behind_clauses_first():
    text = "He ate, she slept"
    assert parts(text, 12) == ["He ate,", "she slept"]


def test_without_clauses_the_cut_falls_between_words():
    assert parts("one two three four", 10) == ["one two", "three four"]


def test_parts_are_of_about_one_length():
    assert min(len(part.split()) for part in parts("one " * 12, 40)) >= 5


def test_a_word_that_is_too_long_is_left_out_and_the_rest_is_not():
    assert parts("abc " + "x" * 50 + " def") == ["abc", "def"]


def test_nothing_but_one_endless_word_gives_no_part():
    assert parts("x" * 10_000) == []


@given(st.text(alphabet="ab ,;", max_size=200), st.integers(1, 20))
def test_parts_are_in_order_and_never_too_long(text, most):
    text = text.strip()
    end = 0
    for span in readable_spans(text, len, most):
        assert end <= span.start <= span.end <= len(text)
        assert len(span) <= most
        end = span.end


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=9), min_size=1))
def test_no_word_that_fits_is_left_out(words):
    assert " ".join(parts(" ".join(words))).split() == words
