"""A small noise table of sentences and words written for the tests."""

from __future__ import annotations

from training.noise.estimate import calibrate, estimate
from training.noise.morphology import add_s, irregular_plurals
from training.noise.table import NoiseTable

CLEAN = (
    "She goes to school every day because she likes her teachers.",
    "Yesterday we bought two apples and a small box of biscuits.",
    "They have never been to the museum, but they want to go there.",
    "If it rains tomorrow, I will stay at home and read a book.",
    "The children were playing in the garden when their father came home.",
    "He doesn't know whether the train from Leeds is late.",
    "My sister's friend is interested in old machines and new music.",
    "We should have told them about the meeting on Monday.",
    "I look forward to hearing from you about the results of the test.",
    "There are many reasons why people want to learn languages.",
    "You can buy a ticket at the station or on the train.",
    "The dog that lives next door always barks at the postman.",
    "After dinner, we walked along the river and talked about our plans.",
    "It is difficult to find a cheap room in the centre of the town.",
    "Do you think that this answer is better than the first one?",
    "My parents gave me a bicycle for my birthday last year.",
)
"""Used over and over; none of them is in a corpus."""

PAIRS = (
    ("She go to school.", "She goes to school."),
    ("I am interested on music.", "I am interested in music."),
    ("He is at home in Monday.", "He is at home on Monday."),
    ("I have book.", "I have a book."),
    ("We discussed about the plan.", "We discussed the plan."),
    ("The life is hard.", "Life is hard."),
    ("I beleive you.", "I believe you."),
    ("I dont know.", "I don't know."),
    ("i know him.", "I know him."),
    ("Two apple are enough.", "Two apples are enough."),
    ("Yesterday I buy it.", "Yesterday I bought it."),
    ("I want going home.", "I want to go home."),
    ("I also can swim.", "I can also swim."),
    ("My sister car is new.", "My sister's car is new."),
    ("If it rains I stay.", "If it rains, I stay."),
    ("I know, that he lies.", "I know that he lies."),
    ("Where is it.", "Where is it?"),
    ("Its good.", "It's good."),
    ("Their is a dog.", "There is a dog."),
    ("He read alot.", "He reads a lot."),
    ("It is economic to cook.", "It is economical to cook."),
    ("He have gone.", "He has gone."),
    ("Is late.", "It is late."),
    ("She late.", "She is late."),
    ("I am agree.", "I agree."),
    ("I went the park.", "I went to the park."),
    ("The man which came is old.", "The man who came is old."),
    ("I came, saw left.", "I came, saw and left."),
    ("He buyed a hat.", "He bought a hat."),
    ("This is the correct sentence.", "This is the correct sentence."),
    ("Nothing is wrong here.", "Nothing is wrong here."),
)


TYPES = {
    "M:DET": 60.0,
    "U:DET": 20.0,
    "R:DET": 20.0,
    "M:PREP": 40.0,
    "R:PREP": 70.0,
    "M:PRON": 10.0,
    "M:VERB": 30.0,
    "M:PUNCT": 80.0,
    "U:PUNCT": 20.0,
    "R:PUNCT": 5.0,
    "R:CONTR": 10.0,
    "R:MORPH": 10.0,
    "R:NOUN:NUM": 50.0,
    "R:NOUN:POSS": 5.0,
    "R:ORTH:CASE": 40.0,
    "R:ORTH:SPACE": 10.0,
    "R:PRON": 10.0,
    "R:SPELL": 90.0,
    "R:VERB:FORM": 30.0,
    "R:VERB:INFL": 5.0,
    "R:VERB:SVA": 40.0,
    "R:VERB:TENSE": 30.0,
    "R:WO": 10.0,
    "R:WORD": 50.0,
}
"""About the shares that people show; the pairs above are too few to tell."""
VERBS = (
    "go like buy want rain stay read play come know tell look hear learn live bark walk think give"
)
PLURALS = (
    "school teacher apple box museum book child garden father train friend machine meeting result "
    "test reason language ticket station dog door dinner river plan room town answer parent year"
)


def small_table() -> NoiseTable:
    """Return a table learnt from the sentences above, calibrated on them."""
    clean = [*CLEAN] * 4 + [target for _, target in PAIRS] * 3
    table = estimate([*PAIRS] * 3, clean, spelling=None)
    table.types = dict(TYPES)
    table.verbs = VERBS.split()
    irregular = irregular_plurals()
    table.plurals = {word: irregular.get(word) or add_s(word) for word in PLURALS.split()}
    table.misspellings = {
        **table.misspellings,
        "because": {"becuase": 3},
        "friend": {"freind": 2},
        "tomorrow": {"tommorow": 2},
    }
    calibrate(table, list(CLEAN) * 20, rounds=5)
    return table
