from hypothesis import given
from hypothesis import strategies as st

from model.grammar.constructions.matching import ROWS, construction_proposals
from model.grammar.proposals import Clause
from tests.model.grammar.constructions.mended import FORMS, mended

WORDS = sorted({word for row in ROWS for word in row.words.split()})
texts = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from([*WORDS, "I", "to", "he", "İ", "?", ".", ",", "than", "go", "😀"]),
        max_size=12,
    ).map(" ".join),
)


@given(texts)
def test_proposals_for_any_text_lie_within_it_and_change_it(text):
    for found in construction_proposals(Clause.of(text), FORMS):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert text[found.span.start : found.span.end] != found.replacement
        assert found.is_certain


def test_capitals_and_curly_apostrophes_stay():
    assert mended("BEFORE to leave, stop.") == "BEFORE leaving, stop."
    assert mended("I\u2019ve 20 years old.") == "I\u2019m 20 years old."
    assert mended("Do he know?") == "Does he know?"
    assert mended("He speaks well English.") == "He speaks English well."
    assert mended("I and my wife live here.") == "My wife and I live here."


def test_a_capital_within_a_sentence_is_a_name():
    assert mended("We use networks like Fastly.") == "We use networks like Fastly."
    assert mended("We learn fastly.") == "We learn fast."


def test_no_space_is_replaced_by_a_space():
    texts = ("Before to leave, close it.", "I have seen it yesterday.", "I am here since 2015.")
    for text in texts:
        (found,) = construction_proposals(Clause.of(text), FORMS)
        assert text[found.span.start] != " "
        assert found.replacement.strip() == found.replacement


def test_a_letter_that_is_two_in_small_letters_moves_nothing():
    assert mended("İ have İ. I have 20 years old.") == "İ have İ. I have 20 years old."


def test_every_row_names_a_word_that_its_sentences_have():
    assert all(row.words.split() for row in ROWS)
    assert all(word == word.lower() for row in ROWS for word in row.words.split())
