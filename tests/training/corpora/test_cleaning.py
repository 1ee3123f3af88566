from __future__ import annotations

import pytest

from training.corpora.cleaning import (
    DERIVED,
    EDITED,
    LEARNER,
    NOISY,
    STRIPPED,
    Standard,
    normalise,
    objection,
)

KNOWN = frozenset("the dog runs quickly home every day they like".split())  # noqa: SIM905


def test_both_sides_get_plain_quotes_and_no_entities() -> None:
    assert normalise("He said \u201cit\u2019s  mine\u201d &amp; left", LEARNER) == (
        'He said "it\'s mine" & left'
    )
    assert normalise("&amp;apos;tis\u00a0so", LEARNER) == "'tis so"
    assert normalise("I don\u00b4t know", LEARNER) == "I don't know"


def test_cut_off_clitics_are_rejoined_only_where_asked() -> None:
    text = "Young &apos;s dog did n't bark"
    assert normalise(text, DERIVED) == "Young's dog didn't bark"
    assert normalise(text, LEARNER) == "Young 's dog did n't bark"


def test_lost_full_stops_come_back_where_asked() -> None:
    assert normalise("I like it", STRIPPED) == "I like it."
    assert normalise("Do you like it?", STRIPPED) == "Do you like it?"
    assert normalise("I like it", NOISY) == "I like it"


@pytest.mark.parametrize(
    ("source", "target", "standard", "reason"),
    [
        ("She go home every day.", "She goes home every day.", LEARNER, None),
        ("monday is fine", "Monday is fine", LEARNER, None),
        ("red,green and blue things", "red, green and blue things", LEARNER, None),
        (
            "Bananas grow in warm places today.",
            "My aunt sold three old clocks.",
            LEARNER,
            "rewrite",
        ),
        ("They like dogs.", "They like dogs and cats and birds and mice too.", NOISY, "lengths"),
        ("It cost 30 pounds.", "It cost 40 pounds.", EDITED, "figures"),
        ("My favourite colour is red.", "My favorite color is red.", LEARNER, "dialect"),
        ("She like the the dog.", "She likes the the dog.", LEARNER, "repeated word"),
        ("They has a dog now.", "They has a dog now .", DERIVED, "faulty target"),
        ("I am here and he are there.", "I are here and he are there.", DERIVED, "disagreement"),
        ('He said "go home".', 'He says "go home.', EDITED, "unbalanced"),
        ("They likes dogs.", "They likes dogs.", NOISY, "unchanged"),
        ("...", "...", LEARNER, "empty"),
    ],
)
def test_unfit_pairs_are_refused_with_a_reason(
    source: str, target: str, standard: Standard, reason: str | None
) -> None:
    assert objection(source, target, standard) == reason


def test_targets_left_misspelt_are_refused_where_words_are_known() -> None:
    assert objection("The dog run qickly.", "The dog runs qickly.", NOISY, KNOWN) == "unknown word"
    assert objection("The dog run quickly.", "The dog runs quickly.", NOISY, KNOWN) is None
    assert objection("The dog run qickly.", "The dog runs qickly.", LEARNER, KNOWN) is None
