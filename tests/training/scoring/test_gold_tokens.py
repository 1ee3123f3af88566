"""The way from natural hypotheses to tokens of the gold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora.compressed import CorpusError
from training.scoring.gold_tokens import align_source
from training.scoring.typography import Folding, learn_folding
from training.scoring.word_rules import TokenStyle, tokenize

STYLE = TokenStyle()


def tokens_of(natural: str, tokens: str, hypothesis: str, style: TokenStyle = STYLE) -> list[str]:
    return align_source(natural, tokens.split(), Folding()).tokenize(hypothesis, style)


def test_odd_tokens_of_kept_words_are_carried_over():
    natural, tokens = "I haven't seen you!Where were you?", "I haven't seen you!Where were you ?"
    assert tokens_of(natural, tokens, "I haven't met you!Where were you?") == (
        ["I", "haven't", "met", "you!Where", "were", "you", "?"]
    )


def test_changed_word_is_cut_by_rule():
    found = tokens_of("He dont know.", "He dont know .", "He doesn't know.")
    assert found == ["He", "does", "n't", "know", "."]


def test_kept_token_at_the_end_of_a_changed_word_is_carried_over():
    natural, tokens = "He goed,haven't he?", "He goed , haven't he ?"
    found = tokens_of(natural, tokens, "He went,haven't he?")
    assert found == ["He", "went", ",", "haven't", "he", "?"]


def test_beginning_of_a_longer_word_is_not_taken_for_a_token():
    assert tokens_of("They do it", "They do it", "They does it") == ["They", "does", "it"]


def test_inserted_space_inside_a_token_is_a_change():
    assert (
        tokens_of("We go every where", "We go every where", "We go everywhere")[-1] == "everywhere"
    )
    assert tokens_of("An alot of", "An alot of", "A a lot of") == ["A", "a", "lot", "of"]


def test_space_between_two_tokens_of_a_word_is_no_change():
    natural, tokens = "well,that is it", "well , that is it"
    assert tokens_of(natural, tokens, "well, that is it") == tokens.split()


def test_typography_of_the_hypothesis_does_not_count():
    natural, tokens = "He said “no” – twice", "He said “ no ” – twice"
    assert tokens_of(natural, tokens, 'He said "no" - twice') == tokens.split()


def test_accent_for_an_apostrophe_counts_where_the_corpus_keeps_it():
    kept = learn_folding(["it`s"])
    alignment = align_source("Now it`s here", ["Now", "it`s", "here"], kept)
    assert alignment.tokenize("Now it's here", STYLE) == ["Now", "it", "'s", "here"]
    folded = align_source("Now it`s here", ["Now", "it", "'s", "here"], Folding())
    assert folded.tokenize("Now it's here", STYLE) == ["Now", "it", "'s", "here"]


def test_characters_that_only_the_tokens_hold_do_not_matter():
    natural, tokens = "the complaint is here", "the com\u00adplaint is here"
    assert tokens_of(natural, tokens, "the complaint was here") == (
        ["the", "com\u00adplaint", "was", "here"]
    )


def test_token_across_a_space_keeps_its_words_together():
    natural, tokens = "at 5 p. m. sharp", "at 5 p.m. sharp"
    assert tokens_of(natural, tokens, "at 6 p. m. sharp") == ["at", "6", "p.m.", "sharp"]


def test_everything_deleted_leaves_no_tokens():
    assert tokens_of("Go away .", "Go away .", "") == []


def test_another_sentence_is_refused():
    with pytest.raises(CorpusError, match="different sentences"):
        align_source("quite other words", ["these", "tokens", "here"], Folding())


written = st.text(
    alphabet=st.sampled_from(list("abc ABN'.,-()\"’“” do n't 1:/")), min_size=1, max_size=40
).filter(str.strip)


@given(written)
def test_unchanged_text_always_keeps_its_tokens(natural):
    tokens = tokenize(Folding()(natural), STYLE)
    assert align_source(natural, tokens, Folding()).tokenize(natural, STYLE) == tokens


@given(written, written)
def test_hypothesis_loses_no_character_but_white_space(natural, hypothesis):
    fold = Folding()
    alignment = align_source(natural, tokenize(fold(natural), STYLE), fold)
    found = "".join(alignment.tokenize(hypothesis, STYLE))
    assert fold(found) == "".join(fold(hypothesis).split())
