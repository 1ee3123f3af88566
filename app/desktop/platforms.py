"""Tell on which kind of desktop the program runs.

Only the name: what can be done there is known by the modules of each platform.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import Enum

from PySide6.QtGui import QGuiApplication


class DesktopPlatform(Enum):
    """A kind of desktop."""

    X11 = "x11"
    WAYLAND = "wayland"
    WINDOWS = "windows"
    MACOS = "macos"
    OTHER = "other"
    """No desktop that we know, for instance Qt's offscreen platform."""


def desktop_platform(
    qt_platform: str | None = None,
    environment: Mapping[str, str] | None = None,
    system: str = sys.platform,
) -> DesktopPlatform:
    """Return the kind of desktop the program runs on.

    Args:
        qt_platform: Qt's name of its platform plugin; that of the running program if None.
        environment: environment variables; those of the program if None.
        system: as ``sys.platform``.

    A program that talks X to a Wayland desktop (XWayland) sees the windows of other such
    programs only, so that counts as Wayland.
    """
    name = QGuiApplication.platformName() if qt_platform is None else qt_platform
    variables = os.environ if environment is None else environment
    if system == "win32":
        return DesktopPlatform.WINDOWS
    if system == "darwin":
        return DesktopPlatform.MACOS
    if name.startswith("wayland"):
        return DesktopPlatform.WAYLAND
    if name == "xcb":
        return DesktopPlatform.WAYLAND if variables.get("WAYLAND_DISPLAY") else DesktopPlatform.X11
    return DesktopPlatform.OTHER
