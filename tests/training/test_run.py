import pytest
import torch

from tests.training.tiny import tiny_run, write_recipe
from training import finetune, pretrain
from training.checkpoints import load_checkpoint
from training.loop import LAST
from training.run import build_source


def arguments(recipe, pack, out, *more):
    return [str(recipe), "--pack", str(pack.folder), "--out", str(out), "--device", "cpu", *more]


@pytest.fixture
def recipe(tmp_path):
    return write_recipe(tmp_path / "tiny.toml")


def test_pretraining_goes_on_where_it_stopped(pack, tmp_path, recipe, capsys):
    out = tmp_path / "run"
    assert pretrain.main(arguments(recipe, pack, out, "--steps", "3")) == 0
    assert "stopped at step 3" in capsys.readouterr().out
    assert pretrain.main(arguments(recipe, pack, out)) == 0
    printed = capsys.readouterr().out
    assert "going on from step 3" in printed
    assert "stopped at step 8: the last step is done" in printed
    assert (out / "metrics.png").exists()


def test_finetuning_begins_with_given_weights_even_of_a_shallower_encoder(pack, tmp_path, recipe):
    deep = write_recipe(
        tmp_path / "deep.toml",
        name="deep",
        model={**tiny_run().model.to_dict(), "encoder_layers": 8},
    )
    pretrain.main(arguments(recipe, pack, tmp_path / "a", "--no-validation"))
    weights = str(tmp_path / "a" / LAST)
    out = tmp_path / "b"
    options = arguments(deep, pack, out, "--start-from", weights, "--steps", "1")
    assert finetune.main([*options, "--no-validation"]) == 0
    before, after = load_checkpoint(tmp_path / "a" / LAST), load_checkpoint(out / LAST)
    assert after["config"]["encoder_layers"] == 8
    torch.testing.assert_close(
        after["model"]["attentions.0.q.weight"],
        before["ema"]["attentions.0.q.weight"],
        rtol=0,
        atol=0.01,
    )


def test_finetuning_asks_for_weights(pack, tmp_path, recipe, capsys):
    assert finetune.main(arguments(recipe, pack, tmp_path / "run")) == 2
    assert "--start-from" in capsys.readouterr().out


def test_weights_of_another_vocabulary_are_refused(pack, tmp_path, recipe, capsys):
    pretrain.main(arguments(recipe, pack, tmp_path / "a", "--steps", "1", "--no-validation"))
    path = tmp_path / "a" / LAST
    torch.save({**torch.load(path), "vocabulary": "another"}, path)
    options = arguments(recipe, pack, tmp_path / "b", "--start-from", str(path))
    assert finetune.main([*options, "--no-validation"]) == 2
    assert "another vocabulary" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["recipe", "pack"])
def test_what_is_missing_is_said_in_a_sentence(pack, tmp_path, recipe, capsys, wrong):
    options = arguments(recipe, pack, tmp_path / "run", "--no-validation")
    options[0 if wrong == "recipe" else 2] = str(tmp_path / "nowhere")
    assert pretrain.main(options) == 2
    assert "nowhere" in capsys.readouterr().out


def test_parts_of_a_mixture_make_chunks_of_the_recipe_s_length(pack):
    config = tiny_run(
        mixture=[
            {"kind": "noised", "share": 3.0, "clean_share": 1.0},
            {"kind": "pairs", "share": 1.0, "file": "pairs.tsv.gz"},
        ]
    )
    chunk = build_source(config, pack).chunk(0)
    assert len(chunk) == 32
    assert sum(source == target for source, target in chunk) == 24


def test_a_reversed_part_goes_from_targets_to_sources(pack):
    part = {"kind": "pairs", "share": 1.0, "file": "pairs.tsv.gz"}
    config = tiny_run(mixture=[part])
    turned = tiny_run(mixture=[{**part, "reversed": True}])
    straight = build_source(config, pack).chunk(2)
    assert build_source(turned, pack).chunk(2) == [(right, left) for left, right in straight]
    assert any(left != right for left, right in straight)
