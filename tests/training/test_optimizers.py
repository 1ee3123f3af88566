import itertools

import pytest
import torch

from tests.training.tiny import tiny_model
from training.configs import OptimizerConfig
from training.optimizers import Optimizers


def with_gradients(model):
    for parameter in model.parameters():
        parameter.grad = torch.ones_like(parameter)
    return model


def parts(model, name):
    optimizers = Optimizers(model, OptimizerConfig(name=name))
    names = {id(parameter): name for name, parameter in model.named_parameters()}
    return [
        [names[id(item)] for group in part.param_groups for item in group["params"]]
        for part, _ in optimizers._parts
    ]


@pytest.mark.parametrize("name", ["adamw", "muon"])
def test_every_parameter_is_stepped_by_one_part(name):
    model = tiny_model()
    taken = itertools.chain(*parts(model, name))
    assert sorted(taken) == sorted(name for name, _ in model.named_parameters())


def test_muon_takes_the_shared_matrices_and_leaves_adapters_and_embedding():
    muon, adamw = parts(tiny_model(), "muon")
    assert all(name.endswith(".weight") for name in muon)
    assert not any("norm" in name or "adapter" in name or "embedding" in name for name in muon)
    assert "attentions.3.o.weight" in muon
    assert "decoder_feed_forwards.0.down.weight" in muon
    assert "adapters.0.q.a" in adamw
    assert "embedding.weight" in adamw


@pytest.mark.parametrize("name", ["adamw", "muon"])
def test_a_step_moves_all_weights_and_forgets_gradients(name):
    model = with_gradients(tiny_model())
    before = {key: item.detach().clone() for key, item in model.named_parameters()}
    Optimizers(model, OptimizerConfig(name=name)).step(0.01)
    for key, item in model.named_parameters():
        assert not torch.equal(item, before[key]), key
        assert item.grad is None


def test_rate_zero_moves_nothing():
    model = with_gradients(tiny_model())
    before = model.embedding.weight.detach().clone()
    Optimizers(model, OptimizerConfig()).step(0.0)
    assert torch.equal(model.embedding.weight, before)


def test_only_hidden_matrices_decay():
    model = tiny_model()
    for parameter in model.parameters():
        parameter.grad = torch.zeros_like(parameter)
    before = {key: item.detach().clone() for key, item in model.named_parameters()}
    Optimizers(model, OptimizerConfig(weight_decay=0.5)).step(0.1)
    moved = {key for key, item in model.named_parameters() if not torch.equal(item, before[key])}
    assert "attentions.0.q.weight" in moved
    assert not {key for key in moved if "bias" in key or "norm" in key or "embedding" in key}


def test_muon_goes_at_its_multiple_of_the_rate():
    optimizers = Optimizers(
        with_gradients(tiny_model()), OptimizerConfig(name="muon", muon_rate_scale=7.0)
    )
    optimizers.step(0.01)
    rates = [part.param_groups[0]["lr"] for part, _ in optimizers._parts]
    assert rates == pytest.approx([0.07, 0.01])
