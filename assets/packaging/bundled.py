"""What is in a frozen program: its files, and the Python modules inside its executable.

Knows the shape of PyInstaller's one-folder programs, and nothing of licences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.errors import BuildError

OWN_FOLDERS = ("assets/licences/",)
"""Inside the contents: what the build itself writes about the others."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """Everything that a user gets."""

    contents: tuple[str, ...]
    """Files in the folder of contents, relative to it, with forward slashes, sorted."""
    beside: tuple[str, ...]
    """Files beside that folder: the executables."""
    modules: tuple[str, ...]
    """Dotted names of the Python modules inside the executables, sorted."""


def read_bundled(
    frozen: Path, contents: Path, read_modules: Callable[[Path], Iterable[str]] | None = None
) -> Bundled:
    """Look into a frozen program.

    Args:
        frozen: its folder.
        contents: the folder of everything but the executables, inside it.
        read_modules: tells the modules inside an executable; None for PyInstaller's reader.

    Raises:
        BuildError: if there is no frozen program.
    """
    if not contents.is_dir():
        raise BuildError(
            f"There is no frozen program at {frozen}. Make it with: "
            "python build_installer.py --stage freeze"
        )
    inside = (path.relative_to(contents).as_posix() for path in _files(contents))
    beside = [path for path in _files(frozen) if not path.is_relative_to(contents)]
    reader = read_modules or modules_of_executable
    modules = {name for path in beside if path.parent == frozen for name in reader(path)}
    return Bundled(
        tuple(sorted(name for name in inside if not name.startswith(OWN_FOLDERS))),
        tuple(sorted(path.relative_to(frozen).as_posix() for path in beside)),
        tuple(sorted(modules)),
    )


def _files(folder: Path) -> Iterable[Path]:
    """Return all files below a folder, without links to others of them."""
    return (
        path
        for path in folder.rglob("*")
        if (path.is_file() or path.is_symlink()) and not _is_second_name(path, folder)
    )


def _is_second_name(path: Path, folder: Path) -> bool:
    """Return whether a path is a link to a file that lies in the folder as well."""
    return path.is_symlink() and path.exists() and path.resolve().is_relative_to(folder.resolve())


def modules_of_executable(path: Path) -> set[str]:
    """Return the Python modules and scripts that PyInstaller put into an executable.

    Raises:
        BuildError: if it is no executable of PyInstaller's.
    """
    from PyInstaller.archive.readers import (  # type: ignore[import-untyped, unused-ignore]
        ArchiveReadError,
        CArchiveReader,
    )

    try:
        archive = CArchiveReader(str(path))
    except (ArchiveReadError, OSError) as error:
        raise BuildError(
            f"{path.name} lies beside the program's executable and is none itself ({error}). "
            "Put files into the folder of contents."
        ) from error
    modules: set[str] = set()
    for name, entry in archive.toc.items():
        if entry[-1] == "z":
            modules.update(archive.open_embedded_archive(name).toc)
        elif entry[-1] in {"m", "s", "M"}:
            modules.add(name)
    return modules
