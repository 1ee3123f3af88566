"""The folders that the running program uses, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app import paths


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that the program uses."""

    assets: Path
    model: Path
    settings: Path
    storage: Path
    state: Path

    @classmethod
    def usual(cls) -> Places:
        """Return the folders of an installed program and its user.

        Raises:
            FileNotFoundError: if the program's own files are missing.
        """
        return cls(
            paths.assets_folder(),
            paths.model_folder(),
            paths.settings_folder(),
            paths.storage_folder(),
            paths.state_folder(),
        )
