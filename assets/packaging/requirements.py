"""Which installed Python distributions the program needs: those of pyproject.toml, and theirs.

Whatever else is installed beside them stays out of the program, so that it does
not depend on who builds it. Reads metadata only; imports none of the libraries.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path

from assets.packaging.components import normalised

Requires = Callable[[str], Sequence[str] | None]
"""Tells what a distribution asks for, as its metadata words it; None if it is not installed."""


def required_distributions(root: Path, requires: Requires | None = None) -> frozenset[str]:
    """Return the normalised names of all distributions that the program needs and that are here.

    Args:
        root: the checkout.
        requires: tells the requirements of a distribution; None for the installed ones.
    """
    # Here, not above: without it the command line still has to say what is missing.
    from packaging.requirements import Requirement

    ask = requires or installed_requires
    found: set[str] = set()
    waiting = [(line, "") for line in project_requirements(root)]
    seen: set[tuple[str, str]] = set()
    while waiting:
        line, extra = waiting.pop()
        wanted = Requirement(line)
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = normalised(wanted.name)
        further = ask(name)
        if further is None:
            continue
        found.add(name)
        for chosen in {(name, extra) for extra in ("", *wanted.extras)} - seen:
            seen.add(chosen)
            waiting += [(line, chosen[1]) for line in further]
    return frozenset(found)


def project_requirements(root: Path) -> tuple[str, ...]:
    """Return the requirements of the program, as ``pyproject.toml`` words them."""
    with (root / "pyproject.toml").open("rb") as stream:
        return tuple(tomllib.load(stream)["project"]["dependencies"])


def installed_requires(name: str) -> Sequence[str] | None:
    """Return what an installed distribution asks for; None if it is not installed."""
    try:
        return metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return None


def foreign_modules(
    required: Iterable[str],
    own: Iterable[str],
    owners: Mapping[str, Sequence[str]] | None = None,
) -> tuple[str, ...]:
    """Return the top-level modules of installed distributions that the program does not need.

    Args:
        required: normalised names of the distributions that it needs.
        own: the program's packages, whichever distribution they are installed with.
        owners: distributions by top-level module; None for the installed ones.
    """
    kept = {*own, *sys.stdlib_module_names}
    needed = set(required)
    listed = metadata.packages_distributions() if owners is None else owners
    return tuple(
        sorted(
            module
            for module, names in listed.items()
            if module not in kept
            and module.isidentifier()
            and needed.isdisjoint(map(normalised, names))
        )
    )


def metadata_files(
    modules: Iterable[str],
    required: Iterable[str],
    owners: Mapping[str, Sequence[str]] | None = None,
) -> tuple[tuple[Path, str], ...]:
    """Return the METADATA files of what is bundled, each with its folder in the program.

    The window "About" reads versions and licences there. Nothing else of that
    folder goes along: its other files tell where and how it was installed.

    Args:
        modules: names of all modules that are bundled.
        required: normalised names of the distributions that the program needs.
        owners: distributions by top-level module; None for the installed ones.
    """
    listed = metadata.packages_distributions() if owners is None else owners
    tops = {name.partition(".")[0] for name in modules}
    bundled = {normalised(name) for top in tops for name in listed.get(top, ())} & set(required)
    return tuple(
        (Path(str(path.locate())), path.parent.name)
        for name in sorted(bundled)
        for path in metadata.files(name) or ()
        if path.name == "METADATA" and path.parent.name.endswith(".dist-info")
    )
