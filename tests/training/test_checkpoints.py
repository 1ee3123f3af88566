import itertools
import os
import signal
import subprocess
import sys

import pytest
import torch

from tests.training.tiny import tiny_config, tiny_model
from training.checkpoints import (
    CheckpointError,
    load_checkpoint,
    load_model,
    save_checkpoint,
    weights_in_bf16,
)

SAVE_FOR_EVER = """
import sys, torch
from pathlib import Path
from training.checkpoints import save_checkpoint
path = Path(sys.argv[1])
number = 0
while True:
    number += 1
    save_checkpoint(path, {"number": number, "weights": torch.full((300_000,), number)})
    print(number, flush=True)
"""


def contents(model, **changes):
    return {
        "config": model.config.to_dict(),
        "model": model.state_dict(),
        "recipe": {"name": "tiny"},
        "vocabulary": "hash",
        "progress": {"step": 3},
        **changes,
    }


def test_a_checkpoint_comes_back_as_it_was(tmp_path):
    model = tiny_model()
    save_checkpoint(tmp_path / "a" / "last.pt", contents(model))
    loaded, kept = load_model(tmp_path / "a" / "last.pt")
    assert kept["progress"] == {"step": 3}
    for name, tensor in model.state_dict().items():
        assert torch.equal(loaded.state_dict()[name], tensor)
    assert not loaded.training


def test_averaged_weights_are_preferred_unless_refused(tmp_path):
    plain, averaged = tiny_model(seed=1), tiny_model(seed=2)
    save_checkpoint(tmp_path / "c.pt", contents(plain, ema=averaged.state_dict()))
    for prefer, expected in ((True, averaged), (False, plain)):
        loaded, _ = load_model(tmp_path / "c.pt", prefer_ema=prefer)
        assert torch.equal(loaded.embedding.weight, expected.embedding.weight)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_kill_in_the_middle_of_saving_leaves_a_whole_checkpoint(tmp_path):
    path = tmp_path / "last.pt"
    writer = subprocess.Popen(
        [sys.executable, "-c", SAVE_FOR_EVER, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert writer.stdout is not None
    try:
        # After some saves, wait until the next one has begun to write.
        last = [line for line in itertools.islice(writer.stdout, 3)][-1]
        partial = path.with_name("last.pt.partial")
        while not partial.exists() and writer.poll() is None:
            pass
    finally:
        writer.kill()
    assert writer.wait() == -signal.SIGKILL
    writer.stdout.close()
    loaded = load_checkpoint(path)
    assert loaded["number"] >= int(last)
    assert torch.equal(loaded["weights"], torch.full((300_000,), loaded["number"]))


def test_a_failed_save_leaves_the_old_checkpoint(tmp_path):
    path = tmp_path / "last.pt"
    save_checkpoint(path, {"number": 1})
    with pytest.raises(Exception, match="pickle"):
        save_checkpoint(path, {"number": lambda: 2})
    assert load_checkpoint(path)["number"] == 1


def test_bf16_copies_hold_the_averages_and_no_moments(tmp_path):
    plain, averaged = tiny_model(seed=1), tiny_model(seed=2)
    whole = contents(plain, ema=averaged.state_dict(), optimizer=[{"state": {}}], random=[])
    small = weights_in_bf16(whole)
    assert set(small) == {"config", "recipe", "vocabulary", "progress", "model"}
    assert {tensor.dtype for tensor in small["model"].values()} == {torch.bfloat16}
    save_checkpoint(tmp_path / "small.pt", small)
    loaded, _ = load_model(tmp_path / "small.pt")
    torch.testing.assert_close(
        loaded.embedding.weight, averaged.embedding.weight, rtol=0.01, atol=0.01
    )


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.unlink(), "no checkpoint"),
        (lambda path: path.write_bytes(path.read_bytes()[:-200]), "damaged"),
        (lambda path: path.write_bytes(b"not torch"), "damaged"),
        (lambda path: torch.save({"format": 99}, path), "format 99"),
    ],
)
def test_an_unusable_checkpoint_says_what_is_wrong(tmp_path, harm, words):
    path = tmp_path / "last.pt"
    save_checkpoint(path, {"config": tiny_config().to_dict()})
    harm(path)
    with pytest.raises(CheckpointError, match=words):
        load_checkpoint(path)
