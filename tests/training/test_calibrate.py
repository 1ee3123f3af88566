import numpy as np
import pytest

from model.corrector import Corrector
from model.parts import CorrectorParts
from model.spelling.speller import Speller
from tests.fakes import scripted_stepper, tiny_tokenizer
from tests.model.spelling.small_words import small_word_list
from tests.model.tiny_bundle import make_tiny_bundle
from training.calibrate import JudgedEdit, fit, judge, main, report, typical_mistakes

KNOWN = {
    "He go.": "He goes.",
    "We met him": "We met them",
    "We met her friend.": "We met the friend.",
}


def judged(*pairs, speller=None):
    tokenizer = tiny_tokenizer()
    stepper = scripted_stepper(tokenizer, KNOWN, 0.9)
    corrector = Corrector.of(CorrectorParts(tokenizer, stepper, speller=speller))
    return list(judge(corrector, small_word_list(), None, pairs))


def test_an_edit_that_the_annotator_made_is_right_and_others_are_wrong():
    right, wrong, needless = judged(
        ("He go.", "He goes."), ("We met him", "We met her"), ("He go.", "He go.")
    )
    assert (right.is_right, wrong.is_right, needless.is_right) == (True, False, False)
    assert (right.error_free, needless.error_free) == (False, True)
    assert 0.5 < right.raw < 1.0


def test_space_before_a_sentence_does_not_make_a_right_edit_wrong():
    (edit,) = judged(("  He go.", "  He goes."))
    assert edit.is_right


def test_the_model_reads_what_the_list_of_words_has_mended():
    speller = Speller(small_word_list(), {"same_skeleton": 9.0})
    pair = ("We met her freind.", "We met the friend.")
    assert judged(pair) == []
    (edit,) = judged(pair, speller=speller)
    assert edit.is_right


def test_sentences_without_edits_give_nothing():
    assert judged(("We met her", "We saw her")) == []


def examples():
    """The search is as sure of all; the type tells which are right."""
    random = np.random.default_rng(1)
    kinds = ["type=R:DET", "type=R:NOUN"] * 100
    return [
        JudgedEdit(
            {"always": 1.0, kind: 1.0}, kind == kinds[0], float(random.random()), place, False
        )
        for place, kind in enumerate(kinds)
    ]


def test_fitted_weights_prefer_what_people_agreed_with():
    weights = fit(examples())
    assert weights["type=R:DET"] > 0.5 > -0.5 > weights["type=R:NOUN"]
    assert "1.000 fitted" in report(examples(), weights)[1]


def test_features_seen_in_few_edits_get_no_weight():
    rare = JudgedEdit({"always": 1.0, "old=the": 1.0}, True, 0.5, 0, False)
    assert "old=the" not in fit([*examples(), rare])


def test_a_bundle_without_words_is_refused_with_advice(tmp_path, capsys):
    make_tiny_bundle(tmp_path / "bundle")
    arguments = ["--data", str(tmp_path), "--bundle", str(tmp_path / "bundle")]
    assert main([*arguments, "--out", str(tmp_path / "weights.json")]) == 1
    assert "--words" in capsys.readouterr().err


@pytest.mark.parametrize("share", [1, 2, 3])
def test_the_report_compares_the_same_number_of_edits(share):
    line = report(examples(), fit(examples()))[share]
    assert "by the search" in line
    assert "fitted" in line


def test_what_is_typical_are_the_likely_mistakes_of_learners_at_most_one_a_sentence():
    def edit(error_type, likely, sentence):
        return JudgedEdit({f"type={error_type}": 1.0, "likely": likely}, True, 0.5, sentence, False)

    edits = [
        *(edit("R:PREP", 2.0, 0) for _ in range(5)),
        edit("R:PREP", 0.0, 1),
        edit("M:DET", 0.0, 1),
        edit("M:DET", -9.0, 1),  # too unlikely to count
        edit("M:DET", 2.0, 2),  # not a learner's
    ]
    found = typical_mistakes(edits, {"likely": 1.0}, learners=2, words=500)
    assert found == {"R:PREP": pytest.approx(3.0), "M:DET": pytest.approx(1.0)}
