import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import torch

from tests.training.tiny import write_recipe
from training import leg
from training.checkpoints import load_checkpoint, load_model
from training.export.checkpoint import read_checkpoint
from training.loop import LAST
from training.metrics import read_metrics

ROOT = Path(__file__).parents[2]
CONSTANT = {"peak": 0.003, "warmup_steps": 3, "total_steps": 6, "shape": "constant"}
# Everything here may be missing on the machine of a leg.
ABSENT = ["zstandard", "platformdirs", "PySide6", "onnx", "spacy", "errant", "docx", "lxml"]


class Stay:
    """One stay on a machine: its local checkpoints, its OUT."""

    def __init__(self, folder, pack):
        self.local, self.out, self.pack = folder / "local", folder / "out", pack

    def run(self, *recipes, minutes="9", options=()):
        arguments = ["--pack", str(self.pack.folder), "--out", str(self.out)]
        arguments += ["--local", str(self.local), "--device", "cpu", "--workers", "0"]
        arguments += ["--minutes", minutes, "--threads", "1", *options]
        assert leg.main([*arguments, "--recipe", *map(str, recipes)]) == 0
        return json.loads((self.out / "leg.json").read_text(encoding="utf-8"))


@pytest.fixture
def stay(tmp_path, pack):
    return Stay(tmp_path / "first", pack)


@pytest.fixture
def first(tmp_path):
    return write_recipe(tmp_path / "first.toml", name="first", schedule=CONSTANT)


@pytest.fixture
def second(tmp_path):
    return write_recipe(tmp_path / "second.toml", name="second", schedule=CONSTANT)


def test_a_leg_leaves_few_small_files_that_give_the_averaged_weights(stay, first, tmp_path):
    described = stay.run(first)
    files = sorted(stay.out.iterdir())
    assert len(files) <= 8
    assert all(path.stat().st_size <= 16 * 2**20 for path in files)
    assert described["stage"] == "first"
    assert described["progress"]["step"] == 6
    assert described["seconds_to_first_step"] > 0
    assert set(described["scores"]) == {"precision", "recall", "f_half", "false_alarms"}
    assert leg.main(["--join", str(stay.out), "--out", str(tmp_path / "joined.pt")]) == 0
    joined, _ = load_model(tmp_path / "joined.pt")
    trained, _ = load_model(stay.local / "first" / LAST)
    for name, tensor in trained.state_dict().items():
        torch.testing.assert_close(joined.state_dict()[name], tensor, rtol=0.01, atol=1e-3)


def test_export_reads_what_a_leg_brings_home(stay, first, tmp_path):
    stay.run(first, options=["--no-validation"])
    leg.main(["--join", str(stay.out), "--out", str(tmp_path / "joined.pt")])
    model = read_checkpoint(tmp_path / "joined.pt")
    assert model.metadata["progress"]["step"] == 6
    assert model.metadata["recipe"]["name"] == "first"


def test_the_next_leg_of_a_stay_goes_on_exactly(stay, first, tmp_path, pack):
    stopped = stay.run(first, minutes="0", options=["--no-validation"])
    assert stopped["stopped"] == "the time is over"
    assert stopped["progress"]["step"] < 6
    stay.run(first, options=["--no-validation"])
    whole = Stay(tmp_path / "whole", pack)
    whole.run(first, options=["--no-validation"])
    one, two = (load_checkpoint(s.local / "first" / LAST) for s in (stay, whole))
    for name, tensor in one["model"].items():
        assert torch.equal(tensor, two["model"][name]), name


def test_a_later_stay_goes_on_from_what_was_brought_home(stay, first, tmp_path, pack):
    stopped = stay.run(first, minutes="0", options=["--no-validation"])
    later = Stay(tmp_path / "later", pack)
    described = later.run(first, options=["--no-validation", "--state", str(stay.out)])
    step = stopped["progress"]["step"]
    assert described["progress"]["step"] == 6
    assert described["progress"]["restarted_at"] == step
    assert described["progress"]["pairs"] > stopped["progress"]["pairs"]
    rows = read_metrics(later.out / "metrics.jsonl")
    assert all(row["step"] > step for row in rows)
    assert {row["stage"] for row in rows} == {"first"}


def test_stages_follow_each_other_and_finished_ones_are_not_repeated(stay, first, second):
    stay.run(first, options=["--no-validation"])
    before = (stay.local / "first" / LAST).stat().st_mtime_ns
    described = stay.run(first, second, options=["--no-validation"])
    assert described["stage"] == "second"
    assert (stay.local / "first" / LAST).stat().st_mtime_ns == before
    stages = [row["stage"] for row in read_metrics(stay.out / "metrics.jsonl")]
    assert stages == ["first"] * 3 + ["second"] * 3


def test_a_later_stay_begins_the_next_stage_with_the_weights_of_the_last(
    stay, first, second, tmp_path, pack, capsys
):
    stay.run(first, options=["--no-validation"])
    later = Stay(tmp_path / "later", pack)
    later.run(second, options=["--no-validation", "--state", str(stay.out)])
    assert "second: starting with the weights of" in capsys.readouterr().out


def test_a_later_stay_skips_the_stages_before_that_of_its_state(
    stay, first, second, tmp_path, pack
):
    stay.run(second, minutes="0", options=["--no-validation"])
    later = Stay(tmp_path / "later", pack)
    described = later.run(first, second, options=["--no-validation", "--state", str(stay.out)])
    assert described["stage"] == "second"
    assert described["progress"]["restarted_at"] > 0
    assert not (later.local / "first").exists()


def test_a_leg_with_nothing_left_to_do_says_so(stay, first, capsys):
    stay.run(first, options=["--no-validation"])
    arguments = ["--pack", str(stay.pack.folder), "--out", str(stay.out), "--device", "cpu"]
    assert leg.main([*arguments, "--local", str(stay.local), "--recipe", str(first)]) == 2
    assert "finished" in capsys.readouterr().out


def test_an_incomplete_output_is_not_joined(stay, first, tmp_path, capsys):
    stay.run(first, options=["--no-validation"])
    (stay.out / "weights.pt.0").unlink()
    assert leg.main(["--join", str(stay.out), "--out", str(tmp_path / "joined.pt")]) == 2
    assert "weights.pt.0" in capsys.readouterr().out
    assert leg.main(["--join", str(tmp_path), "--out", str(tmp_path / "joined.pt")]) == 2
    assert "leg.json" in capsys.readouterr().out


def test_a_failing_scorer_does_not_cost_the_weights(stay, first, tmp_path, monkeypatch):
    monkeypatch.setattr(leg.Trainer, "score", lambda trainer: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        stay.run(first)
    assert leg.main(["--join", str(stay.out), "--out", str(tmp_path / "joined.pt")]) == 0


@pytest.mark.timeout(900)
def test_a_leg_needs_no_library_that_only_the_program_needs(stay, first):
    script = textwrap.dedent(
        f"""
        import sys

        sys.modules.update(dict.fromkeys({ABSENT!r}))  # None: importing them fails
        from training.leg import main

        sys.exit(main(sys.argv[1:]))
        """
    )
    command = [sys.executable, "-c", script, "--pack", str(stay.pack.folder), "--device", "cpu"]
    command += ["--out", str(stay.out), "--local", str(stay.local), "--recipe", str(first)]
    done = subprocess.run(
        [*command, "--workers", "1"],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"stage": "first"' in done.stdout
