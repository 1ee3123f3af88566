import numpy as np
import pytest

from model.parts import CorrectorParts
from model.spelling.candidates import Candidate, CandidateFinder
from model.spelling.context import ContextScorer
from model.spelling.judge import FEATURES, Judge, Written, choices
from model.spelling.speller import Speller
from tests.fakes import FakeStepper, tiny_tokenizer
from tests.model.spelling.small_words import small_word_list
from training.spelling import examples
from training.spelling.examples import Example, collect, unseen_pairs
from training.spelling.fit import fit, report

RIGHT = Candidate("receive", 12.0, 1, True, True, True, True)
WRONG = Candidate("relieve", 9.0, 2, True, True, False, False)


def example(word, fits, answer):
    features = choices(
        Written(word, False), [RIGHT, WRONG], np.array(fits, dtype=np.float32), [0.0, 0.0]
    )
    return Example(features, answer, answer > 0)


EXAMPLES = [
    *(example("recieve", [4.0, -6.0], 1) for _ in range(20)),
    *(example("recieve", [-6.0, 4.0], 2) for _ in range(20)),
    *(example("Kazoo", [-9.0, -9.0], 0) for _ in range(20)),
]


def test_fitted_weights_decide_as_the_examples_do():
    judge = Judge(fit(EXAMPLES))
    word = Written("recieve", is_first=False)
    likely = judge.verdict(word, [RIGHT, WRONG], np.array([4.0, -6.0], dtype=np.float32), [0, 0])
    assert likely.candidate == RIGHT
    assert likely.confidence > 0.8
    name = Written("Kazoo", is_first=False)
    unlikely = judge.verdict(name, [RIGHT, WRONG], np.array([-9.0, -9.0], dtype=np.float32), [0, 0])
    assert unlikely.confidence < 0.3


def test_the_report_counts_precision_and_recall():
    lines = report(EXAMPLES, fit(EXAMPLES))
    assert lines[0].startswith("60 unknown words held out, 40")
    assert "precision 1.000, recall 1.000" in lines[3]


def found(source, target):
    def indifferent(_source, _prefix):
        return np.zeros(len(tiny_tokenizer()), dtype=np.float32)

    stepper = FakeStepper(indifferent)
    words = small_word_list()
    return list(
        collect(
            [(source, target)],
            Speller(words, {}, tiny_tokenizer(), stepper),
            CandidateFinder(words),
            ContextScorer(tiny_tokenizer(), stepper),
        )
    )


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


def test_pairs_that_the_network_was_taught_are_left_out_but_for_those_too_long_for_it(
    tmp_path, monkeypatch
):
    taught = tmp_path / "pairs.tsv"
    short, long, new = "He don't go.", "He go home and " * 9 + "sleep.", "She go."
    taught.write_text(f"{short}\tHe goes.\tx\n{long}\t{long}\tx\n", encoding="utf-8")
    # As the corpus has it, before it is cleaned.
    raw = short.replace("'", "\u2019").replace("go", " go")
    pairs = [(raw, "He goes."), (long, long), (new, "She goes.")]
    monkeypatch.setattr(examples, "corrected_pairs", lambda folder: iter(pairs))
    tokenizer = tiny_tokenizer()
    parts = CorrectorParts(tokenizer, FakeStepper(None), familiar_tokens=30)
    assert unseen_pairs(tmp_path, [taught], parts) == pairs[1:]
    assert unseen_pairs(tmp_path, [], parts) == pairs
