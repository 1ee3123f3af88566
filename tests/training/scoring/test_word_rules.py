"""Cutting natural text into words, and putting it together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.scoring.detokenize import detokenize
from training.scoring.gold_tokens import align_source
from training.scoring.token_style import learn_style
from training.scoring.typography import Folding
from training.scoring.word_rules import TokenStyle, tokenize

SPACY = TokenStyle()
PENN = TokenStyle(cut_hyphens=False, cut_slashes=False, cut_percent=True, cut_cannot=False)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I don't know.", "I do n't know ."),
        ("Kim's and the boys' cars", "Kim 's and the boys ' cars"),
        ('He said: "Go (now)!"', 'He said : " Go ( now ) ! "'),
        ("Mr. Li came at 5 p.m. today...", "Mr. Li came at 5 p.m. today ..."),
        ("a well-known mid-80s song", "a well - known mid-80s song"),
        ("I cannot, and won't.", "I can not , and wo n't ."),
        (
            "See https://a.example/x-y?z=1 or a.b@c.example",
            "See https://a.example/x-y?z=1 or a.b@c.example",
        ),
        ("red,green and blue", "red , green and blue"),
        ("costs $5,000 or 20%", "costs $ 5,000 or 20%"),
        ("we'd've said it's theirs", "we 'd 've said it 's theirs"),
        ("'Tis what 'they' say", "' Tis what ' they ' say"),
    ],
)
def test_text_is_cut_as_spacy_corpora_are(text, tokens):
    assert tokenize(text, SPACY) == tokens.split()


def test_penn_style_keeps_compounds_and_cuts_percent():
    assert tokenize("a well-known he/she cannot, 20%", PENN) == [
        "a",
        "well-known",
        "he/she",
        "cannot",
        ",",
        "20",
        "%",
    ]


@given(st.text(max_size=60))
def test_cutting_changes_no_character(text):
    assert "".join(tokenize(text, SPACY)) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "I don't know, do you?",
        'He said: "Go (now)!"',
        "The boys' cars aren't well-known.",
        "It costs $5 or 20%.",
        "They can't say 'no' to her...",
    ],
)
def test_detokenizing_undoes_the_cutting(text):
    assert detokenize(tokenize(text, SPACY)) == text


def test_penn_quotes_become_plain_ones():
    assert detokenize(["``", "Yes", ",", "''", "she", "said"]) == '"Yes," she said'


def test_style_is_learnt_from_sources_and_their_tokens():
    fold = Folding()
    pairs = [
        ("A well-known fact", "A well-known fact"),
        ("and/or 20%", "and / or 20 %"),
        ("I haven't", "I haven't"),
        ("I don't", "I do n't"),
    ]
    style = learn_style(align_source(text, tokens.split(), fold) for text, tokens in pairs)
    assert style == TokenStyle(
        cut_hyphens=False,
        cut_slashes=True,
        cut_percent=True,
        cut_cannot=True,
        whole=frozenset({"haven't"}),
    )
