"""What the frozen program is made of: values, and the hand-written rules about them.

Knows the file ``components.toml``. Which file of a program belongs to which
component is found out in `origins`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

RULES_FILE = Path(__file__).parent / "components.toml"
TEXTS_FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class LicenceText:
    """One text that has to be passed on with a component."""

    name: str
    """File name under which it is written."""
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Something with a licence of its own inside the frozen program."""

    name: str
    version: str = ""
    """Empty if nothing says it."""
    licence: str = ""
    """An SPDX expression, or the words of whoever packaged it."""
    purl: str = ""
    """Package URL; empty if it has none."""
    url: str = ""
    texts: tuple[LicenceText, ...] = ()
    files: tuple[str, ...] = ()
    """Paths inside the program's folder, sorted; empty if it lies inside the executable."""
    inside: tuple[Component, ...] = ()
    """What was compiled into it, as far as it says so itself; their texts come with its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How files or modules of one component are told by their names."""

    name: str
    version: str = ""
    licence: str
    url: str = ""
    files: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    texts: tuple[str, ...]

    def takes_file(self, path: str) -> bool:
        """Return whether a file, given relative to the contents, belongs to the component."""
        return any(matches(path, pattern) for pattern in self.files)

    def takes_module(self, name: str) -> bool:
        """Return whether a module, given by its dotted name, belongs to the component."""
        top = name.partition(".")[0]
        return any(fnmatchcase(top, pattern) for pattern in self.modules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What a Python distribution does not say about itself."""

    licence: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """All of ``components.toml``."""

    rules: tuple[Rule, ...]
    additions: dict[str, Addition]
    """By the normalised name of the distribution."""

    def addition(self, distribution: str) -> Addition:
        """Return what is to be added to a distribution (mostly nothing)."""
        return self.additions.get(normalised(distribution), Addition())


def read_rules(path: Path = RULES_FILE) -> Rules:
    """Return the rules of a file in the form of ``components.toml``."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Rules(
        tuple(Rule(**_tuples(entry)) for entry in table.get("rule", ())),
        {
            normalised(name): Addition(**_tuples(entry))
            for name, entry in table.get("distribution", {}).items()
        },
    )


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a table of TOML with tuples in place of its lists."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()}


def matches(path: str, pattern: str) -> bool:
    """Return whether a path fits a pattern, in which only ``**`` crosses folders.

    Case counts for nothing: Windows spells the names of its libraries as it likes.
    """
    return _matches(
        PurePosixPath(path.lower()).parts, tuple(part for part in pattern.lower().split("/"))
    )


def _matches(parts: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    if not patterns:
        return not parts
    if patterns[0] == "**":
        return any(_matches(parts[skip:], patterns[1:]) for skip in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], patterns[0]) and _matches(parts[1:], patterns[1:])


def normalised(distribution: str) -> str:
    """Return a distribution's name as the index compares it."""
    return distribution.lower().replace("_", "-").replace(".", "-")


def distinct(texts: Iterable[LicenceText]) -> tuple[LicenceText, ...]:
    """Return texts sorted by name, each content once, under names that differ."""
    by_content: dict[str, LicenceText] = {}
    names: set[str] = set()
    for text in sorted(texts, key=lambda text: (text.name, text.content)):
        if text.content in by_content:
            continue
        name, number = text.name, 2
        while name.lower() in names:
            name, number = f"{Path(text.name).stem}-{number}{Path(text.name).suffix}", number + 1
        names.add(name.lower())
        by_content[text.content] = LicenceText(name, text.content)
    return tuple(by_content.values())
