"""The encoder graph and the decoder graph of an EdgeFormer.

Input and output names follow the Optimum exports. The encoder returns the
decoder's cross-attention keys and values, so that its output itself never
leaves the graph. One decoder graph with a free step length and past keys and
values serves single steps and the verification of a whole draft.

Shapes: B rows, S source positions, P past positions, T new positions, D width,
H heads, E = D / H, V vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from onnx import ModelProto

from model.tokenizer import PAD_ID
from training.edgeformer.config import EdgeFormerConfig
from training.edgeformer.factory import SharingPlan
from training.export.arithmetic import Arithmetic, Operand
from training.export.builder import BOOL, FLOAT, INT32, INT64, GraphBuilder, Shape
from training.export.weights import WeightFile

EPSILON = 1e-5  # of torch.nn.LayerNorm


@dataclass(frozen=True, slots=True)
class KeysValues:
    """Names of keys and values."""

    keys: str
    values: str


class Layers:
    """Transformer layers, written into one graph."""

    def __init__(
        self, graph: GraphBuilder, arithmetic: Arithmetic, config: EdgeFormerConfig
    ) -> None:
        self.graph = graph
        self._arithmetic = arithmetic
        self._config = config

    def embed(self, ids: str) -> str:
        """Return scaled embeddings (B, T, D) plus the positions that the caller gives, (T, D)."""
        graph, dimension = self.graph, self._config.dimension
        embedded = graph.node(
            "Mul",
            self._arithmetic.embed(graph, ids),
            graph.constant("embedding_scale", np.array(dimension**0.5, dtype=np.float32)),
        )
        return graph.node(
            "Add", embedded, graph.input("positions", FLOAT, ["positions", dimension])
        )

    def norm(self, hidden: str, name: str) -> str:
        """Normalise each position."""
        weights = (self.graph.weight(f"{name}.{part}") for part in ("weight", "bias"))
        return self.graph.node("LayerNormalization", hidden, *weights, epsilon=EPSILON)

    def operand(self, value: str) -> Operand:
        """Make a value ready for products."""
        return self._arithmetic.operand(self.graph, value)

    def linear(self, operand: Operand, name: str, low_rank: str = "") -> str:
        """Return ``x W^T + b``, plus ``(x A^T) B^T`` for a low-rank addition."""
        graph, arithmetic = self.graph, self._arithmetic
        output = arithmetic.product(graph, operand, f"{name}.weight", f"{name}.bias")
        if not low_rank:
            return output
        inner = self.operand(arithmetic.product(graph, operand, f"{low_rank}.a"))
        return graph.node("Add", output, arithmetic.product(graph, inner, f"{low_rank}.b"))

    def keys_values(self, operand: Operand, name: str, adapter: str = "") -> KeysValues:
        """Project to keys and values, (B, S, D) each."""
        low_rank = f"{adapter}.v" if adapter else ""
        return KeysValues(
            self.linear(operand, f"{name}.k"), self.linear(operand, f"{name}.v", low_rank)
        )

    def mask(self, readable: str, queries: str) -> str:
        """Say which source positions each new position may attend to: (B, S) → (B, 1, T, S).

        Args:
            readable: boolean (B, S).
            queries: ids (B, T) of the positions that attend.
        """
        graph = self.graph
        rows, source = self._size(readable, 0), self._size(readable, 1)
        new = self._size(queries, 1)
        shape = graph.node("Concat", rows, graph.integers(1), new, source, axis=0)
        return graph.node("Expand", graph.node("Unsqueeze", readable, graph.integers(1, 2)), shape)

    def _size(self, value: str, axis: int) -> str:
        return self.graph.node("Shape", value, start=axis, end=axis + 1)

    def attend(self, queries: str, keys_values: KeysValues, name: str, mask: str) -> str:
        """Attend to keys and values where ``mask`` (B, 1, T, S) allows; project the outcome."""
        context = self.graph.node(
            "Attention",
            queries,
            keys_values.keys,
            keys_values.values,
            mask,
            q_num_heads=self._config.heads,
            kv_num_heads=self._config.heads,
        )
        return self.linear(self.operand(context), f"{name}.o")

    def attend_to_past(
        self, queries: str, new: KeysValues, past: KeysValues, name: str
    ) -> tuple[str, KeysValues]:
        """Attend causally to past and new positions; return also all keys and values."""
        context, keys, values = self.graph.nodes(
            "Attention",
            *(queries, new.keys, new.values, "", past.keys, past.values),
            count=3,
            is_causal=1,
            q_num_heads=self._config.heads,
            kv_num_heads=self._config.heads,
        )
        return self.linear(self.operand(context), f"{name}.o"), KeysValues(keys, values)

    def feed_forward(self, hidden: str, name: str) -> str:
        """Two linear maps with a ReLU between them."""
        inner = self.graph.node("Relu", self.linear(self.operand(hidden), f"{name}.up"))
        return self.linear(self.operand(inner), f"{name}.down")

    def add(self, hidden: str, output: str) -> str:
        """Add a residual; left apart from the norm that follows (decision 0040)."""
        return self.graph.node("Add", hidden, output)

    def log_probs(self, hidden: str, ids: str) -> str:
        """Project to the vocabulary with the tied embedding; return log-probabilities (B, T, V)."""
        graph = self.graph
        logits = self._arithmetic.logits(graph, self.operand(hidden))
        vocabulary = graph.integers(self._config.vocabulary_size)
        shape = graph.node("Concat", graph.node("Shape", ids), vocabulary, axis=0)
        # The last operator writes what the caller gets; a Reshape there would copy it.
        return graph.node("LogSoftmax", graph.node("Reshape", logits, shape), axis=-1)


def encoder_graph(
    config: EdgeFormerConfig, plan: SharingPlan, arithmetic: Arithmetic, weights: WeightFile
) -> ModelProto:
    """Write the encoder.

    Inputs: ``input_ids`` (B, S), padded with PAD, and ``positions`` (S, D), the
    sinusoids of :mod:`model.positions`. Outputs: for decoder layer j,
    ``present.j.encoder.key`` and ``.value`` (B, S, D), and
    ``encoder_attention_mask`` (B, S), 1 at real tokens.
    """
    graph = GraphBuilder("encoder", weights)
    layers = Layers(graph, arithmetic, config)
    ids = graph.input("input_ids", INT64, ["rows", "source"])
    padding = graph.node("Equal", ids, graph.constant("pad", np.array(PAD_ID)))
    readable = graph.node("Not", padding)
    mask = layers.mask(readable, ids)
    hidden = layers.embed(ids)
    for i in range(config.encoder_layers):
        hidden = _encoder_layer(layers, hidden, mask, plan, i, has_adapter=_has_adapter(config))
    memory = layers.operand(layers.norm(hidden, "encoder_final_norm"))
    for j, group in enumerate(plan.decoder_cross_attention):
        cross = layers.keys_values(memory, f"attentions.{group}")
        shape: Shape = ["rows", "source", config.dimension]
        graph.output(cross.keys, f"present.{j}.encoder.key", FLOAT, shape)
        graph.output(cross.values, f"present.{j}.encoder.value", FLOAT, shape)
    graph.output(
        graph.node("Cast", readable, to=INT32), "encoder_attention_mask", INT32, ["rows", "source"]
    )
    return graph.build()


def decoder_graph(
    config: EdgeFormerConfig, plan: SharingPlan, arithmetic: Arithmetic, weights: WeightFile
) -> ModelProto:
    """Write the decoder.

    Inputs: ``input_ids`` (B, T), their ``positions`` (T, D),
    ``encoder_attention_mask`` (B, S) and, for layer j,
    ``past_key_values.j.decoder.{key,value}`` (B, H, P, E) and
    ``past_key_values.j.encoder.{key,value}`` (B, S, D). Outputs:
    ``log_probs`` (B, T, V) and ``present.j.decoder.{key,value}`` (B, H, P + T, E).
    """
    graph = GraphBuilder("decoder", weights)
    layers = Layers(graph, arithmetic, config)
    ids = graph.input("input_ids", INT64, ["rows", "new"])
    readable = graph.input("encoder_attention_mask", INT32, ["rows", "source"])
    mask = layers.mask(graph.node("Cast", readable, to=BOOL), ids)
    by_head: Shape = ["rows", config.heads, "past", config.head_dimension]
    whole: Shape = ["rows", "source", config.dimension]
    past = [_given(graph, j, "decoder", by_head) for j in range(config.decoder_layers)]
    cross = [_given(graph, j, "encoder", whole) for j in range(config.decoder_layers)]
    hidden = layers.embed(ids)
    for j in range(config.decoder_layers):
        hidden, present = _decoder_layer(layers, hidden, mask, (past[j], cross[j]), plan, j)
        shape: Shape = ["rows", config.heads, "total", config.head_dimension]
        graph.output(present.keys, f"present.{j}.decoder.key", FLOAT, shape)
        graph.output(present.values, f"present.{j}.decoder.value", FLOAT, shape)
    log_probs = layers.log_probs(layers.norm(hidden, "decoder_final_norm"), ids)
    graph.output(log_probs, "log_probs", FLOAT, ["rows", "new", config.vocabulary_size])
    return graph.build()


def _encoder_layer(
    layers: Layers, hidden: str, mask: str, plan: SharingPlan, i: int, *, has_adapter: bool
) -> str:
    attention = f"attentions.{plan.encoder_attention[i]}"
    adapter = f"adapters.{i}" if has_adapter else ""
    operand = layers.operand(layers.norm(hidden, f"encoder_norms.{i}.attention"))
    queries = layers.linear(operand, f"{attention}.q", f"{adapter}.q" if adapter else "")
    keys_values = layers.keys_values(operand, attention, adapter)
    hidden = layers.add(hidden, layers.attend(queries, keys_values, attention, mask))
    normed = layers.norm(hidden, f"encoder_norms.{i}.feed_forward")
    name = f"feed_forwards.{plan.encoder_feed_forward[i]}"
    return layers.add(hidden, layers.feed_forward(normed, name))


def _decoder_layer(
    layers: Layers,
    hidden: str,
    mask: str,
    past_and_cross: tuple[KeysValues, KeysValues],
    plan: SharingPlan,
    j: int,
) -> tuple[str, KeysValues]:
    past, cross = past_and_cross
    norms = f"decoder_norms.{j}"
    own_name = f"attentions.{plan.decoder_self_attention[j]}"
    cross_name = f"attentions.{plan.decoder_cross_attention[j]}"
    feed_forward = f"decoder_feed_forwards.{plan.decoder_feed_forward[j]}"
    operand = layers.operand(layers.norm(hidden, f"{norms}.self_attention"))
    new = layers.keys_values(operand, own_name)
    queries = layers.linear(operand, f"{own_name}.q")
    attended, present = layers.attend_to_past(queries, new, past, own_name)
    hidden = layers.add(hidden, attended)
    if plan.interleaved:
        normed = layers.norm(hidden, f"{norms}.feed_forward_1")
        hidden = layers.add(hidden, layers.feed_forward(normed, feed_forward))
    operand = layers.operand(layers.norm(hidden, f"{norms}.cross_attention"))
    queries = layers.linear(operand, f"{cross_name}.q")
    hidden = layers.add(hidden, layers.attend(queries, cross, cross_name, mask))
    normed = layers.norm(hidden, f"{norms}.feed_forward_2")
    return layers.add(hidden, layers.feed_forward(normed, feed_forward)), present


def _given(graph: GraphBuilder, j: int, part: str, shape: Shape) -> KeysValues:
    names = (f"past_key_values.{j}.{part}.{kind}" for kind in ("key", "value"))
    keys, values = (graph.input(name, FLOAT, shape) for name in names)
    return KeysValues(keys, values)


def _has_adapter(config: EdgeFormerConfig) -> bool:
    return config.adaptation.value == "adapter"
