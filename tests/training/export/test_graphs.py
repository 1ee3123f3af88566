from collections import Counter

import onnx
import pytest

from model.bundle import DECODER, ENCODER, WEIGHTS
from tests.model.tiny_bundle import make_tiny_bundle, tiny_network
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import build_edgeformer
from training.export.arithmetic import arithmetic_for
from training.export.checkpoint import from_state_dict
from training.export.graphs import decoder_graph, encoder_graph
from training.export.weights import WeightFile


def graphs_of(folder):
    return [onnx.load(folder / name, load_external_data=False).graph for name in (ENCODER, DECODER)]


def places(graph):
    return {
        tensor.name: tuple((entry.key, entry.value) for entry in tensor.external_data)
        for tensor in graph.initializer
        if tensor.external_data
    }


def test_both_graphs_point_at_the_same_bytes_for_shared_weights(tmp_path):
    make_tiny_bundle(tmp_path)
    encoder, decoder = (places(graph) for graph in graphs_of(tmp_path))
    shared = encoder.keys() & decoder.keys()
    assert {"attentions.0.q.weight", "embedding.weight"} <= shared
    assert all(encoder[name] == decoder[name] for name in shared)


def test_every_byte_of_the_weight_file_is_used_once(tmp_path):
    make_tiny_bundle(tmp_path)
    encoder, decoder = (places(graph) for graph in graphs_of(tmp_path))
    used = sorted(
        {(int(dict(p)["offset"]), int(dict(p)["length"])) for p in (encoder | decoder).values()}
    )
    ends = [offset + length for offset, length in used]
    assert all(end <= start for end, (start, _) in zip(ends, used[1:], strict=False))
    assert ends[-1] == (tmp_path / WEIGHTS).stat().st_size


def test_no_matrix_of_an_integer_bundle_is_left_in_float(tmp_path):
    make_tiny_bundle(tmp_path)
    matrices = [
        tensor
        for graph in graphs_of(tmp_path)
        for tensor in graph.initializer
        if len(tensor.dims) == 2
    ]
    assert len(matrices) > 20
    assert {tensor.data_type for tensor in matrices} == {onnx.TensorProto.INT8}


def test_queries_keys_values_and_adapter_share_one_quantised_value(tmp_path):
    make_tiny_bundle(tmp_path)
    encoder, _ = graphs_of(tmp_path)
    uses = Counter(node.input[0] for node in encoder.node if node.op_type == "MatMulIntegerToFloat")
    # q, k, v and two adapters; a layer each.
    assert sum(count == 5 for count in uses.values()) == 5


def test_the_shipped_shape_keeps_close_to_one_byte_per_parameter():
    config = EdgeFormerConfig()
    model = from_state_dict(config, build_edgeformer(config).state_dict())
    weights = WeightFile(WEIGHTS)
    arithmetic = arithmetic_for(model, weights, 8)
    graphs = [
        write(config, model.plan, arithmetic, weights) for write in (encoder_graph, decoder_graph)
    ]
    total = weights.size + sum(graph.ByteSize() for graph in graphs)
    assert model.parameters < 10_000_000
    assert total < 1.1 * model.parameters


@pytest.mark.parametrize("adaptation", ["bias", "prefix"])
def test_a_kind_of_model_without_export_is_refused(adaptation):
    network = tiny_network(adaptation=adaptation)
    with pytest.raises(ValueError, match="no export"):
        from_state_dict(network.config, network.state_dict())
