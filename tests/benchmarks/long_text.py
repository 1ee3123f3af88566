"""Make long texts with mistakes from a few self-written parts, the same ones every time."""

from __future__ import annotations

import random

SUBJECTS = ("My sister", "The old man", "Our neighbour", "A friend of mine", "The teacher", "He")
VERBS = ("go", "walks", "want to travel", "have been", "used to drive", "likes to go")
PLACES = ("to the market", "along the river", "to a small town", "home by bus", "to a old castle")
TIMES = ("every morning", "last summer", "on rainy days", "with her brother", "before the lesson")
ENDS = (
    "because the weather were lovely",
    "and buyed two apples there",
    "although nobody was waiting",
    "so that she could recieve the letter",
    "while the children sang in the kitchen",
)


def long_text(words: int, seed: int = 1) -> str:
    """Return paragraphs of three to eight sentences with about this many words."""
    chance = random.Random(seed)
    paragraphs, count = [], 0
    while count < words:
        sentences = [_sentence(chance) for _ in range(chance.randint(3, 8))]
        paragraphs.append(" ".join(sentences))
        count += sum(len(sentence.split()) for sentence in sentences)
    return "\n\n".join(paragraphs)


def _sentence(chance: random.Random) -> str:
    parts = [chance.choice(group) for group in (SUBJECTS, VERBS, PLACES, TIMES, ENDS)]
    # A number makes nearly every sentence a new one: the sentence cache must not answer them.
    return f"{' '.join(parts)} in {chance.randint(1000, 9999)} number {chance.randint(1, 99)}."
