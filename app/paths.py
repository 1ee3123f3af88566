"""Where things lie: shipped assets, and the writer's settings and files.

The one module that knows folders; everyone else is handed a path. Assets are
found through the import system, so that a checkout, an installed wheel and a
frozen program all work. Nothing is created or read at import.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import platformdirs

APPLICATION = "copyedge"


def assets_folder() -> Path:
    """Return the folder of shipped assets (icons, translations, the model).

    Raises:
        FileNotFoundError: if the assets are packed in an archive or missing.
    """
    folder = Path(str(files("assets")))
    if not folder.is_dir():
        raise FileNotFoundError(
            f"The program's own files are not at {folder}. Install Copyedge again."
        )
    return folder


def model_folder() -> Path:
    """Return the folder of the shipped model bundle (it may be missing: the bundle tells)."""
    return assets_folder() / "model"


def settings_folder() -> Path:
    """Return where settings and the personal dictionary are kept (not created here)."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False, roaming=True)


def storage_folder() -> Path:
    """Return where autosaved and recovered texts are kept (not created here)."""
    return platformdirs.user_data_path(APPLICATION, appauthor=False)


def state_folder() -> Path:
    """Return where recent files and window positions are kept (not created here)."""
    return platformdirs.user_state_path(APPLICATION, appauthor=False)


def cache_folder() -> Path:
    """Return where things that can be made again are kept (not created here)."""
    return platformdirs.user_cache_path(APPLICATION, appauthor=False)
