"""What is built: the version in ``app/__init__.py``, the commit, and the moment it stands for."""

from __future__ import annotations

import ast
import os
import subprocess
import tomllib
from pathlib import Path

from assets.packaging.errors import BuildError

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


def read_version(root: Path) -> str:
    """Return ``app.__version__`` without importing the program.

    Raises:
        BuildError: if it is not there as a plain string.
    """
    path = root / "app" / "__init__.py"
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__version__")], value=ast.Constant(value=str(v))):
                return v
    raise BuildError(f'{path} has no line __version__ = "…"; put it back.')


def read_commit(root: Path) -> str:
    """Return the hash of the commit that is checked out; empty outside a repository."""
    return _git(root, "rev-parse", "HEAD")


def read_epoch(root: Path) -> int:
    """Return the seconds since 1970 that stand for "now".

    SOURCE_DATE_EPOCH if it is set, otherwise the time of the commit, so that two
    builds of one commit agree; outside a repository the time of the version file.

    Raises:
        BuildError: if SOURCE_DATE_EPOCH is no number.
    """
    text = os.environ.get(EPOCH_VARIABLE) or _git(root, "log", "-1", "--format=%ct")
    if not text:
        return int((root / "app" / "__init__.py").stat().st_mtime)
    try:
        return int(text)
    except ValueError as error:
        raise BuildError(
            f"{EPOCH_VARIABLE} is {text!r}; set it to seconds since 1970, or unset it."
        ) from error


def read_homepage(root: Path) -> str:
    """Return the project's address on the web from ``pyproject.toml``; empty if it names none."""
    with (root / "pyproject.toml").open("rb") as stream:
        urls = tomllib.load(stream)["project"].get("urls", {})
    return next((str(urls[key]) for key in urls if key.lower() == "homepage"), "")


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
