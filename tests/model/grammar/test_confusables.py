import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.grammar.confusables import MEANT, confusable_proposals
from model.grammar.patterns import GrammarPatterns
from model.grammar.proposals import Clause
from model.ngrams import Ngrams
from tests.model.grammar.shipped_words import shipped_words

NGRAMS = Ngrams.of(
    {
        **{"wagged": 50, "its": 500, "it's": 500, "tail": 80, "raining": 90},
        **{"wagged its": 30, "its tail": 40, "wagged its tail": 20},
        **{"<s> it's": 200, "it's raining": 60, "<s> it's raining": 40, "<s>": 900},
    },
    total=100_000,
)


def made(text):
    """Return what the text becomes by each proposal alone."""
    return [
        text[: found.span.start] + found.replacement + text[found.span.end :]
        for found in confusable_proposals(Clause.of(text), NGRAMS)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It wagged it's tail.", "It wagged its tail."),
        ("It wagged it\u2019s tail.", "It wagged its tail."),
        ("Its raining.", "It's raining."),
    ],
)
def test_a_word_beside_which_another_is_more_familiar_is_taken_for_that(text, expected):
    assert made(text) == [expected]


@pytest.mark.parametrize("text", ["It wagged its tail.", "The cat saw its dog.", "They sing IT'S."])
def test_a_word_that_fits_as_well_stays(text):
    assert made(text) == []


def test_nothing_is_proposed_as_certain():
    (proposal,) = confusable_proposals(Clause.of("It wagged it's tail."), NGRAMS)
    assert not proposal.is_certain
    assert proposal.rule == "confusable:it's"


def test_without_counts_of_runs_no_word_is_taken_for_another():
    assert GrammarPatterns(shipped_words()).find("It wagged it's tail.") == []
    assert len(GrammarPatterns(shipped_words(), NGRAMS).find("It wagged it's tail.")) == 1


def test_no_word_is_confused_with_itself():
    assert all(meant and written not in meant for written, meant in MEANT.items())


@given(st.lists(st.sampled_from([*MEANT, "tail", ",", "Wagged"]), max_size=12).map(" ".join))
def test_any_row_of_confusable_words_can_be_asked_about(text):
    for proposal in confusable_proposals(Clause.of(text), NGRAMS):
        word = text[proposal.span.start : proposal.span.end]
        assert proposal.replacement.lower() in MEANT[word.lower()]
