from __future__ import annotations

import pytest

from tests.training.noise.tables import small_table
from training.noise.table import NoiseTable


@pytest.fixture(scope="session")
def table() -> NoiseTable:
    return small_table()
