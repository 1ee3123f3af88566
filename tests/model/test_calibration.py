import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.calibration import Calibration, EditFacts, SentenceFacts, features
from model.confidence import TokenEvidence
from model.edits import Span
from model.ngrams import Ngrams
from model.phrases.table import Counts
from tests.model.spelling.small_words import small_word_list

WORDS = small_word_list()
TEXT = "He met the frend in world."
EDIT = EditFacts(Span(20, 20), "", "the ", "M:DET", TokenEvidence(-0.3, -0.1, -1.6))
SENTENCE = SentenceFacts.of(TEXT, 2, WORDS)


def named(edit=EDIT, text=TEXT):
    return features(edit, SentenceFacts.of(text, 2, WORDS), WORDS)


def test_without_weights_the_searchs_own_probability_stays():
    calibration = Calibration({}, WORDS)
    assert calibration.confidence(EDIT, SENTENCE) == pytest.approx(math.exp(-0.4))


def test_weights_decide_and_unknown_features_count_nothing():
    calibration = Calibration({"always": -1.0, "type=M:DET": 2.0, "type=M:PREP": 9.0}, WORDS)
    assert calibration.confidence(EDIT, SENTENCE) == pytest.approx(1 / (1 + math.exp(-1.0)))


NATS = st.floats(-200, 0)


@given(NATS, NATS, NATS, st.text(max_size=9), st.text(max_size=9))
def test_whatever_the_edit_a_confidence_is_a_probability(first, rest, source, old, new):
    edit = EditFacts(Span(3, 3 + len(old)), old, new, "R:OTHER", TokenEvidence(first, rest, source))
    calibration = Calibration({"first": 50.0, "rest": 5.0, "margin": 3.0, "alike": -9.0}, WORDS)
    assert 0.0 <= calibration.confidence(edit, calibration.facts(TEXT, 1)) <= 1.0


def test_a_surer_search_gives_greater_features():
    surer = replace(EDIT, evidence=TokenEvidence(-0.1, -0.1, -3.0))
    assert named(surer)["first"] > named()["first"]
    assert named(surer)["margin"] > named()["margin"]


def test_frequent_words_are_judged_by_name_and_others_by_frequency():
    assert named()["new=the"] == 1.0
    other = replace(EDIT, replacement="university", original="wrold", error_type="R:OTHER")
    found = named(other)
    assert not [name for name in found if name.startswith(("new=", "old="))]
    assert found["old_bits"] < 0 < found["new_bits"]


def test_what_people_made_of_the_words_before_is_seen():
    assert not [name for name in named() if name.startswith(("phrase", "listed"))]
    known = named(replace(EDIT, precedent=Counts(9, 10, 0)))
    rarer = named(replace(EDIT, precedent=Counts(2, 10, 5)))
    assert known["phrase_share"] > rarer["phrase_share"]
    assert rarer["phrase_clean"] > known["phrase_clean"]
    assert "listed" not in known
    assert named(replace(EDIT, precedent=Counts(9, 10, 0), is_searched=False))["listed"] == 1.0


def test_a_pattern_is_known_by_its_name_and_by_its_family():
    found = named(replace(EDIT, rule="agreement:he", is_searched=False))
    assert (found["rule=agreement:he"], found["rule=agreement"], found["listed"]) == (1, 1, 1)
    assert "listed_share" not in found


def test_neighbours_and_place_are_seen():
    found = named()
    assert found["before=in"] == 1.0
    assert "after=world" not in found
    assert found["at_start"] == found["at_end"] == 0.0
    last = named(replace(EDIT, span=Span(26, 26), replacement="!", error_type="M:PUNCT"))
    assert last["at_end"] == 1.0


def test_a_sentence_tells_how_many_words_nobody_knows():
    assert SENTENCE.unknown == 1
    assert SENTENCE.words == 6
    assert SentenceFacts.of("", 1, WORDS).words == 0


def test_a_regular_form_and_its_stem_are_told_from_other_words():
    same = replace(EDIT, original="go", replacement="goes", span=Span(3, 5))
    other = replace(EDIT, original="go", replacement="received", span=Span(3, 5))
    assert named(same)["same_stem"] == 1.0
    assert named(other)["same_stem"] == 0.0
    assert named(same)["alike"] > named(other)["alike"]


def test_a_word_that_stands_twice_is_told_from_others():
    text = "We met him in in the world."
    twice = EditFacts(Span(11, 14), "in ", "", "U:PREP", EDIT.evidence)
    other = replace(twice, span=Span(17, 21), original="the ")
    assert named(twice, text)["repeated"] == 1.0
    assert "repeated" not in named(other, text)


def test_a_change_into_what_is_often_seen_is_familiar():
    ngrams = Ngrams.of({"in": 50, "in the": 40, "in the world": 30, "the world": 30}, 1000)
    familiar = features(EDIT, SENTENCE, WORDS, ngrams)
    strange = features(replace(EDIT, replacement="met "), SENTENCE, WORDS, ngrams)
    assert familiar["runs"] > strange["runs"]
    assert familiar["words_more"] == 1.0
    assert "runs" not in named()


def test_a_calibration_uses_the_runs_of_words_it_is_given():
    ngrams = Ngrams.of({"in": 50, "in the": 40, "in the world": 30, "the world": 30}, 1000)
    without = Calibration({"runs": 4.0}, WORDS)
    assert Calibration({"runs": 4.0}, WORDS, ngrams).confidence(EDIT, SENTENCE) > 0.6
    assert without.confidence(EDIT, SENTENCE) == pytest.approx(0.5)
