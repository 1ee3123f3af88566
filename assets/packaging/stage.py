"""A stage of a build: a named function that is told the context, and what it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assets.packaging.context import BuildContext, Target
from assets.packaging.tools import Tool

EVERY_TARGET = frozenset(Target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of making an installer.

    A stage reads what earlier ones left in ``context.work`` and writes there or
    to ``context.out``; run again, it replaces what it wrote. It raises
    `BuildError` with a sentence that says what to do.
    """

    name: str
    """What ``--stage`` is given, such as ``freeze``."""
    title: str
    """What the progress display says, such as ``Freeze the program``."""
    run: Callable[[BuildContext], None]
    targets: frozenset[Target] = EVERY_TARGET
    tools: tuple[Tool, ...] = ()
    """All are looked for before the first stage runs."""
    full_tools: tuple[Tool, ...] = ()
    """Further ones, which a quick build does without."""
    in_dry_run: bool = False
    """Writes files, or says what it would do, on any system and without its tools."""
    on_request: bool = False
    """Runs only if ``--stage`` names it: proofs and measurements of what was built."""

    def needs(self, *, quick: bool) -> tuple[Tool, ...]:
        """Return the tools that have to be there, in a quick build or a full one."""
        return self.tools if quick else (*self.tools, *self.full_tools)
