from __future__ import annotations

from training.noise.lexicon import learn_lexicon

SENTENCES = [
    "They want to walk.",
    "She walks home.",
    "He walked home.",
    "We are walking.",
    "I will walk.",
    "The house is old.",
    "This house is new.",
    "Two houses are new.",
    "My house is here.",
    "Houses are here.",
] * 3


def test_verbs_and_nouns_are_known_by_their_company() -> None:
    lexicon = learn_lexicon(SENTENCES)
    assert "walk" in lexicon.verbs
    assert "house" not in lexicon.verbs
    assert lexicon.plurals == {"house": "houses"}
    assert lexicon.forms["walked"].base == "walk"


def test_rare_words_and_names_are_not_known() -> None:
    lexicon = learn_lexicon([*SENTENCES, "We saw Zanzibar and a wombat."])
    assert "wombat" not in lexicon.counts
    assert "zanzibar" not in lexicon.counts
    assert "house" in lexicon.counts
