"""Multi-head attention whose projections may be shared by several layers.

Shapes: B rows, T queries, S keys, D model width, H heads, E = D / H.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.edgeformer.adaptation import LayerAdaptation

NO_ADAPTATION = LayerAdaptation()


class Attention(nn.Module):
    """The four projections of one attention group (Vaswani et al. 2017, section 3.2)."""

    def __init__(self, dimension: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = dropout
        self.q = nn.Linear(dimension, dimension)
        self.k = nn.Linear(dimension, dimension)
        self.v = nn.Linear(dimension, dimension)
        self.o = nn.Linear(dimension, dimension)

    def keys_values(
        self, memory: Tensor, adaptation: LayerAdaptation = NO_ADAPTATION
    ) -> tuple[Tensor, Tensor]:
        """Project ``memory`` (B, S, D) to keys and values (B, H, S, E)."""
        if adaptation.prefix is not None:
            prefix = adaptation.prefix.tokens.to(memory.dtype)
            memory = torch.cat([prefix.expand(memory.shape[0], -1, -1), memory], dim=1)
        keys, values = self.k(memory), self.v(memory)
        if adaptation.adapter is not None:
            values = values + adaptation.adapter.v(memory)
        if adaptation.biases is not None:
            keys = keys + adaptation.biases.k
            values = values + adaptation.biases.v
        return self._split(keys), self._split(values)

    def forward(
        self,
        hidden: Tensor,
        keys: Tensor,
        values: Tensor,
        mask: Tensor | None,
        adaptation: LayerAdaptation = NO_ADAPTATION,
    ) -> Tensor:
        """Attend from ``hidden`` (B, T, D) to keys and values (B, H, S, E).

        Args:
            hidden: queries before projection.
            keys: as :meth:`keys_values` makes them, the prefix included.
            values: likewise.
            mask: True where a query may look; broadcasts to (B, H, T, S).
            adaptation: what the layer adds to the shared weights.

        Returns:
            (B, T, D).
        """
        queries = self.q(hidden)
        if adaptation.adapter is not None:
            queries = queries + adaptation.adapter.q(hidden)
        if adaptation.biases is not None:
            queries = queries + adaptation.biases.q
        context = self._attend(self._split(queries), keys, values, mask)
        rows, _, length, _ = context.shape
        output: Tensor = self.o(context.transpose(1, 2).reshape(rows, length, -1))
        if adaptation.biases is not None:
            output = output + adaptation.biases.o
        return output

    def _split(self, projected: Tensor) -> Tensor:
        rows, length, _ = projected.shape
        return projected.view(rows, length, self.heads, -1).transpose(1, 2)  # (B, H, S, E)

    def _attend(self, queries: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None) -> Tensor:
        dropout = self.dropout if self.training else 0.0
        if queries.is_cuda:
            return functional.scaled_dot_product_attention(
                queries, keys, values, attn_mask=mask, dropout_p=dropout
            )
        # On a CPU plain products are faster than the fused kernel at sentence length.
        scores = queries @ keys.transpose(-1, -2) * queries.shape[-1] ** -0.5  # (B, H, T, S)
        if mask is not None:
            scores = scores.masked_fill(~mask, torch.finfo(scores.dtype).min)
        weights = functional.dropout(scores.softmax(-1), dropout, self.training)
        return weights @ values  # (B, H, T, E)
