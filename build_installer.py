"""Make what a user downloads: ``python build_installer.py [--target linux|windows|macos]``.

Only reads the arguments, checks that the tools are there, and runs the stages
of `assets.packaging.stages` one after the other with a word about each.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# Run as a script from another folder, the packages beside this file must be found all the same.
sys.path.insert(0, str(ROOT))

from assets.packaging.context import BuildContext, Target  # noqa: E402
from assets.packaging.errors import BuildError  # noqa: E402
from assets.packaging.source import read_commit, read_epoch, read_version  # noqa: E402
from assets.packaging.stage import Stage  # noqa: E402
from assets.packaging.stages import STAGES, choose  # noqa: E402
from assets.packaging.tools import require  # noqa: E402

OK, FAILURE, INTERRUPTED = 0, 2, 130
TARGETS_BY_PLATFORM = {"linux": Target.LINUX, "win32": Target.WINDOWS, "darwin": Target.MACOS}


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, which lists the stages in its help."""
    lines = (
        f"  {stage.name:<20} {stage.title} ({', '.join(sorted(stage.targets))}"
        f"{', on request' if stage.on_request else ''})"
        for stage in STAGES
    )
    parser = argparse.ArgumentParser(
        description="Make the installers of Copyedge.",
        epilog="\n".join(("stages, in their order:", *lines)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--target",
        type=Target,
        choices=tuple(Target),
        default=TARGETS_BY_PLATFORM.get(sys.platform, Target.LINUX),
        help="what the installer is for (default: this machine)",
    )
    parser.add_argument(
        "--stage",
        action="append",
        default=[],
        metavar="NAME",
        help="run only this stage, on what earlier runs left; may be given several times",
    )
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist", help="where to put the result (default: dist)"
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="leave out what takes long and only makes the result smaller (for tests)",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="write and check the scripts of the installers, but run no tool of another system",
    )
    return parser


def context_of(arguments: argparse.Namespace) -> BuildContext:
    """Return the context that the arguments ask for.

    Raises:
        BuildError: if the version cannot be read.
    """
    return BuildContext(
        root=ROOT,
        out=arguments.out.resolve(),
        work=ROOT / "build" / "package" / arguments.target.value,
        target=arguments.target,
        version=read_version(ROOT),
        commit=read_commit(ROOT),
        epoch=read_epoch(ROOT),
        quick=arguments.quick,
        dry_run=arguments.dry_run,
        say=lambda line: print(f"      {line}", flush=True),
    )


def run_stages(
    stages: Sequence[Stage],
    context: BuildContext,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Run the stages one after the other, and say which one and how long it took.

    Raises:
        BuildError: from the first stage that fails.
    """
    begin = clock()
    for number, stage in enumerate(stages, start=1):
        print(f"[{number}/{len(stages)}] {stage.title} …", flush=True)
        started = clock()
        stage.run(context)
        context.say(f"done in {clock() - started:.1f} s")
    print(f"Finished {len(stages)} of {len(stages)} stages in {clock() - begin:.1f} s.", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Build, and return the exit code: 0 all went well, 2 it did not, 130 stopped by Ctrl-C."""
    arguments = build_parser().parse_args(argv)
    try:
        context = context_of(arguments)
        stages = choose(context.target, arguments.stage, dry_run=context.dry_run)
        if not context.dry_run:
            require(tool for stage in stages for tool in stage.needs(quick=context.quick))
        context.work.mkdir(parents=True, exist_ok=True)
        context.out.mkdir(parents=True, exist_ok=True)
        print(f"Copyedge {context.version} for {context.target}, into {context.out}", flush=True)
        run_stages(stages, context)
    except BuildError as error:
        print(f"build_installer: {error}", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        print("\nbuild_installer: stopped; run the same command to go on.", file=sys.stderr)
        return INTERRUPTED
    return OK


if __name__ == "__main__":
    sys.exit(main())
