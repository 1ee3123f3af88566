"""What ELF files (Linux programs and libraries) link to, and removing what they do not need.

Reads with pyelftools and strips with binutils. Knows nothing of Qt or Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assets.packaging.tools import Tool, debian, python, run

TOOLS: tuple[Tool, ...] = (
    python("elftools"),
    debian("strip", "binutils"),
    debian("patchelf"),
)
MAGIC = b"\x7fELF"


@dataclass(frozen=True, slots=True)
class Links:
    """What the loader is told about one file."""

    needed: tuple[str, ...]
    """Names of the libraries it links to (DT_NEEDED)."""
    has_symbols: bool
    """Whether it carries a table that only debuggers read."""
    search_path: str = ""
    """Where the loader looks first (DT_RUNPATH or DT_RPATH)."""


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield every ELF file below a folder once, links left out, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(len(MAGIC)) == MAGIC:
                    yield path


def read_links(path: Path) -> Links:
    """Return what a file links to."""
    # Here, not above: without pyelftools the command line still has to say what is missing.
    from elftools.elf.dynamic import DynamicSection
    from elftools.elf.elffile import ELFFile

    with path.open("rb") as stream:
        elf = ELFFile(stream)
        dynamic = elf.get_section_by_name(".dynamic")
        tags = list(dynamic.iter_tags()) if isinstance(dynamic, DynamicSection) else []
        needed = (getattr(tag, "needed", "") for tag in tags)
        searched = (getattr(tag, "runpath", getattr(tag, "rpath", "")) for tag in tags)
        return Links(
            needed=tuple(filter(None, needed)),
            has_symbols=elf.get_section_by_name(".symtab") is not None,
            search_path=":".join(filter(None, searched)),
        )


def unreached(links: Mapping[Path, Links], libraries: Iterable[Path]) -> tuple[Path, ...]:
    """Return the libraries that no other file links to, directly or through others.

    Args:
        links: of all ELF files of a program.
        libraries: those among them that are only ever linked to; all others
            (executables, extension modules, plugins) are loaded by name.
    """
    by_name = {path.name: path for path in libraries}
    reached: set[Path] = set()
    waiting = [path for path in links if by_name.get(path.name) != path]
    while waiting:
        for name in links[waiting.pop()].needed:
            path = by_name.get(name)
            if path is not None and path not in reached:
                reached.add(path)
                waiting.append(path)
    return tuple(path for path in by_name.values() if path not in reached)


def remove_search_path(path: Path) -> None:
    """Let the loader look in the usual places only."""
    run(["patchelf", "--remove-rpath", path])


def strip_symbols(path: Path) -> None:
    """Remove what only debuggers read, in place and always with the same result."""
    run(["strip", "--strip-unneeded", "--enable-deterministic-archives", path])
