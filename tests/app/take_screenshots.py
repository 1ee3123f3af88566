"""Take the pictures of the window that the README shows.

``python -m tests.app.take_screenshots docs/screenshots``: both themes, plain and at double
resolution, with the shipped model; ``--model DIR`` takes another one, ``--rules`` the stand-in
engine of the tests (for looking at the window only: it is no picture of what the model can do).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from app import paths, settings
from app.application import Application
from app.checking.worker import EngineOptions
from app.places import Places
from app.settings import Theme
from model.edits import Category
from tests.app.fakes import RULES, RuleCorrector

SIZE = (1120, 760)
PATIENCE = 60  # seconds


SAMPLE_RULES = {
    "recieved": ("received", Category.SPELLING, "R:SPELL"),
    "a email": ("an email", Category.GRAMMAR, "R:DET"),
    "a old": ("an old", Category.GRAMMAR, "R:DET"),
    "freind": ("friend", Category.SPELLING, "R:SPELL"),
    "She have": ("She has", Category.GRAMMAR, "R:VERB:SVA"),
    "suprised": ("surprised", Category.SPELLING, "R:SPELL"),
    "However she": ("However, she", Category.PUNCTUATION, "M:PUNCT"),
    "becouse": ("because", Category.SPELLING, "R:SPELL"),
    "a hour": ("an hour", Category.GRAMMAR, "R:DET"),
    "wether": ("weather", Category.SPELLING, "R:SPELL"),
    "more fun": ("better", Category.STYLE, "R:NOUN"),
}
"""What the stand-in engine knows of the sample text."""


def _rules(options: EngineOptions) -> RuleCorrector:
    del options
    return RuleCorrector({**RULES, **SAMPLE_RULES})


def wait(qt: QApplication, ready: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Serve events until something holds."""
    stop = time.monotonic() + seconds
    while not ready() and time.monotonic() < stop:
        qt.processEvents()
        time.sleep(0.002)


def take(arguments: argparse.Namespace) -> None:
    """Take the pictures of one theme at the resolution of this process."""
    qt = QApplication(["copyedge"])
    qt.setStyle("Fusion")
    qt.setApplicationDisplayName("Copyedge")
    theme = Theme(arguments.theme)
    with tempfile.TemporaryDirectory() as folder:
        home, assets = Path(folder), paths.assets_folder()
        model = arguments.model or assets / "model"
        places = Places(assets, model, home / "s", home / "d", home / "t")
        maker = _rules if arguments.rules else None
        application = Application(qt, places, maker)
        application.settings.set(settings.THEME, theme)
        application.start([])
        application.window.resize(*SIZE)
        wait(qt, lambda: application.engine_state)
        wait(qt, lambda: application.window.issues.rowCount() and application.scheduler.is_idle)
        _pictures(qt, application, Shooter(arguments.out, theme.value))
        application.stop()
        application.window.close()


class Shooter:
    """Saves pictures under names that tell theme and resolution."""

    def __init__(self, folder: Path, theme: str) -> None:
        self._folder = folder
        self._theme = theme

    def shoot(self, name: str, widget: Application | QDialog) -> None:
        """Save the picture of a window or dialog."""
        target = widget.window if isinstance(widget, Application) else widget
        picture = target.grab()
        scale = "@2x" if picture.devicePixelRatio() > 1 else ""
        picture.save(str(self._folder / f"{name}-{self._theme}{scale}.png"), "PNG", 0)


def _pictures(qt: QApplication, application: Application, camera: Shooter) -> None:
    window = application.window
    wait(qt, lambda: False, 0.6)
    for _ in range(3):
        window.keeper.go_to_next()
    wait(qt, lambda: False, 0.6)
    camera.shoot("editor", application)
    window.card.close_card()
    window.actions_by_name["changes"].setChecked(True)
    wait(qt, lambda: False, 0.6)
    camera.shoot("changes", application)
    window.actions_by_name["changes"].setChecked(False)

    def show(dialog: QDialog) -> None:
        dialog.show()
        wait(qt, lambda: False, 0.3)
        camera.shoot("settings", dialog)
        dialog.close()

    application.dialogs.show_dialog = show
    window.actions_by_name["settings"].trigger()


def main(argv: Sequence[str] | None = None) -> int:
    """Take all pictures, each theme and resolution in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--theme", choices=["light", "dark"], help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.theme:
        take(arguments)
        return 0
    arguments.out.mkdir(parents=True, exist_ok=True)
    passed = list(sys.argv[1:] if argv is None else argv)
    for theme in ("light", "dark"):
        for scale in ("1", "2"):
            environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-m", "tests.app.take_screenshots", *passed]
            subprocess.run([*command, "--theme", theme], env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
