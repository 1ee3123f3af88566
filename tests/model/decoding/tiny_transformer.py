"""A one-layer numpy transformer with a real key/value cache, for equality tests."""

from __future__ import annotations

import numpy as np


class TinyState:
    """Cached decoder keys and values, and the encoded source."""

    def __init__(self, memory):
        self.memory = memory  # (rows, source, width)
        self.keys = np.zeros((len(memory), 0, memory.shape[-1]))
        self.values = self.keys.copy()

    @property
    def length(self):
        return self.keys.shape[1]

    @property
    def rows(self):
        return self.keys.shape[0]

    def copy(self):
        copied = TinyState(self.memory)
        copied.keys, copied.values = self.keys, self.values
        return copied

    def keep(self, length):
        self.keys = self.keys[:, :length]
        self.values = self.values[:, :length]

    def reorder(self, rows):
        self.memory = self.memory[list(rows)]
        self.keys = self.keys[list(rows)]
        self.values = self.values[list(rows)]


class TinyTransformer:
    """Random weights in float64; the output leans towards copying the source."""

    def __init__(self, seed, vocabulary=20, width=8):
        random = np.random.default_rng(seed)
        self.embedding = random.normal(size=(vocabulary, width))
        self.places = random.normal(size=(64, width))
        self.weights = random.normal(size=(6, width, width)) / np.sqrt(width)
        self.copying = random.uniform(0.0, 4.0)

    def start(self, source_ids):
        assert len({len(ids) for ids in source_ids}) == 1
        ids = np.array(source_ids)
        return TinyState(self.embedding[ids] + self.places[: ids.shape[1]])

    def step(self, tokens, state):
        begin = state.length
        hidden = self.embedding[tokens] + self.places[begin : begin + tokens.shape[1]]
        state.keys = np.concatenate([state.keys, hidden @ self.weights[0]], axis=1)
        state.values = np.concatenate([state.values, hidden @ self.weights[1]], axis=1)
        scores = (hidden @ self.weights[2]) @ state.keys.swapaxes(-1, -2)
        ahead = np.arange(state.length) > (begin + np.arange(tokens.shape[1]))[:, None]
        hidden = hidden + softmax(np.where(ahead, -np.inf, scores)) @ state.values
        places = self.places[begin : begin + tokens.shape[1]]
        towards = (hidden @ self.weights[3] + self.copying * places) @ state.memory.swapaxes(-1, -2)
        hidden = hidden @ self.weights[4] + self.copying * softmax(towards) @ state.memory
        logits = hidden @ self.embedding.T
        return (
            logits
            - np.log(np.exp(logits - logits.max(-1, keepdims=True)).sum(-1, keepdims=True))
            - logits.max(-1, keepdims=True)
        )


def softmax(scores):
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
