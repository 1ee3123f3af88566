import pytest
import torch

from model.tokenizer import BOS_ID
from tests.training.tiny import padded, tiny_model
from training.edgeformer.unrolling import unroll


def unrolled(shallow, depth, adaptation="adapter"):
    deep = tiny_model(seed=9, encoder_layers=depth, adaptation=adaptation)
    weights = unroll(shallow.state_dict(), shallow.config.encoder_layers, depth)
    deep.load_state_dict(weights)
    return deep


@pytest.mark.parametrize("adaptation", ["none", "bias", "adapter", "prefix"])
def test_unrolled_encoder_computes_nearly_what_the_shallow_one_did(adaptation):
    shallow = tiny_model(adaptation=adaptation)
    with torch.no_grad():  # output biases are all that a silent layer adds
        for part in (*shallow.attentions, *shallow.feed_forwards):
            getattr(part, "o", None) is not None and part.o.bias.zero_()
            getattr(part, "v", None) is not None and part.v.bias.zero_()
            getattr(part, "up", None) is not None and part.up.bias.zero_()
            getattr(part, "down", None) is not None and part.down.bias.zero_()
        for layer in shallow.adapters:
            for name, parameter in layer.named_parameters():
                if adaptation == "bias" or "tokens" in name:
                    parameter.zero_()
    deep = unrolled(shallow, 12, adaptation)
    sources, targets = padded([[5, 6, 7, 8]]), torch.tensor([[BOS_ID, 5, 6]])
    torch.testing.assert_close(
        deep(sources, targets), shallow(sources, targets), rtol=1e-3, atol=1e-4
    )


def test_shared_weights_are_kept_as_they_are():
    shallow = tiny_model()
    deep = unrolled(shallow, 12)
    for name, tensor in shallow.state_dict().items():
        torch.testing.assert_close(deep.state_dict()[name], tensor)


def test_new_layers_learn():
    deep = unrolled(tiny_model(), 8).train()
    logits = deep(padded([[5, 6, 7]]), torch.tensor([[BOS_ID, 5]]))
    logits.square().mean().backward()
    assert deep.encoder_norms[7].attention.weight.grad.abs().sum() > 0


def test_an_encoder_is_never_made_shallower():
    with pytest.raises(ValueError, match="shallower"):
        unroll(tiny_model().state_dict(), 4, 3)


def test_equal_depth_changes_nothing():
    weights = tiny_model().state_dict()
    assert unroll(weights, 4, 4).keys() == weights.keys()
