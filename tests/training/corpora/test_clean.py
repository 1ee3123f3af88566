from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora.clean import CleanOptions, iterate_source, sample_sentences
from training.corpora.compressed import CorpusError, write_lines


def fill(folder: Path) -> None:
    for name in ("letters", "stories"):
        lines = [f"This is sentence {number} of the {name}." for number in range(1000)]
        write_lines(folder / f"{name}.txt.gz", [*lines, "Too short", "long " * 100])


def test_shares_thin_out_a_source(tmp_path: Path) -> None:
    fill(tmp_path)
    options = CleanOptions(shares={"letters": 0.25, "stories": 1.0})
    assert 200 < len(list(iterate_source(tmp_path, "letters", options))) < 300
    assert len(list(iterate_source(tmp_path, "stories", options))) == 1000


def test_the_mix_depends_on_the_seed_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    shares = {"letters": 0.5, "stories": 0.5}
    first = sample_sentences(tmp_path, CleanOptions(shares=shares, seed=4))
    assert first == sample_sentences(tmp_path, CleanOptions(shares=shares, seed=4))
    assert first != sample_sentences(tmp_path, CleanOptions(shares=shares, seed=5))
    assert len({line.split()[-1] for line in first[:30]}) == 2


def test_a_limit_cuts_the_mix(tmp_path: Path) -> None:
    fill(tmp_path)
    options = CleanOptions(shares={"letters": 1.0, "stories": 1.0, "absent": 1.0})
    assert len(sample_sentences(tmp_path, options, 70)) == 70


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="None of the clean sources"):
        sample_sentences(tmp_path, CleanOptions())


def test_a_share_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="letters"):
        CleanOptions(shares={"letters": 1.5})
