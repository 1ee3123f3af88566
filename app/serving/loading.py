"""Load the shipped model for serving: one engine per thread, one corrector per level.

Knows where the model lies by being told; no sockets, no queue.
"""

from __future__ import annotations

import os
from pathlib import Path

from app.serving.engine import LevelEngine
from model.corrector import Corrector, CorrectorOptions, SentenceCorrector
from model.parts import CorrectorParts

MANY_CORES = 4  # with fewer, a second engine would take the core of the program that asks


class ShippedEngine:
    """One loaded model and the correctors around it; belongs to one thread.

    Args:
        bundle_folder: the model.

    Raises:
        BundleError: if it cannot be used; the message says what to do.
    """

    def __init__(self, bundle_folder: Path) -> None:
        self._parts = CorrectorParts.load(bundle_folder, threads=1)
        self._correctors: dict[float, SentenceCorrector] = {}

    def __call__(self, level: float) -> SentenceCorrector:
        """Return the corrector for a level."""
        if level not in self._correctors:
            self._correctors[level] = Corrector.of(self._parts, CorrectorOptions(level=level))
        return self._correctors[level]


def load_engines(bundle_folder: Path, count: int) -> list[LevelEngine]:
    """Load the model once for each thread.

    Raises:
        BundleError: if it cannot be used; the message says what to do.
    """
    return [ShippedEngine(bundle_folder) for _ in range(count)]


def usual_engine_count() -> int:
    """Return how many engines suit this machine."""
    return 2 if (os.cpu_count() or 1) >= MANY_CORES else 1
