"""The list of stages, in the order in which they run.

Adding one is a line here; what it does is its own module's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.stage import Stage

# freeze -> licences, sbom -> what wraps the frozen program for one target -> sums -> proofs on request.
STAGES: tuple[Stage, ...] = ()


def choose(
    target: Target, names: Sequence[str] = (), stages: Iterable[Stage] = STAGES
) -> tuple[Stage, ...]:
    """Return the stages to run, in their own order whatever order they are named in.

    Args:
        target: what the installer is for.
        names: of the stages wanted; empty for all that a build consists of.
        stages: to choose from.

    Raises:
        BuildError: if a name is unknown, or that stage is not for this target.
    """
    possible = [stage for stage in stages if target in stage.targets]
    known = {stage.name for stage in possible}
    for name in names:
        if name not in known:
            raise BuildError(
                f"There is no stage {name!r} for {target}. Choose from: {', '.join(sorted(known))}."
            )
    if names:
        return tuple(stage for stage in possible if stage.name in names)
    return tuple(stage for stage in possible if not stage.on_request)
