import pytest
import torch

from tests.training.tiny import tiny_run, write_recipe
from training import average, finetune, pretrain
from training.checkpoints import load_checkpoint, load_model
from training.loop import LAST


def test_each_tensor_becomes_the_mean_of_all():
    weights = [{"a": torch.tensor([1.0, 2.0])}, {"a": torch.tensor([3.0, 6.0])}]
    assert average.averaged(weights)["a"].tolist() == [2.0, 4.0]


def test_what_is_kept_in_half_precision_is_averaged_in_single():
    halves = [{"a": torch.tensor([value], dtype=torch.bfloat16)} for value in (1.0, 1.0078125)]
    mean = average.averaged(halves)["a"]
    assert mean.dtype == torch.float32
    assert mean.item() == 1.00390625


def test_weights_of_different_shapes_have_no_mean():
    with pytest.raises(ValueError, match="one shape"):
        average.averaged([{"a": torch.zeros(2)}, {"a": torch.zeros(3)}])


@pytest.fixture
def stages(pack, tmp_path):
    """Two stages, the second going on from the first."""
    recipe = write_recipe(tmp_path / "tiny.toml")
    common = ["--pack", str(pack.folder), "--no-validation"]
    first, second = tmp_path / "a" / LAST, tmp_path / "b" / LAST
    assert pretrain.main([str(recipe), *common, "--out", str(first.parent)]) == 0
    options = [str(recipe), *common, "--start-from", str(first), "--out", str(second.parent)]
    assert finetune.main([*options, "--steps", "2"]) == 0
    return first, second


def test_the_mean_of_two_stages_is_a_checkpoint_to_go_on_from(stages, pack, tmp_path, capsys):
    first, second = stages
    made = tmp_path / "mean.pt"
    assert average.main([str(first), str(second), "--out", str(made)]) == 0
    assert "mean of 2 checkpoints" in capsys.readouterr().out
    model, contents = load_model(made)
    (one, _), (other, _) = load_model(first), load_model(second)
    for name, tensor in model.state_dict().items():
        mean = (one.state_dict()[name] + other.state_dict()[name]) / 2
        torch.testing.assert_close(tensor, mean)
    assert contents["vocabulary"] == load_checkpoint(second)["vocabulary"]
    recipe = write_recipe(tmp_path / "next.toml", name="next")
    options = [str(recipe), "--pack", str(pack.folder), "--start-from", str(made)]
    assert (
        finetune.main([*options, "--out", str(tmp_path / "c"), "--steps", "1", "--no-validation"])
        == 0
    )


def test_stages_with_and_without_dropout_have_a_mean(stages, pack, tmp_path):
    dropped = {**tiny_run().model.to_dict(), "dropout": 0.1}
    recipe = write_recipe(tmp_path / "dropped.toml", name="dropped", model=dropped)
    other = tmp_path / "d" / LAST
    options = [str(recipe), "--pack", str(pack.folder), "--no-validation"]
    assert pretrain.main([*options, "--out", str(other.parent)]) == 0
    assert average.main([str(other), str(stages[0]), "--out", str(tmp_path / "m.pt")]) == 0


def test_checkpoints_of_different_models_are_refused_with_their_names(
    stages, pack, tmp_path, capsys
):
    wider = {**tiny_run().model.to_dict(), "feed_forward_dimension": 48}
    recipe = write_recipe(tmp_path / "wide.toml", name="wide", model=wider)
    common = ["--pack", str(pack.folder), "--no-validation"]
    other = tmp_path / "w" / LAST
    assert pretrain.main([str(recipe), *common, "--out", str(other.parent)]) == 0
    assert average.main([str(other), str(stages[0]), "--out", str(tmp_path / "m.pt")]) == 2
    assert "differ in config" in capsys.readouterr().err
    assert not (tmp_path / "m.pt").exists()
