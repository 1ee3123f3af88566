"""Start Copyedge when the person logs in, and stop doing so.

One small file or registry value per platform, written only when asked for and
removed without a trace. Knows no settings: the file itself is the truth, also
where the person has removed it by hand.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from app.desktop.outcomes import translated
from app.documents.atomic import write_atomically
from app.documents.errors import CannotSaveError
from app.translations import QT_TRANSLATE_NOOP

NAME = "copyedge"
LABEL = "io.copyedge.Copyedge"
"""What macOS calls the agent; a reversed name, as it wants one."""
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
VALUE = "Copyedge"

NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "Desktop", "Start at login could not be switched on: {0} Check who may write there."
)
NOT_REMOVED = QT_TRANSLATE_NOOP(
    "Desktop", "Start at login could not be switched off: {0} Check who may write there."
)
ODD_PATH = QT_TRANSLATE_NOOP(
    "Desktop", "The program's path has a line break in it: move the program elsewhere."
)


class LoginError(Exception):
    """The switch could not be turned; the text is a sentence for the person."""


class StartAtLogin(Protocol):
    """The switch of one platform."""

    def is_on(self) -> bool:
        """Tell whether Copyedge is started at login."""
        ...

    def switch_on(self, command: Sequence[str]) -> None:
        """Start a command at login from now on.

        Args:
            command: program and arguments, the program with its whole path.

        Raises:
            LoginError: if this cannot be written down.
        """
        ...

    def switch_off(self) -> None:
        """Start it no more; nothing happens if it is off.

        Raises:
            LoginError: if what was written down cannot be removed.
        """
        ...


def start_at_login(
    platform: str, home: Path, environment: Mapping[str, str] | None = None
) -> StartAtLogin:
    """Return the switch of a platform.

    Args:
        platform: as ``sys.platform``.
        home: the person's home folder.
        environment: names the configuration folder on Linux; that of the program if None.
    """
    if platform == "win32":
        return WindowsRun(_registry())
    if platform == "darwin":
        return LaunchAgent(home / "Library" / "LaunchAgents")
    variables = os.environ if environment is None else environment
    configured = variables.get("XDG_CONFIG_HOME", "")
    # A relative path there is to be ignored, says the specification.
    folder = Path(configured) if os.path.isabs(configured) else home / ".config"
    return DesktopAutostart(folder / "autostart")


class DesktopAutostart:
    """XDG autostart: a desktop file in the person's autostart folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{NAME}.desktop"

    def is_on(self) -> bool:
        """Tell whether the file is there and not switched off in the desktop's own settings."""
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        off = {"hidden=true", "x-gnome-autostart-enabled=false"}
        return off.isdisjoint(line.replace(" ", "").lower() for line in lines)

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the file."""
        _write(self._path, desktop_entry(command).encode("utf-8"))

    def switch_off(self) -> None:
        """Remove the file."""
        _remove(self._path)


class LaunchAgent:
    """macOS: a property list in the person's launch agents."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{LABEL}.plist"

    def is_on(self) -> bool:
        """Tell whether the file is there."""
        return self._path.is_file()

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the file; it counts from the next login on."""
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            # Only where there is a screen, and not again after the person has quit.
            "LimitLoadToSessionType": "Aqua",
            "KeepAlive": False,
        }
        _write(self._path, plistlib.dumps(agent))

    def switch_off(self) -> None:
        """Remove the file."""
        _remove(self._path)


class WindowsRun:
    """Windows: a value under the person's Run key."""

    def __init__(self, registry: Any) -> None:  # noqa: ANN401 - the module winreg, or a stand-in
        self._registry = registry

    def is_on(self) -> bool:
        """Tell whether the value is there."""
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
                registry.QueryValueEx(key, VALUE)
        except OSError:
            return False
        return True

    def switch_on(self, command: Sequence[str]) -> None:
        """Write the value."""
        registry = self._registry
        line = subprocess.list2cmdline(command)
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
                registry.SetValueEx(key, VALUE, 0, registry.REG_SZ, line)
        except OSError as error:
            raise _failure(NOT_WRITTEN, error) from error

    def switch_off(self) -> None:
        """Remove the value."""
        registry = self._registry
        try:
            with registry.OpenKey(
                registry.HKEY_CURRENT_USER, RUN_KEY, 0, registry.KEY_SET_VALUE
            ) as key:
                registry.DeleteValue(key, VALUE)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _failure(NOT_REMOVED, error) from error


def desktop_entry(command: Sequence[str]) -> str:
    """Return a desktop file that starts a command."""
    line = " ".join(_quoted(argument) for argument in command)
    # A string value of a desktop file has an escaping of its own, applied after that of Exec.
    line = line.replace("\\", "\\\\")
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Copyedge\n"
        f"Exec={line}\n"
        f"Icon={NAME}\n"
        "Terminal=false\n"
        "NoDisplay=true\n"
        "X-GNOME-Autostart-enabled=true\n"
    )


def _quoted(argument: str) -> str:
    """Return an argument as the Exec line of a desktop file wants it."""
    if any(character in argument for character in "\n\r\0"):
        raise LoginError(translated(ODD_PATH))
    escaped = argument.replace("%", "%%")
    if escaped and not set(escaped) & set(" \t\"'\\><~|&;$*?#()`"):
        return escaped
    for character in '\\"`$':
        escaped = escaped.replace(character, f"\\{character}")
    return f'"{escaped}"'


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
    except (OSError, CannotSaveError) as error:
        raise _failure(NOT_WRITTEN, error) from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(NOT_REMOVED, error) from error


def _failure(sentence: str, error: Exception) -> LoginError:
    reason = str(error)
    return LoginError(translated(sentence).format(reason if reason.endswith(".") else f"{reason}."))


def _registry() -> Any:  # noqa: ANN401
    if sys.platform != "win32":
        raise OSError("there is no registry on this system")
    import winreg

    return winreg
