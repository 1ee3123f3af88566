"""Freeze the program into one folder with PyInstaller.

What goes in is decided by `freeze_contents` and `requirements`; what makes it
smaller on Linux by `linux_slimming` and `lean_numpy`; `smoke` tries the result.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from assets.packaging.context import NAME, TEMPLATES, BuildContext, Target
from assets.packaging.errors import BuildError
from assets.packaging.lean_numpy import install_lean_numpy
from assets.packaging.tools import run


def freeze(context: BuildContext) -> None:
    """Build the one-folder program from scratch.

    Raises:
        BuildError: if PyInstaller fails, or this machine cannot build for the target.
    """
    check_machine(context.target)
    shutil.rmtree(context.frozen.parent, ignore_errors=True)
    environment = freeze_environment(context)
    log = context.work / "pyinstaller.log"
    # Run as a module, so that it is the one of this very interpreter.
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    folders: list[str | Path] = [
        "--distpath",
        context.frozen.parent,
        "--workpath",
        context.work / "pyinstaller",
    ]
    log.write_text(
        run(
            [*command, *folders, TEMPLATES / "copyedge.spec"],
            environment=environment,
            folder=context.root,
        ),
        encoding="utf-8",
    )
    normalise_modes(context.frozen)


def check_machine(target: Target, platform: str = sys.platform) -> None:
    """Check that this is the target's own system: PyInstaller cannot build for another.

    Raises:
        BuildError: if it is not.
    """
    own = {Target.LINUX: "linux", Target.WINDOWS: "win32", Target.MACOS: "darwin"}[target]
    if platform != own:
        raise BuildError(
            f"The program for {target} can only be frozen on {target}. Here you can check the "
            f"scripts of its installer: python build_installer.py --target {target} --dry-run"
        )


def freeze_environment(context: BuildContext) -> Mapping[str, str]:
    """Return the environment in which the spec file runs."""
    paths = [str(context.root)]
    if context.target is Target.LINUX and not context.quick:
        paths.insert(0, str(install_lean_numpy(context)))
    icon = context.icons / {Target.WINDOWS: f"{NAME}.ico", Target.MACOS: f"{NAME}.icns"}.get(
        context.target, "none"
    )
    version_file = context.work / "version_info.txt"
    return {
        **context.environment(),
        "PYTHONPATH": os.pathsep.join(paths),
        "PYINSTALLER_CONFIG_DIR": str(context.work / "pyinstaller-cache"),
        "COPYEDGE_ROOT": str(context.root),
        "COPYEDGE_ICON": str(icon) if icon.is_file() else "",
        "COPYEDGE_VERSION_FILE": str(version_file) if version_file.is_file() else "",
        "COPYEDGE_INFO_PLIST": str(context.work / "Info.plist"),
    }


def normalise_modes(folder: Path) -> None:
    """Give every file the permissions that packages have, whatever the builder's umask was.

    Executables lie at the top; everything below is only read, libraries too.
    """
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent == folder else 0o644)
