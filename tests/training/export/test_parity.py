import json

import numpy as np
import pytest

from model.tokenizer import BOS_ID, EOS_ID
from tests.model.tiny_bundle import make_tiny_bundle, tiny_network
from training.checkpoints import save_checkpoint
from training.export.parity import compare, main
from training.export.torch_stepper import TorchStepper

TEXTS = ("The mill was old.", "", "She have three cat.")


def test_float_graphs_agree_with_torch_on_numbers_and_on_texts(tmp_path):
    report = compare(tiny_network(), make_tiny_bundle(tmp_path), TEXTS)
    assert report.sentences == 2
    assert report.float_log_probs.largest < 1e-4
    assert report.agreement.float_with_torch == 1
    assert 0 < report.bundle_log_probs.mean < 0.2


def test_a_bundle_of_other_weights_is_told_apart(tmp_path):
    right = compare(tiny_network(), make_tiny_bundle(tmp_path), TEXTS)
    wrong = compare(tiny_network(), make_tiny_bundle(tmp_path, seed=2), TEXTS)
    assert wrong.bundle_log_probs.divergence > 10 * right.bundle_log_probs.divergence
    assert wrong.agreement.bundle_with_torch < 1
    assert wrong.differing


def test_the_command_writes_its_report(tmp_path, capsys):
    network = tiny_network()
    contents = {"config": network.config.to_dict(), "model": network.state_dict(), "ema": None}
    save_checkpoint(tmp_path / "model.pt", contents)
    make_tiny_bundle(tmp_path / "bundle")
    (tmp_path / "texts.txt").write_text("One line.\n\nAnother.\n", encoding="utf-8")
    arguments = ["--checkpoint", tmp_path / "model.pt", "--bundle", tmp_path / "bundle"]
    arguments += ["--texts", tmp_path / "texts.txt", "--json", tmp_path / "report.json"]
    assert main([str(argument) for argument in arguments]) == 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["sentences"] == 2
    assert "same choice" in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["checkpoint", "bundle"])
def test_what_is_missing_is_said(tmp_path, capsys, missing):
    network = tiny_network()
    contents = {"config": network.config.to_dict(), "model": network.state_dict(), "ema": None}
    if missing == "bundle":
        save_checkpoint(tmp_path / "model.pt", contents)
    arguments = ["--checkpoint", str(tmp_path / "model.pt"), "--bundle", str(tmp_path / "bundle")]
    assert main(arguments) == 1
    assert "parity: " in capsys.readouterr().err


def test_a_torch_state_can_be_cut_back_and_copied():
    stepper = TorchStepper(tiny_network())
    state = stepper.start([[9, 8, EOS_ID]])
    stepper.step(np.array([[BOS_ID, 20]]), state)
    other = state.copy()
    stepper.step(np.array([[21, 22]]), state)
    state.keep(2)
    expected = stepper.step(np.array([[30]]), other)
    assert np.allclose(stepper.step(np.array([[30]]), state), expected, atol=1e-5)
    with pytest.raises(ValueError, match="one row"):
        state.reorder([0, 0])
