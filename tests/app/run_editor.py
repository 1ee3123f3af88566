"""Start the real editor in a process of its own, for tests with a real window.

``python -m tests.app.run_editor FOLDER [--rules] [FILE ...]``: settings and recovery copies
go to FOLDER; with ``--rules`` the stand-in engine of the tests corrects instead of the model.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app import application, paths
from app.application import Places
from tests.app.fakes import make_rule_corrector


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed."""
    folder, *rest = sys.argv[1:] if argv is None else argv
    home = Path(folder)
    assets = paths.assets_folder()
    places = Places(assets, assets / "model", home / "settings", home / "storage", home / "state")
    rules = "--rules" in rest
    files = [name for name in rest if name != "--rules"]
    return application.run(files, make_rule_corrector if rules else None, places)


if __name__ == "__main__":
    sys.exit(main())
