import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decoding.aggressive import aggressive
from model.decoding.common import DecodingOptions
from model.decoding.greedy import greedy
from model.errors import BundleError, DecodingError
from model.session import Session, SessionOptions
from model.tokenizer import BOS_ID, EOS_ID, PAD_ID
from tests.model.tiny_bundle import PIECES, make_tiny_bundle, tiny_network

FLOAT_ERROR = 1e-4  # float32 sums in another order


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return make_tiny_bundle(tmp_path_factory.mktemp("float"), weight_bits=None)


@pytest.fixture(scope="module")
def session(bundle):
    return Session(bundle)


@pytest.fixture(scope="module")
def int8_session(tmp_path_factory):
    return Session(make_tiny_bundle(tmp_path_factory.mktemp("int8")))


def torch_log_probs(sources, targets):
    padded = torch.full((len(sources), max(map(len, sources))), PAD_ID)
    for row, source in zip(padded, sources, strict=True):
        row[: len(source)] = torch.tensor(source)
    with torch.no_grad():
        return tiny_network()(padded, torch.tensor(targets)).log_softmax(-1).numpy()


pieces = st.integers(EOS_ID + 2, PIECES - 1)
sequences = st.lists(st.lists(pieces, min_size=1, max_size=12), min_size=1, max_size=3)


@settings(max_examples=25, deadline=None)
@given(sequences, st.lists(pieces, min_size=1, max_size=9), st.data())
def test_float_graphs_agree_with_torch_however_the_target_is_cut(session, sources, target, data):
    targets = np.array([[BOS_ID, *target]] * len(sources))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(target)))))
    state = session.start(sources)
    steps = [session.step(part, state) for part in np.split(targets, cuts, axis=1)]
    expected = torch_log_probs(sources, targets)
    assert np.abs(np.concatenate(steps, axis=1) - expected).max() < FLOAT_ERROR
    assert (state.length, state.rows) == (targets.shape[1], len(sources))


@settings(max_examples=25, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=20))
def test_in_float_graphs_aggressive_search_finds_what_greedy_search_finds(session, source):
    options = DecodingOptions(max_positions=session.max_positions)
    expected = greedy(session, source, options)
    found = aggressive(session, source, options)
    assert (found.tokens, found.finished) == (expected.tokens, expected.finished)
    assert np.abs(found.log_probs - expected.log_probs).max() < FLOAT_ERROR


def test_a_long_draft_is_read_in_parts_that_join_seamlessly(session):
    source, target = [7, 9, 11, EOS_ID], np.array([[BOS_ID, *range(10, 109)]])
    state = session.start([source])
    log_probs = session.step(target, state)
    assert np.abs(log_probs - torch_log_probs([source], target)).max() < FLOAT_ERROR
    assert state.length == target.shape[1]


def test_log_probs_are_of_one_distribution(int8_session):
    state = int8_session.start([[9, 8, EOS_ID]])
    log_probs = int8_session.step(np.array([[BOS_ID, 9]]), state)
    assert log_probs.dtype == np.float32
    assert log_probs.shape == (1, 2, PIECES)
    assert np.allclose(np.exp(log_probs).sum(-1), 1, atol=1e-5)


def test_padding_does_not_reach_a_shorter_source(session):
    long, short = [7, 9, 11, 13, 15, EOS_ID], [8, 10, EOS_ID]
    tokens = np.array([[BOS_ID, 20]])
    alone = session.step(tokens, session.start([short]))
    beside = session.step(np.repeat(tokens, 2, axis=0), session.start([long, short]))
    assert np.abs(alone[0] - beside[1]).max() < FLOAT_ERROR


def test_keep_goes_back_as_if_the_rest_had_never_been_written(session):
    state = session.start([[7, 9, EOS_ID]])
    session.step(np.array([[BOS_ID, 20, 21, 22]]), state)
    state.keep(2)
    again = session.step(np.array([[30]]), state)
    fresh = session.start([[7, 9, EOS_ID]])
    expected = session.step(np.array([[BOS_ID, 20, 30]]), fresh)
    assert np.abs(again[0, 0] - expected[0, 2]).max() < FLOAT_ERROR


def test_reordered_rows_go_on_where_they_were(session):
    sources = [[7, 9, 12, EOS_ID], [8, 10, EOS_ID]]
    state = session.start(sources)
    session.step(np.array([[BOS_ID, 20], [BOS_ID, 25]]), state)
    state.reorder([1, 1, 0])
    log_probs = session.step(np.array([[30], [31], [32]]), state)
    first = torch_log_probs(sources, [[BOS_ID, 20, 32], [BOS_ID, 25, 30]])
    assert np.abs(log_probs[0, 0] - first[1, 2]).max() < FLOAT_ERROR
    assert np.abs(log_probs[2, 0] - first[0, 2]).max() < FLOAT_ERROR


@pytest.mark.parametrize("weight_bits", [7, 8])
def test_integer_weights_stay_close_to_float(session, tmp_path, weight_bits):
    quantized = Session(make_tiny_bundle(tmp_path, weight_bits=weight_bits))
    source, target = [[7, 9, 12, 30, EOS_ID]], np.array([[BOS_ID, 9, 12, 30]])
    expected = session.step(target, session.start(source))
    actual = quantized.step(target, quantized.start(source))
    assert 0 < np.abs(actual - expected).mean() < 0.1 * expected.std()


def test_a_bundle_gives_the_same_numbers_without_prepacking(tmp_path):
    bundle = make_tiny_bundle(tmp_path)
    tokens = np.array([[BOS_ID, 9]])
    packed, plain = (
        session.step(tokens, session.start([[9, EOS_ID]]))
        for session in (Session(bundle), Session(bundle, SessionOptions(prepacking=False)))
    )
    assert np.array_equal(packed, plain)


def test_empty_and_over_long_sources_are_refused(session):
    unreadable: tuple[list[list[int]], ...] = ([], [[]], [[5], []])
    for sources in unreadable:
        with pytest.raises(DecodingError, match="no source"):
            session.start(sources)
    with pytest.raises(DecodingError, match="split it"):
        session.start([[5] * (session.max_positions + 1)])
    assert session.start([[5] * session.max_positions]).length == 0


def test_a_step_that_does_not_fit_is_refused_and_leaves_the_state(session):
    state = session.start([[5, EOS_ID]])
    with pytest.raises(DecodingError, match="rows"):
        session.step(np.array([[1], [1]]), state)
    with pytest.raises(DecodingError, match="longer"):
        session.step(np.full((1, session.max_positions + 1), 5), state)
    with pytest.raises(DecodingError, match="failed"):
        session.step(np.array([[5] * 100 + [PIECES]]), state)
    assert state.length == 0


def test_a_runtime_that_cannot_be_imported_is_explained(bundle, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(BundleError, match="ONNX Runtime cannot be loaded"):
        Session(bundle)


def test_a_graph_that_the_runtime_refuses_is_explained(tmp_path):
    bundle = make_tiny_bundle(tmp_path)
    bundle.encoder_path.write_bytes(b"not a graph")
    with pytest.raises(BundleError, match="cannot use"):
        Session(bundle)


def test_options_need_a_thread():
    with pytest.raises(ValueError, match="thread"):
        SessionOptions(threads=0)
