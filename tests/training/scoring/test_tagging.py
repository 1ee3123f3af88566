"""The substitute tagger on the distinctions that alignment asks for."""

from __future__ import annotations

import pytest

from training.scoring.tagging import tag


@pytest.mark.parametrize(
    ("sentence", "position", "pos"),
    [
        ("I want to leave", 2, "PART"),
        ("I went to town", 2, "ADP"),
        ("They have seen it", 1, "AUX"),
        ("They have cars", 1, "VERB"),
        ("the work is done", 1, "NOUN"),
        ("we work here", 1, "VERB"),
        ("he ran quickly .", 2, "ADV"),
        ("he ran quickly .", 3, "PUNCT"),
        ("we saw Ann there", 2, "PROPN"),
        ("it costs 30 now", 2, "NUM"),
        ("this is fine", 0, "PRON"),
        ("this house is fine", 0, "DET"),
        ("she said that it rains", 2, "SCONJ"),
    ],
)
def test_word_class_follows_from_word_ending_and_neighbours(sentence, position, pos):
    assert tag(sentence.split())[position].pos == pos


@pytest.mark.parametrize(
    ("sentence", "possessive"), [("my friend 's car", True), ("it 's late", False)]
)
def test_possessive_ending_differs_from_a_short_verb(sentence, possessive):
    found = next(word for word in tag(sentence.split()) if word.text == "'s")
    assert found.possessive is possessive


def test_inflected_forms_share_their_lemma():
    first, second = tag(["goes", "went"])
    assert first.lemma == second.lemma
