import pytest

from model.decoding.aggressive import aggressive
from model.decoding.common import DecodingOptions
from model.session import Session
from tests.model.tiny_bundle import PIECES, make_tiny_bundle
from training.benchmark.latency import LENGTHS, ForcedStepper, edited, measure


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return make_tiny_bundle(tmp_path_factory.mktemp("bundle"))


@pytest.mark.parametrize("edits", [0, 1, 2, 3])
def test_forced_sentences_have_exactly_the_wanted_edits(bundle, edits):
    source = list(range(10, 35))
    target = edited(source, edits, PIECES)
    assert sum(one != other for one, other in zip(source, target, strict=True)) == edits
    options = DecodingOptions(max_positions=128)
    found = aggressive(ForcedStepper(Session(bundle), target), source, options)
    assert list(found.tokens) == target


def test_every_length_is_timed(bundle):
    rows = measure(Session(bundle), bundle.tokenizer(), rounds=1)
    assert tuple(row.source_tokens for row in rows) == LENGTHS
    for row in rows:
        assert min(row.encoder, row.greedy, *row.aggressive) > 0
        assert row.sentence == row.encoder + row.aggressive[1]
    assert rows[-1].greedy > rows[0].greedy
