"""The sets written for this package: well-formed, as large as promised, free of slips.

What the sentences say cannot be tested; that nothing strange got in can.
"""

from __future__ import annotations

import re
import unicodedata

import pytest

from training.corpora.m2 import TokenEdit
from training.evaluate import main
from training.evaluation.errors import EvaluationError
from training.evaluation.sets import OWN_FOLDER, OWN_SETS, load_own
from training.scoring.gold import is_error_free

UNCHANGED = ("own-names", "own-dialects")
MOST_EDITS = 4
"""Of one sentence: two mistakes, one of which may need edits at two places or more."""


def rows_of(name):
    lines = (OWN_FOLDER / OWN_SETS[name]).read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    return [tuple(line.split("\t")) for line in lines]


def apply(tokens, edits):
    result = list(tokens)
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        assert isinstance(edit, TokenEdit)
        result[edit.start : edit.end] = edit.replacement.split()
    return result


@pytest.fixture(scope="module", params=OWN_SETS)
def name(request):
    return request.param


def test_every_line_is_a_source_and_one_reference(name):
    assert all(len(row) == 2 and all(row) for row in rows_of(name))


@pytest.mark.parametrize(
    ("name", "least"), [("own-names", 300), ("own-dialects", 100), ("own-common", 150)]
)
def test_sets_are_as_large_as_promised(name, least):
    assert len(rows_of(name)) >= least


def test_no_sentence_occurs_twice_in_any_set():
    sentences = [row[column] for name in OWN_SETS for row in rows_of(name) for column in (0, 1)]
    once = [row[0] for name in OWN_SETS for row in rows_of(name)]
    assert len({sentence.casefold() for sentence in once}) == len(once)
    assert len(set(sentences)) == len(once) + len(rows_of("own-common"))


@pytest.mark.parametrize("name", UNCHANGED)
def test_correct_sentences_are_their_own_reference(name):
    assert [row for row in rows_of(name) if row[0] != row[1]] == []
    assert all(is_error_free(sentence) for sentence in load_own(name).dev.sentences)


def test_faulty_sentences_differ_from_their_reference_in_little():
    sentences = load_own("own-common").dev.sentences
    counts = [len(sentence.annotations[0]) for sentence in sentences]
    assert min(counts) >= 1
    assert max(counts) <= MOST_EDITS


def test_dialects_come_in_pairs_of_different_lines():
    sentences = [row[0] for row in rows_of("own-dialects")]
    assert len(sentences) % 2 == 0
    for british, american in zip(sentences[::2], sentences[1::2], strict=True):
        shared = set(re.findall(r"\w+", british.lower())) & set(
            re.findall(r"\w+", american.lower())
        )
        assert british != american
        assert len(shared) >= 3, (british, american)


def test_references_are_single_lines_of_ordinary_length_with_an_end(name):
    for _, reference in rows_of(name):
        assert 4 <= len(reference.split()) <= 30, reference
        assert re.search(r"[.?!][\"'”’]?$", reference), reference
        assert reference[0].isupper() or reference[0] in "\"'“‘", reference


def test_characters_are_composed_and_spaces_plain(name):
    for row in rows_of(name):
        for text in row:
            assert unicodedata.is_normalized("NFC", text), text
            assert re.search(r"^ | $|  | [.,?!;]", text) is None, text
            strange = [c for c in text if c != " " and unicodedata.category(c)[0] in "CZ"]
            assert strange == [], text


def test_quotes_and_brackets_are_closed(name):
    for _, reference in rows_of(name):
        assert reference.count('"') % 2 == 0, reference
        assert reference.count("“") == reference.count("”"), reference
        assert reference.count("(") - reference.count(")") == 0, reference


def test_gold_edits_turn_the_source_into_the_reference(name):
    chosen = load_own(name)
    references = chosen.dev.tokenize([row[1] for row in rows_of(name)])
    for sentence, reference in zip(chosen.dev.sentences, references, strict=True):
        assert apply(sentence.tokens, sentence.annotations.get(0, ())) == list(reference)


def test_own_sets_need_no_corpora(capsys):
    assert main(["--sets", *OWN_SETS, "--identity", "--limit", "5"]) == 0
    table = capsys.readouterr().out
    assert [line.split()[0] for line in table.splitlines()[1:4]] == list(OWN_SETS)


def test_own_set_beside_a_named_one_still_asks_for_the_corpora(capsys):
    assert main(["--sets", "own-names", "conll13", "--identity"]) == 2
    assert "--data" in capsys.readouterr().err


def test_unknown_own_set_is_refused_with_the_choices():
    with pytest.raises(EvaluationError, match="own-dialects"):
        load_own("own-poems")
