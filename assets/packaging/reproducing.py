"""Build a second time in another folder, and compare every file with the first build.

What a package promises: the same commit gives the same files. Only the frozen
program and the Debian package are built again; the archive holds the same tree.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.debian import build_deb, deb_path
from assets.packaging.errors import BuildError
from assets.packaging.freeze import freeze
from assets.packaging.icons import draw_icons
from assets.packaging.licences import collect_licences
from assets.packaging.linux_slimming import slim

SHOWN = 10
"""Differences named in the error."""


def compare_builds(context: BuildContext) -> None:
    """Build again and compare.

    Raises:
        BuildError: naming the files that differ, or that there is nothing to compare with.
    """
    first = deb_path(context)
    if not first.is_file() or not context.frozen.is_dir():
        raise BuildError("There is no build to compare with. Run: python build_installer.py")
    work = context.work.with_name(f"{context.work.name}-again")
    shutil.rmtree(work, ignore_errors=True)
    again = replace(context, work=work, out=work / "out")
    again.out.mkdir(parents=True)
    for step in (draw_icons, freeze, slim, collect_licences, build_deb):
        step(again)
    different = differences(file_list(context.frozen), file_list(again.frozen))
    if different:
        raise BuildError("Two builds differ:\n" + "\n".join(different[:SHOWN]))
    context.say(f"{len(file_list(context.frozen))} files of two builds are the same")
    if sum_of(first) != sum_of(deb_path(again)):
        raise BuildError(f"The files are the same, but not {first.name}. Look with diffoscope.")
    context.say(f"{first.name} is the same: {sum_of(first)}")
    shutil.rmtree(work)


def file_list(folder: Path) -> dict[str, str]:
    """Return each file's sum and permissions, or each link's target, by its path."""
    return {
        path.relative_to(folder).as_posix(): (
            f"-> {os.readlink(path)}"
            if path.is_symlink()
            else f"{path.stat().st_mode & 0o777:o} {sum_of(path)}"
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def sum_of(path: Path) -> str:
    """Return the SHA-256 sum of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def differences(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """Return a line for each file that only one build has, or that differs."""
    lines = []
    for path in sorted(first.keys() | second.keys()):
        if path not in second:
            lines.append(f"only in the first: {path}")
        elif path not in first:
            lines.append(f"only in the second: {path}")
        elif first[path] != second[path]:
            lines.append(f"{path}: {first[path]} and {second[path]}")
    return lines
