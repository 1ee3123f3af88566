import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from tests.training.tiny import write_recipe
from training.checkpoints import load_checkpoint
from training.distributed import World, choose_device
from training.loop import LAST
from training.metrics import read_metrics

ROOT = Path(__file__).parents[2]


def train(folder, recipe, pack, processes):
    launcher = ["-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={processes}"]
    command = [sys.executable, *(launcher if processes > 1 else [])]
    command += ["-m", "training.pretrain", str(recipe), "--pack", str(pack.folder)]
    command += ["--out", str(folder), "--no-validation", "--device", "cpu", "--threads", "1"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.timeout(900)  # two launches of torch, on a busy machine
def test_two_processes_make_the_loss_curve_of_one(pack, tmp_path):
    # Without dropout, whose chance differs between processes.
    recipe = write_recipe(
        tmp_path / "tiny.toml",
        accumulation=4,
        log_steps=1,
        precision="fp32",  # sums in another order differ more in bf16
        model={
            "vocabulary_size": len(pack.tokenizer()),
            "dimension": 16,
            "embedding_dimension": 16,
            "heads": 2,
            "encoder_layers": 4,
            "feed_forward_dimension": 32,
            "decoder_feed_forward_dimension": 4,
            "adapter_rank": 2,
            "dropout": 0.0,
        },
    )
    curves = []
    for processes in (1, 2):
        train(tmp_path / str(processes), recipe, pack, processes)
        rows = read_metrics(tmp_path / str(processes) / "metrics.jsonl")
        assert [row["step"] for row in rows] == list(range(1, 9))
        curves.append([row["loss"] for row in rows])
    assert curves[0] == pytest.approx(curves[1], abs=1e-5)
    assert curves[0][-1] < curves[0][0]
    # Weights differ a little: key biases have no gradient but rounding, which Adam makes large.
    positions = [load_checkpoint(tmp_path / n / LAST)["progress"]["position"] for n in ("1", "2")]
    assert positions[0] == positions[1]


def test_alone_nothing_is_summed_or_asked():
    world = World.alone(torch.device("cpu"))
    tensor = torch.ones(2)
    world.sum_tensors([tensor])
    assert tensor.tolist() == [1, 1]
    assert world.is_first
    assert world.agree(True)
    assert not world.agree(False)
    assert world.share(0.25) == 0.25


def test_a_missing_gpu_is_said_in_words(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert choose_device("auto").type == "cpu"
    with pytest.raises(ValueError, match="--device cpu"):
        choose_device("cuda")
