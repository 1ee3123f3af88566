from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.noise.tables import CLEAN, PAIRS
from training.corpora.compressed import CorpusError
from training.noise.estimate import SOURCES, estimate, main
from training.noise.sampler import ErrorMaker
from training.noise.table import NoiseTable


def write_corpora(folder: Path) -> None:
    (folder / "gec" / "train").mkdir(parents=True)
    (folder / "clean").mkdir()
    (folder / "spelling").mkdir()
    rows = "".join(f"{source}\t{target}\n" for source, target in PAIRS)
    for name in SOURCES:
        (folder / "gec" / "train" / f"{name}.tsv").write_text(rows, encoding="utf-8")
    clean = "\n".join(CLEAN * 8) + "\n"
    (folder / "clean" / "tatoeba.txt").write_text(clean, encoding="utf-8")
    spelling = "becuase\tbecause\n"
    (folder / "spelling" / "toefl-spell.tsv").write_text(spelling, encoding="utf-8")


def test_types_and_confusions_are_counted() -> None:
    table = estimate(PAIRS, [*CLEAN] * 4 + [target for _, target in PAIRS] * 3, None)
    assert table.types["M:DET"] == 1
    assert table.replacements["R:PREP"]["in"] == {"on": 1}
    assert table.missing["M:PREP"] == {"to": 2}
    assert table.unneeded_after["U:PREP"]["discussed"] == {"about": 1}
    assert "U:VERB" in table.types
    assert table.swaps == {"can also": 1}
    assert table.clean_share == pytest.approx(
        2 / (len(PAIRS) - 1)
    )  # one is so short that it counts as rewritten


def test_free_rewrites_are_not_counted() -> None:
    pairs = [("Bananas grow quickly under warm skies", "My aunt sells old clocks in town")]
    assert estimate(pairs, list(CLEAN) * 3, None).types == {}


def test_the_command_writes_a_table_that_makes_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpora(tmp_path)
    out = tmp_path / "noise.json"
    assert main(["--data", str(tmp_path), "--out", str(out), "--clean", "100"]) == 0
    table = NoiseTable.from_file(out)
    assert table.misspellings["because"]["becuase"] > 0
    assert set(table.weights) >= set(ErrorMaker(table).error_types)
    assert "M:DET" in capsys.readouterr().out


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    write_corpora(tmp_path)
    (tmp_path / "gec" / "train" / "fce.train.tsv").unlink()
    with pytest.raises(CorpusError, match=r"fce\.train\.tsv"):
        main(["--data", str(tmp_path), "--out", str(tmp_path / "noise.json")])
