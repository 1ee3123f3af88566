from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.edits import apply_edits
from tests.training.noise.tables import CLEAN, small_table
from training.noise.draft import Draft
from training.noise.sampler import ErrorMaker, NoiseOptions, load_corruption
from training.noise.table import NoiseTable


@pytest.fixture(scope="module")
def maker(table: NoiseTable) -> ErrorMaker:
    return ErrorMaker(table, NoiseOptions(clean_share=0.1))


@given(st.sampled_from(CLEAN) | st.text(max_size=60), st.integers(0, 1_000_000))
@settings(max_examples=300)
def test_inverse_edits_restore_the_clean_sentence(maker: ErrorMaker, text: str, seed: int) -> None:
    pair = maker.corrupt(text, random.Random(seed))
    assert pair.target == text
    assert apply_edits(pair.source, pair.edits) == text


def test_the_same_seed_makes_the_same_errors(table: NoiseTable) -> None:
    makers = ErrorMaker(table), ErrorMaker(table)
    runs = [
        [maker.corrupt(text, rng) for text in CLEAN * 4]
        for maker, rng in zip(makers, (random.Random(7), random.Random(7)), strict=True)
    ]
    assert runs[0] == runs[1]
    assert any(pair.edits for pair in runs[0])


def test_the_fast_path_makes_the_same_errors(maker: ErrorMaker) -> None:
    for seed in range(60):
        text = CLEAN[seed % len(CLEAN)]
        pair = maker.corrupt(text, random.Random(seed))
        assert maker.corrupt_text(text, random.Random(seed)) == pair.source


def test_the_clean_share_is_kept(table: NoiseTable) -> None:
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.3))
    rng = random.Random(11)
    pairs = [maker.corrupt(text, rng) for text in CLEAN * 125]
    assert 0.26 < sum(not pair.edits for pair in pairs) / len(pairs) < 0.35


def test_dense_sentences_have_a_learners_density(table: NoiseTable) -> None:
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.0, dense_share=1.0))
    rng = random.Random(12)
    made = words = 0
    for text in CLEAN * 40:
        made += len(maker.damage(Draft(text), rng))
        words += len(text.split())
    assert 0.08 < made / words < 0.22


def test_made_types_follow_the_table(table: NoiseTable) -> None:
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.0, emphasis={}))
    rng = random.Random(13)
    made = Counter[str]()
    for text in CLEAN * 100:
        made.update(maker.damage(Draft(text), rng))
    total = sum(made.values())
    human = sum(table.types[kind] for kind in maker.error_types)
    for kind in ("M:DET", "R:PREP", "R:SPELL", "R:VERB:SVA", "M:PUNCT", "R:NOUN:NUM"):
        assert made[kind] / total == pytest.approx(table.types[kind] / human, abs=0.05)


def test_names_numbers_and_addresses_are_never_touched(table: NoiseTable) -> None:
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.0))
    text = "In 1997 Ada Quillfeather bought 3,500 shares at https://example.org/buy?n=2 in Leeds."
    rng = random.Random(14)
    sources = [maker.corrupt(text, rng).source for _ in range(300)]
    for kept in ("1997", "Ada Quillfeather", "3,500", "https://example.org/buy?n=2", "Leeds"):
        assert all(kept in source for source in sources)
    assert len(set(sources)) > 20


def test_dialects_are_never_exchanged() -> None:
    table = small_table()
    table.replacements.setdefault("R:WORD", {})["centre"] = {"center": 50}
    table.misspellings.pop("centre", None)
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.0))
    rng = random.Random(15)
    text = "It is difficult to find a cheap room in the centre of the town."
    assert not any("center" in maker.corrupt(text, rng).source for _ in range(300))


def test_typical_learner_errors_are_made(table: NoiseTable) -> None:
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.0))
    rng = random.Random(16)
    text = "She goes to school every day because she likes her teachers."
    sources = " ".join(maker.corrupt(text, rng).source for _ in range(600))
    for error in ("She go ", "goes school", "she like ", "becuase", "her teacher.", "she goes"):
        assert error in sources


def test_curly_apostrophes_are_damaged_like_straight_ones(table: NoiseTable) -> None:
    maker = ErrorMaker(table, NoiseOptions(clean_share=0.0))
    rng = random.Random(17)
    sources = [maker.corrupt("I think he doesn\u2019t know.", rng).source for _ in range(200)]
    assert any(re.search(r"\bdoesnt\b", source) for source in sources)


def test_texts_without_words_stay_as_they_are(maker: ErrorMaker) -> None:
    assert maker.corrupt("", random.Random(1)).source == ""
    assert maker.corrupt("42", random.Random(1)).source == "42"


def test_impossible_densities_are_refused() -> None:
    with pytest.raises(ValueError, match="shares and densities"):
        NoiseOptions(density=(0.3, 0.1))
    with pytest.raises(ValueError, match="shares and densities"):
        NoiseOptions(clean_share=1.5)


def test_trainers_get_a_plain_function(table: NoiseTable, tmp_path: Path) -> None:
    path = tmp_path / "noise.json"
    table.save(path)
    corrupt = load_corruption(path, clean_share=1.0)
    assert corrupt(CLEAN[0], random.Random(1)) == CLEAN[0]
