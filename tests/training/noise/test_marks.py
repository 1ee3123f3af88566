from __future__ import annotations

from tests.training.noise.drafts import outcomes
from training.noise import marks
from training.noise.words import word_set


def test_commas_and_last_marks_are_lost() -> None:
    operation = marks.omitting_marks()
    assert outcomes(operation, "If so, I go.", ",") == {"If so I go."}
    assert outcomes(operation, "I go.", ".") == {"I go.", "I go"}
    assert outcomes(operation, 'He said, "Go."', ".") == {'He said, "Go."'}


def test_commas_are_put_before_conjunctions() -> None:
    operation = marks.adding_commas({}, {})
    assert outcomes(operation, "I know that he lies.", "that") == {"I know, that he lies."}
    assert outcomes(operation, "Well, that is it.", "that") == {"Well, that is it."}


def test_question_marks_become_full_stops() -> None:
    assert outcomes(marks.replacing_marks(), "Is it?", "?") == {"Is it."}


def test_apostrophes_are_lost_or_moved() -> None:
    operation = marks.losing_apostrophes(marks.CONTRACTIONS)
    found = outcomes(operation, "I don't know.", "don't")
    assert {"I dont know.", "I do'nt know.", "I don t know."} <= found
    assert "Its late." in outcomes(operation, "It's late.", "it's")


def test_possessives_are_lost_from_common_nouns_alone() -> None:
    operation = marks.losing_possessives(word_set("'s"))
    assert outcomes(operation, "My sister's car.", "sister's") == {
        "My sisters car.",
        "My sister car.",
    }
    assert outcomes(operation, "We met Dora's aunt.", "dora's") == {"We met Dora's aunt."}
