"""Start the real editor in a process of its own, for tests with a real window.

``python -m tests.app.run_editor FOLDER [--rules | --model DIR] [--verb VERB] [FILE ...]``:
settings and recovery copies go to FOLDER; ``--rules`` lets the stand-in engine of the tests
correct, ``--model`` another model than the shipped one; ``--verb`` begins with that of a start.
Later starts (``copyedge --quick``) find it as they find the program.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app import application, paths
from app.instance.requests import Request, Verb
from app.places import Places
from tests.app.fakes import make_rule_corrector


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--verb", type=Verb, default=Verb.OPEN)
    chosen = parser.parse_intermixed_args(argv)
    assets, home = paths.assets_folder(), chosen.folder
    model = chosen.model or assets / "model"
    places = Places(assets, model, home / "settings", home / "storage", home / "state")
    maker = make_rule_corrector if chosen.rules else None
    files = tuple(Path(name).absolute() for name in chosen.files)
    return application.run(Request(chosen.verb, files), maker, places)


if __name__ == "__main__":
    sys.exit(main())
