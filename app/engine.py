"""Make correctors from the shipped model; the model is read once and kept until told otherwise.

Runs in the inference thread. Knows no Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app import memory
from app.checking.worker import EngineOptions

if TYPE_CHECKING:
    from model.corrector import SentenceCorrector
    from model.parts import CorrectorParts


class EngineFactory:
    """Builds correctors with other options around one loaded model.

    Args:
        bundle_folder: the model.
    """

    def __init__(self, bundle_folder: Path) -> None:
        self._bundle_folder = bundle_folder
        self._parts: CorrectorParts | None = None

    def __call__(self, options: EngineOptions) -> SentenceCorrector:
        """Return a corrector.

        Raises:
            BundleError: if the model cannot be used; the message says what to do.
        """
        # Imported in the inference thread: the window does not wait for numpy.
        from model.corrector import Corrector, CorrectorOptions
        from model.parts import CorrectorParts

        chosen = CorrectorOptions(level=options.level)
        if self._parts is None:
            memory.keep_large_blocks_apart()
            self._parts = CorrectorParts.load(self._bundle_folder, chosen.threads)
        return Corrector.of(self._parts, chosen)

    def forget(self) -> None:
        """Let go of the model; the next corrector reads it again."""
        self._parts = None
