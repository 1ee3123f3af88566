import copy

import pytest
import torch

from training import muon
from training.muon import Muon, orthogonalise


def matrices():
    torch.manual_seed(5)
    return [torch.nn.Parameter(torch.randn(shape)) for shape in ((8, 8), (8, 8), (16, 4), (4, 16))]


def test_steps_are_those_of_torch():
    ours, theirs = matrices(), matrices()
    mine = Muon(ours, lr=0.02, weight_decay=0.1)
    reference = torch.optim.Muon(theirs, lr=0.02, weight_decay=0.1, momentum=0.95)
    for step in range(5):
        for a, b in zip(ours, theirs, strict=True):
            a.grad = (a.detach() * (step + 1)).sin()
            b.grad = (b.detach() * (step + 1)).sin()
        mine.step()
        reference.step()
    for a, b in zip(ours, theirs, strict=True):
        # Newton-Schulz runs in bf16; stacked products round in another order.
        torch.testing.assert_close(a, b, rtol=0, atol=2e-3)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_orthogonalised_matrices_have_singular_values_near_one(dtype, monkeypatch):
    monkeypatch.setattr(muon, "product_dtype", lambda device: dtype)
    torch.manual_seed(0)
    values = torch.linalg.svdvals(orthogonalise(torch.randn(3, 12, 30)).float())
    assert values.min() > 0.5
    assert values.max() < 1.4


def test_a_zero_gradient_moves_nothing():
    item = torch.nn.Parameter(torch.ones(4, 4))
    item.grad = torch.zeros(4, 4)
    Muon([item], lr=0.1).step()
    assert torch.equal(item, torch.ones(4, 4))


def test_state_survives_saving():
    ours = matrices()
    optimizer = Muon(ours, lr=0.02)
    for item in ours:
        item.grad = item.detach().clone()
    optimizer.step()
    again = Muon(matrices(), lr=0.02)
    again.load_state_dict(copy.deepcopy(optimizer.state_dict()))
    saved = optimizer.state_dict()["state"][2]["momentum_buffer"]
    assert torch.equal(again.state_dict()["state"][2]["momentum_buffer"], saved)


def test_vectors_are_refused():
    with pytest.raises(ValueError, match="matrices"):
        Muon([torch.nn.Parameter(torch.ones(3))])
