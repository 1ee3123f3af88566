import math

import pytest
import torch

from model.tokenizer import BOS_ID, EOS_ID, PAD_ID
from training.losses import edited_tokens, token_weights, weighted_cross_entropy

CAT, DOG, RUN, RUNS, A, FAST = range(10, 16)


def tensors(source, target):
    """Return (source, decoder input, labels) of one pair."""
    return (
        torch.tensor([[*source, EOS_ID]]),
        torch.tensor([[BOS_ID, *target]]),
        torch.tensor([[*target, EOS_ID]]),
    )


@pytest.mark.parametrize(
    ("source", "target", "marked"),
    [
        ([CAT, RUNS, FAST], [CAT, RUNS, FAST], []),
        ([CAT, RUN, FAST], [CAT, RUNS, FAST], [1, 2]),  # the new token and the way back
        ([CAT, RUNS], [A, CAT, RUNS], [0, 1]),
        ([CAT, RUNS], [CAT, RUNS, FAST], [2, 3]),
        ([CAT, A, RUNS], [CAT, RUNS], [1]),  # after a deletion the first token is marked
        ([CAT, RUNS, A], [CAT, RUNS], [2]),  # a deletion at the end marks the end mark
        ([A, CAT], [CAT], [0]),
        ([CAT, DOG], [DOG, CAT], [0, 1, 2]),
        ([], [CAT], [0, 1]),
    ],
)
def test_labels_that_do_not_continue_the_source_are_marked(source, target, marked):
    found = edited_tokens(*tensors(source, target))[0]
    assert [index for index, flag in enumerate(found.tolist()) if flag] == marked


def test_padding_is_never_an_edit_and_weighs_nothing():
    source = torch.tensor([[CAT, EOS_ID, PAD_ID]])
    target = torch.tensor([[BOS_ID, DOG, PAD_ID, PAD_ID]])
    labels = torch.tensor([[DOG, EOS_ID, PAD_ID, PAD_ID]])
    assert edited_tokens(source, target, labels).tolist() == [[True, True, False, False]]
    assert token_weights(source, target, labels, 3.0).tolist() == [[3.0, 3.0, 0.0, 0.0]]
    assert token_weights(source, target, labels, 1.0).tolist() == [[1.0, 1.0, 0.0, 0.0]]


def test_the_loss_is_the_weighted_sum_over_tokens():
    logits = torch.log(torch.tensor([[[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]]]))
    labels, weights = torch.tensor([[0, 1]]), torch.tensor([[3.0, 1.0]])
    loss = weighted_cross_entropy(logits, labels, weights, 0.0)
    assert float(loss) == pytest.approx(3 * math.log(2) - math.log(0.8), rel=1e-5)


def test_tokens_without_weight_do_not_count():
    logits = torch.randn(1, 2, 3)
    labels = torch.tensor([[0, 1]])
    changed = logits.clone()
    changed[0, 1] += torch.tensor([5.0, -5.0, 0.0])
    weights = torch.tensor([[1.0, 0.0]])
    losses = [weighted_cross_entropy(item, labels, weights, 0.1) for item in (logits, changed)]
    assert torch.equal(*losses)


def test_label_smoothing_punishes_certainty():
    logits = torch.tensor([[[20.0, 0.0, 0.0]]])
    labels, weights = torch.tensor([[0]]), torch.ones(1, 1)
    plain, smoothed = (weighted_cross_entropy(logits, labels, weights, s) for s in (0.0, 0.1))
    assert float(plain) == pytest.approx(0.0, abs=1e-6)
    assert float(smoothed) == pytest.approx(0.1 * 20 * 2 / 3, rel=1e-3)
