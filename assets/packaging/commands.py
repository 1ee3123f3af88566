"""Commands of other systems: run on their own machine, in a dry run only shown; no secrets."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from assets.packaging.context import BuildContext
from assets.packaging.tools import run

MASK = "***"
Runner = Callable[[Sequence[str | Path]], None]


def runner(context: BuildContext, secrets: Iterable[str] = ()) -> Runner:
    """Return what carries out the commands of a build: runs them, or in a dry run says them.

    Args:
        context: of the build.
        secrets: words that must never be shown.
    """
    hidden = tuple(secrets)

    def carry_out(command: Sequence[str | Path]) -> None:
        shown = masked(command, hidden)
        if context.dry_run:
            context.say(f"would run: {shown}")
            return
        context.say(f"runs: {shown}")
        run(command, environment=context.environment())

    return carry_out


def masked(command: Sequence[str | Path], secrets: Iterable[str]) -> str:
    """Return a command as it may be shown, every secret replaced wherever it stands."""
    words = [str(word) for word in command]
    # The longest first: one secret may be the beginning of another.
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        words = [word.replace(secret, MASK) for word in words]
    return shlex.join(words)


def secrets_of(environment: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    """Return the values of variables that are set."""
    return tuple(value for name in names if (value := environment.get(name)))
