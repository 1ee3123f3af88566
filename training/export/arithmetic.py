"""How a graph multiplies by weights: in float, or in 8-bit integers.

Both kinds lay down the weights of a model once and offer the same operations,
so that the graphs are written once for both. An operand is a value made ready
for products: quantising it once serves all products that share it.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from training.export.builder import MICROSOFT, GraphBuilder
from training.export.checkpoint import FloatArray, TrainedModel
from training.export.quantize import quantize
from training.export.weights import WeightFile

EMBEDDING = "embedding"
# Weights of this many dimensions are matrices; the rest (biases, norms) stay float.
MATRIX = 2


class Operand(tuple[str, ...]):
    """The names that stand for one value, as its arithmetic needs them."""

    __slots__ = ()


class Arithmetic(Protocol):
    """Products with weights, in one number format."""

    def operand(self, graph: GraphBuilder, value: str) -> Operand:
        """Make a float value ready for products."""

    def product(self, graph: GraphBuilder, operand: Operand, matrix: str, bias: str = "") -> str:
        """Return ``value @ matrix (+ bias)``; names of state-dict entries."""

    def embed(self, graph: GraphBuilder, ids: str) -> str:
        """Return the embeddings (rows, positions, D) of ids (rows, positions)."""


class FloatArithmetic:
    """Products in 32-bit floats, for parity."""

    def __init__(self, model: TrainedModel, weights: WeightFile) -> None:
        for name, array in model.weights.items():
            weights.add(name, array.T if array.ndim == MATRIX else array)

    def operand(self, graph: GraphBuilder, value: str) -> Operand:
        """Return the value itself."""
        del graph
        return Operand((value,))

    def product(self, graph: GraphBuilder, operand: Operand, matrix: str, bias: str = "") -> str:
        """Return ``value @ matrix (+ bias)``."""
        product = graph.node("MatMul", operand[0], graph.weight(matrix))
        return graph.node("Add", product, graph.weight(bias)) if bias else product

    def embed(self, graph: GraphBuilder, ids: str) -> str:
        """Return columns of the projection matrix (D, vocabulary) as rows."""
        columns = graph.node("Gather", graph.weight(EMBEDDING_WEIGHT), ids, axis=1)
        return graph.node("Transpose", columns, perm=[1, 2, 0])


class Int8Arithmetic:
    """Products of unsigned 8-bit values (quantised as they come) and signed 8-bit weights."""

    def __init__(self, model: TrainedModel, weights: WeightFile, bits: int) -> None:
        for name, array in model.weights.items():
            if array.ndim == MATRIX:
                quantized = quantize(array, bits)
                weights.add(name, quantized.values)
                weights.add(_scales(name), quantized.scales)
            else:
                weights.add(name, array)

    def operand(self, graph: GraphBuilder, value: str) -> Operand:
        """Quantise a value; one scale and zero point for all of it."""
        return Operand(graph.nodes("DynamicQuantizeLinear", value, count=3))

    def product(self, graph: GraphBuilder, operand: Operand, matrix: str, bias: str = "") -> str:
        """Multiply in integers, and scale, add the bias and return floats in the same operator."""
        values, scale, zero_point = operand
        optional = ["", graph.weight(bias)] if bias else []
        return graph.node(
            "MatMulIntegerToFloat",
            *(values, graph.weight(matrix), scale, graph.weight(_scales(matrix)), zero_point),
            *optional,
            domain=MICROSOFT,
        )

    def embed(self, graph: GraphBuilder, ids: str) -> str:
        """Return columns of the projection matrix as rows, scaled back to floats.

        The table is stored once, as (D, vocabulary), because the integer
        product takes no transposed right side; gathering columns is slower
        than rows but a small part of a sentence (decision 0041).
        """
        columns = graph.node("Gather", graph.weight(EMBEDDING_WEIGHT), ids, axis=1)
        rows = graph.node("Cast", graph.node("Transpose", columns, perm=[1, 2, 0]), to=1)
        scales = graph.node("Gather", graph.weight(_scales(EMBEDDING_WEIGHT)), ids)
        return graph.node("Mul", rows, graph.node("Unsqueeze", scales, graph.integers(-1)))


EMBEDDING_WEIGHT = f"{EMBEDDING}.weight"


def arithmetic_for(model: TrainedModel, weights: WeightFile, weight_bits: int | None) -> Arithmetic:
    """Return integer arithmetic for 7 or 8 bits, float arithmetic for None."""
    if weight_bits is None:
        return FloatArithmetic(model, weights)
    return Int8Arithmetic(model, weights, weight_bits)


def position_rates(dimension: int) -> FloatArray:
    """Return the angle per position of each half-width column (Vaswani et al. 2017, 3.5)."""
    half = dimension // 2
    exponents = np.arange(half, dtype=np.float32) * np.float32(-np.log(10_000.0) / half)
    rates: FloatArray = np.exp(exponents).astype(np.float32)
    return rates


def _scales(name: str) -> str:
    return f"{name}.scales"
