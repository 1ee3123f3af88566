import os
import signal
import time

import pytest
import torch

from tests.training.tiny import tiny_run, tiny_tokenizer
from training.batching import BatchStream
from training.checkpoints import CheckpointError, load_checkpoint, load_model
from training.display import Display
from training.distributed import World
from training.edgeformer.factory import build_edgeformer
from training.loop import BEST, LAST, STABLE, Limits, StopReason, Trainer
from training.metrics import read_metrics
from training.run import build_source

ALONE = World.alone(torch.device("cpu"))


class Lines(Display):
    def __init__(self):
        self.lines = []
        self.steps = 0

    def advance(self):
        self.steps += 1

    def line(self, text):
        self.lines.append(text)


def make_trainer(pack, folder, *, validator=None, display=None, **changes):
    config = tiny_run(**changes)
    torch.manual_seed(config.seed)
    stream = BatchStream(build_source(config, pack), pack.tokenizer(), config.batching, config.seed)
    return Trainer(
        build_edgeformer(config.model),
        config,
        stream,
        folder,
        ALONE,
        vocabulary_hash=pack.vocabulary_hash(),
        validator=validator,
        display=display or Display(),
    )


def trained(pack, folder, steps=None, **changes):
    trainer = make_trainer(pack, folder, **changes)
    trainer.resume()
    trainer.train(Limits(steps=steps))
    return trainer


def assert_same_weights(a, b):
    for name, tensor in a.items():
        assert torch.equal(tensor, b[name]), name


@pytest.mark.parametrize("changes", [{}, {"optimizer": {"name": "muon"}}, {"accumulation": 3}])
def test_a_stopped_run_goes_on_bit_for_bit(pack, tmp_path, changes):
    whole = trained(pack, tmp_path / "whole", **changes)
    for steps in (3, 4, None):
        pieces = trained(pack, tmp_path / "pieces", steps, **changes)
    assert pieces.progress.step == whole.progress.step == 8
    assert_same_weights(whole.model.state_dict(), pieces.model.state_dict())
    assert_same_weights(whole.averages(), pieces.averages())
    losses = [
        [row["loss"] for row in read_metrics(tmp_path / name / "metrics.jsonl")]
        for name in ("whole", "pieces")
    ]
    assert len(losses[0]) == 4
    # Rows that a stop has cut hold fewer steps; those after whole intervals agree exactly.
    assert losses[0][0] == losses[1][0]


def test_training_lowers_the_loss(pack, tmp_path):
    trained(
        pack,
        tmp_path,
        schedule={"peak": 0.01, "warmup_steps": 5, "total_steps": 60, "shape": "constant"},
        log_steps=10,
    )
    losses = [row["loss"] for row in read_metrics(tmp_path / "metrics.jsonl")]
    assert losses[-1] < losses[0] - 1


def test_rows_tell_rate_pairs_and_waiting(pack, tmp_path):
    trainer = trained(pack, tmp_path)
    row = read_metrics(tmp_path / "metrics.jsonl")[-1]
    assert row["step"] == 8
    assert row["pairs"] == trainer.progress.pairs > 8
    assert row["rate"] == pytest.approx(trainer.config.schedule.rate(7))
    assert 0 <= row["waited"] <= 1


def test_sigterm_saves_and_ends(pack, tmp_path):
    class Terminates(Lines):
        def advance(self):
            super().advance()
            if self.steps == 3:
                os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    display = Terminates()
    trainer = make_trainer(pack, tmp_path, display=display)
    assert trainer.train() is StopReason.ASKED
    assert load_checkpoint(tmp_path / LAST)["progress"]["step"] == display.steps == 3
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_time_limit_saves_and_ends(pack, tmp_path):
    trainer = make_trainer(pack, tmp_path)
    assert trainer.train(Limits(seconds=0.0)) is StopReason.TIME
    assert load_checkpoint(tmp_path / LAST)["progress"]["step"] == 1


def test_compiling_is_part_of_the_time_limit(pack, tmp_path, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    trainer = make_trainer(pack, tmp_path, compile=True)

    def compile_slowly():
        clock[0] += 60.0

    monkeypatch.setattr(trainer.model, "compile_encoder", compile_slowly)
    assert trainer.train(Limits(seconds=50.0)) is StopReason.TIME
    assert trainer.progress.step == 1


def test_a_finished_run_ends_at_once(pack, tmp_path):
    trained(pack, tmp_path)
    trainer = make_trainer(pack, tmp_path)
    assert trainer.resume()
    assert trainer.train() is StopReason.LAST_STEP
    assert trainer.progress.step == 8


def test_patience_ends_a_run_that_gets_no_better_and_keeps_the_best(pack, tmp_path):
    scores = iter([0.2, 0.5, 0.4, 0.3, 0.9])
    display = Lines()
    trainer = make_trainer(
        pack,
        tmp_path,
        validator=lambda model: {"f_half": next(scores)},
        display=display,
        validation={"every_steps": 1, "sentences": 4, "patience": 2},
    )
    assert trainer.train() is StopReason.PATIENCE
    assert trainer.progress.step == 4
    best = load_checkpoint(tmp_path / BEST)
    assert best["progress"]["step"] == 2
    assert best["progress"]["best_f_half"] == 0.5
    assert [line for line in display.lines if "(best)" in line] == [
        "step 1: f_half 0.2000 (best)",
        "step 2: f_half 0.5000 (best)",
    ]
    assert [
        row["f_half"] for row in read_metrics(tmp_path / "metrics.jsonl") if "f_half" in row
    ] == [0.2, 0.5, 0.4, 0.3]


def test_validation_sees_the_averages_in_evaluation_mode(pack, tmp_path):
    seen = []

    def validator(model):
        seen.append((model.training, model.embedding.weight.detach().clone()))
        return {"f_half": 0.0}

    trainer = make_trainer(pack, tmp_path, validator=validator)
    trainer.train(Limits(steps=4))
    trainer.score()
    training, weight = seen[-1]
    assert not training
    assert torch.equal(weight, trainer.averages()["embedding.weight"])
    assert not torch.equal(weight, trainer.model.embedding.weight)
    assert trainer.model.training


def test_a_validation_that_would_outlast_the_stretch_is_left_out(pack, tmp_path, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    calls = []

    def validator(model):
        calls.append(clock[0])
        clock[0] += 60.0
        return {"f_half": 0.0}

    trainer = make_trainer(
        pack, tmp_path, validator=validator, validation={"every_steps": 1, "sentences": 4}
    )
    assert trainer.train(Limits(seconds=100.0)) is StopReason.LAST_STEP
    assert calls == [0.0]  # the second one would have ended after 120 seconds


def test_averages_are_what_a_checkpoint_is_used_with(pack, tmp_path):
    trainer = trained(pack, tmp_path)
    model, contents = load_model(tmp_path / LAST)
    assert torch.equal(model.embedding.weight, trainer.averages()["embedding.weight"])
    assert contents["vocabulary"] == pack.vocabulary_hash()
    assert contents["recipe"]["name"] == "tiny"


def test_the_rate_falls_to_nothing_over_the_last_seconds():
    limits = Limits(seconds=100.0, anneal_seconds=20.0)
    assert [limits.annealing(t) for t in (0, 80, 90, 95, 100, 110)] == [1, 1, 0.5, 0.25, 0, 0]
    assert Limits(seconds=100.0).annealing(99) == 1
    assert Limits(anneal_seconds=20.0).annealing(99) == 1


def test_the_state_before_the_fall_is_kept(pack, tmp_path):
    trainer = make_trainer(pack, tmp_path)
    trainer.train(Limits(seconds=1000.0, anneal_seconds=1000.0, steps=3))
    assert load_checkpoint(tmp_path / STABLE)["progress"]["step"] == 0
    rates = [row["rate"] for row in read_metrics(tmp_path / "metrics.jsonl")]
    assert 0 < rates[0] < trainer.config.schedule.rate(1)


def test_a_run_without_its_moments_goes_on_at_a_low_rate(pack, tmp_path):
    first = trained(pack, tmp_path / "first", steps=4)
    saved = load_checkpoint(tmp_path / "first" / LAST)
    trainer = make_trainer(
        pack,
        tmp_path / "second",
        rewarm_steps=4,
        log_steps=1,
        schedule={"peak": 0.003, "warmup_steps": 3, "total_steps": 10, "shape": "constant"},
    )
    trainer.start_again(saved["model"], saved["ema"], saved["progress"])
    assert_same_weights(first.model.state_dict(), trainer.model.state_dict())
    trainer.train()
    rows = read_metrics(tmp_path / "second" / "metrics.jsonl")
    assert [row["step"] for row in rows] == [5, 6, 7, 8, 9, 10]
    shares = [row["rate"] / 0.003 for row in rows]
    assert shares == pytest.approx([0.25, 0.5, 0.75, 1, 1, 1])


def test_bf16_trains_fp32_weights(pack, tmp_path):
    trainer = trained(pack, tmp_path, precision="bf16")
    assert {item.dtype for item in trainer.model.parameters()} == {torch.float32}
    assert all(torch.isfinite(item).all() for item in trainer.model.parameters())


def test_a_device_that_cannot_compile_trains_without(pack, tmp_path, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("no compiler here\nand more")

    monkeypatch.setattr(torch, "compile", lambda function, **kwargs: fail)
    display = Lines()
    trainer = make_trainer(pack, tmp_path, display=display, compile=True)
    assert trainer.train() is StopReason.LAST_STEP
    assert any("without compilation: no compiler here" in line for line in display.lines)
    reference = trained(pack, tmp_path / "plain")
    assert_same_weights(trainer.model.state_dict(), reference.model.state_dict())


def test_a_damaged_checkpoint_is_not_trained_over(pack, tmp_path):
    (tmp_path / LAST).write_bytes(b"broken")
    with pytest.raises(CheckpointError, match="damaged"):
        make_trainer(pack, tmp_path).resume()
    assert (tmp_path / LAST).read_bytes() == b"broken"


def test_the_vocabulary_of_the_tests_is_that_of_the_pack(pack):
    assert len(pack.tokenizer()) == len(tiny_tokenizer())
