from __future__ import annotations

import pytest

from training.noise.morphology import (
    add_ed,
    add_ing,
    add_s,
    irregular_plurals,
    irregular_verbs,
    verb_forms,
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("go", "goes"), ("try", "tries"), ("play", "plays"), ("watch", "watches"), ("box", "boxes")],
)
def test_third_person_and_plural_follow_the_spelling_rules(word: str, expected: str) -> None:
    assert add_s(word) == expected


@pytest.mark.parametrize(
    ("word", "past", "gerund"),
    [
        ("stop", "stopped", "stopping"),
        ("make", "maked", "making"),
        ("study", "studied", "studying"),
        ("prefer", "preferred", "preferring"),
        ("visit", "visited", "visiting"),
        ("die", "died", "dying"),
        ("see", "seed", "seeing"),
        ("rain", "rained", "raining"),
        ("show", "showed", "showing"),
    ],
)
def test_regular_endings_double_and_drop_letters(word: str, past: str, gerund: str) -> None:
    assert add_ed(word) == past
    assert add_ing(word) == gerund


def test_irregular_forms_come_from_the_list() -> None:
    forms = verb_forms("go", irregular_verbs())
    assert forms.all() == ("go", "goes", "went", "gone", "going")
    assert verb_forms("have", irregular_verbs()).third == "has"
    assert irregular_plurals()["child"] == "children"


def test_every_row_of_the_verb_list_has_three_forms() -> None:
    table = irregular_verbs()
    assert len(table) > 130
    assert all(past and participle for past, participle in table.values())
