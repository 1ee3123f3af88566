import copy

import pytest

from tests.training.tiny import tiny_config, tiny_model
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer, sharing_plan


def wiring(model):
    """Return the layers that a model calls."""
    return model._encoder_layers, model._decoder_layers


def test_encoder_layers_share_attention_every_fourth_and_feed_forward_every_second():
    encoder, _ = wiring(tiny_model(encoder_layers=12))
    for i, layer in enumerate(encoder):
        for j, other in enumerate(encoder):
            assert (layer.attention is other.attention) == (i % 4 == j % 4)
            assert (layer.feed_forward is other.feed_forward) == (i % 2 == j % 2)


def test_decoder_attention_is_that_of_the_first_four_encoder_layers():
    encoder, decoder = wiring(tiny_model(encoder_layers=12))
    for j, layer in enumerate(decoder):
        assert layer.self_attention is encoder[2 * j].attention
        assert layer.cross_attention is encoder[2 * j + 1].attention


def test_one_light_feed_forward_serves_the_whole_decoder():
    model = tiny_model()
    assert len(model.decoder_feed_forwards) == 1
    assert all(
        layer.feed_forward is model.decoder_feed_forwards[0] for layer in model._decoder_layers
    )


def test_norms_and_adapters_belong_to_one_layer_each():
    encoder, decoder = wiring(tiny_model(encoder_layers=12))
    assert len({id(layer.norms) for layer in (*encoder, *decoder)}) == 14
    assert len({id(layer.adaptation.adapter) for layer in encoder}) == 12


def test_universal_transformer_has_one_group_per_side():
    model = tiny_model(architecture="universal", adaptation="none")
    encoder, decoder = wiring(model)
    assert len({id(layer.attention) for layer in encoder}) == 1
    assert len({id(layer.feed_forward) for layer in encoder}) == 1
    assert len({id(layer.self_attention) for layer in decoder}) == 1
    assert len({id(layer.cross_attention) for layer in decoder}) == 1
    assert len(model.attentions) == 3


def test_full_transformer_shares_nothing():
    model = tiny_model(architecture="full", adaptation="none", encoder_layers=6, decoder_layers=6)
    encoder, decoder = wiring(model)
    attentions = [layer.attention for layer in encoder]
    attentions += [layer.self_attention for layer in decoder]
    attentions += [layer.cross_attention for layer in decoder]
    assert len({id(attention) for attention in attentions}) == 18
    assert len({id(layer.feed_forward) for layer in (*encoder, *decoder)}) == 12


def test_state_dict_holds_each_weight_under_one_name():
    state = tiny_model(encoder_layers=12).state_dict()
    pointers = [tensor.data_ptr() for tensor in state.values()]
    assert len(pointers) == len(set(pointers))


def test_a_copied_model_is_wired_to_its_own_weights():
    original = tiny_model()
    copied = copy.deepcopy(original)
    encoder, _ = wiring(copied)
    assert encoder[0].attention is copied.attentions[0]
    assert encoder[0].attention is not original.attentions[0]


def test_every_group_of_the_plan_exists_once():
    plan = sharing_plan(EdgeFormerConfig())
    assert plan.attention_groups == 4
    assert set(plan.encoder_feed_forward) == {0, 1}
    assert plan.decoder_self_attention + plan.decoder_cross_attention == (0, 2, 1, 3)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"heads": 3}, "multiple"),
        ({"embedding_dimension": 32}, "embedding_dimension"),
        ({"architecture": "universal", "adaptation": "bias"}, "set adaptation = 'none'"),
        ({"encoder_layers": 3}, "fewer are too few"),
        ({"dropout": 1.0}, "dropout"),
        ({"architecture": "edgelord"}, "edgelord"),
    ],
)
def test_impossible_sizes_are_refused_in_words(changes, words):
    with pytest.raises(ValueError, match=words):
        tiny_config(**changes)


def test_a_configuration_survives_the_way_through_json():
    config = tiny_config(adaptation="prefix")
    assert EdgeFormerConfig(**config.to_dict()) == config
    assert build_edgeformer(EdgeFormerConfig(**config.to_dict())).config == config
