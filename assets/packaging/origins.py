"""Find out which component every bundled file and module belongs to.

Rules come first, then the Python distributions, then the system's packages.
What none of them knows is reported by name, so that nothing is passed on
without its licence.
"""

from __future__ import annotations

import json
import platform
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from assets.packaging.bundled import Bundled
from assets.packaging.components import (
    TEXTS_FOLDER,
    Component,
    LicenceText,
    Rule,
    Rules,
    distinct,
    normalised,
)
from assets.packaging.debian_packages import DebianPackage
from assets.packaging.distributions import Distribution, Installed
from assets.packaging.errors import BuildError

Owners = Callable[[Sequence[str]], dict[str, DebianPackage]]
ALWAYS = frozenset({"CPython", "PyInstaller"})
"""In the executable itself, whichever files lie beside it."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a frozen program consists of."""

    components: tuple[Component, ...]
    """Sorted by name."""
    unknown: tuple[str, ...]
    """Files and modules of nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Whom to ask."""

    root: Path
    """The checkout."""
    program_version: str
    rules: Rules
    installed: Installed
    owners: Owners
    """The system's packages, asked for the libraries that nobody else knows."""


def take_inventory(bundled: Bundled, sources: Sources) -> Inventory:
    """Return all components of a program, and what belongs to none.

    Raises:
        BuildError: if a rule names a text that is not there.
    """
    by_rule: dict[str, list[str]] = defaultdict(list)
    by_distribution: dict[str, list[str]] = defaultdict(list)
    rest: list[str] = []
    for path in bundled.contents:
        if rule := _first(rule for rule in sources.rules.rules if rule.takes_file(path)):
            by_rule[rule.name].append(f"_internal/{path}")
        elif distribution := sources.installed.of_file(path):
            by_distribution[distribution.name].append(f"_internal/{path}")
        else:
            rest.append(path)
    unknown_modules = _place_modules(bundled.modules, sources, by_rule, by_distribution)
    by_rule["Copyedge"] += bundled.beside
    for name in ALWAYS:
        by_rule[name] += ()
    system, unknown = _ask_system(rest, sources.owners)
    components = [
        *(
            _of_rule(rule, by_rule[rule.name], sources)
            for rule in sources.rules.rules
            if rule.name in by_rule
        ),
        *(
            _of_distribution(sources.installed.by_name[normalised(name)], files, sources)
            for name, files in by_distribution.items()
        ),
        *system,
    ]
    return Inventory(
        tuple(sorted(components, key=lambda component: component.name.lower())),
        tuple(sorted((*unknown, *(f"module {name}" for name in unknown_modules)))),
    )


def _place_modules(
    modules: Iterable[str],
    sources: Sources,
    by_rule: dict[str, list[str]],
    by_distribution: dict[str, list[str]],
) -> list[str]:
    """Note the components of modules (without files of their own); return those of nobody."""
    unknown = []
    for name in modules:
        if rule := _first(rule for rule in sources.rules.rules if rule.takes_module(name)):
            by_rule[rule.name] += ()
        elif name.partition(".")[0] in sys.stdlib_module_names:
            by_rule["CPython"] += ()
        elif distribution := sources.installed.of_module(name):
            by_distribution[distribution.name] += ()
        elif not sources.installed.has_namespace(name):
            unknown.append(name)
    return unknown


def _first(rules: Iterable[Rule]) -> Rule | None:
    return next(iter(rules), None)


def _of_rule(rule: Rule, files: Sequence[str], sources: Sources) -> Component:
    return Component(
        name=rule.name,
        version=_version(rule.version, sources),
        licence=rule.licence,
        purl=f"pkg:generic/{quote(rule.name.lower().replace(' ', '-'))}",
        url=rule.url,
        texts=distinct(text for name in rule.texts for text in read_texts(name, sources)),
        files=tuple(sorted(files)),
    )


def _version(what: str, sources: Sources) -> str:
    """Return a version that a rule asks for in the words of ``components.toml``."""
    match what.partition(":"):
        case ("program", _, _):
            return sources.program_version
        case ("python", _, _):
            return platform.python_version()
        case ("model", _, _):
            return model_version(sources.root / "assets" / "model")
        case ("dist", _, name):
            distribution = sources.installed.named(name)
            return distribution.version if distribution else ""
        case _:
            return what


def model_version(folder: Path) -> str:
    """Return the first characters of the model's fingerprint: its weights have no other version."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return str(manifest.get("sha256_of_manifest", ""))[:12]


def _of_distribution(
    distribution: Distribution, files: Sequence[str], sources: Sources
) -> Component:
    addition = sources.rules.addition(distribution.name)
    texts = [text for name in addition.texts for text in read_texts(name, sources)]
    return Component(
        name=distribution.name,
        version=distribution.version,
        licence=addition.licence or distribution.licence,
        purl=f"pkg:pypi/{normalised(distribution.name)}@{quote(distribution.version)}",
        url=distribution.url,
        texts=distinct((*distribution.licence_texts(), *texts)),
        files=tuple(sorted(files)),
        inside=tuple(
            part for path in distribution.bills() for part in parts_of_bill(path, distribution.name)
        ),
    )


def parts_of_bill(path: Path, name: str) -> tuple[Component, ...]:
    """Return what a bill of materials in CycloneDX's JSON lists beside its own subject.

    Args:
        path: of the bill.
        name: of the distribution that brings it.
    """
    listed = json.loads(path.read_text(encoding="utf-8")).get("components", ())
    return tuple(
        Component(
            name=str(part["name"]),
            version=str(part.get("version", "")),
            licence=" AND ".join(
                str(entry.get("expression") or entry.get("license", {}).get("id", ""))
                for entry in part.get("licenses", ())
            ),
            purl=str(part.get("purl", "")),
        )
        for part in listed
        if normalised(str(part["name"])) != normalised(name)
    )


def _ask_system(paths: Sequence[str], ask: Owners) -> tuple[list[Component], list[str]]:
    """Return the system's packages that libraries are from, and the files that stay unknown."""
    names = {path: PurePosixPath(path).name for path in paths}
    packages = ask(sorted({name for name in names.values() if ".so" in name}))
    files: dict[str, list[str]] = defaultdict(list)
    for path, name in names.items():
        if name in packages:
            files[packages[name].name].append(f"_internal/{path}")
    by_name = {package.name: package for package in packages.values()}
    components = [
        Component(
            name=name,
            version=by_name[name].version,
            licence=by_name[name].licence or "see the copyright file",
            purl=f"pkg:deb/debian/{quote(name)}@{quote(by_name[name].version)}",
            texts=by_name[name].texts,
            files=tuple(sorted(found)),
        )
        for name, found in files.items()
    ]
    return components, [path for path, name in names.items() if name not in packages]


def read_texts(reference: str, sources: Sources) -> tuple[LicenceText, ...]:
    """Return the texts that a reference of ``components.toml`` stands for.

    Raises:
        BuildError: if there is no such text.
    """
    kind, _, name = reference.partition(":")
    if kind == "dist":
        distribution = sources.installed.named(name)
        texts = distribution.licence_texts() if distribution else ()
        if not texts:
            raise BuildError(
                f"components.toml wants the licence of the distribution {name}, which "
                f"{'has none' if distribution else 'is not installed'} here."
            )
        return texts
    path = _python_licence() if kind == "python" else _text_folder(kind, sources.root) / name
    try:
        return (LicenceText(path.name, path.read_text(encoding="utf-8", errors="replace")),)
    except OSError as error:
        raise BuildError(
            f"components.toml names {reference}, but {path} cannot be read: {error.strerror}."
        ) from error


def _text_folder(kind: str, root: Path) -> Path:
    return TEXTS_FOLDER if kind == "text" else root


def _python_licence() -> Path:
    """Return where this Python keeps its licence: that depends on who built it."""
    number = f"{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{number}/copyright"),
        Path(f"/usr/share/doc/libpython{number}-stdlib/copyright"),
    )
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise BuildError(
            f"The licence of this Python ({sys.executable}) is in none of: "
            f"{', '.join(map(str, places))}. Use a Python from python.org or from Debian."
        )
    return found
