"""Batched greedy decoding in torch, for validation and evaluation of checkpoints.

Use of the shipped model goes through :mod:`model.corrector`; this is the quick
way to correct thousands of sentences with weights that are still training.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from model.tokenizer import BOS_ID, EOS_ID, PAD_ID, Tokenizer
from training.edgeformer.model import EdgeFormer

# A correction is about as long as its source; this leaves room for missing words.
EXTRA_TOKENS = 8
EXTRA_SHARE = 0.3


@torch.inference_mode()
def greedy_decode(model: EdgeFormer, source_ids: Tensor) -> list[list[int]]:
    """Return the greedy target ids of each source, without begin and end marks.

    Args:
        model: in evaluation mode.
        source_ids: (B, S) with EOS, padded.
    """
    lengths = (source_ids != PAD_ID).sum(1)
    limits = lengths + EXTRA_TOKENS + (lengths * EXTRA_SHARE).long()
    limits = limits.clamp(max=model.config.max_positions)
    state = model.start(*model.encode(source_ids))
    tokens = torch.full_like(source_ids[:, :1], BOS_ID)
    finished = torch.zeros_like(lengths, dtype=torch.bool)
    steps = []
    for step in range(int(limits.max())):
        tokens = model.step(tokens, state)[:, -1:].argmax(-1)  # (B, 1)
        tokens = tokens.masked_fill(finished[:, None], PAD_ID)
        steps.append(tokens)
        finished = finished | (tokens[:, 0] == EOS_ID) | (step + 1 >= limits)
        if bool(finished.all()):
            break
    rows = torch.cat(steps, dim=1).tolist()
    return [[token for token in row if token not in (EOS_ID, PAD_ID)] for row in rows]


def correct_texts(
    model: EdgeFormer, tokenizer: Tokenizer, texts: Sequence[str], batch_tokens: int = 4096
) -> list[str]:
    """Return the greedy correction of each sentence; longer ones than the model reads as they are.

    Args:
        model: in evaluation mode, on any device.
        tokenizer: the one it was trained with.
        texts: sentences.
        batch_tokens: rows times longest source of one batch.
    """
    device = model.embedding.weight.device
    encoded = tokenizer.encode_batch(list(texts))
    corrected = list(texts)
    readable = [
        index for index, ids in enumerate(encoded) if 0 < len(ids) < model.config.max_positions
    ]
    readable.sort(key=lambda index: len(encoded[index]))
    while readable:
        width = len(encoded[readable[-1]]) + 1
        batch = readable[-max(1, batch_tokens // width) :]
        del readable[-len(batch) :]
        padded = torch.full((len(batch), width), PAD_ID)
        for row, index in enumerate(batch):
            ids = encoded[index]
            padded[row, : len(ids) + 1] = torch.tensor([*ids, EOS_ID])
        for index, target in zip(batch, greedy_decode(model, padded.to(device)), strict=True):
            corrected[index] = tokenizer.decode(target)
    return corrected
