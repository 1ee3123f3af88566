from __future__ import annotations

import random
from collections import Counter

import pytest

from training.noise.choices import Choices, compile_choices


def test_draws_follow_the_weights() -> None:
    choices = Choices({"a": 3.0, "b": 1.0})
    rng = random.Random(1)
    counts = Counter(choices.draw(rng) for _ in range(4000))
    assert 0.72 < counts["a"] / 4000 < 0.78
    assert dict(choices.items()) == {"a": 3.0, "b": 1.0}


def test_rare_alternatives_and_the_word_itself_are_left_out() -> None:
    table = compile_choices({"in": {"on": 3, "at": 1, "in": 9}, "by": {"at": 1}}, 2)
    assert set(table) == {"in"}
    assert "on" in table["in"]
    assert "at" not in table["in"]


def test_nothing_to_draw_from_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        Choices({})
