from pathlib import Path

import pytest

from tests.training.tiny import tiny_run, tiny_table, write_recipe
from training.configs import RecipeError, load_recipe, recipe_from_table
from training.ledger import find_configuration

RECIPES = sorted((Path(__file__).parents[2] / "training" / "recipes").glob("*.toml"))


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_recipe_of_the_repository_can_be_read(path):
    assert load_recipe(path).name == path.stem


def test_recipes_for_an_accelerator_train_the_shipped_shape():
    shipped = find_configuration("edgeformer")
    for name in ("pretrain", "finetune-broad", "finetune-learner"):
        path = next(path for path in RECIPES if path.stem == name)
        model = load_recipe(path).model
        assert {**model.to_dict(), "dropout": 0} == {**shipped.to_dict(), "dropout": 0}


def test_a_recipe_survives_the_way_through_a_checkpoint():
    config = tiny_run(accumulation=2)
    assert recipe_from_table(config.to_dict()) == config


def test_settings_of_all_sections_arrive(tmp_path):
    config = load_recipe(write_recipe(tmp_path / "r.toml", seed=9))
    assert config.seed == 9
    assert config.model.adapter_rank == 2
    assert config.batching.batch_tokens == 256
    assert config.mixture[0].file == "pairs.tsv.gz"
    assert config.schedule.warmup_steps == 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mixture": []}, "no \\[\\[mixture\\]\\]"),
        ({"mixture": {"kind": "noised", "share": 1}}, "write \\[\\[mixture\\]\\]"),
        ({"mixture": [{"kind": "nosed", "share": 1}]}, "unknown kind 'nosed'"),
        ({"mixture": [{"kind": "pairs", "share": 1}]}, "names its file"),
        ({"mixture": [{"kind": "noised", "share": 1, "file": "x"}]}, "names its file"),
        ({"mixture": [{"kind": "noised", "share": 1, "reversed": True}]}, "can be reversed"),
        ({"optimizer": {"name": "sgd"}}, "use adamw or muon"),
        ({"accumulation": 0}, "at least 1"),
        ({"precision": "fp8"}, "auto, fp32 or bf16"),
        ({"schedule": {"peak": 1}}, "warmup_steps"),
        ({"loss": {"smoothing": 1}}, "\\[loss\\] has unknown settings: smoothing"),
        ({"learning_rate": 1}, "\\[recipe\\] has unknown settings: learning_rate"),
        ({"model": 3}, "\\[model\\] must be a table"),
        ({"model": {"architecture": "rnn"}}, "rnn"),
    ],
)
def test_a_wrong_setting_is_named(changes, words):
    with pytest.raises((TypeError, ValueError), match=words):
        recipe_from_table(tiny_table(**changes))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name = ", "no valid TOML"),
        (b'name = "\xff"', "no valid TOML"),
        (b'name = "x"\nsteps = 3\n[[mixture]]\nkind = "noised"\nshare = 1\n', "steps"),
    ],
)
def test_an_unreadable_recipe_is_named_with_the_reason(tmp_path, content, words):
    path = tmp_path / "r.toml"
    path.write_bytes(content)
    with pytest.raises(RecipeError, match=words) as caught:
        load_recipe(path)
    assert "r.toml" in str(caught.value)


def test_a_missing_recipe_is_named(tmp_path):
    with pytest.raises(RecipeError, match="cannot read the recipe"):
        load_recipe(tmp_path / "none.toml")
