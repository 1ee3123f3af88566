"""One weight file that several graphs point into.

Every array is laid down once, whatever number of graphs or layers use it; a
graph holds only names, shapes and offsets (ONNX external data). Knows nothing
of what the arrays mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

ALIGNMENT = 64  # bytes; a cache line, so that mapped weights can be read with vector loads


@dataclass(slots=True)
class WeightFile:
    """Arrays by name, with their place in the file."""

    name: str
    """File name as the graphs know it, relative to their folder."""
    _arrays: dict[str, NDArray[Any]] = field(default_factory=dict)
    _offsets: dict[str, int] = field(default_factory=dict)
    _end: int = 0

    @property
    def size(self) -> int:
        """Bytes written so far, padding included."""
        return self._end

    def add(self, name: str, array: NDArray[Any]) -> None:
        """Lay down an array under a new name.

        Raises:
            ValueError: if the name is taken.
        """
        if name in self._arrays:
            raise ValueError(f"weight {name!r} is there already")
        offset = -(-self._end // ALIGNMENT) * ALIGNMENT
        self._arrays[name] = np.ascontiguousarray(array)
        self._offsets[name] = offset
        self._end = offset + array.nbytes

    def reference(self, name: str) -> TensorProto:
        """Return an initialiser that points at the array.

        Raises:
            KeyError: if there is no such array.
        """
        array = self._arrays[name]
        tensor = TensorProto(
            name=name,
            data_type=helper.np_dtype_to_tensor_dtype(array.dtype),
            dims=array.shape,
            data_location=TensorProto.EXTERNAL,
        )
        place = {"location": self.name, "offset": self._offsets[name], "length": array.nbytes}
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
        return tensor

    def write(self, folder: Path) -> Path:
        """Write all arrays, little-endian, and return the path."""
        contents = bytearray(self._end)
        for name, array in self._arrays.items():
            raw = array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes()
            contents[self._offsets[name] : self._offsets[name] + len(raw)] = raw
        path = folder / self.name
        path.write_bytes(contents)
        return path
