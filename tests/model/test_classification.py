import pytest

from model.classification import classify
from model.edits import Category
from model.extraction import extract_changes

CASES = [
    ("He has a apple.", "He has an apple.", ["R:DET"]),
    ("He goes to school the day.", "He goes to school day.", ["U:DET"]),
    ("I go school.", "I go to school.", ["M:PREP"]),
    ("It depends of him", "It depends on him", ["R:PREP"]),
    ("However I think so.", "However, I think so.", ["M:PUNCT"]),
    ("I think, that he", "I think that he", ["U:PUNCT"]),
    ("Is it late.", "Is it late?", ["R:PUNCT"]),
    ("I like it. But no", "I like it, but no", ["R:PUNCT"]),
    ("I recieve it", "I receive it", ["R:SPELL"]),
    ("It is controlled", "It is controled", ["R:SPELL"]),
    ("an irreversable thing", "an irreversible thing", ["R:SPELL"]),
    ("It a problem", "It's a problem", ["R:VERB"]),
    ("on monday", "on Monday", ["R:ORTH"]),
    ("I have alot", "I have a lot", ["R:ORTH"]),
    ("two apples .", "two apples.", ["R:ORTH"]),
    ("She have it", "She has it", ["R:VERB:SVA"]),
    ("He walk home", "He walks home", ["R:VERB:SVA"]),
    ("They lives here", "They live here", ["R:VERB:SVA"]),
    ("Yesterday I go", "Yesterday I went", ["R:VERB:TENSE"]),
    ("I buyed it", "I bought it", ["R:VERB:INFL"]),
    ("I have went", "I have gone", ["R:VERB:FORM"]),
    ("I enjoy swim", "I enjoy swimming", ["R:VERB:FORM"]),
    ("She can sings", "She can sing", ["R:VERB:FORM"]),
    ("I have two dog", "I have two dogs", ["R:NOUN:NUM"]),
    ("many informations", "many information", ["R:NOUN:NUM"]),
    ("the dogs tail", "the dog's tail", ["R:NOUN:POSS"]),
    ("I saw he", "I saw him", ["R:PRON"]),
    ("small and nice", "small but nice", ["R:CONJ"]),
    ("what is it", "what it is", ["R:WO"]),
    ("I dont know", "I don't know", ["R:CONTR"]),
    ("Their is one", "There is one", ["R:SPELL"]),
    ("He is more big", "He is bigger", ["R:ADJ:FORM"]),
    ("He is the most tallest", "He is the tallest", ["U:DET"]),
    ("an important differents", "an important difference", ["R:MORPH"]),
    ("I did a mistake", "I made a mistake", ["R:VERB"]),
    ("a strong rain", "a heavy rain", ["R:OTHER"]),
]


@pytest.mark.parametrize(("source", "hypothesis", "expected"), CASES)
def test_mistakes_are_named(source, hypothesis, expected):
    assert [
        classify(change, source)[1] for change in extract_changes(source, hypothesis)
    ] == expected


@pytest.mark.parametrize(
    ("source", "hypothesis", "category"),
    [
        ("I recieve it", "I receive it", Category.SPELLING),
        ("on monday", "on Monday", Category.SPELLING),
        ("She have it", "She has it", Category.GRAMMAR),
        ("However I think", "However, I think", Category.PUNCTUATION),
        ("two apples .", "two apples.", Category.PUNCTUATION),
        ("a strong rain", "a heavy rain", Category.STYLE),
        ("could of gone", "could have gone", Category.GRAMMAR),
    ],
)
def test_writers_see_the_category_they_would_expect(source, hypothesis, category):
    (change,) = extract_changes(source, hypothesis)
    assert classify(change, source)[0] is category
