"""Make the frozen program small on Linux: no unused library, no debugging symbols, little of ICU.

Works on the folder that `freeze` left. What each step saves is told as it goes.
"""

from __future__ import annotations

from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.elf import (
    elf_files,
    read_links,
    remove_search_path,
    strip_symbols,
    unreached,
)
from assets.packaging.icu import replace_icu_data

MEGABYTE = 1_000_000
UNSTRIPPED_FOLDERS = ".libs"
"""How folders of libraries end that auditwheel moved: patchelf changed them, and a strip after it
can break them."""


def slim(context: BuildContext) -> None:
    """Make the frozen program smaller without taking from it what it uses."""
    steps = (remove_unreached, remove_build_paths, replace_icu_data, remove_symbols)
    for step in steps:
        before = folder_size(context.frozen)
        step(context)
        saved = (before - folder_size(context.frozen)) / MEGABYTE
        context.say(f"{step.__name__.replace('_', ' ')}: {saved:.1f} MB less")


def remove_unreached(context: BuildContext) -> None:
    """Delete bundled libraries that nothing links to any more, and links that point nowhere."""
    links = {path: read_links(path) for path in elf_files(context.frozen)}
    libraries = [path for path in links if is_library(path.relative_to(context.frozen))]
    for path in unreached(links, libraries):
        path.unlink()
    for path in sorted(context.frozen.rglob("*")):
        if path.is_symlink() and not path.exists():
            path.unlink()
    for folder in sorted(context.frozen.rglob("*"), reverse=True):
        if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
            folder.rmdir()


def is_library(relative: Path) -> bool:
    """Return whether a file is there only because others link to it.

    libpython is loaded by the executable, plugins and extension modules by name.
    """
    name = relative.name
    return (
        name.startswith("lib")
        and ".so" in name
        and not name.startswith("libpython")
        and "plugins" not in relative.parts
        and "capi" not in relative.parts
    )


def remove_build_paths(context: BuildContext) -> None:
    """Remove the folders of the building machine in which libraries would be looked for first."""
    for path in elf_files(context.contents):
        searched = read_links(path).search_path
        if searched and not all(part.startswith("$ORIGIN") for part in searched.split(":")):
            remove_search_path(path)


def remove_symbols(context: BuildContext) -> None:
    """Strip what still has symbols: Python's own library and modules, and some wheels."""
    for path in elf_files(context.contents):
        moved = any(part.endswith(UNSTRIPPED_FOLDERS) for part in path.parts)
        if not moved and read_links(path).has_symbols:
            strip_symbols(path)


def folder_size(folder: Path) -> int:
    """Return the bytes of all files in a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
