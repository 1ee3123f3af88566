"""Thresholds chosen from judged edits, on edits made up for the purpose."""

from __future__ import annotations

import pytest

from model.edits import Category, Correction, Edit, Sentence, Span
from model.filtering import Sensitivity
from training.corpora.m2 import AnnotatedSentence, TokenEdit
from training.evaluation.outcomes import (
    Outcome,
    SentenceOutcomes,
    SetOutcomes,
    collect,
    limit_of,
)
from training.evaluation.sets import EvaluationSet
from training.evaluation.tuning import JudgedEdits, TuningOptions, tune
from training.scoring.counts import Counts
from training.scoring.dev_score import DevSet

RIGHT, NEEDLESS = Counts(tp=1), Counts(fp=1)


def outcome(limit: float, counts: Counts, error_type: str = "R:SPELL") -> Outcome:
    return Outcome(Edit(Span(0, 1), "a", "b", limit, error_type=error_type), limit, counts)


Row = tuple[bool, list[Outcome]]


def one_set(*rows: Row, name: str = "made up", gold: int = 10) -> SetOutcomes:
    gold_edit = TokenEdit(0, 1, "R:OTHER", ("z",))
    sentences = [AnnotatedSentence(("a",), {0: (gold_edit,) * gold})]
    chosen = EvaluationSet(name, DevSet.build(sentences, ["a"]), ())
    found = tuple(SentenceOutcomes("a", free, tuple(outcomes)) for free, outcomes in rows)
    return SetOutcomes(chosen, found)


def judged(*rows: Row, gold: int = 10) -> JudgedEdits:
    return JudgedEdits.of([one_set(*rows, gold=gold)])


ANY_ALARMS = TuningOptions(max_false_alarms=1.0, least_edits=2)


def test_threshold_separates_right_from_needless_edits():
    edits = judged((False, [outcome(0.9, RIGHT), outcome(0.8, RIGHT), outcome(0.3, NEEDLESS)]))
    (default,) = tune(edits, ANY_ALARMS).values()
    assert 0.3 < default <= 0.8


def test_type_that_is_always_right_gets_a_lower_threshold():
    edits = judged(
        (False, [outcome(0.3, RIGHT, "R:SPELL") for _ in range(3)]),
        (False, [outcome(0.5, NEEDLESS, "R:PREP") for _ in range(3)]),
        (False, [outcome(0.9, RIGHT, "R:PREP") for _ in range(5)]),
    )
    thresholds = tune(edits, ANY_ALARMS)
    assert thresholds.get("R:SPELL", thresholds["default"]) <= 0.3
    assert 0.5 < thresholds.get("R:PREP", thresholds["default"]) <= 0.9


def test_rare_type_keeps_the_default_even_where_another_would_be_better():
    needless = outcome(0.9, NEEDLESS, "M:DET")
    edits = judged((False, [outcome(0.3, RIGHT)] * 3), (False, [needless]))
    assert "M:DET" not in tune(edits, ANY_ALARMS)
    everything = TuningOptions(max_false_alarms=1.0, least_edits=1)
    assert tune(edits, everything)["M:DET"] > 0.9


def test_cap_on_false_alarms_comes_before_f():
    rows = [(True, [outcome(0.6, NEEDLESS)])] + [(True, [])] * 9
    rows += [(False, [outcome(0.55, RIGHT)])] * 9
    uncapped = judged(*rows)
    assert tune(uncapped, ANY_ALARMS)["default"] <= 0.55
    capped = TuningOptions(max_false_alarms=0.05, least_edits=100)
    assert tune(uncapped, capped)["default"] > 0.6


def test_every_edit_of_an_error_free_sentence_counts_once():
    edits = judged((True, [outcome(0.9, NEEDLESS)] * 3), (True, []))
    thresholds = tune(edits, TuningOptions(max_false_alarms=0.5))
    assert thresholds["default"] <= 1.0
    assert edits.estimate(edits.limits[:1] * 0).false_alarm_rates.tolist() == [0.5]


def test_a_set_with_a_cap_of_its_own_may_have_more_false_alarms_than_the_others():
    alarms: list[Row] = [(True, [outcome(0.6, NEEDLESS)]), *[(True, [])] * 9]
    found: list[Row] = [(False, [outcome(0.55, RIGHT)])] * 9
    both = JudgedEdits.of(
        [one_set(*alarms, *found, name="essays"), one_set((True, []), name="web")]
    )
    options = {"max_false_alarms": 0.05, "least_edits": 100}
    assert tune(both, TuningOptions(**options))["default"] > 0.6
    assert tune(both, TuningOptions(**options, caps={"essays": 0.1}))["default"] <= 0.55
    assert tune(both, TuningOptions(**options, caps={"web": 0.1}))["default"] > 0.6


def test_nothing_proposed_gives_the_plain_default():
    assert tune(judged((False, [])), ANY_ALARMS) == {"default": 0.5}


def test_cap_outside_of_shares_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        TuningOptions(max_false_alarms=8)
    with pytest.raises(ValueError, match="between 0 and 1"):
        TuningOptions(caps={"bea-dev": 12})


def test_limit_is_the_confidence_of_a_plain_edit():
    edit = Edit(Span(3, 5), "go", "goes", 0.62)
    assert limit_of(edit, "He go home.") == pytest.approx(0.62, abs=1e-3)


def test_certain_edit_is_shown_at_every_threshold():
    assert limit_of(Edit(Span(3, 5), "go", "goes", 1.0), "He go home.") == 1.0


def test_limit_of_a_respelt_name_is_lower_than_its_confidence():
    edit = Edit(Span(6, 11), "Smyth", "Smith", 0.8, Category.SPELLING, "R:SPELL")
    assert limit_of(edit, "I met Smyth there.") < 0.7


def test_edit_that_is_never_shown_has_no_limit():
    assert limit_of(Edit(Span(0, 1), "7", "8", 0.99), "7 of us went home.") == -1.0


def correct(sentence: Sentence) -> Correction:
    edits = [Edit(Span(4, 6), "go", "goes", 0.9), Edit(Span(7, 11), "home", "house", 0.4)]
    return Correction(sentence, tuple(edits) if "go " in sentence.text else ())


@pytest.fixture
def outcomes():
    sentences = [
        AnnotatedSentence(("She", "go", "home", "."), {0: (TokenEdit(1, 2, "R", ("goes",)),)}),
        AnnotatedSentence(("They", "left", "."), {0: ()}),
    ]
    dev = DevSet.build(sentences, ["She go home.", "They left."])
    return collect(EvaluationSet("made up", dev, ()), correct)


def test_every_edit_is_judged_alone(outcomes):
    first, second = outcomes.sentences
    assert [item.counts for item in first.outcomes] == [RIGHT, NEEDLESS]
    assert not first.error_free
    assert second == SentenceOutcomes("They left.", True, ())


def test_score_counts_only_wanted_edits(outcomes):
    assert outcomes.score(Sensitivity({"default": 0.5})).counts == Counts(1, 0, 0)
    assert outcomes.score(Sensitivity({"default": 0.1})).counts == Counts(1, 1, 0)


def test_no_threshold_lies_below_the_least():
    edits = judged((False, [outcome(0.2, RIGHT, "R:SPELL") for _ in range(5)]))
    careful = TuningOptions(max_false_alarms=1.0, least_edits=2, least_threshold=0.4)
    assert min(tune(edits, careful).values()) >= 0.4
    assert min(tune(edits, ANY_ALARMS).values()) <= 0.2


def test_a_least_threshold_beyond_a_probability_is_refused():
    with pytest.raises(ValueError, match="least threshold"):
        TuningOptions(least_threshold=1.5)
