import sys

import numpy as np

from assets.packaging.lean_numpy import find_wheel

TAG = f"cp{sys.version_info.major}{sys.version_info.minor}"


def test_a_wheel_of_another_numpy_or_python_is_not_taken(tmp_path):
    (tmp_path / f"numpy-0.1-{TAG}-{TAG}-linux_x86_64.whl").touch()
    (tmp_path / f"numpy-{np.__version__}-cp27-cp27-linux_x86_64.whl").touch()
    assert find_wheel(tmp_path) is None
    kept = tmp_path / f"numpy-{np.__version__}-{TAG}-{TAG}-linux_x86_64.whl"
    kept.touch()
    assert find_wheel(tmp_path) == kept
