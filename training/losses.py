"""Cross entropy with label smoothing and more weight on edited tokens.

Most target tokens of a correction pair are copies; their gradient says little
after the model has learnt to copy. Tokens that take part in an edit count
``edit_weight`` times (Junczys-Dowmunt et al. 2018, section 3.2, equation 1).
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from model.tokenizer import PAD_ID


def edited_tokens(source_ids: Tensor, target_ids: Tensor, label_ids: Tensor) -> Tensor:
    """Mark labels that do not continue the source.

    A label counts as copied if it follows its predecessor in the source too:
    the pair (previous target token, label) occurs there as neighbours. This
    marks replaced and inserted tokens and the first token after a deletion, at
    the price of one comparison and without an alignment.

    Args:
        source_ids: (B, S) tokens with EOS, padded.
        target_ids: (B, T) decoder input, BOS first.
        label_ids: (B, T) what should follow each.

    Returns:
        (B, T) bool, False at padding.
    """
    base = 1 << 16  # ids are smaller, so a pair fits one integer
    starts = torch.full_like(source_ids[:, :1], int(target_ids[0, 0]))
    before = torch.cat([starts, source_ids[:, :-1]], dim=1)
    source_pairs = before.long() * base + source_ids  # (B, S)
    target_pairs = target_ids.long() * base + label_ids  # (B, T)
    copied = (target_pairs[:, :, None] == source_pairs[:, None, :]).any(-1)
    return ~copied & (label_ids != PAD_ID)


def token_weights(
    source_ids: Tensor, target_ids: Tensor, label_ids: Tensor, edit_weight: float
) -> Tensor:
    """Return (B, T) weights: 0 at padding, ``edit_weight`` at edits, else 1."""
    weights = (label_ids != PAD_ID).float()
    if edit_weight != 1.0:
        edited = edited_tokens(source_ids, target_ids, label_ids)
        weights = weights + (edit_weight - 1.0) * edited.float()
    return weights


def weighted_cross_entropy(
    logits: Tensor, label_ids: Tensor, weights: Tensor, label_smoothing: float
) -> Tensor:
    """Return the summed loss; divide by ``weights.sum()`` for the mean.

    Args:
        logits: (B, T, V).
        label_ids: (B, T).
        weights: (B, T).
        label_smoothing: share of probability spread over the vocabulary.
    """
    losses = functional.cross_entropy(
        logits.flatten(0, 1).float(),
        label_ids.flatten(),
        reduction="none",
        label_smoothing=label_smoothing,
    )
    return (losses * weights.flatten()).sum()
