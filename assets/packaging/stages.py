"""The list of stages, in the order in which they run.

Adding one is a line here; what it does is its own module's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.packaging import (
    debian,
    elf,
    icu,
    lean_numpy,
    linux_archive,
    linux_clean_root,
    macos,
    offline,
    windows,
)
from assets.packaging.context import Target
from assets.packaging.errors import BuildError
from assets.packaging.freeze import freeze
from assets.packaging.icons import draw_icons
from assets.packaging.licences import collect_licences
from assets.packaging.linux_slimming import slim
from assets.packaging.reproducing import compare_builds
from assets.packaging.sbom import write_sbom
from assets.packaging.sizes import report_sizes
from assets.packaging.smoke import smoke_test
from assets.packaging.stage import Stage
from assets.packaging.sums import write_sums
from assets.packaging.tools import Tool, python

LINUX = frozenset({Target.LINUX})
WINDOWS = frozenset({Target.WINDOWS})
MACOS = frozenset({Target.MACOS})
PYINSTALLER = python("PyInstaller")
CYCLONEDX = python("cyclonedx")
SLIMMING: tuple[Tool, ...] = (*elf.TOOLS, *icu.TOOLS)
"""Of the frozen program on Linux."""

# Freeze; licences and bill of materials; what wraps the program for a target; sums; then proofs,
# which only run on request.
STAGES: tuple[Stage, ...] = (
    Stage(name="icons", title="Draw the icons", run=draw_icons, in_dry_run=True),
    Stage(
        name="windows-version",
        title="Write the version of the executable",
        run=windows.write_version_resource,
        targets=WINDOWS,
        in_dry_run=True,
    ),
    Stage(
        name="macos-lists",
        title="Write what the bundle says about itself",
        run=macos.write_property_lists,
        targets=MACOS,
        in_dry_run=True,
    ),
    Stage(name="freeze", title="Freeze the program", run=freeze, tools=(PYINSTALLER,)),
    Stage(
        name="slim",
        title="Make it smaller",
        run=slim,
        targets=LINUX,
        tools=SLIMMING,
        full_tools=lean_numpy.TOOLS,
    ),
    Stage(
        name="licences",
        title="Collect the licences",
        run=collect_licences,
        tools=(PYINSTALLER, CYCLONEDX),
    ),
    Stage(
        name="sbom",
        title="Write the bill of materials",
        run=write_sbom,
        tools=(PYINSTALLER, CYCLONEDX),
    ),
    Stage(name="smoke-test", title="Try the frozen program", run=smoke_test, tools=(PYINSTALLER,)),
    Stage(
        name="deb",
        title="Wrap it for Debian",
        run=debian.build_deb,
        targets=LINUX,
        tools=debian.TOOLS,
    ),
    Stage(
        name="archive",
        title="Wrap it for other distributions",
        run=linux_archive.build_archive,
        targets=LINUX,
        tools=linux_archive.TOOLS,
    ),
    Stage(
        name="windows-script",
        title="Write the script of the installer",
        run=windows.write_script,
        targets=WINDOWS,
        in_dry_run=True,
    ),
    Stage(
        name="windows-installer",
        title="Compile the installer",
        run=windows.compile_installer,
        targets=WINDOWS,
        in_dry_run=True,
    ),
    Stage(
        name="macos-sign",
        title="Sign the bundle",
        run=macos.sign_bundle,
        targets=MACOS,
        tools=macos.SIGNING_TOOLS,
        in_dry_run=True,
    ),
    Stage(
        name="macos-image",
        title="Make the disk image",
        run=macos.build_image,
        targets=MACOS,
        tools=macos.IMAGE_TOOLS,
        in_dry_run=True,
    ),
    Stage(name="sums", title="Write the sums", run=write_sums),
    Stage(name="sizes", title="Measure the result", run=report_sizes),
    Stage(
        name="compare-builds",
        title="Build again, and compare",
        run=compare_builds,
        targets=LINUX,
        tools=(PYINSTALLER, CYCLONEDX, *SLIMMING, *debian.TOOLS),
        full_tools=lean_numpy.TOOLS,
        on_request=True,
    ),
    Stage(
        name="clean-root-test",
        title="Install, use and remove it in a clean Debian",
        run=linux_clean_root.prove_in_clean_root,
        targets=LINUX,
        tools=linux_clean_root.TOOLS,
        on_request=True,
    ),
    Stage(
        name="offline-proof",
        title="Use it without a network, and trace what it asks for",
        run=offline.prove_offline_here,
        targets=LINUX,
        tools=offline.TOOLS,
        on_request=True,
    ),
    Stage(
        name="check-deb",
        title="Have the Debian package looked at",
        run=debian.check_deb,
        targets=LINUX,
        tools=debian.CHECK_TOOLS,
        on_request=True,
    ),
    Stage(
        name="check-archive",
        title="Install from the archive and remove again",
        run=linux_archive.check_scripts,
        targets=LINUX,
        tools=linux_archive.CHECK_TOOLS,
        on_request=True,
    ),
)


def choose(
    target: Target,
    names: Sequence[str] = (),
    stages: Iterable[Stage] = STAGES,
    *,
    dry_run: bool = False,
) -> tuple[Stage, ...]:
    """Return the stages to run, in their own order whatever order they are named in.

    Args:
        target: what the installer is for.
        names: of the stages wanted; empty for all that a build consists of.
        stages: to choose from.
        dry_run: only those that need neither the target's machine nor what such stages leave.

    Raises:
        BuildError: if a name is unknown, or that stage is not for this target.
    """
    possible = [
        stage for stage in stages if target in stage.targets and (stage.in_dry_run or not dry_run)
    ]
    known = {stage.name for stage in possible}
    for name in names:
        if name not in known:
            raise BuildError(
                f"There is no stage {name!r} for {target}. Choose from: {', '.join(sorted(known))}."
            )
    if names:
        return tuple(stage for stage in possible if stage.name in names)
    return tuple(stage for stage in possible if not stage.on_request)
