from collections import Counter

import pytest

from model.spelling.words import Article, Case
from training.corpora.compressed import CorpusError
from training.spelling.word_list import (
    Counts,
    articles_of,
    count_words,
    main,
    make_word_list,
    read_misspellings,
)


def counts(written, after_a=None, after_an=None):
    return Counts(Counter(written), Counter(after_a or {}), Counter(after_an or {}))


def test_the_first_word_of_a_line_is_not_counted():
    seen = count_words(["The dog met the Dog.", "It\u2019s what it's not."])
    assert seen.written == {"dog": 1, "met": 1, "the": 1, "Dog": 1, "what": 1, "it's": 1, "not": 1}


def test_words_are_listed_as_they_are_mostly_written():
    words = make_word_list(counts({"Monday": 90, "monday": 2, "dog": 50, "Dog": 9, "NATO": 7}), {})
    cases = {form.decode(): case for form, case in zip(words.forms, words.cases, strict=True)}
    assert cases == {"dog": Case.SMALL, "monday": Case.CAPITALISED, "nato": Case.CAPITALS}


def test_forms_seen_once_and_short_rare_ones_are_left_out():
    words = make_word_list(counts({"once": 1, "often": 3, "xq": 900, "is": 2000}), {})
    assert [form.decode() for form in words.forms] == ["is", "often"]


def test_listed_misspellings_are_left_out_only_where_the_correction_is_far_more_frequent():
    written = {"recieve": 5, "receive": 900, "form": 5, "from": 300, "wan": 200, "want": 90_000}
    misspellings = {"recieve": "receive", "form": "from", "wan": "want"}
    words = make_word_list(counts(written), misspellings)
    assert "recieve" not in words
    assert "form" in words  # only sixty times less frequent
    assert "wan" in words  # too frequent to be a slip


def test_missing_corpora_are_named(tmp_path, capsys):
    with pytest.raises(CorpusError, match="codespell"):
        read_misspellings(tmp_path)
    assert main(["--data", str(tmp_path), "--out", str(tmp_path / "words.npz")]) == 1
    assert "codespell" in capsys.readouterr().err


def test_articles_are_counted_before_plain_words_only():
    seen = count_words(["She is an honest woman with a hat, a FBI-agent and a x.com page."])
    assert seen.after_an == {"honest": 1}
    assert seen.after_a == {"hat": 1}


def test_an_article_is_known_where_the_other_hardly_ever_stands():
    seen = counts({}, {"hat": 9, "historic": 50, "rare": 1}, {"hour": 40, "historic": 30})
    assert articles_of(seen) == {"hat": Article.A, "hour": Article.AN}
