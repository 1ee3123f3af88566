import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from model.tokenizer import BOS_ID
from tests.training.tiny import padded, tiny_config, tiny_model
from training.edgeformer.factory import build_edgeformer
from training.edgeformer.model import sinusoids

ADAPTATIONS = ["none", "bias", "adapter", "prefix"]
VARIANTS = [
    *({"adaptation": name} for name in ADAPTATIONS),
    {"architecture": "universal", "adaptation": "none"},
    {"architecture": "full", "adaptation": "none"},
    {"embedding_dimension": 8},
]

id_rows = st.lists(st.lists(st.integers(4, 39), min_size=1, max_size=9), min_size=1, max_size=4)


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("changes", VARIANTS, ids=str)
def test_step_by_step_decoding_equals_one_pass(changes):
    model = tiny_model(**changes)
    sources = padded([[5, 6, 7, 8], [9, 10]])
    targets = torch.tensor([[BOS_ID, 5, 6, 11, 8], [BOS_ID, 9, 12, 10, 13]])
    with torch.inference_mode():
        whole = model(sources, targets)
        state = model.start(*model.encode(sources))
        steps = [model.step(targets[:, t : t + 1], state) for t in range(targets.shape[1])]
    torch.testing.assert_close(torch.cat(steps, dim=1), whole, rtol=1e-4, atol=1e-5)


def test_several_tokens_per_step_equal_one_pass():
    model = tiny_model()
    sources = padded([[5, 6, 7, 8]])
    targets = torch.tensor([[BOS_ID, 5, 6, 11, 8, 20]])
    with torch.inference_mode():
        whole = model(sources, targets)
        state = model.start(*model.encode(sources))
        pieces = [model.step(part, state) for part in targets.split([1, 3, 2], dim=1)]
    torch.testing.assert_close(torch.cat(pieces, dim=1), whole, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("changes", VARIANTS, ids=str)
def test_padding_and_neighbours_do_not_change_a_row(changes):
    model = tiny_model(**changes)
    rows = [[5, 6], [7, 8, 9, 10, 11, 12]]
    target = torch.tensor([[BOS_ID, 5, 6]])
    with torch.inference_mode():
        alone = model(padded(rows[:1]), target)
        together = model(padded(rows), target.expand(2, -1))
    torch.testing.assert_close(together[:1], alone, rtol=1e-4, atol=1e-5)


@given(rows=id_rows, later=st.lists(st.integers(4, 39), min_size=1, max_size=4))
def test_later_target_tokens_do_not_change_earlier_logits(rows, later):
    model = tiny_model()
    sources = padded(rows[:1])
    start = torch.tensor([[BOS_ID, *rows[0]]])
    longer = torch.tensor([[BOS_ID, *rows[0], *later]])
    with torch.inference_mode():
        torch.testing.assert_close(
            model(sources, longer)[:, : start.shape[1]],
            model(sources, start),
            rtol=1e-4,
            atol=1e-5,
        )


@pytest.mark.parametrize("changes", VARIANTS, ids=str)
def test_every_weight_gets_a_gradient_and_the_loss_falls(changes):
    torch.manual_seed(1)
    model = build_edgeformer(tiny_config(**changes)).train()
    sources = padded([[5, 6, 7], [8, 9, 10]])
    targets = torch.tensor([[BOS_ID, 5, 6, 7], [BOS_ID, 8, 9, 10]])
    labels = torch.tensor([[5, 6, 7, 2], [8, 9, 10, 2]])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    losses = []
    moved = set()
    for _ in range(30):
        loss = torch.nn.functional.cross_entropy(model(sources, targets).mT, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        # Key biases shift all scores of a query alike, so softmax leaves them no gradient.
        moved |= {name for name, item in model.named_parameters() if item.grad.abs().sum() > 0}
    assert losses[-1] < 0.5 * losses[0]
    assert {name for name, _ in model.named_parameters()} - moved <= {
        name for name, _ in model.named_parameters() if name.endswith(("k.bias", ".k"))
    }


@pytest.mark.parametrize("adaptation", ["bias", "adapter"])
def test_adaptation_changes_nothing_before_it_is_trained(adaptation):
    torch.manual_seed(3)
    adapted = build_edgeformer(tiny_config(adaptation=adaptation)).eval()
    plain = build_edgeformer(tiny_config(adaptation="none")).eval()
    plain.load_state_dict(
        {name: tensor for name, tensor in adapted.state_dict().items() if "adapters" not in name}
    )
    sources, targets = padded([[5, 6, 7]]), torch.tensor([[BOS_ID, 5]])
    torch.testing.assert_close(adapted(sources, targets), plain(sources, targets))


def test_layers_with_the_same_weights_differ_by_their_adapters():
    model = tiny_model(encoder_layers=8)
    hidden = torch.randn(1, 3, 16)
    mask = torch.ones(1, 1, 1, 3, dtype=torch.bool)
    first, fifth = model._encoder_layers[0], model._encoder_layers[4]
    assert first.attention is fifth.attention
    assert not torch.allclose(first(hidden, mask), fifth(hidden, mask))


def test_a_source_longer_than_the_model_reads_is_refused():
    model = tiny_model()
    with pytest.raises(ValueError, match="the model reads 64"):
        model(torch.full((1, 65), 5), torch.tensor([[BOS_ID]]))


def test_decoding_past_the_last_position_is_refused():
    model = tiny_model()
    state = model.start(*model.encode(padded([[5]])))
    model.step(torch.full((1, 64), 5), state)
    with pytest.raises(ValueError, match="65 tokens"):
        model.step(torch.tensor([[5]]), state)


def test_positions_are_distinct_and_of_unit_scale():
    table = sinusoids(512, 64)
    assert table.abs().max() <= 1
    distances = torch.cdist(table, table) + 10 * torch.eye(512)
    assert distances.min() > 0.5


def test_bf16_autocast_is_close_to_fp32():
    model = tiny_model()
    sources, targets = padded([[5, 6, 7, 8]]), torch.tensor([[BOS_ID, 5, 6]])
    with torch.inference_mode():
        exact = model(sources, targets)
        with torch.autocast("cpu", torch.bfloat16):
            rough = model(sources, targets)
    assert rough.dtype == torch.bfloat16
    assert (rough.float() - exact).norm() < 0.03 * exact.norm()


@pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor")  # torch's own, while tracing
def test_one_compilation_serves_all_layers_and_lengths():
    torch._dynamo.reset()
    model = tiny_model(encoder_layers=8).train()
    batches = [padded([[5] * length] * rows) for rows, length in ((2, 5), (3, 9), (4, 6))]
    eager = [model.encode(sources)[0] for sources in batches]
    compilations = []

    def count(graph, inputs):
        compilations.append(graph)
        return graph.forward

    model.compile_encoder(backend=count)
    for sources, expected in zip(batches, eager, strict=True):
        torch.testing.assert_close(model.encode(sources)[0], expected)
    assert len(compilations) == 1
    torch._dynamo.reset()
