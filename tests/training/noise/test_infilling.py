from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.noise.infilling import MASK, infill

SENTENCE = "The quick brown fox, who was hungry, jumped over the lazy dog near the river bank."


@given(st.integers(0, 10_000))
def test_what_is_left_stands_in_the_sentence_in_order(seed: int) -> None:
    masked = infill(SENTENCE, random.Random(seed))
    assert MASK in masked
    position = 0
    for piece in masked.split(MASK):
        position = SENTENCE.index(piece, position) + len(piece)


def test_about_one_word_in_seven_is_hidden() -> None:
    rng = random.Random(3)
    words = len(SENTENCE.split())
    left = [len(infill(SENTENCE, rng).replace(MASK, " ").split()) for _ in range(400)]
    hidden = 1 - sum(left) / len(left) / words
    assert 0.08 < hidden < 0.2


@given(st.text(max_size=40), st.integers(0, 100))
def test_any_text_is_taken(text: str, seed: int) -> None:
    assert infill(text, random.Random(seed)).startswith(text[:1])
