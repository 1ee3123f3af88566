import pytest

from tests.model.tiny_bundle import make_tiny_bundle
from training.benchmark.comparison import BATCHES, ENGINE, compare_systems


def test_a_system_that_fails_is_named_with_its_own_message(tmp_path):
    with pytest.raises(RuntimeError, match=r"engine failed: .*no model in"):
        compare_systems(tmp_path, ["A sentence."], runs=1, with_harper=False)


def test_lines_and_blanks_inside_sentences_do_not_change_their_number(tmp_path):
    bundle = make_tiny_bundle(tmp_path)
    sentences = ["One\nsentence.", "Another\tone.", "  "]
    costs = compare_systems(bundle.folder, sentences, runs=2, with_harper=False)
    assert list(costs) == [ENGINE, BATCHES]
    assert costs[ENGINE].runs == 2
    assert costs[ENGINE].sentences_per_second > 0
    assert costs[BATCHES].sentences_per_second > 0
