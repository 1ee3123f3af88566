import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.lexicon import stem
from model.phrases.keys import TEMPLATES, Line, key_of
from model.phrases.tokens import tokens_of


def keys_in(text):
    """Return all keys of a sentence."""
    line = Line(tokens_of(text))
    return {int(key) for template in TEMPLATES for key in line.keys(template)}


@pytest.mark.parametrize(
    "key",
    [
        *("[listens]", "he [listens]", "[listens] loudly", "he [listens] loudly"),
        *("<s> he [listens]", "[listens loudly]", "loudly [] </s>", "<s> <s> [] he listens"),
        *(f"PRON~ [listens] *{stem('loudly')}", "*listen [loudly]", "*listen [] WORD~"),
    ],
)
def test_keys_ask_for_words_stems_and_classes_to_both_sides(key):
    assert key_of(key) in keys_in("He listens loudly")
    assert key_of(key) not in keys_in("They sing.")


@given(st.text("ab I'.1\u2019S ", max_size=60))
def test_all_keys_at_once_are_those_of_each_template(text):
    line = Line(tokens_of(text))
    keys, exists = line.all_keys()
    for template, row, mask in zip(TEMPLATES, keys, exists, strict=True):
        assert row[mask].tolist() == line.keys(template).tolist()


def test_a_key_of_no_shape_is_refused():
    with pytest.raises(ValueError, match="shape"):
        key_of("one two three [four]")
