from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.noise.tables import CLEAN
from training.noise.table import NoiseTable
from training.noise.throughput import main


def test_the_rate_and_pairs_are_printed(
    table: NoiseTable, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.save(tmp_path / "noise.json")
    text = tmp_path / "clean.txt"
    text.write_text("\n".join(CLEAN * 20), encoding="utf-8")
    arguments = ["--noise", str(tmp_path / "noise.json"), "--text", str(text), "--show", "2"]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "sentences per CPU-second" in printed
    assert printed.count("\n+ ") == 2
