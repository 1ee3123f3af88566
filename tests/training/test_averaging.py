import torch
from torch import nn

from training.averaging import AveragedWeights


def model(value):
    layer = nn.Linear(1, 1, bias=False)
    nn.init.constant_(layer.weight, value)
    return layer


def test_averages_follow_the_weights_with_the_decay():
    layer = model(1.0)
    averages = AveragedWeights(layer, decay=0.9)
    nn.init.constant_(layer.weight, 2.0)
    averages.update(step=10_000)
    torch.testing.assert_close(averages.state_dict()["weight"], torch.tensor([[1.1]]))


def test_early_averages_forget_the_beginning_quickly():
    layer = model(0.0)
    averages = AveragedWeights(layer, decay=0.999)
    nn.init.constant_(layer.weight, 1.0)
    averages.update(step=1)
    assert averages.state_dict()["weight"].item() > 0.8


def test_the_model_holds_the_averages_only_inside_the_block():
    layer = model(1.0)
    averages = AveragedWeights(layer, decay=0.5)
    nn.init.constant_(layer.weight, 3.0)
    with averages.in_place():
        assert layer.weight.item() == 1.0
    assert layer.weight.item() == 3.0


def test_weights_come_back_even_if_scoring_fails():
    layer = model(1.0)
    averages = AveragedWeights(layer, decay=0.5)
    nn.init.constant_(layer.weight, 3.0)
    try:
        with averages.in_place():
            raise RuntimeError("the scorer failed")
    except RuntimeError:
        assert layer.weight.item() == 3.0


def test_saved_averages_do_not_follow_later_updates_once_loaded():
    layer = model(1.0)
    averages = AveragedWeights(layer, decay=0.5)
    averages.load_state_dict({"weight": torch.tensor([[7.0]])})
    assert averages.state_dict()["weight"].item() == 7.0
