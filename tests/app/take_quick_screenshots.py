"""Take the pictures of the quick-correct card and of the tray's menu.

``python -m tests.app.take_quick_screenshots docs/screenshots``: both themes, with the
shipped model; ``--rules`` takes the stand-in engine of the tests instead.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# Before Qt is imported: these pictures need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app import paths, settings
from app.application import Application
from app.instance.requests import Request, Verb
from app.places import Places
from app.settings import Theme
from tests.app.fakes import make_rule_corrector
from tests.app.take_screenshots import wait

TEXT = (
    "Thanks for the help with the report, it was definately usefull. I recieved a email about the "
    "the new version this morning. However he have a importent question."
)


def take(qt: QApplication, application: Application, folder: Path, theme: Theme) -> None:
    """Take the pictures of one theme."""
    application.settings.set(settings.THEME, theme)
    reach = application.reach
    reach.tray.set_hotkey("Ctrl+Alt+G")
    QApplication.clipboard().setText(TEXT)
    reach.quick.correct_clipboard()
    wait(qt, lambda: reach.card.isVisible() and reach.card.proposal.changes)
    reach.card.view.go_to(2)
    reach.card.view.toggled.emit(2)
    reach.card.view.go_to(1)
    wait(qt, lambda: False, 0.4)
    save(reach.card, folder / f"quick-{theme.value}.png")
    reach.card.cancel()
    reach.tray.menu.popup(application.window.pos())
    reach.tray.menu.setActiveAction(reach.tray.clipboard)
    wait(qt, lambda: False, 0.4)
    save(reach.tray.menu, folder / f"tray-{theme.value}.png")
    reach.tray.menu.close()


def save(widget: QWidget, path: Path) -> None:
    """Save a picture, packed as tightly as PNG can."""
    widget.grab().save(str(path), "PNG", 0)


def main(argv: Sequence[str] | None = None) -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--rules", action="store_true")
    arguments = parser.parse_args(argv)
    arguments.out.mkdir(parents=True, exist_ok=True)
    qt = QApplication(["copyedge"])
    qt.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        home, assets = Path(folder), paths.assets_folder()
        places = Places(assets, assets / "model", home / "s", home / "d", home / "t")
        maker = make_rule_corrector if arguments.rules else None
        application = Application(qt, places, maker)
        application.start_hidden(Request(Verb.BACKGROUND))
        wait(qt, lambda: application.engine_state)
        for theme in (Theme.LIGHT, Theme.DARK):
            take(qt, application, arguments.out, theme)
        application.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
