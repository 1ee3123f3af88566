import random

import pytest
import torch

from model.tokenizer import BOS_ID
from tests.training.tiny import padded, random_ids, tiny_model, tiny_run, write_recipe
from training import finetune, pretrain, prune
from training.batching import Batch
from training.checkpoints import load_checkpoint, load_model
from training.edgeformer.config import Adaptation, Architecture
from training.loop import LAST


def batch(seed=0, rows=4):
    rng = random.Random(seed)
    sources = padded([random_ids(rng, rng.randint(3, 9)) for _ in range(rows)])
    labels = padded([random_ids(rng, rng.randint(3, 9)) for _ in range(rows)])
    targets = torch.cat([torch.full_like(labels[:, :1], BOS_ID), labels[:, :-1]], dim=1)
    return Batch(sources, targets, labels)


def silence(model, network, units):
    """Let units never be active."""
    with torch.no_grad():
        model.feed_forwards[network].up.weight[units] = 0.0
        model.feed_forwards[network].up.bias[units] = -1.0


def test_units_that_are_never_active_have_no_importance_and_all_others_have_some():
    model = tiny_model()
    with torch.no_grad():
        for network in model.feed_forwards:
            network.up.bias.add_(1.0)
    silence(model, 0, [1, 5])
    first, second = prune.unit_importance(model, [batch(), batch(1)], edit_weight=2.0)
    assert first[[1, 5]].tolist() == [0.0, 0.0]
    assert (first > 0).sum() == 30
    assert (second > 0).sum() == 32


def test_importance_is_the_square_of_what_the_loss_does_when_a_unit_gets_stronger():
    own_layers = {"architecture": Architecture.FULL, "adaptation": Adaptation.NONE}
    model = tiny_model(**own_layers, encoder_layers=2)
    one_token = Batch(padded([[]]), torch.tensor([[BOS_ID]]), torch.tensor([[7]]))
    scores = prune.unit_importance(model, [one_token], edit_weight=1.0)

    def loss(unit, strength):
        kept = model.feed_forwards[1].down.weight[:, unit].clone()
        model.feed_forwards[1].down.weight[:, unit] *= strength
        logits = model(one_token.source_ids, one_token.target_ids)
        model.feed_forwards[1].down.weight[:, unit] = kept
        return torch.nn.functional.cross_entropy(logits[0].double(), one_token.label_ids[0])

    with torch.no_grad():
        model.double()
        slopes = torch.tensor([(loss(u, 1 + 1e-5) - loss(u, 1 - 1e-5)) / 2e-5 for u in range(32)])
    torch.testing.assert_close(scores[1], slopes.square().float(), rtol=1e-3, atol=1e-8)
    assert (scores[1] > 0).any()


def test_measuring_leaves_model_and_gradients_as_they_were():
    model = tiny_model()
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    prune.unit_importance(model, [batch()], edit_weight=1.0)
    assert all(parameter.grad is None for parameter in model.parameters())
    assert not any(network.up._forward_hooks for network in model.feed_forwards)
    for name, tensor in model.state_dict().items():
        torch.testing.assert_close(tensor, before[name], rtol=0, atol=0)


def test_without_units_that_do_nothing_the_model_says_exactly_what_it_said():
    model = tiny_model()
    for network in range(len(model.feed_forwards)):
        silence(model, network, [0, 7, 30, 31])
    with torch.no_grad():
        for network in model.feed_forwards:
            network.up.bias[1:7] += 1.0
    narrow = prune.prune(model, [batch(seed) for seed in range(20)], keep=28)
    assert narrow.config.feed_forward_dimension == 28
    test = batch(seed=99)
    with torch.no_grad():
        wide_says = model(test.source_ids, test.target_ids)
        narrow_says = narrow(test.source_ids, test.target_ids)
    torch.testing.assert_close(narrow_says, wide_says)


def test_units_that_stay_keep_their_order():
    weights = {
        "feed_forwards.0.up.weight": torch.arange(4.0)[:, None],
        "feed_forwards.0.up.bias": torch.arange(4.0),
        "feed_forwards.0.down.weight": torch.arange(4.0)[None],
        "embedding.weight": torch.ones(1),
    }
    narrow = prune.narrowed(weights, [torch.tensor([0.1, 9.0, 0.0, 5.0])], keep=2)
    assert narrow["feed_forwards.0.up.weight"].flatten().tolist() == [1.0, 3.0]
    assert narrow["feed_forwards.0.up.bias"].tolist() == [1.0, 3.0]
    assert narrow["feed_forwards.0.down.weight"].flatten().tolist() == [1.0, 3.0]
    assert narrow["embedding.weight"] is weights["embedding.weight"]


def test_a_model_cannot_be_made_wider():
    with pytest.raises(ValueError, match="32 units cannot be narrowed to 64"):
        prune.prune(tiny_model(), [batch()], keep=64)


def test_biases_of_their_own_for_each_layer_are_refused():
    with pytest.raises(ValueError, match="adapted biases"):
        prune.prune(tiny_model(adaptation=Adaptation.BIAS), [batch()], keep=8)


def test_a_narrowed_checkpoint_is_what_the_next_stage_starts_from(pack, tmp_path, capsys):
    wide = write_recipe(tmp_path / "wide.toml")
    narrow = write_recipe(
        tmp_path / "narrow.toml",
        name="narrow",
        model={**tiny_run().model.to_dict(), "feed_forward_dimension": 16},
    )
    common = ["--pack", str(pack.folder)]
    trained = tmp_path / "a" / LAST
    pretrain.main([str(wide), *common, "--out", str(tmp_path / "a"), "--no-validation"])
    made = tmp_path / "narrow.pt"
    options = [str(narrow), *common, "--start-from", str(trained), "--out", str(made)]
    assert prune.main([*options, "--batches", "2"]) == 0
    assert "of 16 units instead of 32" in capsys.readouterr().out
    model, contents = load_model(made)
    assert model.feed_forwards[0].up.out_features == 16
    assert contents["vocabulary"] == load_checkpoint(trained)["vocabulary"]
    options = [str(narrow), *common, "--start-from", str(made), "--out", str(tmp_path / "b")]
    assert finetune.main([*options, "--steps", "1", "--no-validation"]) == 0


def test_a_checkpoint_that_is_not_there_is_named(pack, tmp_path, capsys):
    recipe = write_recipe(tmp_path / "tiny.toml")
    missing = tmp_path / "none.pt"
    options = ["--pack", str(pack.folder), "--start-from", str(missing)]
    assert prune.main([str(recipe), *options, "--out", str(tmp_path / "o.pt")]) == 2
    assert str(missing) in capsys.readouterr().err
