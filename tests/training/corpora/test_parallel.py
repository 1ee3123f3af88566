from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpora.compressed import CorpusError, write_lines
from training.corpora.parallel import Pair, iterate_pairs, pair_lines

TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\t\n\r"))


def test_further_columns_are_further_references(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    write_lines(path, ["a cat\tthe cat\tcats", "same\tsame"])
    first, second = iterate_pairs(path)
    assert first == Pair("a cat", ("the cat", "cats"))
    assert second.target == "same"


@given(source=TEXT, target=TEXT)
def test_rows_read_back_as_written(source: str, target: str) -> None:
    (line,) = pair_lines([Pair(source, (target,))])
    assert line.split("\t") == [source, target]


def test_a_row_without_a_reference_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    write_lines(path, ["a\tb", "alone"])
    with pytest.raises(CorpusError, match="line 2"):
        list(iterate_pairs(path))


def test_a_tab_inside_a_text_is_refused() -> None:
    with pytest.raises(CorpusError, match="tab"):
        list(pair_lines([Pair("a\tb", ("c",))]))
