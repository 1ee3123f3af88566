import numpy as np
import pytest
from onnx import numpy_helper
from onnx.external_data_helper import load_external_data_for_tensor

from training.export.weights import ALIGNMENT, WeightFile

ARRAYS: dict[str, np.ndarray] = {
    "odd": np.arange(7, dtype=np.int8),
    "floats": np.arange(12, dtype=np.float32).reshape(3, 4),
    "turned": np.arange(6, dtype=np.float32).reshape(2, 3).T,
}


def filled():
    weights = WeightFile("w.bin")
    for name, array in ARRAYS.items():
        weights.add(name, array)
    return weights


@pytest.mark.parametrize("name", list(ARRAYS))
def test_a_reference_leads_back_to_the_array(tmp_path, name):
    weights = filled()
    weights.write(tmp_path)
    tensor = weights.reference(name)
    load_external_data_for_tensor(tensor, str(tmp_path))
    assert np.array_equal(numpy_helper.to_array(tensor), ARRAYS[name])


def test_arrays_start_at_cache_lines_and_the_file_has_the_stated_size(tmp_path):
    weights = filled()
    places = {
        entry.key: int(entry.value)
        for entry in weights.reference("floats").external_data
        if entry.key != "location"
    }
    assert places["offset"] % ALIGNMENT == 0
    assert weights.write(tmp_path).stat().st_size == weights.size


def test_a_name_is_laid_down_once():
    weights = filled()
    with pytest.raises(ValueError, match="odd"):
        weights.add("odd", np.zeros(1))
    with pytest.raises(KeyError):
        weights.reference("even")
