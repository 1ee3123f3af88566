import numpy as np
import pytest

from model.spelling.candidates import Candidate
from model.spelling.judge import FEATURES, KEEP, Judge, Written, choices

NEAR = Candidate("receive", 12.0, 1, True, True, True, True)
FAR = Candidate("relieve", 9.0, 2, True, True, False, False)
WORD = Written("recieve", is_first=False)


def runs(number, gain=0.0):
    return [gain] * number


def test_without_weights_every_choice_is_as_likely_as_the_others():
    verdict = Judge({}).verdict(WORD, [NEAR, FAR], runs(2))
    assert verdict.confidence == pytest.approx(1 / 3)


def test_what_is_nearer_by_letters_wins():
    judge = Judge({"same_skeleton": 2.0})
    assert judge.verdict(WORD, [FAR, NEAR], runs(2)).candidate == NEAR
    assert Judge({"same_skeleton": -2.0}).verdict(WORD, [FAR, NEAR], runs(2)).candidate == FAR


def test_reasons_to_keep_a_word_lower_the_confidence_in_any_candidate():
    plain = Judge({"one_edit": 2.0}).verdict(WORD, [NEAR], runs(1))
    careful = Judge({"one_edit": 2.0, "keep": 3.0}).verdict(WORD, [NEAR], runs(1))
    assert careful.confidence < plain.confidence


def test_a_capital_within_a_sentence_tells_a_name_and_at_its_beginning_nothing():
    judge = Judge({"keep_capitalised": 4.0})
    name = judge.verdict(Written("Recieve", is_first=False), [NEAR], runs(1))
    first = judge.verdict(Written("Recieve", is_first=True), [NEAR], runs(1))
    assert name.confidence < 0.05
    assert first.confidence == pytest.approx(0.5)


def test_the_words_beside_can_speak_for_keeping():
    judge = Judge({"keep_beside_unknown": 4.0, "keep_beside_name": 4.0})
    alone = judge.verdict(WORD, [NEAR], runs(1))
    assert alone.confidence == pytest.approx(0.5)
    for beside in ({"is_beside_unknown": True}, {"is_beside_name": True}):
        written = Written("recieve", is_first=False, **beside)
        assert judge.verdict(written, [NEAR], runs(1)).confidence < 0.05


def test_words_that_are_often_seen_together_speak_for_a_candidate():
    judge = Judge({"runs": 2.0})
    assert judge.verdict(WORD, [NEAR, FAR], [0.0, 6.0]).candidate == FAR
    assert judge.verdict(WORD, [NEAR, FAR], [6.0, 0.0]).candidate == NEAR


def test_endless_unfamiliarity_counts_as_a_great_one():
    features = choices(WORD, [NEAR], [-1e9])
    assert np.isfinite(features).all()
    assert features[1, FEATURES.index("runs")] == -4.0


def test_features_of_keeping_and_changing_do_not_mix():
    features = choices(WORD, [NEAR, FAR], runs(2))
    assert not features[0, len(KEEP) :].any()
    assert not features[1:, : len(KEEP)].any()


def test_unknown_weights_are_refused():
    with pytest.raises(ValueError, match="knows no colour"):
        Judge({"colour": 1.0})
