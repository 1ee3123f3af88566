"""Freeze the program into one folder with PyInstaller, and smoke-test it.

What goes in is decided by `freeze_contents`; what makes it smaller on Linux by
`linux_slimming` and `lean_numpy`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from assets.packaging.context import NAME, TEMPLATES, BuildContext, Target
from assets.packaging.errors import BuildError
from assets.packaging.lean_numpy import install_lean_numpy
from assets.packaging.tools import last_lines, run

SENTENCE = "She go to school yesterday and buyed two apple .\n"
"""The README's: the smoke test wants it changed, not changed in a certain way."""
SMOKE_SECONDS = 120  # a loaded machine, and a virus scanner that looks at every new library
FORBIDDEN = ("torch", "training", "sympy", "tests")
"""Packages that must not be in the frozen program."""


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


def smoke_test(context: BuildContext) -> None:
    """Run the frozen program: its version, a correction, and a window that opens and closes.

    Raises:
        BuildError: if one of them does not go as it should, or training code is inside.
    """
    check_contents(context)
    program = executable_of(context)
    version = run([program, "--version"], seconds=SMOKE_SECONDS).strip()
    if version != f"{NAME} {context.version}":
        raise BuildError(f"{program} --version printed {version!r}, not {context.version!r}.")
    began = time.monotonic()
    corrected = run_with_input([program, "correct", "--level", "0.8", "-"], SENTENCE)
    loading = time.monotonic() - began
    if corrected == SENTENCE or len(corrected) < len(SENTENCE) // 2:
        raise BuildError(f"The frozen program corrected {SENTENCE!r} to {corrected!r}.")
    context.say(f"{version}: {corrected.strip()}")
    for verb in ("serve", "lsp"):
        run([program, verb, "--help"], seconds=SMOKE_SECONDS)
    open_and_quit(context, 2 * loading)
    context.say("serve and lsp explain themselves; the window opens and --quit ends it")


def open_and_quit(context: BuildContext, seconds: float) -> None:
    """Start the program with its window (on no screen, on Linux), and end it by ``--quit``.

    Args:
        context: of this build.
        seconds: how long the window may be looked at first, so that it has loaded its model.

    Raises:
        BuildError: if it ends with an error, or not at all.
    """
    home = context.work / "home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700)
    environment = {
        **os.environ,
        **dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "APPDATA", "LOCALAPPDATA"), str(home)),
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
    }
    if context.target is Target.LINUX:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    window = subprocess.Popen(
        [context.frozen / executable_of(context).name.replace("-console", "")],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    stop = time.monotonic() + SMOKE_SECONDS
    try:
        with contextlib.suppress(subprocess.TimeoutExpired):
            window.wait(seconds)
        # Until it runs, --quit finds nobody and says so; that is no error.
        while window.poll() is None and time.monotonic() < stop:
            run([executable_of(context), "--quit"], environment=environment, seconds=SMOKE_SECONDS)
            with contextlib.suppress(subprocess.TimeoutExpired):
                window.wait(1)
    finally:
        if window.poll() is None:
            window.kill()
        printed = window.communicate()[1]
    if window.returncode:
        raise BuildError(f"The window ended with code {window.returncode}:\n{last_lines(printed)}")


def executable_of(context: BuildContext) -> Path:
    """Return the frozen program's executable for a terminal."""
    name = f"{NAME}-console.exe" if context.target is Target.WINDOWS else NAME
    return context.frozen / name


def run_with_input(command: list[str | Path], text: str) -> str:
    """Run a command on some text and return what it printed.

    Raises:
        BuildError: if it ends with another code than 0.
    """
    done = subprocess.run(
        [str(word) for word in command],
        input=text,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=SMOKE_SECONDS,
    )
    if done.returncode:
        raise BuildError(f"{command[0]} ended with {done.returncode}:\n{last_lines(done.stderr)}")
    return done.stdout


def check_contents(context: BuildContext) -> None:
    """Check that the model, the translations and the icons are in, and training code is not.

    Raises:
        BuildError: naming what is missing or too much.
    """
    assets = context.contents / "assets"
    wanted = ("model/manifest.json", "model/weights.bin", "translations/copyedge_de.qm")
    missing = [name for name in (*wanted, "icons/copyedge.svg") if not (assets / name).is_file()]
    if missing:
        raise BuildError(f"The frozen program lacks {', '.join(missing)}; see freeze_contents.py.")
    modules = archived_modules(context)
    excess = sorted(set(FORBIDDEN) & {name.split(".")[0] for name in modules})
    excess += [name for name in modules if name.startswith("assets.packaging")]
    if excess:
        raise BuildError(
            f"The frozen program contains {', '.join(excess)}; see freeze_contents.py."
        )


def archived_modules(context: BuildContext) -> frozenset[str]:
    """Return the names of all Python modules inside the executable."""
    from PyInstaller.archive.readers import CArchiveReader

    package = CArchiveReader(str(executable_of(context)))
    names = [name for name in package.toc if name.lower().endswith(".pyz")]
    return frozenset(module for name in names for module in package.open_embedded_archive(name).toc)
