import json

import pytest
import torch

from model.bundle import Bundle
from tests.model.tiny_bundle import tiny_network, tiny_tokenizer
from training.checkpoints import save_checkpoint
from training.export.__main__ import main


@pytest.fixture
def trained(tmp_path):
    network = tiny_network()
    averaged = {name: value.clone() for name, value in tiny_network(2).state_dict().items()}
    contents = {
        "config": network.config.to_dict(),
        "model": network.state_dict(),
        "ema": averaged,
        "recipe": {"steps": 3, "sources": ["own"]},
        "progress": {"step": 3},
        "optimizer": {"moments": torch.zeros(2)},
    }
    save_checkpoint(tmp_path / "model.pt", contents)
    (tmp_path / "tokenizer.model").write_bytes(tiny_tokenizer())
    return [
        "--checkpoint",
        str(tmp_path / "model.pt"),
        "--tokenizer",
        str(tmp_path / "tokenizer.model"),
    ]


def write_json(path, contents):
    path.write_text(json.dumps(contents), encoding="utf-8")
    return str(path)


def test_recipe_and_scores_are_recorded(trained, tmp_path, capsys):
    scores = write_json(tmp_path / "scores.json", {"f0.5": 0.25})
    out = tmp_path / "bundle"
    assert main([*trained, "--out", str(out), "--scores", scores]) == 0
    training = Bundle.open(out).manifest.training
    assert training["recipe"] == {"steps": 3, "sources": ["own"]}
    assert training["scores"] == {"f0.5": 0.25}
    assert "optimizer" not in training
    assert "fingerprint" in capsys.readouterr().out


def test_averaged_weights_are_the_ones_exported(trained, tmp_path):
    assert main([*trained, "--out", str(tmp_path / "bundle"), "--weight-bits", "32"]) == 0
    contents = (tmp_path / "bundle" / "weights.bin").read_bytes()
    norm = "encoder_norms.0.attention.bias"
    assert tiny_network(2).state_dict()[norm].numpy().tobytes() in contents
    assert tiny_network(1).state_dict()[norm].numpy().tobytes() not in contents


def test_update_changes_thresholds_and_scores_only(trained, tmp_path):
    out = tmp_path / "bundle"
    main([*trained, "--out", str(out)])
    before = Bundle.open(out).manifest
    thresholds = write_json(tmp_path / "thresholds.json", {"default": 0.8})
    scores = write_json(tmp_path / "scores.json", {"f0.5": 0.5})
    assert (
        main(["--update", "--out", str(out), "--thresholds", thresholds, "--scores", scores]) == 0
    )
    after = Bundle.open(out).manifest
    assert after.thresholds == {"default": 0.8}
    assert after.training["scores"] == {"f0.5": 0.5}
    assert after.training["recipe"] == before.training["recipe"]
    assert after.files == before.files


@pytest.mark.parametrize(
    ("contents", "complaint"),
    [({"R:SPELL": 0.5}, "default"), ({"default": 1.5}, "0..1"), ([0.5], "object")],
    ids=str,
)
def test_thresholds_that_make_no_sense_are_refused(trained, tmp_path, capsys, contents, complaint):
    thresholds = write_json(tmp_path / "thresholds.json", contents)
    assert main([*trained, "--out", str(tmp_path / "b"), "--thresholds", thresholds]) == 1
    assert complaint in capsys.readouterr().err


def test_a_file_that_is_no_checkpoint_is_refused(trained, tmp_path, capsys):
    (tmp_path / "model.pt").write_text("nothing", encoding="utf-8")
    assert main([*trained, "--out", str(tmp_path / "bundle")]) == 1
    assert "export: " in capsys.readouterr().err
