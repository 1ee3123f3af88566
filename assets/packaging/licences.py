"""Put the licence texts of everything bundled beside the program; refuse what has none.

One folder: an index, and for each component a folder of texts. Who the
components are is found out in `origins`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from assets.packaging.bundled import read_bundled
from assets.packaging.components import Component, read_rules
from assets.packaging.context import BuildContext
from assets.packaging.debian_packages import owners
from assets.packaging.distributions import read_installed
from assets.packaging.errors import BuildError
from assets.packaging.origins import Inventory, Sources, take_inventory

INDEX = "INDEX.txt"
SHORTEST_TEXT = 200
"""Characters: shorter files are pointers to a licence, not the licence itself."""
SHOWN = 20
"""Unknown files named in an error; more would hide the sentence."""

HEADING = """\
Copyedge {version}: the licences of everything in this program
{line}

Copyedge itself is under the MIT licence; the weights of its model are for non-commercial use
only (folder copyedge-weights). It contains the components below, each with its licence texts
in the folder named. Qt, PySide6 and Shiboken are under the LGPL: folder qt, file
qt-notice.txt, tells where their source is and how to put your own version in their place.

"""


def inventory_of(context: BuildContext) -> Inventory:
    """Return what the frozen program of a build consists of.

    Raises:
        BuildError: if there is none, or a text that the rules name is missing.
    """
    sources = Sources(
        root=context.root,
        program_version=context.version,
        rules=read_rules(),
        installed=read_installed(),
        owners=owners,
    )
    return take_inventory(read_bundled(context.frozen, context.contents), sources)


def collect_licences(
    context: BuildContext, take: Callable[[BuildContext], Inventory] = inventory_of
) -> None:
    """The stage: write all licence texts into ``context.licences``.

    Raises:
        BuildError: if something bundled is unknown or has no licence text; nothing is written then.
    """
    inventory = take(context)
    check(inventory)
    write_texts(inventory.components, context.licences, context.version)
    texts = sum(len(component.texts) for component in inventory.components)
    context.say(f"{len(inventory.components)} components, {texts} licence texts")


def check(inventory: Inventory) -> None:
    """Make sure that everything bundled is known and comes with its licence.

    Raises:
        BuildError: naming the files of nobody and the components without text or licence's name.
    """
    problems = []
    if unknown := inventory.unknown:
        more = f" and {len(unknown) - SHOWN} more" if len(unknown) > SHOWN else ""
        problems.append(
            f"Nobody knows whose these are: {', '.join(unknown[:SHOWN])}{more}. Name them and "
            "their licence in assets/packaging/components.toml, or keep them out of the program."
        )
    problems += filter(None, map(problem_of, inventory.components))
    if problems:
        raise BuildError("Not everything bundled has a licence.\n" + "\n".join(problems))


def problem_of(component: Component) -> str | None:
    """Return in a sentence what is missing with a component, or None."""
    where = f"in assets/packaging/components.toml, for {component.name} {component.version}"
    if not any(len(text.content) >= SHORTEST_TEXT for text in component.texts):
        return f"{component.name} brings no licence text. Add one to texts/ and name it {where}."
    if not component.licence:
        return f"{component.name} does not name its licence. Give the SPDX expression {where}."
    return None


def is_spdx(licence: str) -> bool:
    """Return whether a licence is written as an SPDX expression (LicenseRef- allowed)."""
    from cyclonedx.spdx import is_expression

    # The validator knows only names of the list; a reference stands where one of them may.
    return bool(licence) and is_expression(re.sub(r"LicenseRef-[A-Za-z0-9.\-]+", "MIT", licence))


def write_texts(components: Iterable[Component], folder: Path, version: str) -> None:
    """Write the folder anew: an index, and the texts of each component in a folder of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    heading = HEADING.format(version=version, line="=" * (51 + len(version)))
    entries = []
    for component in components:
        place = folder / folder_name(component)
        place.mkdir()
        for text in component.texts:
            (place / text.name).write_text(text.content, encoding="utf-8", newline="\n")
        entries.append(index_entry(component))
    (folder / INDEX).write_text(heading + "\n".join(entries), encoding="utf-8", newline="\n")


def folder_name(component: Component) -> str:
    """Return a name for a component's folder that every file system takes."""
    return re.sub(r"[^a-z0-9.+\-]+", "-", component.name.lower()).strip("-.")


def index_entry(component: Component) -> str:
    """Return what the index says of a component."""
    lines = [f"{component.name} {component.version}".rstrip(), f"  licence: {component.licence}"]
    if component.url:
        lines.append(f"  from:    {component.url}")
    names = ", ".join(text.name for text in component.texts)
    lines.append(f"  texts:   {folder_name(component)}/ ({names})")
    return "\n".join(lines) + "\n"
