"""What the word list adds to the search."""

import numpy as np
import pytest

from model.corrector import Corrector, CorrectorOptions
from model.parts import CorrectorParts
from model.spelling.speller import PROPOSAL, Speller
from tests.fakes import scripted_stepper, tiny_tokenizer
from tests.model.spelling.small_words import small_word_list

KNOWN = {
    "He met her frends.": "He met her friendss.",  # pieces put together to no word
    "We met him": "We met them",
}


def indifferent(source, prefix):
    return np.zeros(len(tiny_tokenizer()), dtype=np.float32)


def corrector(thresholds=None, **options):
    tokenizer = tiny_tokenizer()
    weights = {"same_skeleton": 4.0, "same_last": 4.0}
    speller = Speller(small_word_list(), weights)
    parts = CorrectorParts(
        tokenizer, scripted_stepper(tokenizer, KNOWN, 0.9), thresholds or {}, speller=speller
    )
    return Corrector.of(parts, CorrectorOptions(**options))


def corrected(text, thresholds=None, **options):
    found = corrector(thresholds, **options).correct_text(text)
    return "".join(correction.text for correction in found)


def test_what_the_search_lets_pass_is_looked_up():
    assert corrected("We recieve her freinds.") == "We receive her friends."


def test_wrong_articles_are_mended():
    assert corrected("We met her in a hour.") == "We met her in an hour."


def test_a_word_that_is_mended_gets_the_article_that_it_takes():
    assert corrected("We met her in a houre.") == "We met her in an hour."


def test_a_word_that_nobody_knows_is_not_written_but_looked_up():
    assert corrected("He met her frends.") == "He met her friends."


def test_spans_fit_a_text_with_odd_spaces_curly_quotes_and_emoji():
    text = "\u201cWe  don\u2019t\n recieve 😀 in the world her freinds.\u201d"
    assert corrected(text) == "\u201cWe  don\u2019t\n receive 😀 in the world her friends.\u201d"


def test_the_writers_words_are_left_alone():
    assert corrected("We recieve it.", dictionary=frozenset({"recieve"})) == "We recieve it."


def test_looking_up_can_be_switched_off():
    assert corrected("We recieve it.", spelling=False) == "We recieve it."


def test_proposals_have_a_threshold_of_their_own():
    assert corrected("We recieve it.", {PROPOSAL: 1.0, "default": 0.0}) == "We recieve it."
    assert corrected("We met him", {PROPOSAL: 1.0, "default": 0.0}) == "We met them"


@pytest.mark.parametrize("text", ["See recieve.com for it.", "Run `recieve her` now, we met."])
def test_protected_text_is_not_looked_up(text):
    assert corrected(text) == text


def test_a_batch_is_looked_up_as_single_sentences_are():
    engine = corrector()
    sentences = engine.segment("We recieve it. We met him in a hour. He went.")
    batched = engine.correct_sentences(sentences)
    assert batched == tuple(engine.correct_sentence(sentence) for sentence in sentences)
    assert any(correction.edits for correction in batched)
