"""The installed Python distributions: which one a file or module is from, and its licence texts.

Reads the metadata that pip keeps, so it must run in the environment that was
frozen. Knows nothing of the frozen program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path, PurePosixPath

from assets.packaging.components import LicenceText, normalised

_LICENCE_NAME = re.compile(
    r"(licen[cs]es?|copying|copyright|notices?|thirdpartynotices?|unlicense)([.\-_].*)?",
    re.IGNORECASE,
)
_BILL = re.compile(r"[^/]+\.dist-info/sboms/[^/]+\.json")
_LIKELY = re.compile(r"licen[cs]|copy|notice", re.IGNORECASE)
"""Spares the look at the parts of tens of thousands of paths."""
_NO_TEXT = {".py", ".pyc", ".pyi", ".so", ".pyd", ".dll", ".json", ".spdx"}
_CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
}


@dataclass(frozen=True, slots=True)
class Distribution:
    """One installed distribution."""

    name: str
    version: str
    licence: str
    """An SPDX expression; empty if the metadata names none."""
    url: str
    files: tuple[str, ...] = field(repr=False)
    """Paths of the installed files, relative to ``folder``, with forward slashes."""
    folder: Path
    """Where it is installed."""

    def bills(self) -> tuple[Path, ...]:
        """Return the bills of materials that it brings: files of what was compiled into it."""
        return tuple(
            self.folder / name for name in sorted(self.files) if _BILL.fullmatch(name) is not None
        )

    def licence_texts(self) -> tuple[LicenceText, ...]:
        """Return the texts that it brings, named by the path below its folder."""
        return tuple(
            LicenceText(_text_name(name), path.read_text(encoding="utf-8", errors="replace"))
            for name in sorted(filter(is_licence_file, self.files))
            if (path := self.folder / name).is_file()
        )


@dataclass(frozen=True, slots=True)
class Installed:
    """All distributions of an environment."""

    by_name: Mapping[str, Distribution]
    """By normalised name."""
    owners: Mapping[str, str]
    """Normalised name of the distribution, by the path of an installed file."""

    def named(self, name: str) -> Distribution | None:
        """Return a distribution, however its name is spelt."""
        return self.by_name.get(normalised(name))

    def of_file(self, path: str) -> Distribution | None:
        """Return the distribution that installs a file of this path."""
        return self.by_name.get(self.owners.get(path, ""))

    def of_module(self, name: str) -> Distribution | None:
        """Return the distribution that a module, given by its dotted name, is from."""
        path = name.replace(".", "/")
        return self.of_file(f"{path}.py") or self.of_file(f"{path}/__init__.py")

    def has_namespace(self, name: str) -> bool:
        """Return whether a dotted name is a folder without code that distributions install into."""
        folder = name.replace(".", "/") + "/"
        return any(path.startswith(folder) for path in self.owners)


def read_installed(distributions: Iterable[metadata.Distribution] | None = None) -> Installed:
    """Read the metadata of an environment (None: of the running one)."""
    by_name: dict[str, Distribution] = {}
    owners: dict[str, str] = {}
    for found in metadata.distributions() if distributions is None else distributions:
        key = normalised(found.name)
        if key in by_name:
            continue  # the first on the path is the one that is imported
        files = tuple(str(file).replace("\\", "/") for file in found.files or ())
        folder = Path(str(found.locate_file("")))
        about = found.metadata.json
        by_name[key] = Distribution(
            found.name, found.version, licence_expression(about), homepage(about), files, folder
        )
        for path in files:
            owners.setdefault(path, key)
    return Installed(by_name, owners)


def is_licence_file(path: str) -> bool:
    """Return whether an installed file is a licence text or notice, by its name or folder."""
    if not _LIKELY.search(path):
        return False
    place = PurePosixPath(path)
    if place.suffix.lower() in _NO_TEXT or "__pycache__" in place.parts or ".." in place.parts:
        return False
    in_folder = any(
        part.endswith(".dist-info") and place.parts[index + 1 : index + 2] == ("licenses",)
        for index, part in enumerate(place.parts)
    )
    return in_folder or _LICENCE_NAME.fullmatch(place.name) is not None


def _text_name(path: str) -> str:
    """Return a file name for a text: its path without the folder that every text shares."""
    parts = list(PurePosixPath(path).parts)
    if parts[0].endswith(".dist-info"):
        parts = parts[2:] if parts[1] == "licenses" else parts[1:]
    elif len(parts) > 1:
        parts = parts[1:]
    return "-".join(parts)


def licence_expression(about: Mapping[str, object]) -> str:
    """Return the SPDX expression of a distribution's metadata, or an empty string.

    Args:
        about: as ``importlib.metadata`` gives it in the form of JSON.
    """
    from cyclonedx.spdx import is_expression  # only a build has it

    for key in ("license_expression", "license"):
        lines = str(about.get(key, "")).strip().splitlines()
        if len(lines) == 1 and is_expression(lines[0]):
            return lines[0]
    classifiers = about.get("classifier", ())
    names = classifiers if isinstance(classifiers, list | tuple) else ()
    known = {
        _CLASSIFIERS[tail]
        for name in names
        if str(name).startswith("License ::")
        and (tail := str(name).rpartition("::")[2].strip()) in _CLASSIFIERS
    }
    return " AND ".join(sorted(known))


def homepage(about: Mapping[str, object]) -> str:
    """Return the first address that a distribution names, its homepage before others."""
    listed = about.get("project_url", ())
    pairs = [str(line).partition(",") for line in listed] if isinstance(listed, list) else []
    addresses = {label.strip().lower(): address.strip() for label, _, address in pairs}
    for label in ("homepage", "repository", "source", "source code", "documentation"):
        if label in addresses:
            return addresses[label]
    return str(about.get("home_page", "")) or next(iter(addresses.values()), "")
