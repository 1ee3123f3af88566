"""What the desktop offers to the program, as one value that tests can replace."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.desktop.hotkey import GlobalHotkey
from app.desktop.login import StartAtLogin, start_at_login
from app.desktop.platforms import desktop_platform
from app.desktop.selection import SelectionAccess, selection_access


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Ways from the program to the desktop around it."""

    access: SelectionAccess
    """To what is selected in other programs."""
    hotkey: GlobalHotkey
    """Not registered yet."""
    login: StartAtLogin

    @classmethod
    def usual(cls) -> Surroundings:
        """Return those of the running desktop; needs a QGuiApplication."""
        access = selection_access(desktop_platform(), QGuiApplication.clipboard())
        return cls(access, GlobalHotkey(), start_at_login(sys.platform, Path.home()))


def login_command() -> tuple[str, ...]:
    """Return what starts the program in the background, with whole paths."""
    started_as = Path(sys.argv[0])
    if getattr(sys, "frozen", False):
        program: tuple[str, ...] = (sys.executable,)
    elif started_as.name.removesuffix(".exe") == "copyedge" and started_as.is_file():
        program = (str(started_as.absolute()),)
    else:
        program = (sys.executable, "-m", "app")
    return (*program, "--background")
