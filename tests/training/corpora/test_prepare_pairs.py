from __future__ import annotations

import random
from pathlib import Path

import pytest

from training.corpora.compressed import CorpusError, iterate_lines, write_lines
from training.corpora.mixtures import CLEAN_SHARES, MIXTURES
from training.corpora.prepare_pairs import main, repeats

HELD_OUT = "Nobody may train on this sentence."


def fill(data: Path, stage: str) -> None:
    for corpus in MIXTURES[stage]:
        rows = [
            f"She go home with {corpus} on day {word}.\tShe goes home with {corpus} on day {word}."
            for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")
        ]
        rows += [rows[0], f"Nobody may trains on this sentence.\t{HELD_OUT}"]
        write_lines(data / "gec" / "train" / f"{corpus}.tsv.gz", rows)
    write_lines(data / "gec" / "dev" / "own.tsv", [f"{HELD_OUT}\t{HELD_OUT}"])
    clean = [f"We met friend number {number} in the park." for number in range(400)]
    write_lines(data / "clean" / "blogs.txt.gz", [HELD_OUT, *clean])


@pytest.mark.parametrize("stage", sorted(MIXTURES))
def test_a_stage_is_filtered_shuffled_and_holds_clean_text(
    tmp_path: Path, stage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(tmp_path, stage)
    out = tmp_path / "pairs.tsv.gz"
    arguments = ["--data", str(tmp_path), "--recipe", stage, "--out", str(out)]
    assert main(arguments) == 0
    rows = [line.split("\t") for line in iterate_lines(out)]
    corpora = {row[2] for row in rows}
    assert {"wi.A.train", "fce.train", "clean"} <= corpora
    assert all(HELD_OUT not in row for row in rows)
    assert len([row for row in rows if row[2] == "wi.A.train"]) == 8
    assert corpora != {rows[0][2]}
    assert [row[2] for row in rows] != sorted(row[2] for row in rows)
    clean = sum(row[2] == "clean" for row in rows)
    assert clean == int(CLEAN_SHARES[stage] * (len(rows) - clean))
    assert "held out" in capsys.readouterr().out
    first = out.read_bytes()
    assert main(arguments) == 0
    assert out.read_bytes() == first


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    fill(tmp_path, "learner")
    (tmp_path / "gec" / "train" / "wi.B.train.tsv.gz").unlink()
    with pytest.raises(CorpusError, match=r"wi\.B\.train"):
        main(["--data", str(tmp_path), "--recipe", "learner", "--out", str(tmp_path / "out.tsv")])


def test_fractions_of_a_share_are_taken_by_chance() -> None:
    rng = random.Random(2)
    assert {repeats(2.0, rng) for _ in range(20)} == {2}
    assert 1.2 < sum(repeats(1.3, rng) for _ in range(2000)) / 2000 < 1.4
