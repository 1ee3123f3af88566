"""GLEU worked out by hand on tiny sentences."""

from __future__ import annotations

import math

import pytest

from training.scoring.gleu import gleu_of, score_gleu, sentence_statistics


def test_statistics_count_shared_ngrams_of_each_order():
    source, hypothesis, reference = ["a", "b"], ["a", "c"], ["a", "c", "d"]
    # unigrams a, c shared, none wrongly kept; bigram "a c" shared; no longer n-grams
    assert sentence_statistics(source, hypothesis, reference).tolist() == [
        *(2, 3),
        *(2, 2),
        *(1, 1),
        *(0, 0),
        *(0, 0),
    ]


def test_ngram_kept_from_the_source_against_the_reference_is_subtracted():
    source, hypothesis, reference = list("abcde"), list("abcde"), list("abxde")
    # shared a b d e (4), "c" kept though the reference has none: 4 - 1 = 3;
    # bigrams: ab, de shared (2), bc and cd wrongly kept: 0; longer ones cannot fall below 0
    statistics = sentence_statistics(source, hypothesis, reference).tolist()
    assert statistics == [5, 5, 3, 5, 0, 4, 0, 3, 0, 2]


def test_hypothesis_equal_to_its_single_reference_scores_one():
    reference = ["we", "all", "went", "home", "early"]
    assert score_gleu([["x"]], [reference], [[reference]]) == pytest.approx(1.0)


def test_short_hypothesis_pays_the_brevity_penalty():
    hypothesis = list("abcd")
    reference = list("abcdef")
    score = score_gleu([list("q")], [hypothesis], [[reference]])
    assert score == pytest.approx(math.exp(1 - 6 / 4))


def test_score_is_the_geometric_mean_of_the_precisions():
    # 4/5 * 3/4 * 2/3 * 1/2 with equal lengths
    score = score_gleu([list("q")], [list("abcdx")], [[list("abcdy")]])
    assert score == pytest.approx((4 / 5 * 3 / 4 * 2 / 3 * 1 / 2) ** 0.25)


def test_any_empty_statistic_scores_zero():
    assert gleu_of(sentence_statistics(["a"], ["a"], ["a"])) == 0.0


def test_equal_references_give_the_score_of_one():
    source, hypothesis, reference = list("abcde"), list("abxde"), list("abxdf")
    single = score_gleu([source], [hypothesis], [[reference]])
    assert score_gleu([source], [hypothesis], [[reference] * 3]) == pytest.approx(single)


def test_several_references_are_drawn_about_equally_often():
    source, hypothesis = list("q"), list("abcde")
    good, bad = list("abcde"), list("vwxyz")
    score = score_gleu([source], [hypothesis], [[good, bad]])
    assert score == pytest.approx(0.5, abs=0.08)


def test_same_input_gives_the_same_score():
    arguments = [list("abcd")] * 3, [list("abce")] * 3, [[list("abce"), list("abxe")]] * 3
    assert score_gleu(*arguments) == score_gleu(*arguments)


def test_sentence_without_reference_is_refused():
    with pytest.raises(ValueError, match="reference"):
        score_gleu([["a"]], [["a"]], [[]])
