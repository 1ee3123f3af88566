"""Write the SHA-256 sums of what a user downloads, in the form that ``sha256sum --check`` reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assets.packaging.context import NAME, BuildContext
from assets.packaging.errors import BuildError
from assets.packaging.sbom import sha256_of

SUMS = "SHA256SUMS"
SUMMED = (".deb", ".tar.xz", ".exe", ".dmg", ".cdx.json")
"""How what a user downloads ends. Reports and transcripts, written later and again, have no sum."""


def write_sums(context: BuildContext) -> None:
    """The stage: write the sums of all products of this version beside them.

    Raises:
        BuildError: if there are no products.
    """
    products = products_of(context.out, context.version)
    if not products:
        raise BuildError(f"There is nothing of version {context.version} in {context.out} to sum.")
    (context.out / SUMS).write_text(sums_of(products), encoding="utf-8", newline="\n")
    context.say(f"{SUMS}: {len(products)} files")


def products_of(folder: Path, version: str) -> tuple[Path, ...]:
    """Return the downloads of a version, whichever target they are for, sorted by name."""
    beginnings = (f"{NAME}-{version}", f"{NAME}_{version}")
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name.startswith(beginnings) and path.name.endswith(SUMMED)
    )


def sums_of(paths: Iterable[Path]) -> str:
    """Return a line for each file: its sum, two spaces, its name."""
    return "".join(f"{sha256_of(path)}  {path.name}\n" for path in paths)
