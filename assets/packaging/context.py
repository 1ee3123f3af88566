"""What every stage of a build is told: the folders, the version, the moment of the source.

Values only: nothing is created here. The version and the commit are read by
`assets.packaging.source`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

NAME = "copyedge"
"""Of the executable, the packages, the desktop entry, the folders."""
IDENTIFIER = "io.github.copyedge.Copyedge"
"""In reverse domain order: AppStream's component id and macOS's bundle identifier."""
TEMPLATES = Path(__file__).parent / "templates"


class Target(StrEnum):
    """What the installers are for."""

    LINUX = "linux"
    WINDOWS = "windows"
    MACOS = "macos"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """One build: from which source, for what, and where to."""

    root: Path
    """The checkout."""
    out: Path
    """Where what a user downloads is put; `products` below."""
    work: Path
    """Where everything in between lies, of this target alone; may be deleted."""
    target: Target
    version: str
    """From ``app.__version__``."""
    commit: str
    """Full hash of the commit; empty outside a repository."""
    epoch: int
    """Seconds since 1970 that stand for "now" in everything built (SOURCE_DATE_EPOCH)."""
    quick: bool = False
    """Leave out what only makes things smaller and takes long; see `freeze`."""
    dry_run: bool = False
    """Write scripts and lint them; run nothing that needs the target's own machine."""
    say: Callable[[str], None] = print
    """Tells the person at the terminal one line."""

    @property
    def assets(self) -> Path:
        """What the program ships with: model, translations, icons."""
        return self.root / "assets"

    @property
    def frozen(self) -> Path:
        """The finished one-folder program; its executable is ``copyedge`` (``.exe``)."""
        return self.work / "frozen" / NAME

    @property
    def contents(self) -> Path:
        """Where the frozen program keeps everything but its executable."""
        return self.frozen / "_internal"

    @property
    def licences(self) -> Path:
        """Where the licence stage puts the texts inside the frozen program."""
        return self.contents / "assets" / "licences"

    @property
    def icons(self) -> Path:
        """Where the icon stage puts ``copyedge-SIZE.png``."""
        return self.work / "icons"

    @property
    def wheels(self) -> Path:
        """Where wheels that took long to build are kept from build to build."""
        return self.root / "build" / "wheels"

    def product(self, ending: str) -> Path:
        """Return the path of a file for users, such as ``copyedge_1.0_amd64.deb``.

        Args:
            ending: what follows the name and version, such as ``_amd64.deb``.
        """
        return self.out / f"{NAME}-{self.version}{ending}"

    def environment(self) -> Mapping[str, str]:
        """Return the environment for tools, in which builds come out the same."""
        return os.environ | {
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONHASHSEED": "0",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
