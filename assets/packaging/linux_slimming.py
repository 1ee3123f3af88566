"""Make the frozen program small on Linux: no unused library, no debugging symbols, little of ICU.

Works on the folder that `freeze` left. What each step saves is told as it goes.
"""

from __future__ import annotations

from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.elf import elf_files, read_links, strip_symbols, unreached
from assets.packaging.icu import replace_icu_data

MEGABYTE = 1_000_000
STRIPPED_FOLDERS = ("lib-dynload", "numpy")
"""Built here or by whoever built this Python, so with symbols. Libraries in wheels were stripped by
their makers and then changed by patchelf, which a second strip can break."""


def slim(context: BuildContext) -> None:
    """Make the frozen program smaller without taking from it what it uses."""
    for step in (remove_unreached, strip_python, replace_icu_data):
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


def strip_python(context: BuildContext) -> None:
    """Strip Python's own library and modules, and numpy where it was built here."""
    for path in elf_files(context.contents):
        relative = path.relative_to(context.contents)
        ours = path.name.startswith("libpython") or not set(STRIPPED_FOLDERS).isdisjoint(
            relative.parts
        )
        if ours and read_links(path).has_symbols:
            strip_symbols(path)


def folder_size(folder: Path) -> int:
    """Return the bytes of all files in a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
