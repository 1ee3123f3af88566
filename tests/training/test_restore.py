import json

import numpy as np
import pytest
import torch

from model.bundle import MANIFEST, sealed
from tests.model.tiny_bundle import make_tiny_bundle, tiny_network, tiny_tokenizer
from training import restore
from training.checkpoints import load_model
from training.export.bundling import ExportOptions, write_bundle
from training.export.checkpoint import read_checkpoint


def test_weights_in_floats_come_back_exactly(tmp_path):
    bundle = make_tiny_bundle(tmp_path, weight_bits=None)
    weights = restore.restored_weights(bundle)
    before = tiny_network().state_dict()
    assert set(weights) == set(before)
    for name, tensor in before.items():
        assert torch.equal(weights[name], tensor), name


@pytest.mark.parametrize("bits", [7, 8])
def test_weights_in_integers_come_back_to_half_a_step_of_their_row(tmp_path, bits):
    weights = restore.restored_weights(make_tiny_bundle(tmp_path, weight_bits=bits))
    for name, tensor in tiny_network().state_dict().items():
        if tensor.ndim == 2:
            step = tensor.abs().amax(dim=1, keepdim=True) / (2 ** (bits - 1) - 1)
            assert ((weights[name] - tensor).abs() <= 0.501 * step).all(), name
        else:
            assert torch.equal(weights[name], tensor), name


def test_a_restored_checkpoint_makes_the_same_bundle_again(tmp_path, capsys):
    first = make_tiny_bundle(tmp_path / "first")
    made = tmp_path / "made.pt"
    assert restore.main(["--bundle", str(first.folder), "--out", str(made)]) == 0
    assert "parameters from" in capsys.readouterr().out
    again = write_bundle(
        read_checkpoint(made),
        tiny_tokenizer(),
        tmp_path / "again",
        ExportOptions(program_version="1"),
    )
    one, other = (
        np.frombuffer((folder / "weights.bin").read_bytes(), dtype=np.uint8)
        for folder in (first.folder, again.folder)
    )
    assert one.size == other.size
    # A scale can differ in its last bit from the one that it was made with.
    assert np.mean(one != other) < 0.02
    model, contents = load_model(made)
    assert model.config == tiny_network().config
    assert contents["vocabulary"] == first.manifest.vocabulary_sha256


def test_a_damaged_bundle_gives_no_checkpoint(tmp_path, capsys):
    bundle = make_tiny_bundle(tmp_path / "bundle")
    (bundle.folder / "weights.bin").write_bytes(b"short")
    made = tmp_path / "made.pt"
    assert restore.main(["--bundle", str(bundle.folder), "--out", str(made)]) == 2
    assert "weights.bin" in capsys.readouterr().err
    assert not made.exists()


def test_weights_that_are_not_those_of_the_manifest_are_refused(tmp_path, capsys):
    bundle = make_tiny_bundle(tmp_path)
    path = tmp_path / MANIFEST
    fields = json.loads(path.read_bytes())
    fields.pop("sha256_of_manifest")
    fields["configuration"]["encoder_layers"] += 1
    path.write_bytes(sealed(fields))
    made = tmp_path / "made.pt"
    assert restore.main(["--bundle", str(bundle.folder), "--out", str(made)]) == 2
    assert "lacks" in capsys.readouterr().err
    assert not made.exists()
