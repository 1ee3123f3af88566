from __future__ import annotations

import pytest

from training.noise.alignment import differences
from training.noise.classification import classify
from training.noise.lexicon import Lexicon
from training.noise.words import split_words, word_set

KNOWN = word_set("go goes went car cars sister is it colour color their there no know fun")
LEXICON = Lexicon.of(dict.fromkeys(KNOWN, 9), ["go", "buy"], {"car": "cars"})


def kind(source: str, target: str) -> str:
    (item,) = differences(
        [word for word in split_words(source) if word != " "],
        [word for word in split_words(target) if word != " "],
    )
    return classify(item, LEXICON)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("I have car", "I have a car", "M:DET"),
        ("the life", "life", "U:DET"),
        ("a car", "the car", "R:DET"),
        ("in Monday", "on Monday", "R:PREP"),
        ("I go school", "I go to school", "M:PREP"),
        ("she go", "she goes", "R:VERB:SVA"),
        ("I go home", "I went home", "R:VERB:TENSE"),
        ("I going", "I go", "R:VERB:FORM"),
        ("he buyed it", "he bought it", "R:VERB:INFL"),
        ("two car", "two cars", "R:NOUN:NUM"),
        ("sister car", "sister's car", "R:NOUN:POSS"),
        ("if so I go", "if so, I go", "M:PUNCT"),
        ("I know, that", "I know that", "U:PUNCT"),
        ("really.", "really?", "R:PUNCT"),
        ("monday is", "Monday is", "R:ORTH:CASE"),
        ("alot of", "a lot of", "R:ORTH:SPACE"),
        ("also can go", "can also go", "R:WO"),
        ("dont go", "don't go", "R:CONTR"),
        ("no it", "know it", "R:WORD"),
        ("ther is", "there is", "R:SPELL"),
        ("my colour", "my color", "DIALECT"),
    ],
)
def test_each_difference_gets_its_type(source: str, target: str, expected: str) -> None:
    assert kind(source, target) == expected
