"""Write an ONNX graph node by node, with the layers of a Transformer on top.

One builder makes one graph; builders of several graphs share one
:class:`~training.export.layers.Layers`. Knows ONNX operators; knows nothing of
which layer comes after which.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.export.weights import WeightFile

OPSET = 23  # the first with Attention; ONNX Runtime has it since 1.23
Shape = list[int | str]
Attribute = int | float | str | list[int]
IR_VERSION = 11  # goes with opset 23
FLOAT, INT64, INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32
BOOL = TensorProto.BOOL
MICROSOFT = "com.microsoft"


class GraphBuilder:
    """Nodes, inputs, outputs and constants of one graph."""

    def __init__(self, name: str, weights: WeightFile) -> None:
        self._name = name
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []
        self._initializers: dict[str, onnx.TensorProto] = {}
        self._values = 0

    def input(self, name: str, kind: int, shape: Shape) -> str:
        """Declare an input and return its name."""
        self._inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, value: str, name: str, kind: int, shape: Shape) -> None:
        """Give a value to the caller under a public name."""
        for node in self._nodes:
            for index, output in enumerate(node.output):
                if output == value:
                    node.output[index] = name
            for index, consumed in enumerate(node.input):
                if consumed == value:
                    node.input[index] = name
        self._outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def weight(self, name: str) -> str:
        """Use an array of the weight file."""
        if name not in self._initializers:
            self._initializers[name] = self._weights.reference(name)
        return name

    def constant(self, name: str, array: NDArray[Any]) -> str:
        """Use a small array that is kept in the graph itself."""
        if name not in self._initializers:
            self._initializers[name] = numpy_helper.from_array(array, name)
        return name

    def integers(self, *values: int) -> str:
        """Use a vector of int64 constants: shapes and axes."""
        name = "integers_" + "_".join(str(value) for value in values)
        return self.constant(name.replace("-", "minus"), np.array(values, dtype=np.int64))

    def node(self, operator: str, *inputs: str, domain: str = "", **attributes: Attribute) -> str:
        """Add an operator with one output and return that."""
        return self.nodes(operator, *inputs, count=1, domain=domain, **attributes)[0]

    def nodes(
        self, operator: str, *inputs: str, count: int, domain: str = "", **attributes: Attribute
    ) -> tuple[str, ...]:
        """Add an operator with several outputs and return them."""
        first = self._values
        self._values += count
        outputs = tuple(f"{operator}_{index}" for index in range(first, first + count))
        node = helper.make_node(operator, list(inputs), list(outputs), domain=domain)
        node.attribute.extend(helper.make_attribute(*pair) for pair in attributes.items())
        self._nodes.append(node)
        return outputs

    def build(self) -> onnx.ModelProto:
        """Return the finished graph; unused constants never got into it."""
        graph = helper.make_graph(
            self._nodes,
            self._name,
            self._inputs,
            self._outputs,
            list(self._initializers.values()),
        )
        return helper.make_model(
            graph,
            ir_version=IR_VERSION,
            opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)],
            producer_name="copyedge",
        )
