import json
import sys

import pytest

from tests.model.tiny_bundle import make_tiny_bundle
from training.benchmark.__main__ import DEV_SOURCES, choose_sentences, main
from training.export.sentences import SENTENCES


def test_the_command_measures_speed_memory_and_size(tmp_path, capsys):
    bundle = make_tiny_bundle(tmp_path / "bundle")
    arguments = ["--bundle", str(bundle.folder), "--rounds", "1", "--runs", "1", "--no-harper"]
    assert main([*arguments, "--json", str(tmp_path / "report.json")]) == 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    costs = report["systems"]["engine"]
    assert report["sentences"] == len(SENTENCES)
    assert report["bundle_bytes"] == sum(file.stat().st_size for file in bundle.folder.iterdir())
    assert costs["sentences_per_cpu_second"] > 0
    if sys.platform == "linux":
        assert 30 < costs["added_mb"] < 200  # a library of 20 MB at least is in it
    assert "per CPU-second" in capsys.readouterr().out


def test_a_missing_bundle_is_said(tmp_path, capsys):
    assert main(["--bundle", str(tmp_path)]) == 1
    assert "no model in" in capsys.readouterr().err


def test_sentences_of_a_data_folder_are_a_seeded_sample(tmp_path):
    path = tmp_path / DEV_SOURCES
    path.parent.mkdir(parents=True)
    lines = [f"Sentence number {number}." for number in range(50)]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    chosen = choose_sentences(tmp_path, 10)
    assert chosen == choose_sentences(tmp_path, 10)
    assert len(set(chosen)) == 10
    assert set(chosen) <= set(lines)
    assert len(choose_sentences(tmp_path, 99)) == 50
    with pytest.raises(FileNotFoundError):
        choose_sentences(tmp_path / "nowhere", 10)
