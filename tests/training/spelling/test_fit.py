import pytest

from model.spelling.candidates import Candidate, CandidateFinder
from model.spelling.judge import FEATURES, Judge, Written, choices
from model.spelling.speller import Speller
from tests.model.spelling.small_words import small_word_list
from training.spelling.examples import Example, collect
from training.spelling.fit import fit, report

RIGHT = Candidate("receive", 12.0, 1, True, True, True, True)
WRONG = Candidate("relieve", 9.0, 2, True, True, False, False)


def example(word, runs, answer):
    features = choices(Written(word, False), [RIGHT, WRONG], runs)
    return Example(features, answer, answer > 0)


EXAMPLES = [
    *(example("recieve", [4.0, -6.0], 1) for _ in range(20)),
    *(example("recieve", [-6.0, 4.0], 2) for _ in range(20)),
    *(example("Kazoo", [-9.0, -9.0], 0) for _ in range(20)),
]


def test_fitted_weights_decide_as_the_examples_do():
    judge = Judge(fit(EXAMPLES))
    word = Written("recieve", is_first=False)
    likely = judge.verdict(word, [RIGHT, WRONG], [4.0, -6.0])
    assert likely.candidate == RIGHT
    assert likely.confidence > 0.8
    name = Written("Kazoo", is_first=False)
    unlikely = judge.verdict(name, [RIGHT, WRONG], [-9.0, -9.0])
    assert unlikely.confidence < 0.3


def test_the_report_counts_precision_and_recall():
    lines = report(EXAMPLES, fit(EXAMPLES))
    assert lines[0].startswith("60 unknown words held out, 40")
    assert "precision 1.000, recall 1.000" in lines[3]


def found(source, target):
    words = small_word_list()
    return list(collect([(source, target)], Speller(words, {}), CandidateFinder(words)))


@pytest.mark.parametrize(
    ("target", "is_answered", "is_mistake"),
    [
        ("We met her friend.", True, True),
        ("We met her frend.", False, False),
        ("We met her mother.", False, True),
    ],
)
def test_an_example_tells_what_the_annotator_wrote(target, is_answered, is_mistake):
    (only,) = found("We met her frend.", target)
    assert (only.answer > 0) == is_answered
    assert only.is_mistake == is_mistake
    assert only.features.shape[1] == len(FEATURES)


def test_known_words_make_no_examples():
    assert found("We met her friend.", "We met her friends.") == []
