"""Try a frozen program: what is in it, its commands, its servers, and a window that opens and ends.

Works for every target and needs no screen on Linux. What only an installed
program can show is the business of `linux_journey`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from assets.packaging.context import NAME, BuildContext, Target
from assets.packaging.errors import BuildError
from assets.packaging.freeze_contents import ships_asset
from assets.packaging.sbom import sha256_of
from assets.packaging.servers import ask_lsp, ask_serve
from assets.packaging.tools import last_lines, run

SENTENCES = (
    "I has a small dog.",
    "She have a big house.",
    "They was at home yesterday.",
    "The weather were nice.",
    "He go to school every day.",
    "There is many reasons for this.",
    "He has two childs and a cat.",
    "She has a apple in her bag.",
    "The dogs barks every night.",
    "We was late for the train.",
)
"""Each has a mistake that a grammar corrector should find; which of them it finds, varies."""
SMOKE_SECONDS = 120  # a loaded machine, and a virus scanner that looks at every new library
FORBIDDEN = ("torch", "training", "sympy", "tests")
"""Packages that must not be in the frozen program."""


def smoke_test(context: BuildContext) -> None:
    """Run the frozen program: version, a correction, both servers, and its window.

    Raises:
        BuildError: if one of them does not go as it should, or what is in it is not right.
    """
    check_contents(context)
    program = executable_of(context)
    version = run([program, "--version"], seconds=SMOKE_SECONDS).strip()
    if version != f"{NAME} {context.version}":
        raise BuildError(f"{program} --version printed {version!r}, not {context.version!r}.")
    home = context.work / "home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(mode=0o700)
    environment = environment_at(home, context.target)
    began = time.monotonic()
    mended = try_correcting(program, environment)
    loading = time.monotonic() - began
    context.say(f"{version} mends {mended} of {len(SENTENCES)} wrong sentences")
    text = " ".join(SENTENCES)
    found = ask_serve([str(program)], environment, text)
    context.say(f"serve answers over a port of this computer: {found} matches")
    found = ask_lsp([str(program)], environment, text)
    context.say(f"lsp answers over its streams: {found} diagnostics")
    open_and_quit(context, environment, 2 * loading)
    context.say("the window opens, and --quit ends it")


def environment_at(home: Path, target: Target) -> Mapping[str, str]:
    """Return an environment with a home of its own, and on Linux without a screen."""
    return {
        **os.environ,
        **dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "APPDATA", "LOCALAPPDATA"), str(home)),
        **dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY"), ""),
        **({"QT_QPA_PLATFORM": "offscreen"} if target is Target.LINUX else {}),
    }


def try_correcting(program: Path, environment: Mapping[str, str]) -> int:
    """Return how many of the wrong sentences the program changes, one at a time.

    Raises:
        BuildError: if it ends with an error, loses text, or changes none.
    """
    done = subprocess.run(
        [program, "correct", "-"],
        env=environment,
        input="\n\n".join(SENTENCES),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=SMOKE_SECONDS,
    )
    if done.returncode:
        raise BuildError(
            f"copyedge correct ended with {done.returncode}:\n{last_lines(done.stderr)}"
        )
    corrected = done.stdout.strip().split("\n\n")
    if len(corrected) != len(SENTENCES) or not all(corrected):
        raise BuildError(f"Of {len(SENTENCES)} sentences came back: {done.stdout!r}.")
    mended = sum(new != old for new, old in zip(corrected, SENTENCES, strict=True))
    if not mended:
        raise BuildError(
            "The frozen program changes none of ten wrong sentences: its model does not work. "
            "Compare with: python -m app correct -"
        )
    return mended


def open_and_quit(context: BuildContext, environment: Mapping[str, str], seconds: float) -> None:
    """Start the program with its window, and end it by ``--quit``.

    Args:
        context: of this build.
        environment: for the program.
        seconds: how long the window may be looked at first, so that it has loaded its model.

    Raises:
        BuildError: if it ends with an error, or not at all.
    """
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


def check_contents(context: BuildContext) -> None:
    """Check that every asset of the checkout is in unchanged, and that training code is not.

    Raises:
        BuildError: naming what is missing, changed or too much.
    """
    if wrong := wrong_assets(context.assets, context.contents / "assets"):
        raise BuildError(
            f"The frozen program lacks {', '.join(wrong)}, or has another version of it. "
            "Freeze again: python build_installer.py"
        )
    modules = archived_modules(context)
    excess = sorted(set(FORBIDDEN) & {name.split(".")[0] for name in modules})
    excess += [name for name in modules if name.startswith("assets.packaging")]
    if excess:
        raise BuildError(
            f"The frozen program contains {', '.join(excess)}; see freeze_contents.py."
        )


def wrong_assets(source: Path, bundled: Path) -> list[str]:
    """Return the assets for users (model, translations, icons) that are not bundled as they are.

    Args:
        source: the checkout's folder of assets.
        bundled: the frozen program's.
    """
    names = (path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    return sorted(
        name
        for name in filter(ships_asset, names)
        if not (bundled / name).is_file() or sha256_of(bundled / name) != sha256_of(source / name)
    )


def archived_modules(context: BuildContext) -> frozenset[str]:
    """Return the names of all Python modules inside the executable."""
    from PyInstaller.archive.readers import CArchiveReader

    package = CArchiveReader(str(executable_of(context)))
    names = [name for name in package.toc if name.lower().endswith(".pyz")]
    return frozenset(module for name in names for module in package.open_embedded_archive(name).toc)
