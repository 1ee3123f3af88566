import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.confidence import token_evidence, token_places
from model.decoding.common import DecodingOptions
from model.decoding.greedy import greedy
from model.extraction import extract_changes
from tests.fakes import scripted_stepper, tiny_tokenizer


def places_of(text):
    tokenizer = tiny_tokenizer()
    return token_places(tokenizer.encode(text), tokenizer, tokenizer.piece_texts())


def confidences(source, target, probability):
    tokenizer = tiny_tokenizer()
    stepper = scripted_stepper(tokenizer, {source: target}, probability)
    hypothesis = greedy(stepper, tokenizer.encode(source), DecodingOptions())
    pieces = tokenizer.piece_texts()
    places = token_places(hypothesis.tokens, tokenizer, pieces)
    return [
        token_evidence(
            hypothesis, places, places_of(source), change.span, change.new_span
        ).confidence
        for change in extract_changes(source, tokenizer.decode(hypothesis.tokens))
    ]


@given(st.text(alphabet="She goes.é😀\u2581\x00"))
def test_tokens_begin_where_their_text_does(text):
    tokenizer = tiny_tokenizer()
    places = places_of(text)
    for index, start in enumerate(places.starts):
        if start not in places.starts[:index]:
            assert tokenizer.decode(places.ids[:index]) == text[: max(0, start)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He has a apple.", "He has an apple."),
        ("He has the the dog.", "He has the dog."),
        ("He goes school.", "He goes to school."),
        ("The dog", "The dog."),
        ("The dog and", "The dog"),
        ("She go 😀 home.", "She goes 😀 home."),
    ],
)
def test_confidence_follows_the_probability_of_the_change(source, target):
    low, middle, high = (confidences(source, target, p) for p in (0.6, 0.8, 0.99))
    assert len(low) == len(high) == 1
    assert 0.0 < low[0] < middle[0] < high[0] <= 1.0
    assert high[0] > 0.9


@pytest.mark.parametrize(("offset", "counts"), [(-1, False), (0, True), (1, True), (2, False)])
def test_a_doubt_counts_from_the_bifurcation_to_the_first_token_after_the_change(offset, counts):
    tokenizer = tiny_tokenizer()
    source, target = "He has a dog.", "He has the dog."
    stepper = scripted_stepper(tokenizer, {source: target})
    hypothesis = greedy(stepper, tokenizer.encode(source), DecodingOptions())
    places = token_places(hypothesis.tokens, tokenizer, tokenizer.piece_texts())
    (change,) = extract_changes(source, target)
    spans = change.span, change.new_span
    before = token_evidence(hypothesis, places, places_of(source), *spans).confidence
    token = places.token_at(change.new_span.start) + offset
    hypothesis.distributions[token, hypothesis.tokens[token]] -= 1.0
    after = token_evidence(hypothesis, places, places_of(source), *spans).confidence
    assert after == pytest.approx(before * np.exp(-1.0 if counts else 0.0))
