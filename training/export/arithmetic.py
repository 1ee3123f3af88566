"""How a graph multiplies by weights: in float, or in 8-bit integers.

Both kinds lay down the weights of a model once and offer the same operations,
so that the graphs are written once for both. An operand is a value made ready
for products: quantising it once serves all products that share it.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from training.export.builder import FLOAT, MICROSOFT, GraphBuilder
from training.export.checkpoint import TrainedModel
from training.export.quantize import quantize
from training.export.weights import WeightFile

EMBEDDING = "embedding.weight"
"""(vocabulary, D) in the weight file; every other matrix lies there as (inputs, outputs)."""
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

    def logits(self, graph: GraphBuilder, operand: Operand) -> str:
        """Return products with every embedding, (rows * positions, vocabulary)."""


class FloatArithmetic:
    """Products in 32-bit floats, for parity."""

    def __init__(self, model: TrainedModel, weights: WeightFile) -> None:
        self._dimension = model.config.dimension
        for name, array in model.weights.items():
            is_projection = array.ndim == MATRIX and name != EMBEDDING
            weights.add(name, array.T if is_projection else array)

    def operand(self, graph: GraphBuilder, value: str) -> Operand:
        """Return the value itself."""
        del graph
        return Operand((value,))

    def product(self, graph: GraphBuilder, operand: Operand, matrix: str, bias: str = "") -> str:
        """Return ``value @ matrix (+ bias)``."""
        product = graph.node("MatMul", operand[0], graph.weight(matrix))
        return graph.node("Add", product, graph.weight(bias)) if bias else product

    def embed(self, graph: GraphBuilder, ids: str) -> str:
        """Return rows of the embedding table."""
        return graph.node("Gather", graph.weight(EMBEDDING), ids)

    def logits(self, graph: GraphBuilder, operand: Operand) -> str:
        """Multiply by the embedding table, transposed on the fly."""
        rows = graph.node("Reshape", operand[0], graph.integers(-1, self._dimension))
        return graph.node("Gemm", rows, graph.weight(EMBEDDING), transB=1)


class Int8Arithmetic:
    """Products of unsigned 8-bit values (quantised as they come) and signed 8-bit weights."""

    def __init__(self, model: TrainedModel, weights: WeightFile, bits: int) -> None:
        self._dimension = model.config.dimension
        self._vocabulary_size = model.config.vocabulary_size
        for name, array in model.weights.items():
            if array.ndim == MATRIX:
                quantized = quantize(array, bits)
                is_table = name == EMBEDDING
                weights.add(name, quantized.values.T if is_table else quantized.values)
                weights.add(scales_name(name), quantized.scales)
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
            *(values, graph.weight(matrix), scale, graph.weight(scales_name(matrix)), zero_point),
            *optional,
            domain=MICROSOFT,
        )

    def embed(self, graph: GraphBuilder, ids: str) -> str:
        """Return rows of the embedding table, scaled back to floats."""
        rows = graph.node("Cast", graph.node("Gather", graph.weight(EMBEDDING), ids), to=FLOAT)
        scales = graph.node("Gather", graph.weight(scales_name(EMBEDDING)), ids)
        return graph.node("Mul", rows, graph.node("Unsqueeze", scales, graph.integers(-1)))

    def logits(self, graph: GraphBuilder, operand: Operand) -> str:
        """Multiply by the embedding table.

        QGemm takes it with rows as they are looked up, so that one table
        serves both ends; the other integer products want it transposed
        (decision 0041). It needs zero points spelled out.
        """
        values, scale, zero_point = operand
        rows = graph.node("Reshape", values, graph.integers(-1, self._dimension))
        zero_points = graph.constant("zero_points", np.zeros(self._vocabulary_size, dtype=np.int8))
        table, scales = graph.weight(EMBEDDING), graph.weight(scales_name(EMBEDDING))
        return graph.node(
            "QGemm",
            *(rows, scale, zero_point, table, scales, zero_points),
            domain=MICROSOFT,
            transB=1,
        )


def arithmetic_for(model: TrainedModel, weights: WeightFile, weight_bits: int | None) -> Arithmetic:
    """Return integer arithmetic for 7 or 8 bits, float arithmetic for None."""
    if weight_bits is None:
        return FloatArithmetic(model, weights)
    return Int8Arithmetic(model, weights, weight_bits)


def scales_name(name: str) -> str:
    """Return what the scales of a matrix are called in the weight file."""
    return f"{name}.scales"
