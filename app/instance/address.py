"""Where the running program is found: one address per user and screen.

On Linux and macOS a socket in a folder that only the user may enter, on Windows
a named pipe; beside it the lock that says who may listen. Knows neither Qt nor
what is said there.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LONGEST_PATH = 100
"""Bytes of a socket's path; systems allow 104 to 108 with the closing zero."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen and where to knock."""

    folder: Path
    """For the socket and the lock; belongs to the user alone."""
    name: str
    """Differs from screen to screen."""

    @classmethod
    def usual(cls, environment: Mapping[str, str] = os.environ) -> Address:
        """Return the address of this user on this screen."""
        if sys.platform == "win32":
            return cls(_windows_folder(environment), f"copyedge-{_windows_session(environment)}")
        return cls(runtime_folder(environment), f"instance-{_screen(environment)}")

    @property
    def socket(self) -> Path:
        """The socket's file (not on Windows)."""
        return self.folder / self.name

    @property
    def lock(self) -> Path:
        """Held by the one that listens, and released by the system when that one ends."""
        return self.folder / f"{self.name}.lock"

    @property
    def server_name(self) -> str:
        """As QLocalServer wants it."""
        return self.name if sys.platform == "win32" else str(self.socket)

    @property
    def pipe(self) -> str:
        """The named pipe of QLocalServer on Windows."""
        return rf"\\.\pipe\{self.name}"

    def prepare(self) -> None:
        """Make the folder, for the user alone.

        Raises:
            OSError: if it cannot be made, or belongs to somebody else.
        """
        if len(os.fsencode(self.socket)) > LONGEST_PATH and sys.platform != "win32":
            raise OSError(f"the path {self.socket} is too long for a socket")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform == "win32":
            return
        if not _is_our_folder(self.folder):
            raise OSError(f"{self.folder} is no folder, or belongs to another user")
        os.chmod(self.folder, 0o700)

    def is_ours_alone(self) -> bool:
        """Return True if nobody else can have put something at the address."""
        if sys.platform == "win32":
            return True
        try:
            mode = stat.S_IMODE(os.lstat(self.folder).st_mode)
            return _is_our_folder(self.folder) and not mode & 0o077
        except OSError:
            return False


def runtime_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder for sockets on Linux and macOS.

    Not by platformdirs, which warns where XDG_RUNTIME_DIR is missing; starts with
    and without that variable (a desktop's hotkey, a terminal over SSH) must meet.
    """
    if sys.platform == "win32":
        raise NotImplementedError("Windows has named pipes")
    user = os.getuid()
    stated = environment.get("XDG_RUNTIME_DIR", "")
    for folder in (stated, f"/run/user/{user}"):
        if folder and os.path.isabs(folder) and os.access(folder, os.W_OK):
            return Path(folder) / "copyedge"
    return _temporary_folder() / f"copyedge-{user}"


def _is_our_folder(folder: Path) -> bool:
    """Return True for a folder of this user; links do not count."""
    if sys.platform == "win32":
        return True
    status = os.lstat(folder)
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()


def _screen(environment: Mapping[str, str]) -> str:
    """Return a short name of the screen: windows on another one are of no use to the writer."""
    display = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY", "")
    host, colon, number = display.rpartition(":")
    # ":0" and ":0.0" are the same display.
    display = f"{host}{colon}{number.partition('.')[0]}"
    return _short(os.fsencode(display))


def _windows_folder(environment: Mapping[str, str]) -> Path:
    stated = environment.get("LOCALAPPDATA")
    return (Path(stated) if stated else _temporary_folder()) / "copyedge"


def _temporary_folder() -> Path:
    import tempfile  # slow to load, and seldom needed

    return Path(tempfile.gettempdir())


def _windows_session(environment: Mapping[str, str]) -> str:
    """Return a name for the user and the desktop session; pipes are known to all users."""
    import getpass

    session = f"{getpass.getuser()}/{environment.get('SESSIONNAME', '')}"
    return _short(session.encode("utf-8", "surrogatepass"))


def _short(name: bytes) -> str:
    """Return eight digits for a name; a cryptographic hash would take longer to load."""
    return f"{zlib.crc32(name):08x}"
