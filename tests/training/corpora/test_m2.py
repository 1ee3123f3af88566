from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora.compressed import CorpusError
from training.corpora.m2 import AnnotatedSentence, TokenEdit, m2_lines, parse_m2

SAMPLE = """\
S She go to home .
A 1 2|||R:VERB:SVA|||goes|||REQUIRED|||-NONE-|||0
A 2 3|||U:PREP||||||REQUIRED|||-NONE-|||0
A 1 2|||R:VERB|||went||walked|||REQUIRED|||-NONE-|||1

S It is fine .
A -1 -1|||noop|||-NONE-|||REQUIRED|||-NONE-|||0

S Nobody looked .
"""


def test_annotators_noops_and_bare_sentences_are_told_apart() -> None:
    first, second, third = parse_m2(SAMPLE.splitlines())
    assert first.reference(0) == ("She", "goes", "home", ".")
    assert first.reference(1) == ("She", "went", "to", "home", ".")
    assert first.annotations[1][0].replacements == ("went", "walked")
    assert second.annotations == {0: ()}
    assert third.reference(0) == third.tokens


def test_a_deletion_may_be_written_as_none() -> None:
    line = "A 0 1|||U:DET|||-NONE-|||REQUIRED|||-NONE-|||0"
    (sentence,) = parse_m2(["S the life", line])
    assert sentence.reference(0) == ("life",)


def test_a_span_past_the_end_means_the_end() -> None:
    line = "A 5 5|||M:PUNCT|||.|||REQUIRED|||-NONE-|||0"
    (sentence,) = parse_m2(["S I know", line])
    assert sentence.reference(0) == ("I", "know", ".")


@pytest.mark.parametrize(
    "line",
    ["A x 1|||T|||r|||REQUIRED|||-NONE-|||0", "A 1 2|||T", "B what", "A 2 1|||T|||r|||R|||-|||0"],
)
def test_what_is_not_m2_names_its_line(line: str) -> None:
    with pytest.raises(CorpusError, match="line 2"):
        list(parse_m2(["S a b c", line]))


EDITS = st.builds(
    TokenEdit, st.just(0), st.just(1), st.just("R:OTHER"), st.just(("b c",)) | st.just(("",))
)
SENTENCES = st.builds(
    AnnotatedSentence,
    st.lists(st.sampled_from(["a", "b", ","]), min_size=1, max_size=4).map(tuple),
    st.dictionaries(st.integers(0, 3), st.tuples(EDITS) | st.just(()), min_size=1),
)


@given(st.lists(SENTENCES, max_size=4))
def test_what_is_written_is_read_back(sentences: list[AnnotatedSentence]) -> None:
    assert list(parse_m2(m2_lines(sentences))) == sentences
